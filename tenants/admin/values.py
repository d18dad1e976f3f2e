"""The values and fields of an event as people read them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.admin.display import timestamp
from config.admin.flags import words_of
from config.permissions import ALL_FLAGS
from config.timestamps import parse_timestamp
from tenants.models import AuditEvent

type Change = Mapping[str, Any]

_LONGEST = 60
_FLAGS = frozenset(ALL_FLAGS)
# Lists that are longer are told by what came and what went.
_LONGEST_LIST = 5

_LABELS: dict[str, str | Promise] = {
    "sis_id": gettext_lazy("Student number"),
    "user_title": gettext_lazy("Job title"),
    "is_active": gettext_lazy("Active"),
    "lms_type": gettext_lazy("Learning platform"),
    "role_name": gettext_lazy("Role"),
    "role_id": gettext_lazy("Role"),
    "ai_config": gettext_lazy("AI settings"),
    "sso_config": gettext_lazy("single sign-on"),
    "allowed_origins": gettext_lazy("Allowed origins"),
    "part_of": gettext_lazy("Part of a job"),
    "tenant": gettext_lazy("University"),
    "actor_tenant": gettext_lazy("From the university"),
}


def label(field: str, target_type: str = "") -> str:
    """Return the name of a field, as the forms call it."""
    known = _LABELS.get(f"{target_type}_{field}") or _LABELS.get(field)
    return str(known or field.replace("_", " ").capitalize())


def changes_of(event: AuditEvent) -> dict[str, Change]:
    """Return what changed, field → before and after; an id is left out where its name is there."""
    changes = event.metadata.get("changes") or {}
    return {
        field: change
        for field, change in changes.items()
        if not (field.endswith("_id") and f"{field.removesuffix('_id')}_name" in changes)
    }


def shown(value: Any) -> str:
    """Return a value as people read it."""
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(map(shown, value)) or _("nothing")
    if isinstance(value, dict):
        return ", ".join(f"{label(key).lower()} {shown(one)}" for key, one in value.items())
    if isinstance(value, str) and "T" in value and (moment := parse_timestamp(value)):
        return timestamp(moment)
    if value in _FLAGS:
        return words_of(value)
    return str(value)


def short(value: Any) -> str:
    """Return a value for the middle of a sentence."""
    text = shown(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def before_and_after(change: Change) -> str:
    """Return what a change did: both values, or what came into a long list and what left it."""
    before, after = change.get("before"), change.get("after")
    if _is_long(before) or _is_long(after):
        return "; ".join(_came_and_went(before or [], after or []))
    return f"{shown(before)} → {shown(after)}"


def _is_long(value: Any) -> bool:
    return isinstance(value, list) and len(value) > _LONGEST_LIST


def _came_and_went(before: list[Any], after: list[Any]) -> Iterator[str]:
    came = [one for one in after if one not in before]
    went = [one for one in before if one not in after]
    if came:
        yield _("added %(list)s") % {"list": shown(came)}
    if went:
        yield _("taken away %(list)s") % {"list": shown(went)}
    if not came and not went:
        yield _("another order")
