-- A university that is on its way to another cell, or from one, is written by nobody (docs/scaling.md,
-- "Cells").
--
-- Each statement that writes for one tenant holds that tenant's lock, shared, until its transaction
-- ends, and looks at the tenant's state after it has the lock. Whoever moves the tenant writes the
-- state first and takes the lock alone afterwards: by then everybody who saw the former state has
-- ended, and what they wrote is there to be copied. Nobody waits here: who does not get the lock at
-- once has come while it was being taken alone.
--
-- Connections that work for all tenants (timers, commands, whoever moves) are not asked: they leave
-- such tenants alone by themselves.

CREATE OR REPLACE FUNCTION refuse_while_moving() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    tenant CONSTANT text := current_setting('command_center.tenant', true);
    may boolean := pg_try_advisory_xact_lock_shared(hashtext('tenants.moves'), hashtext(tenant));
BEGIN
    -- A statement of its own: it must see what was committed before the lock was had.
    IF may THEN
        SELECT move_state IS NULL INTO may FROM tenants_tenant WHERE id = tenant;
    END IF;
    IF NOT may THEN
        RAISE EXCEPTION 'the tenant % is being moved to another cell', tenant
            USING ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = 'tenant_stays';
    END IF;
    RETURN NULL;
END
$$;

-- The tenant itself, whoever writes it: only its state may change.
CREATE OR REPLACE FUNCTION refuse_change_while_moving() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the tenant % is being moved to another cell', OLD.id
        USING ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = 'tenant_stays';
END
$$;

CREATE OR REPLACE TRIGGER moving BEFORE UPDATE ON tenants_tenant FOR EACH ROW
WHEN (OLD.move_state IS NOT NULL AND NEW.move_state IS NOT DISTINCT FROM OLD.move_state)
EXECUTE FUNCTION refuse_change_while_moving();
