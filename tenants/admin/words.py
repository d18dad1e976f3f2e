"""The words that fill the sentences of the trail, with names that link to what they name."""

from collections import defaultdict
from collections.abc import Iterable
from string import Formatter
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tenants.admin.parts import LINES_PARAMETER, job_of, number_of_lines
from tenants.admin.sentences import KINDS, sentence_of
from tenants.admin.values import before_and_after, changes_of, label, short, shown
from tenants.models import AuditEvent, Tenant
from tenants.queries import known

type Text = SafeString | str

# The members of an event's metadata that are ids, by the kind of what they name.
_IDS = {
    "user_id": "user",
    "role_id": "role",
    "case_study_id": "case_study",
    "programme_id": "programme",
}

# Ids of rows that have neither a name nor a page: they tell nobody anything.
_NAMELESS = frozenset(
    ("attempt_id", "transcript_id", "access_id", "run_id", "roster_id", "part_of")
)

# What the event itself says of its target, where nobody knows it any more.
_STORED_NAMES = ("title", "name", "role_name", "email", "code", "slug")
_NOUNS = {
    "user": gettext_lazy("somebody"),
    "service_key": gettext_lazy("a key"),
    "permission": gettext_lazy("a role"),
}

_WAYS = {
    "password": gettext_lazy(" by password"),
    "cas": gettext_lazy(" by single sign-on"),
}
_COUNTS = {
    "created": gettext_lazy("%(number)s added"),
    "updated": gettext_lazy("%(number)s changed"),
    "addresses": gettext_lazy("%(number)s with another address"),
    "deactivated": gettext_lazy("%(number)s deactivated"),
    "reactivated": gettext_lazy("%(number)s active again"),
}
# Fields of which the kind of event says what became of them.
_STATES = {"status", "is_active"}

_LINK = "text-link underline"


