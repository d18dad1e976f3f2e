"""What happened, in words: a sentence for each type of event (contract §18).

A sentence has ``{places}``, which ``Words`` fills. What a type says depends on its event where it
is a function.
"""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tenants.models import AuditEvent

type Text = str | Promise
type Sentence = Text | Callable[[AuditEvent], Text]


def _user_updated(event: AuditEvent) -> Text:
    facts = event.metadata
    if facts.get("changes"):
        return _("{actor} changed {changed} of {target}")
    if facts.get("invitation") == "accepted":
        return _("{actor} accepted the invitation")
    if facts.get("invitation"):
        return _("{actor} sent {target} a new invitation")
    if facts.get("sso_identity"):
        return _("{actor} had the name of {target} at the sign-in server forgotten")
    if facts.get("recovery_codes"):
        return _("{actor} made new recovery codes")
    if "recovery_codes_left" in facts:
        return _("{actor} used a recovery code")
    return _("{actor} changed the account of {target}")


def _tenant_updated(event: AuditEvent) -> Text:
    has_changes = _changes(event)
    if event.metadata.get("configuration"):
        if has_changes:
            return _("{actor} changed {changed} of the {configuration} of {target}")
        return _("{actor} changed the {configuration} of {target}")
    return _("{actor} changed {changed} of {target}") if has_changes else _CHANGED


_CHANGED = _("{actor} changed {target}")


def _changes(event: AuditEvent) -> bool:
    return bool(event.metadata.get("changes"))


def _updated(changed: Text, otherwise: Text) -> Callable[[AuditEvent], Text]:
    def sentence(event: AuditEvent) -> Text:
        return changed if _changes(event) else otherwise

    return sentence


def _reset_requested(event: AuditEvent) -> Text:
    if event.metadata.get("by") == "self":
        return _("Somebody asked for a new password of {target}{place}")
    return _("{actor} made a link for a new password of {target}")


def _signed_out(event: AuditEvent) -> Text:
    if event.metadata.get("reason") == "token_reused":
        return _("A sign-in of {target} was ended: its token was used twice{place}")
    if event.actor_user_id is None:
        return _("{target} was signed out by the university’s sign-in server")
    if event.actor_user_id == event.target_id:
        return _("{actor} signed out{place}")
    return _("{actor} signed {target} out")


def _second_factor(own: Text, of_another: Text) -> Callable[[AuditEvent], Text]:
    def sentence(event: AuditEvent) -> Text:
        return own if event.actor_user_id == event.target_id else of_another

    return sentence


SENTENCES: dict[str, Sentence] = {
    "tenant.created": _("{actor} created the university {target}"),
    "tenant.updated": _tenant_updated,
    "tenant.deleted": _("{actor} switched the university {target} off"),
    "tenant.held": _("{actor} began to move {target} to another server"),
    "tenant.released": _("{actor} let {target} stay on this server"),
    "tenant.arrived": _("{actor} moved {target} here from another server"),
    "user.created": _("{actor} added {target}"),
    "user.updated": _user_updated,
    "user.activated": _("{actor} activated {target}"),
    "user.deactivated": _("{actor} deactivated {target}"),
    "user.deleted": _("{actor} deleted {target}"),
    "password.reset_requested": _reset_requested,
    "password.changed": _("{actor} chose a new password{place}"),
    "second_factor.added": _second_factor(
        _("{actor} set up their second factor"), _("{actor} set up the second factor of {target}")
    ),
    "second_factor.removed": _second_factor(
        _("{actor} removed their second factor"), _("{actor} removed the second factor of {target}")
    ),
    "role.created": _("{actor} created the role {target}"),
    "role.updated": _updated(
        _("{actor} changed {changed} of the role {target}"),
        _("{actor} changed the role {target}"),
    ),
    "role.deleted": _("{actor} deleted the role {target}"),
    "permission.updated": _("{actor} changed what the role {target} permits"),
    "programme.created": _("{actor} created the programme {target}"),
    "programme.updated": _updated(
        _("{actor} changed {changed} of the programme {target}"),
        _("{actor} changed the programme {target}"),
    ),
    "programme.deleted": _("{actor} deleted the programme {target}"),
    "case_study.created": _("{actor} created the case study {target}"),
    "case_study.updated": _updated(
        _("{actor} changed {changed} of the case study {target}"),
        _("{actor} changed the case study {target}"),
    ),
    "case_study.deleted": _("{actor} deleted the case study {target}"),
    "attempt.granted": _("{actor} granted {attempts} at {case_study} to {user}"),
    "attempt.revoked": _("{actor} took {attempts} at {case_study} back from {user}"),
    "bulk_job.granted": _("{actor} granted {attempts} at {case_study} to {students}"),
    "bulk_job.revoked": _("{actor} took {attempts} at {case_study} back from {students}"),
    "transcript.read": _("{actor} read a transcript of {user} at {case_study}"),
    "roster.imported": _("{actor} imported a roster{files}{counts}"),
    "sessions.imported": _("{actor} imported sessions{files}"),
    "service_key.created": _("{actor} created the service key {target}"),
    "service_key.revoked": _("{actor} revoked the service key {target}"),
    "access.denied": _("{actor} was refused {denied}"),
    "sign_in.succeeded": _("{actor} signed in{way}{place}"),
    "sign_in.failed": _("Somebody failed to sign in as {target}{way}{place}"),
    "sign_out": _signed_out,
    "students.exported": _("{actor} exported a list of {rows} students"),
    "attempts.exported": _("{actor} exported a list of the attempts of {rows} students"),
    "performance.exported": _("{actor} exported a list of {rows} results"),
    "audit.exported": _("{actor} exported {rows} events of this trail"),
    "personal_data.exported": _("{actor} exported everything about {target}"),
    "export.failed": _("{actor} asked for a file and got none: it could not be made"),
    "personal_data.erased": _("{actor} erased somebody’s personal data"),
    "transcript.removed": _("{actor} removed transcripts after their time"),
    "audit.removed": _("{actor} removed events after their time"),
}

