"""What the tables of this app hold about people (docs/privacy.md)."""

from django.utils.translation import gettext_lazy as _

from config.personal_data import RegisteredTable, emptied, impersonal, kept, table

TABLES: tuple[RegisteredTable, ...] = (
    table(
        "tenants.AuditEvent",
        _("The audit trail: who did what to whom, and when."),
        kept(
            "tenant id actor_user_id target_type target_id event_type event_time request_id",
            "Proof of what was done; ids that lead to the pseudonym alone.",
            exported=True,
        ),
        kept("arrival", "Technical: the order in which events are sealed."),
        kept(
            "part_of done_in done_from", "Ids of a job and of universities; the metadata have them."
        ),
        kept("actor_digest metadata_digest", "Salted; the salt goes with what was kept apart."),
        kept(
            "metadata",
            "Of events about no person; else moved to AuditPersonal when it is written.",
            exported=True,
        ),
        kept(
            "actor_email actor_name address user_agent",
            "Empty: moved to AuditPersonal when the event is written.",
        ),
    ),
    table(
        "tenants.AuditPersonal",
        _("What names a person in an event of the trail, kept apart so that it can be erased."),
        kept("event tenant", "Which event it belongs to."),
        emptied("actor", "Where the person acted.", exported=True),
        emptied("metadata", "Where the event is about the person.", exported=True),
        emptied("actor_salt metadata_salt", "Without them nobody can guess what was there."),
    ),
    impersonal(
        "tenants.AuditSeal",
        _("The chain of seals over the audit trail: ids and digests of events."),
        "id tenant number version sealed_at after_arrival after_id last_arrival last_id events"
        " newest_at dropped_to audit_days content former hash",
    ),
    impersonal(
        "tenants.TenantRetention",
        _("How long the university keeps audit events and transcripts."),
        "tenant audit_days transcript_days updated_at",
    ),
    table(
        "tenants.Erasure",
        _("That a person was erased, so that nobody brings them back by mistake."),
        kept("id tenant created_at user_id actor_user_id", "Proof that the request was met."),
        kept("events", "Events about others that named the person, and name them no more."),
        kept(
            "digests",
            "Keyed digests of addresses and SIS ids: a roster that names the person again is"
            " recognised. The key is not in the database.",
        ),
    ),
    impersonal(
        "tenants.Tenant",
        _("The universities."),
        "id created_at updated_at name slug domain lms_type time_zone is_active access_epoch"
        " move_state move_state_since",
    ),
    impersonal(
        "tenants.TenantBranding",
        _("How the university's pages look."),
        "tenant logo_url primary_color secondary_color widget_position updated_at",
    ),
    impersonal(
        "tenants.TenantSSOConfig",
        _("Where the university's people sign in."),
        "tenant provider server_url callback_url is_enabled allow_password_login email_attribute"
        " user_is_email renew updated_at",
    ),
    impersonal(
        "tenants.TenantAIConfig",
        _("Defaults of the simulations, and the addresses of the university's offices."),
        "tenant default_llm_model default_tts_voice default_stt_language max_sessions_per_student"
        " pass_mark default_language admin_email support_email updated_at",
    ),
    impersonal(
        "tenants.AllowedOrigin",
        _("Web origins whose pages may call the API."),
        "id created_at tenant origin",
    ),
)
