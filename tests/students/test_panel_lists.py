"""Every way the panel reads a list, against a plain reading of the contract (§8)."""

import random
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from accounts.models import UserStatus
from config.context import within
from students.models import Student
from students.queries.students import StudentList, deep_pages
from students.queries.students import page_ids as ids
from students.queries.students.criteria import Criteria
from tests.factories import ProgrammeFactory, SessionFactory, StudentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
FIRST_NAMES = ["Ada", "Abdul", "Zoë", "ada", "Öz_ab"]
LAST_NAMES = ["Obi", "Ng", "abba", "O'Hare"]

SORTS = [
    (key, descending)
    for key in ("name", "last_seen", "programme", "status")
    for descending in (True, False)
]
BOUNDS = [
    (None, None),
    (START.replace(hour=0), None),
    (START + DAY, START + 6 * DAY),  # parts of days at both ends
    (None, datetime(2026, 3, 5, 23, 59, 59, 999999, tzinfo=UTC)),
    (START + 2 * DAY, START + 2 * DAY),  # a moment
    (datetime.max.replace(tzinfo=UTC) - DAY / 2, None),
    (None, datetime.min.replace(tzinfo=UTC) + DAY / 2),
    (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)),
]
SEARCHES = ["", "ab", "A", "abdul", "zoë", "b_a", "nobody", "bi\n", "ß", "z"]


@pytest.fixture
def crowd(tenant):
    """Students that often agree in what lists sort by; others elsewhere."""
    chance = random.Random(4)
    programmes = [
        ProgrammeFactory(tenant=tenant, code=code, name=name)
        for code, name in (("C", "law"), ("A", "Law"), ("B", "Arts, Law"))
    ]
    for number in range(70):
        student = StudentFactory(
            tenant=tenant,
            first_name=chance.choice(FIRST_NAMES),
            last_name=chance.choice(LAST_NAMES),
            email=f"{chance.choice('abz')}{number}@example.com",
            status=chance.choice([*["ACTIVE"] * 4, "INACTIVE", "INACTIVE", "DELETED"]),
            programmes=chance.sample(programmes, chance.choice([0, 1, 1, 2, 3])),
        )
        if chance.random() < 0.8:
            seen = START + DAY * chance.randrange(8) + timedelta(hours=chance.randrange(3))
            SessionFactory(user=student, start_time=seen, end_time=None)
    elsewhere = ProgrammeFactory(code="A")
    SessionFactory(user=StudentFactory(tenant=elsewhere.tenant, programmes=[elsewhere]))
    return tenant


def plainly(students: list[Student], selection: Criteria) -> list[str]:
    """Return the ids of a selection, as the contract has it."""

    def label(student):
        links = student.programme_links.all()
        names = [
            link.programme.name for link in sorted(links, key=lambda link: link.programme.code)
        ]
        return _folded(", ".join(names)) or None

    def matches(student):
        codes = [link.programme.code for link in student.programme_links.all()]
        seen = student.last_seen_at
        return (
            (not selection.search or _holds(student, selection.search))
            and (not selection.programme or selection.programme in codes)
            and (not selection.status or student.status == selection.status)
            and (not selection.start or (seen is not None and seen >= selection.start))
            and (not selection.end or (seen is not None and seen <= selection.end))
        )

    value = {
        "name": lambda student: _folded(student.display_name),
        "last_seen": lambda student: student.last_seen_at,
        "programme": label,
        "status": lambda student: student.status,
    }[selection.sort_by]
    rows = sorted(filter(matches, students), key=lambda s: (_folded(s.display_name), s.pk))
    some = [row for row in rows if value(row) is not None]
    some.sort(key=value, reverse=selection.descending)
    return [row.pk for row in some + [row for row in rows if value(row) is None]]


def _folded(text: str) -> str:
    return text.lower().replace("ë", "e").replace("ö", "o")


def _holds(student: Student, search: str) -> bool:
    turned = f"{student.last_name} {student.first_name}"
    parts = (student.display_name, turned, student.email)
    return any(_folded(search) in _folded(part) for part in parts)


@pytest.fixture(params=["usual", "small"])
def thresholds(request, monkeypatch):
    """As they are, and so small that the ways of large lists are taken."""
    if request.param == "small":
        monkeypatch.setattr(deep_pages, "DEEP", 1)
        monkeypatch.setattr(ids, "FEW", 7)


@pytest.fixture
def inside(crowd):
    """Behind the walls of the tenant, as every request is."""
    with within(crowd.pk):
        yield


def test_every_list_is_the_contracts(crowd, inside, thresholds):
    students = list(
        Student.objects.for_tenant(crowd).prefetch_related("programme_links__programme")
    )
    every = list(product(SEARCHES, ["", "A", "C", "NOPE"], [None, *list(UserStatus)[:2]], BOUNDS))
    for sort_by, descending in SORTS:
        sizes = set()
        chance = random.Random(f"{sort_by} {descending}")
        for search, programme, status, (start, end) in chance.sample(every, 120):
            selection = Criteria(
                crowd.pk,
                search=search,
                programme=programme,
                status=status,
                start=start,
                end=end,
                sort_by=sort_by,
                descending=descending,
            )
            expected = plainly(students, selection)
            sizes.add(len(expected))
            for skip in {0, 3, len(expected) * 2 // 3, len(expected) - 1, len(expected)} - {-1}:
                rows = StudentList(selection)
                lines = rows[skip : skip + 5]
                assert rows.count() == len(expected), selection
                assert [line.pk for line in lines] == expected[skip : skip + 5], (selection, skip)
        assert len(sizes) > 10, (sort_by, descending)
