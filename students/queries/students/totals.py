"""The number of matching students: from the kept counts, unless a search must read the texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from accounts.models import UserStatus
from config.db.together import Statement, read_together
from students.queries.students.criteria import PROGRAMME, Criteria
from students.queries.students.exhausted_pages import first_of_exhausted, total_of_exhausted


@dataclass(frozen=True)
class Total:
    """The number of matching students per status."""

    by_status: dict[UserStatus, int]
    more_than: int | None = None
    """How many were counted where there are more; by status nobody knows them then."""

    @property
    def rows(self) -> int:
        """The number of students; one more than were counted where there are more."""
        if self.more_than is not None:
            return self.more_than + 1
        return sum(self.by_status.values())


def count_students(criteria: Criteria) -> Total:
    """Count the students that match exactly, in one trip to the database."""
    return total_of(read_together(*counting(criteria)))


def count_exhausted(criteria: Criteria, most: int) -> Total:
    """Count the students of a list that asks for no attempt remaining, up to ``most`` and one more.

    Where they are many, the first ones tell it.
    """
    sql, enough = first_of_exhausted(criteria, most)
    (((rows, students),),) = read_together(_statement(sql, criteria))
    if students > most:
        return Total({}, more_than=most)
    if rows < enough:
        return Total({UserStatus.ACTIVE: students})
    return count_students(criteria)


def counting(criteria: Criteria) -> list[Statement]:
    """Return the statements that count the students: one, or two where a few are left out."""
    return [
        _statement(_counts(part), part, is_kept=_is_kept(part))
        for part in criteria.complement or [criteria]
    ]


def total_of(answers: Sequence[Iterable[tuple]]) -> Total:
    """Return the total from the answers to the statements of ``counting``."""
    all_of_them, *left_out = map(_by_status, answers)
    for others in left_out:
        all_of_them = {status: n - others.get(status, 0) for status, n in all_of_them.items()}
    return Total(all_of_them)


def _counts(criteria: Criteria) -> str:
    if criteria.exhausted_at:
        return total_of_exhausted(criteria)
    days = criteria.days
    if criteria.search:
        if not criteria.is_gram:
            return _filled(_OF_SEARCH, criteria)
        return _filled(_OF_LETTERS_AND_MORE if criteria.is_narrowed else _OF_LETTERS, criteria)
    if days is None or criteria.cohort or criteria.is_picked:
        return _filled(_ROW_BY_ROW, criteria)
    return _filled(_OF_COUNTS if days.whole else _OF_COUNTS_AND_EDGES, criteria)


def _filled(statement: str, criteria: Criteria) -> str:
    programme = PROGRAMME if criteria.programme else "''"
    return criteria.fill(
        statement, programme=programme, dated=criteria.has_range, **days_of(criteria)
    )


def days_of(criteria: Criteria) -> dict[str, str]:
    """Return the conditions of the days that are counted, as the word ``{days}`` of a statement."""
    conditions = {
        "AND day IS NOT NULL": criteria.started is not False,
        "AND day IS NULL": criteria.started is False,
        "AND day >= %(first)s": criteria.start is not None,
        "AND day <= %(last)s": criteria.end is not None,
    }
    days = " ".join(condition for condition, holds in conditions.items() if holds)
    return {"days": days if criteria.has_range else ""}


def counts_letters(criteria: Criteria) -> bool:
    """Return whether a search is so short that the letters are counted ahead."""
    return criteria.is_gram and not criteria.is_narrowed and criteria.complement is None


def _is_kept(criteria: Criteria) -> bool:
    """Return whether the total is a sum of counts: by their keys, whatever these are."""
    if criteria.search:
        return counts_letters(criteria)
    return counts_days(criteria)


def counts_days(criteria: Criteria) -> bool:
    """Return whether students without a search are counted ahead: by day, in whole days."""
    days = criteria.days
    return days is not None and days.whole and not (criteria.cohort or criteria.is_picked)


def _statement(sql: str, criteria: Criteria, *, is_kept: bool = False) -> Statement:
    more: dict[str, Any] = {}
    if days := criteria.days:
        more |= {"first": days.first, "last": days.last}
        # Nothing is read for an edge that does not exist.
        edges = [*days.edges, (None, None), (None, None)]
        for i, (start, end) in enumerate(edges[:2]):
            more |= {f"edge_{i}_start": start, f"edge_{i}_end": end}
    return Statement(sql, criteria.parameters | more, is_kept)


def _by_status(rows: Iterable[tuple]) -> dict[UserStatus, int]:
    return {UserStatus(status): int(n) for status, n in rows if n}


# The counts are kept by programme and letters; with the day last seen where ``dated``. So a list
# without a search is the sum of a few rows, of which an index holds all that is asked for.
_OF_COUNTS = """
SELECT status, sum(n) FROM students_studentcount
WHERE tenant_id = %(tenant)s AND status = ANY ({statuses}) AND gram = ''
    AND programme = {programme} AND dated = {dated} {days}
GROUP BY status
"""

# A range that begins or ends within a day: its whole days are counted, and of the two edges the
# students are read, by the index on ``last_seen_at``. There are some thousands in a day at most.
_OF_COUNTS_AND_EDGES = """
SELECT status, sum(n) FROM (
    SELECT status, sum(n) AS n FROM students_studentcount
    WHERE tenant_id = %(tenant)s AND status = ANY ({statuses}) AND gram = ''
        AND programme = {programme} AND dated = {dated} {days}
    GROUP BY status
    UNION ALL
    SELECT status, count(*) FROM {students} AND status = ANY ({statuses}) {enrolled}
        AND last_seen_at BETWEEN %(edge_0_start)s AND %(edge_0_end)s
    GROUP BY status
    UNION ALL
    SELECT status, count(*) FROM {students} AND status = ANY ({statuses}) {enrolled}
        AND last_seen_at BETWEEN %(edge_1_start)s AND %(edge_1_end)s
    GROUP BY status
) AS part GROUP BY status
"""

# A range of some hours has no whole day: its students are read by the same index. Cohorts, and
# those without limit, are not counted ahead: an index has all that is asked about their students.
_ROW_BY_ROW = """
SELECT status, count(*) FROM {students} AND status = ANY ({statuses}) {enrolled} {seen}
GROUP BY status
"""

# Three characters and more: the trigrams of ``text`` find the matches, and each is looked at.
_OF_SEARCH = """
SELECT status, count(*) FROM {entries} GROUP BY status
"""

# One or two characters match too many for the trigrams, and so are counted ahead; who has them for
# a SIS id is counted if their texts do not hold them.
_OF_LETTERS = """
SELECT status, sum(n) FROM (
    SELECT status, n FROM students_studentcount
    WHERE tenant_id = %(tenant)s AND status = ANY ({statuses})
        AND programme = '' AND gram = fold_case(%(needle_0)s)
    UNION ALL
    SELECT status, 1 FROM {students} AND status = ANY ({statuses})
        AND sis_id = %(sis_id)s AND strpos(search_text, fold_case(%(needle_0)s)) = 0
) AS part GROUP BY status
"""

# One or two characters among those of a programme, a cohort or a range, which have indexes.
_OF_LETTERS_AND_MORE = """
SELECT status, count(*) FROM {students} AND status = ANY ({statuses})
    AND {named} {enrolled} {seen}
GROUP BY status
"""
