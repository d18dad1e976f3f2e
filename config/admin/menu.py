"""The place of a page in the menu."""

from enum import StrEnum


class Menu(StrEnum):
    """The groups of the menu, in their order."""

    PEOPLE = "People"
    TEACHING = "Teaching"
    ATTEMPTS = "Attempts"
    ORGANISATION = "Organisation"
