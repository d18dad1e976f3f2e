"""The panel's answers as one statement each, written by hand for that page alone.

Parameters are the ``tenant``, a ``student`` and how many rows to ``skip``.
"""

_STUDENTS = (
    "accounts_user WHERE tenant_id = %(tenant)s AND legacy_role = 'STUDENT' "
    "AND NOT (status = 'DELETED')"
)
_SEEN = "last_seen_at DESC NULLS LAST, sort_name, id"
_COUNTS = "students_studentcount WHERE tenant_id = %(tenant)s"
_ALL = f"{_COUNTS} AND programme = '' AND gram = '' AND NOT dated"
_DAILY = f"{_COUNTS} AND programme = '' AND gram = '' AND dated"


def _page(total: str, ids: str) -> str:
    return f"""
        SELECT ({total}), json_agg(line) FROM (
            SELECT student.id, first_name, last_name, email, status, last_seen_at, label
            FROM ({ids}) AS page JOIN accounts_user AS student USING (id)
            LEFT JOIN accounts_programmeset AS enrolled ON enrolled.id = programme_set_id
        ) AS line
    """


def _first(order: str, *conditions: str, offset: str = "0") -> str:
    """Return SQL for the students of both statuses in order, each from an index, and merged."""
    where = " AND ".join((_STUDENTS, *conditions))
    ranges = " UNION ALL ".join(
        f"(SELECT id, sort_name, last_seen_at FROM {where} AND status = '{status}'"
        f" ORDER BY {order} LIMIT {offset} + 10)"
        for status in ("ACTIVE", "INACTIVE")
    )
    return f"SELECT id FROM ({ranges}) AS student ORDER BY {order} OFFSET {offset} LIMIT 10"


def _holding(text: str) -> str:
    return _first(_SEEN, f"strpos(search_text, '{text}') > 0")


DEFAULT = _page(f"SELECT sum(n) FROM {_ALL}", _first(_SEEN))

SEARCH = _page(
    "SELECT count(*) FROM students_searchentry WHERE tenant_id = %(tenant)s"
    " AND text LIKE '%%abdul%%'",
    _holding("abdul"),
)

LETTERS = _page(f"SELECT sum(n) FROM {_COUNTS} AND programme = '' AND gram = 'ab'", _holding("ab"))

NUMBER = _page("SELECT 1", f"SELECT id FROM {_STUDENTS} AND sis_id = 'M/000004711'")

COHORT = _page(
    f"SELECT count(*) FROM {_STUDENTS} AND cohort = '2024'", _first(_SEEN, "cohort = '2024'")
)

_PROGRAMME = "(SELECT id FROM programmes_programme WHERE tenant_id = %(tenant)s AND code = 'P07')"
PROGRAMME = _page(
    f"SELECT sum(n) FROM {_COUNTS} AND gram = '' AND NOT dated AND programme = {_PROGRAMME}",
    f"""
    SELECT student.id FROM accounts_programmeset AS known
    CROSS JOIN (VALUES ('ACTIVE'), ('INACTIVE')) AS shown (state)
    CROSS JOIN LATERAL (
        SELECT id, last_seen_at, sort_name FROM {_STUDENTS}
            AND programme_set_id = known.id AND status = state
        ORDER BY {_SEEN} LIMIT 10
    ) AS student
    WHERE tenant_id = %(tenant)s AND {_PROGRAMME} = ANY (programmes)
    ORDER BY {_SEEN} LIMIT 10
    """,
)

INACTIVE_BY_NAME = _page(
    f"SELECT sum(n) FROM {_ALL} AND status = 'INACTIVE'",
    f"SELECT id FROM {_STUDENTS} AND status = 'INACTIVE' ORDER BY sort_name, id LIMIT 10",
)

BY_PROGRAMME = _page(
    f"SELECT sum(n) FROM {_ALL}",
    f"""
    SELECT student.id FROM (
        SELECT id, sort_label FROM accounts_programmeset WHERE tenant_id = %(tenant)s
        ORDER BY sort_label
    ) AS known
    CROSS JOIN (VALUES ('ACTIVE'), ('INACTIVE')) AS shown (state)
    CROSS JOIN LATERAL (
        SELECT id, sort_name FROM {_STUDENTS} AND programme_set_id = known.id AND status = state
        ORDER BY sort_name, id LIMIT 10
    ) AS student
    ORDER BY sort_label, sort_name, student.id LIMIT 10
    """,
)

SEEN = _page(
    f"SELECT sum(n) FROM {_DAILY} AND day BETWEEN '2026-03-01' AND '2026-04-30'",
    _first(_SEEN, "last_seen_at >= '2026-03-01Z'", "last_seen_at < '2026-05-01Z'"),
)

# The counts per day tell in which day the page begins.
DEEP = f"""
    WITH days AS (
        SELECT day, sum(sum(n)) OVER (ORDER BY day DESC NULLS LAST) - sum(n) AS before
        FROM {_DAILY} GROUP BY day
    ), landing AS MATERIALIZED (
        SELECT min(day) + 1 AS day, %(skip)s - max(before)::int AS rest
        FROM days WHERE before <= %(skip)s
    )
    {
    _page(
        f"SELECT sum(n) FROM {_ALL}",
        _first(
            _SEEN,
            "last_seen_at < (SELECT day::timestamp AT TIME ZONE 'UTC' FROM landing)",
            offset="(SELECT rest FROM landing)",
        ),
    )
}
"""

DETAILS = """
    SELECT student.id, first_name, last_name, email, status, last_seen_at, label, (
        SELECT json_agg(attempt) FROM (
            SELECT session.id, case_study_id, title, start_time, end_time, session.status,
                transcript_status, grading_status, final_score
            FROM students_session AS session
            JOIN programmes_casestudy AS case_study ON case_study.id = case_study_id
            LEFT JOIN students_grade AS grade ON grade.session_id = session.id
            WHERE session.tenant_id = %(tenant)s AND session.user_id = student.id
        ) AS attempt
    )
    FROM accounts_user AS student
    LEFT JOIN accounts_programmeset AS enrolled ON enrolled.id = programme_set_id
    WHERE student.id = %(student)s AND student.tenant_id = %(tenant)s
"""

# The cells of an export, of all students who were seen ``since`` a moment.
EXPORT = f"""
    SELECT first_name || ' ' || last_name, email, label, lower(status), case_studies::int,
        to_char(last_seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    FROM accounts_user
    LEFT JOIN (
        SELECT known.id, label, count(DISTINCT case_study_id) AS case_studies
        FROM accounts_programmeset AS known
        LEFT JOIN (
            SELECT programme_id, case_study_id FROM programmes_casestudyprogramme AS link
            JOIN programmes_casestudy AS case_study ON case_study.id = case_study_id
            WHERE is_active
        ) AS shared ON programme_id = ANY (programmes)
        WHERE tenant_id = %(tenant)s GROUP BY known.id
    ) AS enrolled ON enrolled.id = programme_set_id
    WHERE tenant_id = %(tenant)s AND legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
        AND last_seen_at >= %(since)s
    ORDER BY {_SEEN.replace("id", "accounts_user.id")} LIMIT %(rows)s
"""
