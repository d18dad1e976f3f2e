-- The search entries of the connection's tenant, for roles that cannot reach the table itself.
--
-- LIKE may not run before a policy has been checked (it is not leakproof), so that a policy on the
-- table would cost searches their trigram index. A plain view of the owner's filters as well, and
-- keeps the index. So it is the one view that does not run with the rights of its caller.

CREATE OR REPLACE VIEW search_entry AS
SELECT user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text
FROM students_searchentry WHERE tenant_id = current_setting('command_center.tenant', true);
