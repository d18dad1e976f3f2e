"""The hash of a plan: the same for the same deeds, another one for any other."""

import pytest

from accounts.models import User
from programmes.models import Programme
from students.services.roster import PlannedChange, PlannedCreation, RosterPlan, StoredProfile
from students.services.roster.formats.rows import RowError
from tests.factories import StudentFactory
from tests.students.test_roster.rosters import canvas, run

ROWS = ("S1,Ada,Obi,new@uni.example", "S2,Ben,Obi,ben@uni.example", "S3,Ch?i,Obi,c@uni.example")
MANY = frozenset(f"programme-{n}" for n in range(20))


@pytest.fixture
def planned(university):
    """Return a function that plans the same roster again."""
    StudentFactory(tenant=university, sis_id="S1", email="ada@uni.example")

    def plan(*rows: str, **options) -> str:
        options = {"skip_bad_rows": True, "dry_run": True, **options}
        return run(university, canvas(*(rows or ROWS)), **options).fingerprint

    return plan


def test_it_is_the_same_on_any_day_and_machine():
    """Sets stand in another order in each process; a wrong hash shows itself sooner or later."""
    before = StoredProfile("a@b.example", None, "Ada", None, "Obi", None, "ACTIVE", MANY)
    after = before._replace(email="ada@b.example", programmes=frozenset())
    plan = RosterPlan(
        changes=[PlannedChange(2, "id", before, after)],
        creations=[PlannedCreation(3, before)],
        errors=[RowError("users.csv", 4, "There is no name.")],
        options={"programme": None},
    )

    assert plan.fingerprint == ("a29b8e5b53623fd212fc7793347614b398d26222461d58d281ab2784a5f6daf4")


def test_the_same_data_and_roster_have_the_same(planned, monkeypatch):
    first = planned()
    monkeypatch.setattr("students.services.roster.planning.BATCH", 1)

    assert planned() == first == planned(dry_run=False)
    assert len(first) == 64
    assert planned() != first  # all is done by now


def test_the_order_of_the_lines_is_none_of_its_business(planned):
    good = ROWS[:2]

    assert planned(*good) == planned(*good[::-1])


@pytest.mark.parametrize(
    "rows",
    [
        ("S1,Ada,Obi,other@uni.example", *ROWS[1:]),
        ("S1,Adah,Obi,new@uni.example", *ROWS[1:]),
        (*ROWS[:1], "S2,Ben,Obi,ben@uni.example,suspended", ROWS[2]),
        (*ROWS[:1], "S4,Ben,Obi,ben@uni.example", ROWS[2]),
        (*ROWS[:1], "S2,Ben,Obi,ben@uni.example,,2027", ROWS[2]),
        (*ROWS[:2], "S3,Ch??,Obi,c@uni.example"),
        ROWS[:2],
    ],
)
def test_another_roster_has_another(planned, rows):
    assert planned() != planned(*rows)


@pytest.mark.parametrize(
    "change",
    [
        {"last_name": "Eze"},
        {"cohort": "2027"},
        {"email": "elsewhere@uni.example"},
        {"status": "INACTIVE"},
        {"sis_id": None},
    ],
)
def test_other_data_have_another(planned, change):
    first = planned()

    User.objects.update(**change)

    assert planned() != first


def test_options_that_matter_have_another(planned, university):
    StudentFactory(tenant=university)
    Programme.objects.filter(tenant=university).update(is_active=True)
    options = [{}, {"deactivate_missing": True}, {"programme": "MPH"}]

    assert len({planned(*ROWS[:2], **option) for option in options}) == 3