KINDS: dict[str, Text] = {
    "tenant.created": _("University created"),
    "tenant.updated": _("University changed"),
    "tenant.deleted": _("University switched off"),
    "tenant.held": _("University’s move begun"),
    "tenant.released": _("University’s move taken back"),
    "tenant.arrived": _("University moved here"),
    "user.created": _("Person added"),
    "user.updated": _("Person changed"),
    "user.activated": _("Person activated"),
    "user.deactivated": _("Person deactivated"),
    "user.deleted": _("Person deleted"),
    "password.reset_requested": _("New password asked for"),
    "password.changed": _("Password changed"),
    "second_factor.added": _("Second factor set up"),
    "second_factor.removed": _("Second factor removed"),
    "role.created": _("Role created"),
    "role.updated": _("Role changed"),
    "role.deleted": _("Role deleted"),
    "permission.updated": _("Permissions changed"),
    "programme.created": _("Programme created"),
    "programme.updated": _("Programme changed"),
    "programme.deleted": _("Programme deleted"),
    "case_study.created": _("Case study created"),
    "case_study.updated": _("Case study changed"),
    "case_study.deleted": _("Case study deleted"),
    "attempt.granted": _("Attempts granted"),
    "attempt.revoked": _("Attempts taken back"),
    "bulk_job.granted": _("Attempts granted to many"),
    "bulk_job.revoked": _("Attempts taken back from many"),
    "transcript.read": _("Transcript read"),
    "roster.imported": _("Roster imported"),
    "sessions.imported": _("Sessions imported"),
    "service_key.created": _("Service key created"),
    "service_key.revoked": _("Service key revoked"),
    "access.denied": _("Access refused"),
    "sign_in.succeeded": _("Signed in"),
    "sign_in.failed": _("Sign-in failed"),
    "sign_out": _("Signed out"),
    "students.exported": _("Students exported"),
    "attempts.exported": _("Attempts exported"),
    "performance.exported": _("Results exported"),
    "audit.exported": _("Audit trail exported"),
    "personal_data.exported": _("Personal data exported"),
    "export.failed": _("Export failed"),
    "personal_data.erased": _("Personal data erased"),
    "transcript.removed": _("Transcripts removed"),
    "audit.removed": _("Audit events removed"),
}


_OTHERWISE = _("{actor}: {kind}")


def sentence_of(event: AuditEvent) -> str:
    """Return the sentence of an event; a type that a later release wrote is named."""
    sentence = SENTENCES.get(event.event_type, _OTHERWISE)
    return str(sentence(event) if callable(sentence) else sentence)
