"""What the tables of this app hold about people (docs/privacy.md)."""

from django.utils.translation import gettext_lazy as _

from config.personal_data import (
    RegisteredTable,
    deleted,
    derived,
    emptied,
    impersonal,
    kept,
    replaced,
    table,
)

TABLES: tuple[RegisteredTable, ...] = (
    table(
        "accounts.User",
        _("The account: who somebody is, what they may do, and when they were last here."),
        kept(
            "id tenant created_at",
            "The pseudonym: sessions, attempts and events refer to it.",
            exported=True,
        ),
        replaced("first_name last_name email", exported=True),
        emptied("middle_name title department sis_id cohort", exported=True),
        emptied("password", "Nobody signs in with the account any more."),
        replaced("status", "DELETED.", exported=True),
        kept("role legacy_role", "Statistics tell students from staff.", exported=True),
        kept("unlimited_sessions", "A rule of attempts; says nothing of who.", exported=True),
        emptied("last_activity_at", exported=True),
        derived("last_seen_at", "From sessions, which stay.", exported=True),
        kept("updated_at access_epoch", "Technical; the epoch ends all sign-ins."),
        derived("programme_set", "From the memberships, which stay."),
        derived("sort_name search_text", "From name and address."),
    ),
    table(
        "accounts.ProgrammeMembership",
        _("Which programmes somebody belongs to."),
        kept("user programme", "Statistics of a programme.", exported=True),
        kept("id tenant", "Technical."),
    ),
    table(
        "accounts.SignIn",
        _("Sign-ins with tokens: where and with which program."),
        deleted("created_at address user_agent last_used_at expires_at ended_at", exported=True),
        deleted(
            "id tenant user user_epoch tenant_epoch refresh_jti previous_jti rotated_at rotated_by"
            " sso_login"
        ),
    ),
    table(
        "accounts.BrowserSession",
        _("Sign-ins of a browser: where and with which program."),
        deleted("created_at address user_agent last_used_at expire_date", exported=True),
        deleted("session_data key_digest tenant user public_id"),
    ),
    table(
        "accounts.SSOIdentity",
        _("The name by which the university's sign-in server knows somebody."),
        deleted("server_url subject created_at", exported=True),
        deleted("id updated_at tenant user"),
    ),
    table(
        "accounts.SSOLogin",
        _("Sign-ins at the university's server, so that a logout there ends them here."),
        deleted("created_at ended_at", exported=True),
        deleted("id tenant user user_epoch tenant_epoch ticket_digest session_digest"),
    ),
    table(
        "accounts.SSOCode",
        _("Codes by which a front end gets its tokens, good for a minute."),
        deleted("tenant digest login challenge expires_at used_at"),
    ),
    table(
        "accounts.SecondFactor",
        _("The secret of an authenticator app, and digests of recovery codes."),
        deleted("since", exported=True),
        deleted(
            "id created_at updated_at tenant user secret pending last_step recovery_digests",
            "Secrets are given to nobody.",
        ),
    ),
    table(
        "accounts.Invitation",
        _("Invitations, and what became of their mails."),
        deleted("created_at sent_at accepted_at failed_at failure", exported=True),
        deleted(
            "id tenant user token_hash expires_at attempts claimed_at replaced_at invited_by_id"
            " invited_by_name"
        ),
    ),
    table(
        "accounts.PasswordReset",
        _("Links to choose a new password, and what became of their mails."),
        deleted("created_at sent_at used_at asked_from failed_at failure", exported=True),
        deleted("id tenant user token_hash expires_at attempts claimed_at replaced_at"),
    ),
    table(
        "accounts.RateCounter",
        _("Counts of attempts by digests of addresses; gone within a day."),
        deleted("key hits window_ends_at", "Those of the person's addresses and account."),
    ),
    impersonal(
        "accounts.Role",
        _("What people with a role may do."),
        "id created_at updated_at tenant name description legacy_role permissions",
    ),
    impersonal(
        "accounts.ProgrammeSet",
        _("Sets of programmes that many people share."),
        "tenant id programmes label sort_label",
    ),
    impersonal(
        "accounts.ServiceKey",
        _("Keys of the live service."),
        "tenant id prefix hashed_key created name revoked expiry_date last_used_at",
    ),
    impersonal(
        "background.BackgroundWorker",
        "The background workers that run, and those that are gone.",
        "id queues host pid started_at heard_of_at lost_at settled_at taken_up given_up",
    ),
    table(
        "django_tasks_database.DBTaskResult",
        _("The worker's queue: ids, and for a forgotten password where it was asked from."),
        deleted(
            "id status enqueued_at started_at finished_at args_kwargs priority task_path worker_ids"
            " queue_name backend_name run_after return_value exception_class_path traceback",
            "Tasks that name the person's account.",
        ),
    ),
    impersonal(
        "admin.LogEntry",
        _("Django's; always empty, since the audit trail is the log."),
        "id action_time user content_type object_id object_repr action_flag change_message",
    ),
    impersonal("auth.Permission", _("Django's; names of models."), "id name content_type codename"),
    impersonal("auth.Group", _("Django's; always empty."), "id name"),
    impersonal("auth.Group_permissions", _("Django's; always empty."), "id group permission"),
    impersonal("contenttypes.ContentType", _("Django's; names of models."), "id app_label model"),
    impersonal(
        "sessions.Session",
        _("Django's; always empty, since browser sessions are our own."),
        "session_key session_data expire_date",
    ),
    impersonal(
        "rest_framework_api_key.APIKey",
        _("The library's; always empty, since service keys are a model of ours."),
        "id prefix hashed_key created name revoked expiry_date",
    ),
    impersonal(
        "django_cas_ng.ProxyGrantingTicket",
        _("The library's; always empty."),
        "id session_key user pgtiou pgt date",
    ),
    impersonal(
        "django_cas_ng.SessionTicket",
        _("The library's; always empty."),
        "id session_key ticket",
    ),
)
