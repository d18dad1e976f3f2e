"""The rule that what names a person is not what another program has left of it (contract §17).

Rosters hold their rows against the same rule (``config.ruined``), and say it of a line. What was
stored before the rule stays, and keeps nobody from changing the rest.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from config.errors import InvalidInput, RuleViolation
from config.ruined import REPLACED, replaces_letters, ruin_of

# The columns of a person whose text people read.
TOLD = {
    "first_name": _("first name"),
    "middle_name": _("middle name"),
    "last_name": _("last name"),
    "title": _("title"),
    "department": _("department"),
    "cohort": _("cohort"),
}


def require_intact(values: Mapping[str, Any]) -> None:
    """Raise InvalidInput for texts of a person that another program has ruined; others pass."""
    faults = [
        (column, _sentence(what, text, ruin))
        for column, what in TOLD.items()
        if (text := values.get(column)) and (ruin := ruin_of(text))
    ]
    if faults:
        raise InvalidInput(faults)


def require_intact_changes(changes: Mapping[str, Mapping[str, Any]]) -> None:
    """Raise as ``require_intact`` does for what a person's columns are changed to.

    Raises RuleViolation for a text that is the stored one with question marks for some letters.
    """
    told = {column: change for column, change in changes.items() if column in TOLD}
    require_intact({column: change["after"] for column, change in told.items()})
    for column, change in told.items():
        before, after = change["before"], change["after"]
        if before and after and replaces_letters(after, before):
            raise RuleViolation(
                _sentence(
                    TOLD[column],
                    after,
                    gettext("%(ruin)s; here it is %(before)s")
                    % {"ruin": REPLACED, "before": before},
                )
            )


def _sentence(what: str | Promise, text: str, ruin: str) -> str:
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    return gettext(
        "The %(what)s %(text)s was ruined by another program: %(ruin)s. Type it in as the person "
        "writes it, or send it anew as UTF-8."
    ) % {"what": what, "text": shown, "ruin": ruin}
