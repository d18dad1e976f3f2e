"""The students of the demo: names, programmes and cards, drawn from a seed for each student.

A student is a function of university and number alone. So it does not matter which others are
made in the same run, and a larger run only adds to a smaller one.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random

from accounts.models import UserStatus
from students.demo import sessions as s
from students.demo.ledger import GRANT, Entry
from students.demo.names import NAMESAKE, PersonName, abdul_name, any_name
from students.demo.sessions import SessionOutcome
from students.demo.showcase import ASSIGNED, FOREIGN, OPEN, RETIRED, SHOWS
from students.demo.timestamps import PRESENT, utc
from students.demo.universities import DEMO, STATE, University

ACTIVE, INACTIVE, DELETED = (status.value for status in UserStatus)

DOCUMENTED_CODE = "MBA1234"
# The documented student was seen last at this moment, the others of that search before it.
DOCUMENTED_LAST_SEEN = utc(2026, 6, 4, 9)
# Enrolment begins when the catalogue is complete, and ends while there is time to be seen. The
# last two move with the day of loading.
_PREPARATION = timedelta(days=12, hours=8)
_LAST_ENROLMENT = utc(2026, 5, 8)
_SHOW_ENROLMENT = utc(2025, 9, 1, 8)  # before anything a show dates
_SETTLING_IN = timedelta(days=3)
_A_TIE = utc(2026, 5, 20, 10)


@dataclass(slots=True)
class StudentCaseStudy:
    case_study_id: str
    outcomes: tuple[SessionOutcome, ...]
    entries: tuple[Entry, ...] = ()
    tie: bool = False


@dataclass(slots=True)
class Plan:
    """A student to be written; ``latest`` is the last activity of the newest session."""

    number: int
    name: PersonName
    email: str
    created_at: datetime
    latest: datetime
    status: str = ACTIVE
    codes: tuple[str, ...] = ()
    unlimited: bool = False
    cards: list[StudentCaseStudy] = field(default_factory=list)


@dataclass(frozen=True)
class Segment:
    """Some students of one kind: their number and their programme (blank: none, None: any).

    With ``seen_before`` they are among a documented example, and keep its calendar.
    """

    count: int
    abdul: bool = False
    status: str | None = None
    code: str | None = None
    seen_before: datetime | None = None
    shows: bool = False


# The students without --students; the documented student is number 0 of the university.
SEGMENTS: dict[str, tuple[Segment, ...]] = {
    DEMO.slug: (
        # With the documented student these are the 137 of the documented request …
        Segment(136, True, ACTIVE, DOCUMENTED_CODE, DOCUMENTED_LAST_SEEN - timedelta(seconds=1)),
        # … and these would be among them if one of its filters failed.
        Segment(12, True, INACTIVE, DOCUMENTED_CODE),
        Segment(6, True, DELETED, DOCUMENTED_CODE),
        Segment(16, True, ACTIVE, "MPH"),
        Segment(6, True, ACTIVE, "MBA"),
        Segment(4, True, ACTIVE, ""),
        Segment(len(SHOWS), False, ACTIVE, DOCUMENTED_CODE, shows=True),
        Segment(459 - len(SHOWS)),
    ),
    STATE.slug: (
        Segment(24, True, ACTIVE, DOCUMENTED_CODE),
        Segment(len(SHOWS), False, ACTIVE, "MBA1234", shows=True),
        Segment(236 - len(SHOWS)),
    ),
}

# The students that --students adds are of any kind.
_CROWD = Segment(0)

# Kinds of cards with their shares in a hundred; at most two counted sessions, as the base allows.
_CARDS: tuple[tuple[int, tuple[SessionOutcome, ...]], ...] = (
    (12, (s.GRADED,)),
    (8, (s.BROKEN_OFF, s.GRADED)),
    (9, (s.GRADED, s.GRADED)),
    (6, (s.GRADED, s.BROKEN_OFF, s.GRADED)),
    (5, (s.BROKEN_OFF, s.BROKEN_OFF, s.GRADED)),
    (8, (s.AWAITING_GRADE,)),
    (6, (s.BROKEN_OFF, s.AWAITING_GRADE, s.BROKEN_OFF_RECORDED)),
    (5, (s.GRADED_WITH_GAPS, s.AWAITING_GRADE)),
    (9, (s.BROKEN_OFF,)),
    (10, (s.BROKEN_OFF, s.BROKEN_OFF)),
    (5, (s.GRADER_GAVE_UP, s.BROKEN_OFF, s.GRADED)),
    (3, (s.TRANSCRIPT_LOST, s.AWAITING_GRADE)),
    (3, (s.NOTHING_RECORDED, s.BROKEN_OFF)),
    (3, (s.GRADED, s.NOT_STARTED)),
    (2, (s.NOT_STARTED,)),
    (2, (s.AWAITING_TRANSCRIPT,)),
    (2, (s.GRADED, s.IN_CONVERSATION)),
    (2, (s.JUST_BEGUN,)),
)
_OUTCOMES = tuple(outcomes for _, outcomes in _CARDS)
_SHARES = tuple(accumulate(share for share, _ in _CARDS))
_HAPPENING = {s.AWAITING_TRANSCRIPT, s.IN_CONVERSATION, s.JUST_BEGUN, s.NOT_STARTED}
_HAPPENING_CARDS = {outcomes for outcomes in _OUTCOMES if _HAPPENING & set(outcomes)}


def students_of(university: University) -> int:
    """Return how many students the university has without --students."""
    documented = 1 if university.id == DEMO.id else 0
    return documented + sum(segment.count for segment in SEGMENTS[university.slug])


def plans(university: University, rng: Random) -> Iterator[Plan]:
    """Yield the students that the university has without --students, except the documented one."""
    number = 1 if university.id == DEMO.id else 0
    taken: set[str] = set()
    for segment in SEGMENTS[university.slug]:
        of_segment = university.moved(timedelta()) if segment.seen_before else university
        for position in range(segment.count):
            plan = _plan(of_segment, number, rng, segment, position)
            while plan.email in taken:
                local, _, domain = plan.email.partition("@")
                plan.email = f"{local}{plan.created_at:%y}@{domain}"
            taken.add(plan.email)
            number += 1
            yield plan


def crowd_plan(university: University, number: int, rng: Random) -> Plan:
    """Return one of the students that --students adds; the number makes the address unique."""
    plan = _plan(university, number, rng, _CROWD, 0)
    plan.email = (
        f"{plan.name.first.plain}.{plan.name.last.plain}{number}@{university.student_domain}"
    )
    return plan


def student_created_at(university: University, number: int) -> datetime:
    """Return the time of an enrolment: evenly spread, not random, so that ids can be predicted."""
    first = university.created_at + _PREPARATION
    seconds = int((_LAST_ENROLMENT + university.moved_by - first).total_seconds())
    return first + timedelta(seconds=number * 2_654_435_761 % seconds)


def _plan(
    university: University, number: int, rng: Random, segment: Segment, position: int
) -> Plan:
    rng.seed(university.serial(number))
    name = abdul_name(rng, position) if segment.abdul else any_name(rng)
    if segment.abdul and position % 34 == 0:
        name = NAMESAKE
    created_at = student_created_at(university, number)
    # The larger of two draws: more were seen lately than long ago.
    earliest = created_at + _SETTLING_IN
    share = max(rng.random(), rng.random())
    seen_before = segment.seen_before or PRESENT + university.moved_by
    latest = earliest + timedelta(seconds=int(share * (seen_before - earliest).total_seconds()))
    plan = Plan(number, name, "", created_at, latest)
    plan.email = _email(university, plan, segment, position, rng)
    plan.status = segment.status or _status(rng)
    plan.codes = _codes(university, segment, rng)
    plan.unlimited = rng.random() < 0.02
    if segment.shows:
        _add_show(university, plan, position)
    elif segment.abdul and position % 17 == 0:
        # Seen at the same moment: the name decides; and of two namesakes, the id.
        plan.latest = _A_TIE + university.moved_by
        plan.cards = [
            StudentCaseStudy(_case_studies(university, plan.codes, ASSIGNED)[0], (s.GRADED,))
        ]
    else:
        _add_cards(university, plan, segment, rng)
    return plan


def _status(rng: Random) -> str:
    chance = rng.random()
    return ACTIVE if chance < 0.87 else INACTIVE if chance < 0.97 else DELETED


def _codes(university: University, segment: Segment, rng: Random) -> tuple[str, ...]:
    if segment.code == "":
        return ()
    chance = rng.random()
    wanted = 0 if chance < 0.06 else 1 if chance < 0.74 else 2 if chance < 0.95 else 3
    if segment.code is not None:
        wanted = max(0, wanted - 1)
    # Squaring favours the programmes listed first: some are large, others small.
    codes = tuple(university.programme_ids)
    others = segment.abdul and segment.code != DOCUMENTED_CODE
    drawn = {codes[int(rng.random() ** 2 * len(codes))] for _ in range(wanted)}
    drawn |= {segment.code} if segment.code else set()
    if others:
        drawn -= {DOCUMENTED_CODE}
    return tuple(sorted(drawn))


def _email(university: University, plan: Plan, segment: Segment, position: int, rng: Random) -> str:
    first, last = plan.name.first.plain, plan.name.last.plain
    style = int(rng.random() * 4)
    local = (f"{first}.{last}", f"{first}{last}", f"{last}.{first}", f"{first}_{last}")[style]
    if segment.abdul and position % 12 == 5:
        local = f"abdul.{last}"  # known by a name that stands in no document
    return f"{local}@{university.student_domain}"


_found: dict[tuple[str, tuple[str, ...], str], list[str]] = {}


def _case_studies(university: University, codes: tuple[str, ...], where: str) -> list[str]:
    """Return case studies for a student of these programmes, such as "foreign" ones; cached."""
    key = (university.slug, codes, where)
    if key not in _found:
        _found[key] = _find_case_studies(university, frozenset(codes), where)
    return _found[key]


def _find_case_studies(university: University, own: frozenset[str], where: str) -> list[str]:
    every = frozenset(university.programme_ids)
    match where:
        case "assigned" if own:
            return university.case_studies_where(codes=own)
        case "retired":
            return university.case_studies_where(codes=own or every, active=False)
        case "foreign":
            assigned = set(university.case_studies_where(codes=own)) if own else set()
            others = university.case_studies_where(codes=every - own)
            return [case_study_id for case_study_id in others if case_study_id not in assigned]
        case _:  # students without a programme have the case studies that are open to all
            return university.case_studies_where(codes=frozenset())


def _add_show(university: University, plan: Plan, position: int) -> None:
    show = SHOWS[position]
    by = university.moved_by
    plan.created_at = _SHOW_ENROLMENT + by + timedelta(hours=position)
    at_least = plan.created_at + timedelta(days=60)
    plan.latest = show.latest + by if show.latest else max(plan.latest, at_least)
    plan.unlimited = show.unlimited
    candidates = _case_studies(university, plan.codes, show.where) or _case_studies(
        university, plan.codes, ASSIGNED
    )
    case_study_id = candidates[position % len(candidates)]
    entries = tuple(entry.moved(by) for entry in show.entries)
    plan.cards = [StudentCaseStudy(case_study_id, show.outcomes, entries, show.tie)]


def _some(items: list[str], count: int, rng: Random) -> list[str]:
    """Return a random sample. Of a ``Random``, only ``random()`` is the same in every Python."""
    pool = items.copy()
    count = min(count, len(pool))
    for i in range(count):
        j = i + int(rng.random() * (len(pool) - i))
        pool[i], pool[j] = pool[j], pool[i]
    return pool[:count]


def _add_cards(university: University, plan: Plan, segment: Segment, rng: Random) -> None:
    chance = rng.random()
    if chance < 0.08:
        return  # never came
    assigned = _case_studies(university, plan.codes, ASSIGNED)
    chosen = _some(assigned, 1 + int(rng.random() * 5), rng)
    if chance < 0.2:
        where = OPEN if chance < 0.16 else RETIRED if chance < 0.18 else FOREIGN
        chosen += _case_studies(university, plan.codes, where)[:1]
    for case_study_id in dict.fromkeys(chosen):
        outcomes = _OUTCOMES[bisect(_SHARES, rng.random() * _SHARES[-1])]
        happening = outcomes in _HAPPENING_CARDS
        if happening and segment.seen_before:
            outcomes, happening = _OUTCOMES[0], False
        card = StudentCaseStudy(case_study_id, outcomes, tie=rng.random() < 0.1)
        if happening:
            # Open sessions began lately, and after everything else.
            ago = timedelta(seconds=int(rng.random() * 3 * 86_400))
            plan.latest = PRESENT + university.moved_by - ago
        elif rng.random() < 0.02:
            granted = plan.created_at + timedelta(days=1)
            card.entries = (Entry(GRANT, 1, granted, "Technical trouble on our side"),)
        plan.cards.append(card)
    plan.cards.sort(key=lambda card: card.outcomes in _HAPPENING_CARDS)
