"""The filters and the order of a list of students."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from accounts.models import UserStatus
from config.ids import typed_id
from config.searching import LONGEST_GRAM, letters, needles
from students.queries.students.exhausted import Exhausted

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Criteria:
    """Filters and order of the students panel, checked already; blank or None means any.

    A search finds parts of names and addresses, whole SIS ids, and ids. ``start`` and ``end`` bound
    the last activity, both inclusive; ``started`` asks whether there was any. ``exhausted_at`` is a
    case study at which no attempt remains. Without a value, students come last in either direction;
    ties are broken by name, then id.
    """

    tenant_id: str
    search: str = ""
    programme: str = ""
    cohort: str = ""
    status: UserStatus | None = None
    start: datetime | None = None
    end: datetime | None = None
    started: bool | None = None
    exhausted_at: str = ""
    unlimited: bool | None = None
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
        """Return whether the last activity matters."""
        return any(one is not None for one in (self.start, self.end, self.started))

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
    def is_narrowed(self) -> bool:
        """Return whether an index finds fewer than all students of a status."""
        return bool(self.programme or self.cohort) or self.is_picked or self.has_range

    @property
    def is_picked(self) -> bool:
        """Return whether a query finds few students by something that no list is sorted by."""
        return bool(self.exhausted_at) or self.unlimited is True

    @property
    def complement(self) -> "tuple[Criteria, Criteria] | None":
        """These filters without one that leaves few out, and with its opposite; None without any.

        The difference of the two is counted faster than the students themselves.
        """
        if self.exhausted_at:
            return None
        if self.unlimited is False:
            return replace(self, unlimited=None), replace(self, unlimited=True)
        if self.started and self.start is self.end is None and self.is_gram:
            return replace(self, started=None), replace(self, started=False)
        return None

    @cached_property
    def needles(self) -> list[str]:
        """The texts of which a search finds those who hold one; there may be none."""
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
        """The condition that a search finds ``student``.

        The last name comes first in the search entry alone; needles with a blank may find it there.
        """
        has_blank = any(" " in needle for needle in self.needles)
        entry = "(SELECT text FROM search_entry WHERE user_id = student.id)"
        text = entry if has_blank else "search_text"
        return self._any_of(f"strpos({text}, fold_case(%(needle_{{}})s)) > 0", "id")

    @property
    def students(self) -> str:
        """The table and the conditions that no index of a list contains."""
        conditions = [STUDENTS]
        if self.cohort:
            conditions.append("cohort = %(cohort)s")
        if self.unlimited is not None:
            conditions.append("unlimited_sessions" if self.unlimited else "NOT unlimited_sessions")
        return " AND ".join(conditions)

    @cached_property
    def exhausted(self) -> Exhausted:
        """Those to whom no attempt remains; ``students`` and ``{entries}`` leave them out."""
        return Exhausted(self.tenant_id, self.exhausted_at)

    def is_exhausted(self, student: str) -> str:
        """Return the condition that no attempt remains to one student, where that is asked."""
        return self.exhausted.is_one(student) if self.exhausted_at else "true"

    @property
    def seen(self) -> str:
        """The conditions of the last activity, each with its AND."""
        conditions = {
            "AND last_seen_at >= %(start)s": self.start is not None,
            "AND last_seen_at <= %(end)s": self.end is not None,
            "AND last_seen_at IS NULL": self.started is False,
            "AND last_seen_at IS NOT NULL": self.started is True,
        }
        return " ".join(condition for condition, holds in conditions.items() if holds)

    @property
    def parameters(self) -> dict[str, Any]:
        escape = {ord(char): f"\\{char}" for char in "\\%_"}
        return {
            **{f"needle_{i}": one for i, one in enumerate(self.needles)},
            **{f"pattern_{i}": f"%{one.translate(escape)}%" for i, one in enumerate(self.needles)},
            "tenant": self.tenant_id,
            **(self.exhausted.parameters if self.exhausted_at else {}),
            "sis_id": self.search,
            "own_id": typed_id(self.search),
            "programme": self.programme,
            "cohort": self.cohort,
            "start": self.start,
            "end": self.end,
        }

    def fill(self, statement: str, **more: object) -> str:
        """Return a statement with its words in braces replaced: ``more``, and those of the filters.

        ``{students}`` are all of the tenant, cohort and the like, ``{seen}`` and ``{enrolled}``
        conditions, or nothing. ``{entries}`` are the search entries that match all filters, and
        ``{named}`` is what a search asks of a user.
        """
        enrolled = f"AND programme_set_id = ANY (ARRAY(SELECT id FROM {SETS_OF_PROGRAMME}))"
        words = {
            "students": self.students,
            # No parameter: a plan that is kept would be one for any number of them, and reckoned so
            # dear that PostgreSQL makes a new one each time.
            "statuses": f"'{{{','.join(self.statuses)}}}'::text[]",
            "seen": self.seen,
            "enrolled": enrolled if self.programme else "",
            "sets_of_programme": SETS_OF_PROGRAMME,
            "named": self.named,
        }
        words["entries"] = self._entries.format(
            found=self._any_of("text LIKE fold_case(%(pattern_{})s)", "user_id"), **words
        )
        return statement.format(**words, **more)

    @property
    def _entries(self) -> str:
        if self.cohort or self.unlimited:
            return _ENTRIES_OF_FEW
        return _ENTRIES if self.unlimited is None else _ENTRIES_OF_LIMITED

    def _any_of(self, condition: str, who: str) -> str:
        """Return that a condition, which has a place for a number, holds for one of the needles.

        Or ``who``, the column of the students' ids, is of the one whose SIS id or id the search is.
        """
        holds = [condition.format(i) for i in range(len(self.needles))]
        holds.append(f"{who} = {OF_SIS_ID}")
        if typed_id(self.search):
            holds.append(f"{who} = %(own_id)s")
        return f"({' OR '.join(holds)})"


# To use partial indexes, a query has to contain their condition for students literally.
STUDENTS = (
    "accounts_user WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')"
    " AND tenant_id = %(tenant)s"
)

_ENTRIES = """
    search_entry WHERE tenant_id = %(tenant)s AND status = ANY ({statuses})
        AND {found} {enrolled} {seen}
"""

# The entries do not say the cohort and the like. What a search finds is found first, by the
# trigrams: together with the cohort, the planner would read all entries.
_ENTRIES_OF_FEW = f"""
    (SELECT * FROM {_ENTRIES} OFFSET 0) AS entry WHERE user_id IN (SELECT id FROM {{students}})
"""

# Without the few to whom the limit does not apply, whom an index holds alone.
_ENTRIES_OF_LIMITED = f"""
    {_ENTRIES} AND NOT EXISTS (SELECT FROM {STUDENTS} AND unlimited_sessions AND id = user_id)
"""

# Whose SIS id a search is: one person at most, who need be no student any more.
OF_SIS_ID = "(SELECT id FROM accounts_user WHERE tenant_id = %(tenant)s AND sis_id = %(sis_id)s)"

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
