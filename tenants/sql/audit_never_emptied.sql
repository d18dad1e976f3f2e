-- The audit trail, what is kept apart from it, and its seals are not emptied at a stroke, not even by
-- the owner: TRUNCATE asks none of the triggers of rows.

CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON tenants_auditevent
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON tenants_auditpersonal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON tenants_auditseal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
