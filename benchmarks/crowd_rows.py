"""The statements that write the rows of a university of ``benchmarks.crowd``."""

# Ids tell their kind and university, and count up as the rows were created. A small number that
# looks drawn comes from ``hashint8extended``, the same on every machine.
_FUNCTIONS = """
CREATE OR REPLACE FUNCTION pg_temp.row_id(kind int, n bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT '6000000' || to_hex(kind) || lpad(to_hex(%(number)s), 4, '0') || lpad(to_hex(n), 12, '0')
$$;
CREATE OR REPLACE FUNCTION pg_temp.draw(n bigint, salt int, below int) RETURNS int
LANGUAGE sql IMMUTABLE AS $$
    SELECT ((hashint8extended(n + (%(number)s::bigint << 40), salt) & 9007199254740991)
        %% below)::int
$$;
"""

# What each writes, in this order.
STATEMENTS = {
    "functions": _FUNCTIONS,
    # Every 25th has not been seen yet; the others were within two years, mostly lately.
    "plans": """
DROP TABLE IF EXISTS plan;
CREATE TEMPORARY TABLE plan AS
SELECT n, pg_temp.row_id(4, n) AS id,
    CASE WHEN pg_temp.draw(n, 1, 25) > 0 THEN timestamptz '2026-06-01 00:00+00'
        - 730 * interval '1 day' * (pg_temp.draw(n, 2, 1000000) / 1e6) ^ 2
        - interval '1 second' * pg_temp.draw(n, 3, 86400) END AS seen,
    CASE WHEN share = 0 THEN '{}' WHEN share < 50 OR one = other THEN ARRAY[one]
        ELSE ARRAY[least(one, other), greatest(one, other)] END AS programmes
FROM generate_series(0, %(n)s::bigint - 1) AS n, LATERAL (
    SELECT pg_temp.draw(n, 4, 100) AS share,
        pg_temp.row_id(2, pg_temp.draw(n, 5, %(programmes)s)) AS one,
        pg_temp.row_id(2, pg_temp.draw(n, 6, %(programmes)s)) AS other
) AS drawn
""",
    "catalogue": """
WITH tenant AS (
    INSERT INTO tenants_tenant (id, created_at, name, slug, is_active)
    VALUES (%(tenant)s, '2024-01-01', %(name)s, %(slug)s, true)
), roles AS (
    INSERT INTO accounts_role (id, tenant_id, created_at, name, legacy_role, permissions)
    SELECT pg_temp.row_id(1, n), %(tenant)s, '2024-01-01', name, legacy, permissions::text[]
    FROM (VALUES
        (0, 'Student', 'STUDENT', '{}'),
        (1, 'Admin', 'ADMIN', '{USER_MANAGEMENT.can_view,USER_MANAGEMENT.can_export,'
            'ATTEMPT_MANAGEMENT.can_view,STUDENT_PERFORMANCE.can_view}')
    ) AS role (n, name, legacy, permissions)
), programmes AS (
    INSERT INTO programmes_programme (id, tenant_id, created_at, code, name, is_active)
    SELECT pg_temp.row_id(2, n), %(tenant)s, '2024-01-01', 'P' || lpad(n::text, 2, '0'),
        'Programme of ' || (%(last)s::text[])[n * 2 + 1] || ' Studies', true
    FROM generate_series(0, %(programmes)s - 1) AS n
), case_studies AS (
    INSERT INTO programmes_casestudy
        (id, tenant_id, created_at, title, slug, instructions, is_active)
    SELECT pg_temp.row_id(3, n), %(tenant)s, '2024-01-01', 'Case study ' || n, 'case-' || n,
        '[]', n %% 10 > 0
    FROM generate_series(0, %(case_studies)s - 1) AS n
)
INSERT INTO programmes_casestudyprogramme (tenant_id, case_study_id, programme_id)
SELECT DISTINCT %(tenant)s, pg_temp.row_id(3, n),
    pg_temp.row_id(2, pg_temp.draw(n, 20 + i, %(programmes)s))
FROM generate_series(0, %(case_studies)s - 1) AS n, generate_series(0, n %% 3) AS i
""",
    "users": """
INSERT INTO accounts_user (
    id, tenant_id, created_at, password, email, role_id, legacy_role, status, first_name,
    middle_name, last_name, unlimited_sessions, access_epoch, last_seen_at,
    programme_set_id, sis_id, cohort
)
SELECT id, %(tenant)s, timestamptz '2024-01-01' + n * interval '30 seconds',
    '!crowd', lower(first || '.' || last) || n || '@' || %(domain)s,
    pg_temp.row_id(1, 0), 'STUDENT',
    CASE WHEN pg_temp.draw(n, 7, 100) < 5 THEN 'INACTIVE'
        WHEN pg_temp.draw(n, 7, 100) < 6 THEN 'DELETED' ELSE 'ACTIVE' END,
    first, CASE WHEN pg_temp.draw(n, 8, 5) = 0 THEN middle END, last, false, 0, seen,
    programme_set_id(nullif(programmes, '{}')),
    'M/' || lpad(n::text, 9, '0'), (2022 + pg_temp.draw(n, 12, 5))::text
FROM plan, LATERAL (
    SELECT (%(first)s::text[])[pg_temp.draw(n, 9, cardinality(%(first)s::text[])) + 1] AS first,
        (%(first)s::text[])[pg_temp.draw(n, 10, cardinality(%(first)s::text[])) + 1] AS middle,
        (%(last)s::text[])[pg_temp.draw(n, 11, cardinality(%(last)s::text[])) + 1] AS last
) AS name
UNION ALL
SELECT pg_temp.row_id(5, 0), %(tenant)s, timestamptz '2024-01-01', %(password)s, %(email)s,
    pg_temp.row_id(1, 1), 'ADMIN', 'ACTIVE', 'Ada', NULL, 'Admin', false, 0, NULL, NULL,
    NULL, NULL
""",
    "memberships": """
INSERT INTO accounts_programmemembership (tenant_id, user_id, programme_id)
SELECT %(tenant)s, id, programme FROM plan, unnest(programmes) AS programme
""",
    "programme sets": """
INSERT INTO accounts_programmeset (id, tenant_id, programmes, label)
SELECT programme_set_id(programmes), %(tenant)s, programmes, programme_label(programmes)
FROM (SELECT DISTINCT programmes FROM plan WHERE programmes <> '{}') AS enrolled
""",
    "sessions": """
INSERT INTO students_session (
    id, tenant_id, user_id, case_study_id, created_at, conversation_id, status, start_time,
    end_time, last_activity, elapsed_active_time, reconnect_count, end_reason, duration_limit,
    transcript_status, grading_status
)
SELECT pg_temp.row_id(6, n * %(sessions)s + k), %(tenant)s, id,
    pg_temp.row_id(3, pg_temp.draw(n, 30 + k / 2, %(case_studies)s)), start, 'c' || n || k, 'ended',
    start, start + interval '9 minutes', NULL, 30 + pg_temp.draw(n, 40 + k, 540), 0, 'user_ended',
    600, CASE pg_temp.draw(n * 8 + k, 60, 1000) WHEN 0 THEN 'failed' WHEN 1 THEN 'missing'
        WHEN 2 THEN 'processing' WHEN 3 THEN 'partial' ELSE 'available' END,
    CASE WHEN k %% 3 = 0 THEN 'complete' ELSE 'pending' END
FROM plan, generate_series(0, %(sessions)s - 1) AS k, LATERAL (
    SELECT seen - interval '9 minutes' - (%(sessions)s - 1 - k) * interval '3 days' AS start
) AS moment
WHERE seen IS NOT NULL
""",
    "grades": """
INSERT INTO students_grade (
    id, tenant_id, session_id, created_at, final_score, overall_summary, criteria
)
SELECT pg_temp.row_id(7, n * %(sessions)s + k), %(tenant)s,
    pg_temp.row_id(6, n * %(sessions)s + k), '2026-06-01', 40 + pg_temp.draw(n, 50 + k, 600) / 10.0,
    'Good.', '[]'
FROM plan, generate_series(0, %(sessions)s - 1, 3) AS k
WHERE seen IS NOT NULL
""",
    # Every 20th got two attempts more for the first case study, half of them for good.
    "grants": """
INSERT INTO students_attempttransaction (
    id, tenant_id, user_id, case_study_id, created_at, type, amount, reason, expires_at
)
SELECT pg_temp.row_id(8, n), %(tenant)s, id,
    pg_temp.row_id(3, pg_temp.draw(n, 30, %(case_studies)s)), '2026-01-01', 'grant', 2, 'Outage',
    CASE WHEN n %% 40 = 0 THEN timestamptz '2100-01-01' END
FROM plan WHERE n %% 20 = 0
""",
}
