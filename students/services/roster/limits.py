"""The limit on changes of one run."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy

_NEITHER = gettext_lazy("%(text)r is neither a number of students nor a percentage.")
_text = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,3})?)(%?)")


@dataclass(frozen=True, slots=True)
class MaxChange:
    """A number of students, or a share of those who are active when the run begins.

    Changed and new students count alike: a file of another faculty shows itself by both. New ones
    do not count where nobody is active, since a first roster has nobody to harm.

    Inactive students do not count towards the share: with many alumni, a tenth of everybody could
    be all current students.
    """

    amount: Decimal
    is_percentage: bool = False

    @classmethod
    def parse(cls, text: str) -> "MaxChange":
        """Return the limit for a text like ``10%`` or ``25``; raise ValueError for any other."""
        match = _text.fullmatch(text.strip())
        if match is None:
            raise ValueError(_NEITHER % {"text": text})
        limit = cls(Decimal(match[1]), bool(match[2]))
        if limit.amount > 100 if limit.is_percentage else "." in match[1]:
            raise ValueError(_NEITHER % {"text": text})
        return limit

    def of(self, active: int) -> int:
        """Return how many students may change or be new in a tenant with so many active ones."""
        return int(self.amount * active / 100 if self.is_percentage else self.amount)

    @property
    def is_none(self) -> bool:
        """Return whether there is no limit: everybody may change, inactive students too."""
        return self.is_percentage and self.amount == 100

    def __str__(self) -> str:
        return f"{self.amount}{'%' if self.is_percentage else ''}"


DEFAULT_MAX_CHANGE = MaxChange(Decimal(10), is_percentage=True)
