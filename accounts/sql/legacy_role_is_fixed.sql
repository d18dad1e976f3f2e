-- The legacy name of a role never changes: users have a copy of it (see derived_user_columns.sql),
-- which would be wrong from then on.

CREATE OR REPLACE FUNCTION refuse_role_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The legacy name of a role never changes.'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE OR REPLACE TRIGGER legacy_role_is_fixed BEFORE UPDATE ON accounts_role
FOR EACH ROW WHEN (OLD.legacy_role IS DISTINCT FROM NEW.legacy_role)
EXECUTE FUNCTION refuse_role_change();
