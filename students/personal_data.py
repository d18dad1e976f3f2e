"""What the tables of this app hold about people (docs/privacy.md)."""

from django.utils.translation import gettext_lazy as _

from config.personal_data import (
    RegisteredTable,
    deleted,
    derived,
    emptied,
    impersonal,
    kept,
    table,
)

TABLES: tuple[RegisteredTable, ...] = (
    table(
        "students.Session",
        _("Conversations with a case study: when, how long, how they ended."),
        kept(
            "id user case_study status start_time end_time last_activity elapsed_active_time"
            " reconnect_count end_reason duration_limit transcript_status transcript_removed_at"
            " grading_status",
            "Statistics; attempts are counted from them.",
            exported=True,
        ),
        emptied("conversation_id", "The live service's own name of it.", exported=True),
        derived("counted_as_attempt seen_at", "From the columns beside them.", exported=True),
        kept("created_at updated_at tenant", "Technical."),
    ),
    table(
        "students.Transcript",
        _("What was said in a session, word by word."),
        deleted("session status messages", exported=True),
        deleted("tenant"),
    ),
    table(
        "students.Grade",
        _("The grade of a session: a score, and the grader's words."),
        kept("session rubric_id final_score created_at", "Statistics.", exported=True),
        emptied("overall_summary", "The grader's words about the person.", exported=True),
        emptied(
            "criteria",
            "Each criterion's feedback goes; name, weight and score stay.",
            exported=True,
        ),
        kept("id updated_at tenant", "Technical."),
    ),
    table(
        "students.AttemptTransaction",
        _("The ledger of attempts: grants, revocations, expiries."),
        kept(
            "id created_at user case_study type amount expires_at grant",
            "Attempts add up; no line of the ledger ever changes.",
            exported=True,
        ),
        kept("actor_user_id", "Who granted it: an id that leads to the account.", exported=True),
        kept("reason actor_name", "Empty: moved to LedgerPersonal when the line is written."),
        kept("tenant", "Technical."),
    ),
    table(
        "students.LedgerPersonal",
        _("What names a person in a line of the ledger, kept apart so that it can be erased."),
        emptied("reason", "Of lines about the person.", exported=True),
        emptied("actor_name", "Of lines that the person added as staff."),
        kept("line tenant", "Which line it belongs to."),
    ),
    table(
        "students.BulkJob",
        _("Grants and revocations for many students at once."),
        emptied("reason", "Where the job was about the person, or the text names them."),
        kept("results", "Ids of accounts, and why one failed, in our words."),
        kept(
            "id created_at tenant job_type status case_study amount expires_at dry_run total_rows"
            " processed_rows succeeded_rows failed_rows actor_user_id started_at completed_at",
            "What was done, by ids.",
        ),
    ),
    table(
        "students.IdempotencyRecord",
        _("Answers that a repeated request gets again, for 30 days: ids and numbers."),
        deleted("key", "Keys that hold an address of the person go, with their rows."),
        kept("id tenant operation request_hash response created_at", "Ids and numbers alone."),
    ),
    table(
        "students.RosterImport",
        _(
            "Rosters that were uploaded: their files until they are imported, and what they "
            "changed."
        ),
        emptied(
            "people_content companion_content",
            "Uploads that wait are discarded: a file cannot be changed.",
        ),
        emptied("report refusal", "Lines that name the person."),
        emptied("created_by_name confirmed_by_name", "Where the person was staff."),
        kept(
            "id created_at updated_at tenant state file_name companion_name encoding programme"
            " max_change deactivate_missing skip_bad_rows allow_erased stage steps steps_done"
            " heard_of_at finished_at created_by_id confirmed_by_id confirmed_by_tenant_id source"
            " plan_hash",
            "That there was an import, by ids.",
        ),
    ),
    table(
        "students.ImportedStudent",
        _("That a roster import added or changed a student, and which fields."),
        kept(
            "id created_at user roster_id outcome changed",
            "What was done, by ids and names of fields.",
            exported=True,
        ),
        kept("tenant", "Technical."),
    ),
    table(
        "students.SearchEntry",
        _("Name and address as the search compares them."),
        derived("tenant user status programme_set last_seen_at sort_name text", "From the user."),
    ),
    table(
        "students.VisibleSearchEntry",
        _("The same, as one university sees it: a view."),
        derived("tenant user status programme_set last_seen_at sort_name text", "From the user."),
    ),
    table(
        "students.CaseStudyProgress",
        _("Attempts and best score of a student at a case study."),
        derived(
            "tenant user case_study sort_name programme_set in_ledger counted_sessions"
            " latest_counted_at graded_sessions best_score best_session_id latest_graded_at"
            " transcript_status",
            "From user, sessions, grades and ledger.",
        ),
    ),
    impersonal(
        "students.StudentCount",
        _("Numbers of students of a kind; letters, but no names."),
        "id tenant programme gram status dated day ticket n",
    ),
    impersonal(
        "students.ProgressCount",
        _("Numbers of students' results of a kind."),
        "id tenant transcript_status day ticket n",
    ),
)
