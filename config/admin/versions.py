"""Forms that notice when somebody else has changed the row since it was shown in them.

A form says by short digests what it showed, field by field. Where that is not what is stored any
more, it is refused with both values; the operator's stay in the form, and saving again keeps them.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from config.admin.display import timestamp
from config.db.locks import once_held
from config.errors import Stale

# The field with which a form says what it showed.
SHOWN = "shown_version"

_LONGEST = 200


@dataclass(frozen=True)
class LatestChange:
    """Who changed a field last, and when."""

    actor: str
    time: datetime


class VersionMixin(forms.BaseForm):
    """A form that shows a row, where ``shows_row``, and is refused once that has changed."""

    shows_row = False
    # Returns the latest change of each field of the row, as far as it is known.
    latest_changes: Callable[[], Mapping[str, LatestChange]] = dict
    was_overtaken = False

    def values_shown(self) -> dict[str, Any]:
        """Return the stored values that the form shows, by the names of its fields."""
        return {
            name: self.get_initial_for_field(field, name)
            for name, field in self.fields.items()
            if not isinstance(field, forms.FileField) and not field.widget.is_hidden
        }

    @property
    def digests(self) -> dict[str, str]:
        """Return a short digest of each stored value."""
        shown = self.values_shown()
        return {name: _digest(self.fields[name], value) for name, value in shown.items()}

    @property
    def mark(self) -> SafeString | str:
        """Return the hidden field that says what the form shows."""
        if not self.shows_row:
            return ""
        return format_html(
            '<input type="hidden" name="{}" value="{}">', SHOWN, json.dumps(self.digests)
        )

    @contextmanager
    def while_unchanged(self, row: Model, again: Callable[[], "VersionMixin"]) -> Iterator[None]:
        """Let the service in this context change ``row`` only as long as it is as it was checked.

        ``again`` makes the form anew, from the row as it is stored by then. Raises Stale.
        """
        if self._said() is None:
            yield
            return

        def require() -> None:
            if again().digests != self.digests:
                raise Stale

        with once_held(row, require):
            yield

    def refuse_stale(self) -> bool:
        """Refuse what was changed since it was shown, field by field; return whether any was."""
        said = self._said()
        if said is None:
            return False
        now = self.digests
        stale = [name for name in now if said.get(name) != now[name]]
        if not stale:
            return False
        told = self.latest_changes()
        data: Any = self.data
        self.data = data.copy()
        stored = self.values_shown()
        for name in stale:
            self._tell(name, stored[name], said.get(name), told.get(name))
        known = [told[name] for name in stale if name in told]
        latest = max(known, key=lambda change: change.time, default=None)
        self.add_error(None, _refusal(latest))
        return True

    def _said(self) -> dict[str, str] | None:
        """Return what the form says that it showed; None where it says nothing."""
        said = self.data.get(SHOWN) if self.shows_row and self.is_bound else None
        if said is None:
            return None
        try:
            shown = json.loads(said)
        except ValueError:
            return {}
        return shown if isinstance(shown, dict) else {}

    def _tell(self, name: str, stored: Any, shown: str | None, by: LatestChange | None) -> None:
        """Say beside a field what is stored by now, and show that where nothing else was typed."""
        field = self.fields[name]
        typed = self.cleaned_data.get(name)
        who = {"who": by.actor, "when": timestamp(by.time)} if by else {}
        values = {"stored": in_words(field, stored), "typed": in_words(field, typed), **who}
        was_typed = name in self.cleaned_data and _digest(field, typed) not in {
            shown,
            _digest(field, stored),
        }
        if not was_typed:
            _put(self, name, field.prepare_value(stored))
            text = (
                _("Shown as %(who)s saved it on %(when)s: %(stored)s.")
                if by
                else _("Shown as it was saved meanwhile: %(stored)s.")
            )
        elif by:
            text = _("%(who)s saved %(stored)s on %(when)s; you entered %(typed)s.")
        else:
            text = _("%(stored)s was saved meanwhile; you entered %(typed)s.")
        self.add_error(name, text % values)


def mark_of(context: Mapping[str, Any]) -> SafeString | str:
    """Return the mark of the form that a page shows; nothing where it shows no row."""
    shown = context.get("adminform")
    form = shown.form if shown else context.get("form")
    return form.mark if isinstance(form, VersionMixin) else ""


def in_words(field: forms.Field, value: Any) -> str:
    """Return a value of a field as people read it."""
    prepared = field.prepare_value(value)
    if isinstance(prepared, bool):
        return _("on") if prepared else _("off")
    labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    if isinstance(prepared, (list, tuple, set)):
        names = ", ".join(labels.get(str(one), str(one)) for one in prepared)
    else:
        text = "" if prepared is None else str(prepared)
        names = labels.get(text, text)
    if not names:
        return _("nothing")
    return f"“{names[:_LONGEST]}{'…' if len(names) > _LONGEST else ''}”"


def _refusal(latest: LatestChange | None) -> str:
    if latest is None:
        said = _("This was changed since you opened it, and nothing was saved.")
    else:
        said = _(
            "%(who)s changed this on %(when)s, since you opened it, and nothing was saved."
        ) % {
            "who": latest.actor,
            "when": timestamp(latest.time),
        }
    return f"{said} " + _("What differs stands beside its field. Save again to keep what is here.")


def _digest(field: forms.Field, value: Any) -> str:
    prepared = field.prepare_value(value)
    if isinstance(prepared, (list, tuple, set)):
        text = "\n".join(sorted(map(str, prepared)))
    else:
        text = "" if prepared is None else str(prepared)
    # As a browser sends it.
    plain = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def _put(form: forms.BaseForm, name: str, value: Any) -> None:
    """Put a stored value into the data of a form that is shown again."""
    key = form.add_prefix(name)
    data: Any = form.data
    if isinstance(value, (list, tuple, set)):
        data.setlist(key, [str(one) for one in value])
    elif value is False:
        data.pop(key, None)
    else:
        data[key] = "on" if value is True else "" if value is None else str(value)
