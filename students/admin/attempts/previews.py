"""Previews of changes to one student's attempts, between the form and its confirmation.

They are kept in the operator's session: a preview has an address of its own, so that Back and
Reload ask for it anew and send nothing again.
"""

from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from config.ids import new_id
from students.admin.attempts.forms import ChangeForm

# The parameters that name a preview: to look at it, or to change what was asked for.
PREVIEW = "preview"
CHANGE = "change"

_PLACE = "attempt_previews"

# The most that a session keeps: one for each tab that somebody works in.
_MOST = 5


def keep(session: SessionBase, about: str, form: ChangeForm) -> str:
    """Keep what a valid form asks for; return its key, by which it is confirmed once."""
    key = new_id()
    asked = {name: form.data.get(name, "") for name in form.fields if name in form.data}
    asked.pop("idempotency_key", None)
    kept = [*session.get(_PLACE, {}).items(), (key, {"about": about, "asked": asked})]
    session[_PLACE] = dict(kept[-_MOST:])
    return key


def find(session: SessionBase, about: str, key: str | None) -> dict[str, Any] | None:
    """Return what a preview about this student and change asks for; None where it is gone."""
    found = session.get(_PLACE, {}).get(key)
    return found["asked"] if found and found["about"] == about else None


def settle(session: SessionBase, key: str) -> None:
    """Note that a preview was confirmed; what it asked for is forgotten."""
    kept = session.get(_PLACE, {})
    if key in kept:
        session[_PLACE] = kept | {key: None}


def is_settled(session: SessionBase, key: str | None) -> bool:
    """Return whether a preview was confirmed."""
    kept = session.get(_PLACE, {})
    return key in kept and kept[key] is None
