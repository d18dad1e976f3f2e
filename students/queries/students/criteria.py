"""The filters and the order of a list of students."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from accounts.models import UserStatus
from config.searching import LONGEST_GRAM, letters, needles

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Criteria:
    """Filters and order of the students panel, checked already; blank or None means any.

    ``start`` and ``end`` bound the last activity, both inclusive. Without a value, students come
    last in either direction; ties are broken by name, then id.
    """

    tenant_id: str
    search: str = ""
    programme: str = ""
    status: UserStatus | None = None
    start: datetime | None = None
    end: datetime | None = None
    sort_by: str = "last_seen"
    descending: bool = True

    @property
    def statuses(self) -> list[UserStatus]:
        """The statuses to show, in the order of a list that is sorted by them."""
        both = [UserStatus.ACTIVE, UserStatus.INACTIVE]
        shown = [self.status] if self.status else both
        return shown[::-1] if self.descending else shown

    @property
    def has_range(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def days(self) -> "Days | None":
        """The range as days; None when it has no whole days."""
        if self.start is not None and self.start.date() == date.max:
            return None
        if self.end is not None and self.end.date() == date.min:
            return None
        days = Days(self.start, self.end)
        is_short = self.start and self.end and self.end - self.start < 2 * _A_DAY
        return None if is_short and not days.whole else days

    @property
    def is_empty(self) -> bool:
        """Return whether nothing can match, since the search is for nothing."""
        return bool(self.search) and not self.needles

    @cached_property
    def needles(self) -> list[str]:
        """The texts of which a search has to find one; none without a search."""
        return needles(self.search)

    @property
    def is_gram(self) -> bool:
        """Return whether the search is short enough to be counted by its letters.

        The database folds it, so letters that become several by folding are left to it.
        """
        plain = letters("".join(self.needles))
        return 0 < len(plain) <= LONGEST_GRAM and all(
            len(letter.upper()) == len(letter.upper().lower()) == 1 for letter in plain
        )

    @property
    def named(self) -> str:
        """The condition that the texts of ``student`` hold a needle.

        The last name comes first in the search entry alone; needles with a blank may find it there.
        """
        has_blank = any(" " in needle for needle in self.needles)
        entry = "(SELECT text FROM search_entry WHERE user_id = student.id)"
        text = entry if has_blank else "search_text"
        return self._any_needle(f"strpos({text}, fold_case(%(needle_{{}})s)) > 0")

    @property
    def parameters(self) -> dict[str, Any]:
        escape = {ord(char): f"\\{char}" for char in "\\%_"}
        return {
            **{f"needle_{i}": one for i, one in enumerate(self.needles)},
            **{f"pattern_{i}": f"%{one.translate(escape)}%" for i, one in enumerate(self.needles)},
            "tenant": self.tenant_id,
            "programme": self.programme,
            "statuses": [status.value for status in self.statuses],
            "start": self.start,
            "end": self.end,
        }

    def fill(self, statement: str, **more: object) -> str:
        """Return a statement with its words in braces replaced: ``more``, and those of the filters.

        ``{students}`` are all of the tenant, ``{seen}`` and ``{enrolled}`` conditions, or nothing.
        ``{found}`` is what a search asks of a search entry, ``{named}`` of a user.
        """
        low = "AND last_seen_at >= %(start)s" if self.start else ""
        high = "AND last_seen_at <= %(end)s" if self.end else ""
        enrolled = f"AND programme_set_id = ANY (ARRAY(SELECT id FROM {SETS_OF_PROGRAMME}))"
        return statement.format(
            students=STUDENTS,
            seen=f"{low} {high}",
            enrolled=enrolled if self.programme else "",
            sets_of_programme=SETS_OF_PROGRAMME,
            found=self._any_needle("text LIKE fold_case(%(pattern_{})s)"),
            named=self.named,
            **more,
        )

    def _any_needle(self, condition: str) -> str:
        """Return that a condition, which has a place for a number, holds for one of the needles."""
        return f"({' OR '.join(condition.format(i) for i in range(len(self.needles)))})"


# To use partial indexes, a query has to contain their condition for students literally.
STUDENTS = (
    "accounts_user WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')"
    " AND tenant_id = %(tenant)s"
)

# The sets that hold the programme with a code; a code belongs to one programme of a tenant at most.
PROGRAMME = (
    "(SELECT id FROM programmes_programme WHERE tenant_id = %(tenant)s AND code = %(programme)s)"
)
SETS_OF_PROGRAMME = (
    f"accounts_programmeset WHERE tenant_id = %(tenant)s AND {PROGRAMME} = ANY (programmes)"
)


@dataclass(frozen=True)
class Days:
    """A range of time as whole days in UTC, which are counted, and parts of days at its ends."""

    start: datetime | None
    end: datetime | None

    @property
    def first(self) -> date | None:
        """The first whole day; None when the range has no beginning."""
        if self.start is None:
            return None
        return self.start.date() + _A_DAY * (self.start.time() > time.min)

    @property
    def last(self) -> date | None:
        """The last whole day; None when the range has no end."""
        if self.end is None:
            return None
        return self.end.date() - _A_DAY * (self.end.time() < time.max)

    @property
    def whole(self) -> bool:
        """Return whether the range consists of whole days only."""
        starts = self.start is None or self.start.time() == time.min
        return starts and (self.end is None or self.end.time() == time.max)

    @property
    def edges(self) -> list[tuple[datetime, datetime]]:
        """The parts of days at both ends, from and to, both inclusive."""
        parts = []
        if self.start is not None and self.start.time() > time.min:
            parts.append((self.start, _end_of(self.start)))
        if self.end is not None and self.end.time() < time.max:
            parts.append((datetime.combine(self.end, time.min, UTC), self.end))
        return parts


def _end_of(moment: datetime) -> datetime:
    return datetime.combine(moment, time.max, UTC)
