-- The users whose stored set of programmes is not the expected one, or whose set is not there.
-- Empty unless somebody went round the triggers.

CREATE OR REPLACE VIEW programme_set_difference WITH (security_invoker = true) AS
SELECT expected.user_id FROM expected_programme_set AS expected
JOIN accounts_user AS member ON member.id = expected.user_id
WHERE member.programme_set_id IS DISTINCT FROM expected.id
    OR expected.id IS NOT NULL AND NOT EXISTS (
        SELECT FROM accounts_programmeset AS known
        WHERE (known.id, known.tenant_id) = (expected.id, expected.tenant_id)
            AND known.programmes::text[] = expected.programmes
    );
