-- The set of programmes that each user ought to have, worked out from the memberships alone. Users
-- in no programme have none.
--
-- Triggers write what this view says for the users of a statement, and programme_set_difference
-- compares all of it with what is stored.

CREATE OR REPLACE VIEW expected_programme_set WITH (security_invoker = true) AS
SELECT member.id AS user_id, member.tenant_id, enrolled.programmes,
    programme_set_id(enrolled.programmes) AS id
FROM accounts_user AS member, LATERAL (
    SELECT array_agg(programme_id::text ORDER BY programme_id) AS programmes
    FROM accounts_programmemembership WHERE user_id = member.id
) AS enrolled;
