"""The place of a page in the menu, and of a button in the menus of a row."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Menu(TextChoices):
    """The groups of the menu, in their order."""

    PEOPLE = "People", _("People")
    TEACHING = "Teaching", _("Teaching")
    ATTEMPTS = "Attempts", _("Attempts")
    ORGANISATION = "Organisation", _("Organisation")


def with_item(actions: Iterable[str | dict], title: str, name: str) -> tuple[str | dict, ...]:
    """Return the ``actions_detail`` of a page with one more button in the menu with this title."""
    return tuple(
        entry | {"items": [*entry["items"], name]}
        if isinstance(entry, dict) and entry["title"] == title
        else entry
        for entry in actions
    )
