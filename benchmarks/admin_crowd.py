"""The crowd of ``benchmarks.crowd`` as operators meet it: a case study that all tried, a trail."""

from typing import Any

from psycopg import ClientCursor, Connection

from benchmarks import crowd

# To be counted up with every change of what is written here.
VERSION = f"{crowd.VERSION}.1"

# The case study that everybody has tried, and the Super Admin who reads the trail.
TRIED_BY_ALL = crowd.case_study_id(crowd.CASE_STUDIES)
BOSS_EMAIL = "boss@crowd.example"

# An id of a student about whom there are events, and the name of nobody else.
FOUND = crowd.student_id(4_711)

# Written along with the rest, before the indexes exist.
ALSO = {
    "a case study that everybody tried": """
WITH case_study AS (
    INSERT INTO programmes_casestudy
        (id, tenant_id, created_at, title, slug, instructions, is_active)
    VALUES (pg_temp.row_id(3, %(case_studies)s), %(tenant)s, '2024-01-01', 'Tried by all',
        'tried-by-all', '[]', true)
)
INSERT INTO students_session (
    id, tenant_id, user_id, case_study_id, created_at, conversation_id, status, start_time,
    end_time, last_activity, elapsed_active_time, reconnect_count, end_reason, duration_limit,
    transcript_status, grading_status
)
SELECT pg_temp.row_id(9, n * 4 + k), %(tenant)s, id, pg_temp.row_id(3, %(case_studies)s), start,
    'a' || n || k, 'ended', start, start + interval '9 minutes', NULL, 540, 0, 'user_ended', 600,
    'available', CASE WHEN k = 0 AND n %% 3 > 0 THEN 'complete' ELSE 'pending' END
FROM plan, generate_series(0, pg_temp.draw(n, 70, 4)) AS k, LATERAL (
    SELECT coalesce(seen, timestamptz '2026-01-01Z') - (k + 1) * interval '1 day' AS start
) AS moment
""",
    "its grades": """
INSERT INTO students_grade (
    id, tenant_id, session_id, created_at, final_score, overall_summary, criteria
)
SELECT pg_temp.row_id(10, n), %(tenant)s, pg_temp.row_id(9, n * 4), '2026-06-01',
    40 + pg_temp.draw(n, 71, 600) / 10.0, 'Good.', '[]'
FROM plan WHERE n %% 3 > 0
""",
    "who has no limit": """
UPDATE accounts_user SET unlimited_sessions = true
WHERE legacy_role = 'STUDENT' AND ('x' || right(id, 6))::bit(24)::int %% 100 = 0
""",
    "a Super Admin": """
WITH role AS (
    INSERT INTO accounts_role (id, tenant_id, created_at, name, legacy_role, permissions)
    VALUES (pg_temp.row_id(1, 2), %(tenant)s, '2024-01-01', 'Super Admin', 'SUPER_ADMIN', '{}')
)
INSERT INTO accounts_user (
    id, tenant_id, created_at, password, email, role_id, legacy_role, status, first_name,
    last_name, unlimited_sessions, access_epoch
)
VALUES (pg_temp.row_id(5, 1), %(tenant)s, '2024-01-01', '!crowd', 'boss@crowd.example',
    pg_temp.row_id(1, 2), 'SUPER_ADMIN', 'ACTIVE', 'Bo', 'Boss', false, 0)
""",
    "a trail": """
INSERT INTO tenants_auditevent (id, tenant_id, actor_user_id, actor_email, actor_name, target_type,
    target_id, event_type, event_time, metadata, request_id, address)
SELECT pg_temp.row_id(11, n), %(tenant)s, pg_temp.row_id(5, n %% 2), 'ada@crowd.example',
    CASE n %% 2 WHEN 0 THEN 'Ada Admin' ELSE 'Bo Boss' END, split_part(event, '.', 1), id, event,
    timestamptz '2025-06-01Z' + n * interval '20 seconds',
    '{"changes": {"first_name": {"before": "Ada", "after": "Adaeze"}}}', md5(n::text), '192.0.2.1'
FROM plan, LATERAL (SELECT CASE WHEN pg_temp.draw(n, 80, 256) = 0 THEN 'user.deactivated'
    ELSE 'user.updated' END AS event) AS kind
""",
}


def fill(connection: Connection[Any], students: int, say) -> None:
    """Write the university into an empty, migrated database."""
    crowd.fill(connection, students, say, also=ALSO)
    connection.execute("VACUUM (ANALYZE) tenants_auditevent")


def students_listed(connection: Connection[Any]) -> int:
    """Return how many students the list has."""
    count = (
        "SELECT count(*) FROM accounts_user WHERE legacy_role = 'STUDENT' AND status <> 'DELETED'"
    )
    return ClientCursor(connection).execute(count).fetchone()[0]
