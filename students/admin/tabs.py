"""Links above a page to its other parts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tab:
    """One tab: its title, and the address that it leads to."""

    title: str
    url: str
    is_open: bool
