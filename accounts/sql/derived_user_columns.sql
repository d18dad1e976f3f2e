-- Four columns of a user belong to the database, whatever a statement writes into them:
--
-- - legacy_role is that of the user's role.
-- - access_epoch counts how often the user stopped being active. Tokens and sessions carry the
--   epoch in which they were issued, and end with it.
-- - last_seen_at and programme_set_id are written by the triggers of sessions and memberships
--   alone. At trigger depth 1 somebody else is writing, such as a form that loaded the user a
--   minute ago, and must not turn them back. A repair (repair_panel) says that it is one, and so
--   does a load that knows already what the triggers will find (students/demo/writing.py).

CREATE OR REPLACE FUNCTION guard_derived_user_columns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF current_setting('command_center.repair', true) IS DISTINCT FROM 'on' THEN
            NEW.last_seen_at := NULL;
            NEW.programme_set_id := NULL;
        END IF;
    ELSE
        IF pg_trigger_depth() = 1
            AND current_setting('command_center.repair', true) IS DISTINCT FROM 'on'
        THEN
            NEW.last_seen_at := OLD.last_seen_at;
            NEW.programme_set_id := OLD.programme_set_id;
        END IF;
        NEW.access_epoch := OLD.access_epoch
            + (OLD.status = 'ACTIVE' AND NEW.status <> 'ACTIVE')::int;
    END IF;
    IF TG_OP = 'INSERT' OR NEW.role_id IS DISTINCT FROM OLD.role_id
        OR NEW.legacy_role IS DISTINCT FROM OLD.legacy_role
    THEN
        SELECT legacy_role INTO NEW.legacy_role FROM accounts_role WHERE id = NEW.role_id;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER derived_columns BEFORE INSERT OR UPDATE ON accounts_user
FOR EACH ROW EXECUTE FUNCTION guard_derived_user_columns();
