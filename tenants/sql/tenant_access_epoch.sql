-- access_epoch of a tenant counts how often it was switched off, and nothing else changes it.
--
-- Tokens and sessions carry the epoch in which they were issued and end with it: who was signed in
-- when the tenant was switched off is not signed in again when it is switched on. Whatever a
-- statement writes into the column is overwritten here.

CREATE OR REPLACE FUNCTION count_tenant_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.access_epoch := OLD.access_epoch + (OLD.is_active AND NOT NEW.is_active)::int;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER access_epoch BEFORE UPDATE ON tenants_tenant
FOR EACH ROW EXECUTE FUNCTION count_tenant_epoch();
