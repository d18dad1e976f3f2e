"""The database code of students; the texts are in ``students/sql/``."""

from django.db import migrations

from config.db.sql_objects import ApplySQL

# In rows that change often, and in no column that an index has, room is left in each page: the new
# version stays on it, and the indexes stay untouched.
LEAVE_ROOM = """
ALTER TABLE students_searchentry SET (fillfactor = 85);
ALTER TABLE students_studentcount SET (fillfactor = 50);
ALTER TABLE students_standingcount SET (fillfactor = 50);
"""
LEAVE_NONE = """
ALTER TABLE students_searchentry RESET (fillfactor);
ALTER TABLE students_studentcount RESET (fillfactor);
ALTER TABLE students_standingcount RESET (fillfactor);
"""

LAST_SEEN = [
    ApplySQL("refresh_last_seen", drop="DROP FUNCTION refresh_last_seen(text[])"),
    ApplySQL(
        "last_seen_triggers",
        drop="""
        DROP TRIGGER last_seen_after_insert ON students_session;
        DROP TRIGGER last_seen_after_update ON students_session;
        DROP TRIGGER last_seen_after_delete ON students_session;
        DROP TRIGGER last_seen_after_truncate ON students_session;
        DROP FUNCTION session_inserted();
        DROP FUNCTION session_updated();
        DROP FUNCTION session_deleted();
        DROP FUNCTION sessions_truncated();
        """,
    ),
    ApplySQL(
        "last_seen_difference",
        drop="DROP VIEW last_seen_difference; DROP VIEW expected_last_seen;",
    ),
]

LIST_OF_STUDENTS = [
    ApplySQL("expected_search_entry", drop="DROP VIEW expected_search_entry"),
    ApplySQL("refresh_search_entries", drop="DROP FUNCTION refresh_search_entries(text[])"),
    ApplySQL("search_entry_difference", drop="DROP VIEW search_entry_difference"),
    ApplySQL("search_grams", drop="DROP FUNCTION search_grams(text)"),
    ApplySQL(
        "add_student_counts",
        drop="""
        DROP FUNCTION add_student_counts(students_studentcount[]);
        DROP SEQUENCE student_count_tickets;
        """,
    ),
    ApplySQL("expected_student_count", drop="DROP VIEW expected_student_count"),
    ApplySQL("student_count_difference", drop="DROP VIEW student_count_difference"),
    ApplySQL(
        "panel_triggers",
        drop="""
        DROP TRIGGER panel_after_insert ON accounts_user;
        DROP TRIGGER panel_after_update ON accounts_user;
        DROP TRIGGER panel_after_delete ON accounts_user;
        DROP TRIGGER panel_after_truncate ON accounts_user;
        DROP FUNCTION panel_user_inserted();
        DROP FUNCTION panel_user_updated();
        DROP FUNCTION panel_user_deleted();
        DROP FUNCTION panel_users_truncated();
        """,
    ),
    ApplySQL("repair_panel", drop="DROP FUNCTION repair_panel()"),
]

PROGRESS = [
    ApplySQL("expected_standing", drop="DROP VIEW expected_standing"),
    ApplySQL("refresh_standings", drop="DROP FUNCTION refresh_standings(text[])"),
    ApplySQL("standing_difference", drop="DROP VIEW standing_difference"),
    ApplySQL(
        "add_standing_counts",
        drop="""
        DROP FUNCTION add_standing_counts(students_standingcount[]);
        DROP SEQUENCE standing_count_tickets;
        """,
    ),
    ApplySQL(
        "standing_count_triggers",
        drop="""
        DROP TRIGGER count_after_insert ON students_standing;
        DROP TRIGGER count_after_update ON students_standing;
        DROP TRIGGER count_after_delete ON students_standing;
        DROP TRIGGER count_after_truncate ON students_standing;
        DROP FUNCTION count_standing_inserted();
        DROP FUNCTION count_standing_updated();
        DROP FUNCTION count_standing_deleted();
        DROP FUNCTION count_standings_truncated();
        """,
    ),
    ApplySQL("standing_count_difference", drop="DROP VIEW standing_count_difference"),
    ApplySQL(
        "standing_session_triggers",
        drop="""
        DROP TRIGGER attempts_standing_after_insert ON students_session;
        DROP TRIGGER attempts_standing_after_update ON students_session;
        DROP TRIGGER attempts_standing_after_delete ON students_session;
        DROP FUNCTION standing_session_inserted();
        DROP FUNCTION standing_session_updated();
        DROP FUNCTION standing_session_deleted();
        """,
    ),
    ApplySQL(
        "standing_grade_triggers",
        drop="""
        DROP TRIGGER attempts_standing_after_insert ON students_grade;
        DROP TRIGGER attempts_standing_after_update ON students_grade;
        DROP TRIGGER attempts_standing_after_delete ON students_grade;
        DROP FUNCTION standing_grade_inserted();
        DROP FUNCTION standing_grade_updated();
        DROP FUNCTION standing_grade_deleted();
        """,
    ),
    ApplySQL(
        "standing_ledger_trigger",
        drop="""
        DROP TRIGGER attempts_standing_after_insert ON students_attempttransaction;
        DROP FUNCTION standing_ledger_inserted();
        """,
    ),
    ApplySQL(
        "standing_user_trigger",
        drop="""
        DROP TRIGGER attempts_standing_after_update ON accounts_user;
        DROP FUNCTION standing_user_updated();
        """,
    ),
    ApplySQL(
        "standing_truncate_triggers",
        drop="""
        DROP TRIGGER attempts_standing_after_truncate ON students_session;
        DROP TRIGGER attempts_standing_after_truncate ON students_grade;
        DROP TRIGGER attempts_standing_after_truncate ON students_attempttransaction;
        DROP TRIGGER attempts_standing_after_truncate ON accounts_user;
        DROP FUNCTION standings_truncated();
        """,
    ),
    ApplySQL("repair_standings", drop="DROP FUNCTION repair_standings()"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_database"),  # sets of programmes
        ("students", "0001_initial"),
        ("tenants", "0002_database"),  # refuse_change
    ]

    operations = [
        migrations.RunSQL(LEAVE_ROOM, LEAVE_NONE),
        ApplySQL(
            "ledger_append_only", drop="DROP TRIGGER append_only ON students_attempttransaction"
        ),
        *LAST_SEEN,
        *LIST_OF_STUDENTS,
        *PROGRESS,
    ]
