"""Random people with SIS ids, and random rosters of them: what always holds."""

import itertools
from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.models import LegacyRole, ProgrammeMembership, Role, User
from students.services.roster import planning
from tests.factories import ProgrammeFactory, SystemRoleFactory, TenantFactory
from tests.students.test_roster.rosters import ANY, import_roster, roster, run

pytestmark = pytest.mark.drill

HEADER = "user_id,login_id,first_name,last_name,email,status,cohort"
COURSES = "course_id,user_id,role,status"
CODES = ("ART", "LAW", "MUS")
NAMES = st.sampled_from(["Ada", "Zoë", "van der Berg", "Obi-Nwosu", "-Ann"])
COHORTS = st.sampled_from(["", "2026", "Autumn 2027"])
SPELLINGS = st.sampled_from([str.lower, str.upper, str.title])

# Where each of six people lives before, and where the roster says that some of them live.
ADDRESSES = [f"a{n}@uni.example" for n in range(8)]
MOVES = st.permutations(range(8)).map(lambda places: dict(enumerate(places[:6])))


class Campus:
    """A tenant with programmes."""

    def __init__(self):
        self.tenant = TenantFactory()
        self.role = SystemRoleFactory(tenant=self.tenant, legacy_role=LegacyRole.STUDENT)
        for code in CODES:
            ProgrammeFactory(tenant=self.tenant, code=code)

    def settle(self, people: dict[str, str]) -> None:
        """Make students, ``{SIS id: address}``."""
        User.objects.bulk_create(
            User(
                tenant=self.tenant,
                role=Role.objects.get(pk=self.role.pk),
                sis_id=sis_id or None,
                email=email,
                first_name="Old",
                last_name="Name",
            )
            for sis_id, email in people.items()
        )

    @property
    def state(self) -> dict[str | None, tuple]:
        """Everybody by SIS id: address, names, cohort, status, codes of programmes."""
        codes: dict[str, set[str]] = {}
        links = ProgrammeMembership.objects.for_tenant(self.tenant)
        for user_id, code in links.values_list("user_id", "programme__code"):
            codes.setdefault(user_id, set()).add(code)
        return {
            user.sis_id: (
                *(user.email, user.first_name, user.last_name, user.cohort, user.status),
                frozenset(codes.get(user.pk, ())),
            )
            for user in User.objects.for_tenant(self.tenant)
        }


class _Back(Exception):
    """The example is over."""


@pytest.fixture
def campus(db):
    return Campus()


def csv(header: str, rows) -> str:
    return "".join(f"{line}\n" for line in (header, *(",".join(row) for row in rows)))


def without_bad_rows(tenant, rows):
    file = roster(
        csv(HEADER, [(f"S{n}", "", "Old", "Name", email, "active", "") for n, email in rows])
    )
    return import_roster(
        actor=None, tenant=tenant, roster=file, source="test", max_change=ANY, skip_bad_rows=True
    )


def as_it_should_be(before: dict[int, str], wishes: dict[int, str]) -> dict[int, str]:
    """Return who lives where: as many get what they wish as can, and two never the same."""
    granted = dict(wishes)
    while True:
        after = before | granted
        kept = {
            after[who] for who in after if who not in granted or granted[who] == before.get(who)
        }
        refused = {who for who, wish in granted.items() if wish in kept and before.get(who) != wish}
        if not refused:
            return after
        granted = {who: wish for who, wish in granted.items() if who not in refused}


@settings(max_examples=150)
@given(
    moves=MOVES,
    said=st.sets(st.integers(0, 5), min_size=1),
    new=st.booleans(),
    order=st.randoms(use_true_random=False),
    batch=st.sampled_from([1, 2, 3, 5000]),
)
def test_addresses_go_where_a_plain_reading_puts_them(campus, moves, said, new, order, batch):
    """People 0 to 4 live at the address of their number; 5 is new, if anybody is."""
    before = {n: ADDRESSES[n] for n in range(5)}
    wishes = {n: ADDRESSES[moves[n]] for n in said if n < 5 or new}
    rows = list(wishes.items())
    order.shuffle(rows)
    with suppress(_Back), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(planning, "BATCH", batch)
        patch.setattr("students.services.roster.applying.BATCH", batch)
        campus.settle({f"S{n}": email for n, email in before.items()})
        ids = dict(User.objects.for_tenant(campus.tenant).values_list("sis_id", "pk"))

        plan = without_bad_rows(campus.tenant, rows)

        after = {int(sis_id[1:]): state[0] for sis_id, state in campus.state.items()}
        assert after == as_it_should_be(before, wishes)
        assert plan.counts["bad_rows"] == sum(after.get(n) != wish for n, wish in wishes.items())
        now = dict(User.objects.for_tenant(campus.tenant).values_list("sis_id", "pk"))
        assert ids.items() <= now.items()
        assert without_bad_rows(campus.tenant, rows).is_empty
        raise _Back


PERSON = st.tuples(
    NAMES,
    NAMES,
    SPELLINGS,
    st.sampled_from(["active", "active", "suspended"]),
    COHORTS,
    st.dictionaries(st.sampled_from(CODES), st.sampled_from(["active", "completed"]), max_size=3),
)


def _imported(campus, numbers, people):
    rows, courses = [], []
    for n in numbers:
        first, last, spelling, status, cohort, enrolments = people[n]
        email = spelling(f"New.{n}@uni.example")
        rows.append((f"S{n}", "", first, last, email, status, cohort))
        courses += [(code, f"S{n}", "student", state) for code, state in enrolments.items()]
    # A second file that says nothing is refused.
    enrolments = csv(COURSES, courses) if courses else None
    run(campus.tenant, roster(csv(HEADER, rows), enrolments=enrolments))


@settings(max_examples=60)
@given(
    people=st.lists(PERSON, min_size=1, max_size=7),
    there=st.sets(st.integers(0, 6)),
    unknown=st.sets(st.integers(0, 6)),
    order=st.randoms(use_true_random=False),
    parts=st.lists(st.integers(0, 6), max_size=3),
)
def test_any_split_over_files_and_runs_ends_in_the_same_state(
    campus, people, there, unknown, order, parts
):
    """Some are there under other addresses, some with their address and without an id."""
    stored = {}
    for n in range(len(people)):
        if n in there:
            stored[f"S{n}"] = f"old.{n}@uni.example"
    numbers = list(range(len(people)))
    states = []
    for split in (False, True):
        with suppress(_Back), transaction.atomic():
            campus.settle(stored)
            for n in unknown - there:
                if n < len(people):
                    campus.settle({"": f"new.{n}@uni.example"})
            if split:
                order.shuffle(numbers)
            cuts = sorted({0, *(cut for cut in parts if cut < len(people)), len(people)})
            for begin, end in itertools.pairwise(cuts) if split else [(0, len(people))]:
                _imported(campus, numbers[begin:end], people)
            states.append(campus.state)
            for again in (numbers, numbers[::-1]):
                _imported(campus, again, people)
            assert campus.state == states[-1]
            raise _Back
    whole, in_parts = states
    # Cases of new addresses apart, those of whoever is there already are kept.
    assert in_parts == whole
    assert set(whole) == {f"S{n}" for n in range(len(people))}