class Words:
    """The names of all that some events mention, found by one statement for each kind."""

    def __init__(self, request: Any, tenant: Tenant, events: Iterable[AuditEvent]) -> None:
        self._viewer, self._tenant = request, tenant
        wanted: dict[str, set[str]] = defaultdict(set)
        elsewhere = set()
        for event in events:
            if event.actor_user_id:
                wanted["user"].add(event.actor_user_id)
            if home := event.metadata.get("actor_tenant_id"):
                elsewhere.add(home)
            place = event.metadata.get("tenant_id", tenant.pk)
            if place != tenant.pk:
                elsewhere.add(place)
                continue
            for kind, pk in self._mentioned(event):
                wanted[kind].add(pk)
        self._known = known.resolve(tenant.pk, wanted)
        tenants: QuerySet[Tenant] = Tenant.objects.filter(pk__in=elsewhere)
        self._tenants = {row.pk: row.name for row in tenants} if elsewhere else {}
        self._tenants[tenant.pk] = tenant.name

    def tell(self, event: Any) -> None:
        """Add to an event its sentence, the changes that this leaves out, the way to its lines."""
        event.told, event.lines = self.sentence(event), self.lines(event)
        event.changed = "" if _tells_all(event) else self.changes(event)

    def sentence(self, event: AuditEvent) -> SafeString:
        """Return what happened, in words."""
        template = sentence_of(event)
        places = {name for _text, name, _spec, _conversion in Formatter().parse(template) if name}
        told = format_html(template, **{name: getattr(self, f"_{name}")(event) for name in places})
        place = event.metadata.get("tenant_id")
        if place and place != self._tenant.pk and event.target_type != "tenant":
            return format_html(_("{}, in {}"), told, self._university(place))
        return told

    def lines(self, event: AuditEvent) -> SafeString | str:
        """Return the link that leads from a job to its lines, or from a line to its job's."""
        job, whole = job_of(event), event.metadata.get("part_of")
        trail = admin.site.get_model_admin(AuditEvent)
        if not (job or whole) or not trail.has_view_permission(self._viewer):
            return ""
        text = _("All lines of this job")
        if job:
            text = ngettext(
                "Show the %(number)s line", "Show the %(number)s lines", number_of_lines(event)
            )
        query = urlencode({LINES_PARAMETER: job or whole})
        url = reverse("admin:tenants_auditevent_changelist")
        text %= {"number": f"{number_of_lines(event):,}"}
        return format_html('<a class="{}" href="{}?{}">{}</a>', _LINK, url, query, text)

    def changes(self, event: AuditEvent) -> SafeString | str:
        """Return each changed field with its value before and after."""
        return format_html_join(
            "\n",
            '<div class="break-words"><strong>{}</strong>: {}</div>',
            (
                (label(field, event.target_type), self._change(field, change))
                for field, change in changes_of(event).items()
            ),
        )

    def facts(self, event: AuditEvent) -> SafeString | str:
        """Return what else the event says; ids are names where these are known."""
        rest = {
            key: value
            for key, value in event.metadata.items()
            if key != "changes" and key not in _NAMELESS
        }
        return format_html_join(
            "\n",
            '<div class="break-words"><strong>{}</strong>: {}</div>',
            ((label(key.removesuffix("_id")), self._fact(event, key, rest[key])) for key in rest),
        )

    def actor(self, event: AuditEvent) -> Text:
        """Return who did it, by the name of then."""
        return self._actor(event)

    def _change(self, field: str, change: Any) -> Text:
        kind = _IDS.get(field)
        if kind is None:
            return before_and_after(change)
        sides = (change.get("before"), change.get("after"))
        return format_html("{} → {}", *(self._named(kind, pk, _("nothing")) for pk in sides))

    def _fact(self, event: AuditEvent, key: str, value: Any) -> Text:
        if key in {"tenant_id", "actor_tenant_id"}:
            return self._university(value)
        if key == f"{event.target_type}_id":
            return self._target(event)
        if kind := _IDS.get(key):
            return self._named(kind, value, _("unknown"))
        return shown(value)

    def _university(self, pk: Any) -> str:
        return self._tenants.get(pk, _("another university"))

    def _mentioned(self, event: AuditEvent) -> Iterable[tuple[str, str]]:
        if event.target_id:
            yield event.target_type, event.target_id
        for key, kind in _IDS.items():
            if isinstance(pk := event.metadata.get(key), str):
                yield kind, pk
            change = changes_of(event).get(key) or {}
            yield from ((kind, pk) for pk in change.values() if isinstance(pk, str))

    def _named(self, kind: str, pk: str | None, otherwise: str, name: str = "") -> Text:
        """Return a name, as a link where the caller may open the page."""
        found = self._known.get((kind, pk)) if pk else None
        if found is None:
            return name or otherwise
        page = found.model and admin.site._registry.get(apps.get_model(found.model))  # noqa: SLF001
        if not page or not page.has_view_permission(self._viewer):
            return name or found.name
        model = page.opts.model_name
        url = reverse(f"admin:{page.opts.app_label}_{model}_change", args=[pk])
        return format_html('<a class="{}" href="{}">{}</a>', _LINK, url, name or found.name)

    # The places of sentences -----------------------------------------------------------------

    def _actor(self, event: AuditEvent) -> Text:
        if event.actor_user_id is None:
            return _("The system")
        name = event.actor_name or _("Somebody")
        home = event.metadata.get("actor_tenant_id")
        if home and home != self._tenant.pk:
            name = f"{name} ({self._university(home)})"
        return self._named("user", event.actor_user_id, name)

    def _target(self, event: AuditEvent) -> Text:
        if event.target_type == "tenant":
            return self._university(event.target_id)
        stored = (event.metadata.get(name) for name in _STORED_NAMES)
        noun = str(_NOUNS.get(event.target_type, _("something")))
        otherwise = next((name for name in stored if isinstance(name, str)), noun)
        return self._named(event.target_type, event.target_id, otherwise)

    def _user(self, event: AuditEvent) -> Text:
        return self._named("user", event.metadata.get("user_id"), _("somebody"))

    def _case_study(self, event: AuditEvent) -> Text:
        return self._named("case_study", event.metadata.get("case_study_id"), _("a case study"))

    def _attempts(self, event: AuditEvent) -> str:
        amount = event.metadata.get("amount")
        if not isinstance(amount, int):
            return _("some attempts")
        return ngettext("%(number)d attempt", "%(number)d attempts", amount) % {"number": amount}

    def _students(self, event: AuditEvent) -> Text:
        number, left_out = event.metadata.get("students"), event.metadata.get("left_out")
        if not isinstance(number, int):
            return _("many students")
        text = ngettext("%(number)s student", "%(number)s students", number)
        told = self._named("bulk_job", event.target_id, "", text % {"number": f"{number:,}"})
        return format_html(_("{}, {} left out"), told, f"{left_out:,}") if left_out else told

    def _changed(self, event: AuditEvent) -> str:
        changes = changes_of(event)
        names = [label(field, event.target_type).lower() for field in changes]
        if len(changes) == 1:
            (change,) = changes.values()
            both = {"before": short(change.get("before")), "after": short(change.get("after"))}
            return _("the %(field)s (%(before)s → %(after)s)") % {"field": names[0], **both}
        *others, last = (_("the %(field)s") % {"field": name} for name in names)
        return _("%(some)s and %(last)s") % {"some": ", ".join(others), "last": last}

    def _configuration(self, event: AuditEvent) -> str:
        return label(event.metadata["configuration"])

    def _way(self, event: AuditEvent) -> str:
        return str(_WAYS.get(event.metadata.get("via", ""), ""))

    def _place(self, event: AuditEvent) -> str:
        return _(" from %(address)s") % {"address": event.address} if event.address else ""

    def _rows(self, event: AuditEvent) -> str:
        rows = event.metadata.get("rows")
        return f"{rows:,}" if isinstance(rows, int) else _("some")

    def _denied(self, event: AuditEvent) -> str:
        facts = event.metadata
        return f"{facts.get('method', '')} {facts.get('path', '')}".strip() or _("a page")

    def _files(self, event: AuditEvent) -> str:
        files = event.metadata.get("files") or []
        name = files[0].get("name") if files else event.metadata.get("file")
        return _(" from %(file)s") % {"file": name} if name else ""

    def _counts(self, event: AuditEvent) -> str:
        """Return what a roster did, kind by kind; those of which there was none are left out."""
        counts = event.metadata.get("counts") or {}
        told = [
            text % {"number": f"{counts[kind]:,}"}
            for kind, text in _COUNTS.items()
            if counts.get(kind)
        ]
        return f": {', '.join(told)}" if told else ""

    def _kind(self, event: AuditEvent) -> str:
        return str(KINDS.get(event.event_type, event.event_type))


def _tells_all(event: AuditEvent) -> bool:
    """Return whether the sentence of an event has its changes with both values."""
    changes = changes_of(event)
    return len(changes) < 2 and ("{changed}" in sentence_of(event) or changes.keys() <= _STATES)
