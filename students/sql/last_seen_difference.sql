-- The users whose stored last_seen_at is not the latest seen_at of their sessions. Empty unless
-- somebody went round the triggers.
--
-- The first view says what each user's last_seen_at ought to be; the second compares.

CREATE OR REPLACE VIEW expected_last_seen WITH (security_invoker = true) AS
SELECT member.id AS user_id, member.tenant_id, latest.seen_at AS last_seen_at
FROM accounts_user AS member LEFT JOIN (
    SELECT user_id, max(seen_at) AS seen_at FROM students_session GROUP BY user_id
) AS latest ON latest.user_id = member.id;

CREATE OR REPLACE VIEW last_seen_difference WITH (security_invoker = true) AS
SELECT expected.user_id FROM expected_last_seen AS expected
JOIN accounts_user AS member ON member.id = expected.user_id
WHERE member.last_seen_at IS DISTINCT FROM expected.last_seen_at;
