-- Since when a university is on its way to another cell, or from one (docs/scaling.md, "Cells").
--
-- Whoever writes the state need not say it: commands of this release and the one before, and those who
-- copy rows as they are, for which other triggers do not run. The trail would tell it as well, but not of
-- a copy that waits in another cell, and a figure would have to search each trail.

CREATE OR REPLACE FUNCTION keep_move_state_since() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.move_state IS NULL THEN
        NEW.move_state_since := NULL;
    ELSE
        NEW.move_state_since := clock_timestamp();
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER move_state_since BEFORE INSERT OR UPDATE OF move_state ON tenants_tenant
FOR EACH ROW EXECUTE FUNCTION keep_move_state_since();

ALTER TABLE tenants_tenant ENABLE ALWAYS TRIGGER move_state_since;
