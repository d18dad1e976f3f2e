from django.db import migrations

# Two columns of a user belong to the database. legacy_role is the role's, whatever was written.
# last_seen_at is written by the sessions' trigger only: at depth 1 somebody else is writing, such
# as a form that loaded the user a minute ago, and must not turn the clock back.
GUARD_DERIVED = """
CREATE FUNCTION guard_derived_user_columns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.last_seen_at := NULL;
    ELSIF pg_trigger_depth() = 1 THEN
        NEW.last_seen_at := OLD.last_seen_at;
    END IF;
    IF TG_OP = 'INSERT' OR NEW.role_id IS DISTINCT FROM OLD.role_id
        OR NEW.legacy_role IS DISTINCT FROM OLD.legacy_role
    THEN
        SELECT legacy_role INTO NEW.legacy_role FROM accounts_role WHERE id = NEW.role_id;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER derived_columns BEFORE INSERT OR UPDATE ON accounts_user
FOR EACH ROW EXECUTE FUNCTION guard_derived_user_columns();
"""

DROP_GUARD_DERIVED = """
DROP TRIGGER derived_columns ON accounts_user;
DROP FUNCTION guard_derived_user_columns();
"""

# Users copy their role's legacy name; it may therefore never change under them.
ROLE_IS_FIXED = """
CREATE FUNCTION refuse_role_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The legacy name of a role never changes.'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER legacy_role_is_fixed BEFORE UPDATE ON accounts_role
FOR EACH ROW WHEN (OLD.legacy_role IS DISTINCT FROM NEW.legacy_role)
EXECUTE FUNCTION refuse_role_change();
"""

DROP_ROLE_IS_FIXED = """
DROP TRIGGER legacy_role_is_fixed ON accounts_role;
DROP FUNCTION refuse_role_change();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RunSQL(GUARD_DERIVED, DROP_GUARD_DERIVED),
        migrations.RunSQL(ROLE_IS_FIXED, DROP_ROLE_IS_FIXED),
        # Counters of tries are not worth a write-ahead log: losing them in a crash is harmless.
        migrations.RunSQL(
            "ALTER TABLE accounts_ratecounter SET UNLOGGED",
            "ALTER TABLE accounts_ratecounter SET LOGGED",
        ),
    ]
