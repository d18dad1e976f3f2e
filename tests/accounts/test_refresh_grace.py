"""Two tabs that exchange one refresh token at nearly the same time (contract §16)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from accounts.models import SignIn, User, UserStatus
from tenants.models import AuditEvent
from tests.accounts.signed_in import program_of
from tests.clients import ApiClient, bearer

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 6, 4, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
TAB = {"agent": "Mozilla/5.0 (Tab)", "address": "192.0.2.7"}


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def first(clock, admin) -> dict:
    """The pair of a sign-in."""
    return program_of(admin).pair


def refresh(pair: dict, agent: str = TAB["agent"], address: str = TAB["address"]):
    client = ApiClient(HTTP_USER_AGENT=agent, REMOTE_ADDR=address)
    return client.post("/v1/auth/refresh", {"refresh_token": pair["refresh_token"]})


def works(pair: dict) -> bool:
    return ApiClient().get("/v1/users/me", headers=bearer(pair)).status_code == 200


@pytest.mark.parametrize("late", [0, 10])
def test_the_other_tab_is_told_to_take_the_pair_that_was_issued(first, clock, late):
    second = refresh(first).json()["data"]
    clock.shift(late * SECOND)

    answer = refresh(first)

    assert answer.status_code == 409
    assert answer.json() == {
        "success": False,
        "error": (
            "The refresh token was exchanged a moment ago. Use the pair that was issued then; your "
            "other tab has it."
        ),
        "code": "CONFLICT",
        "details": {},
    }
    assert works(second)
    assert refresh(second).status_code == 200


@pytest.mark.parametrize(
    ("late", "other"),
    [(11, {}), (1, {"agent": "curl/8"}), (1, {"address": "192.0.2.8"})],
    ids=["too late", "another program", "another address"],
)
def test_whoever_else_uses_it_again_ends_the_family(first, clock, late, other):
    second = refresh(first).json()["data"]
    clock.shift(late * SECOND)

    assert refresh(first, **TAB | other).status_code == 401

    assert not works(second)
    assert refresh(second).status_code == 401
    event = AuditEvent.objects.get(event_type="sign_out")  # once, for both
    assert event.actor_user_id is None
    assert event.metadata["ended"] == {"browser": 0, "api": 1}
    assert event.metadata["reason"] == "token_reused"


def test_an_older_token_ends_the_family_at_once(first):
    second = refresh(first).json()["data"]
    third = refresh(second).json()["data"]

    assert refresh(first).status_code == 401

    assert not works(third)


def test_the_grace_does_not_get_longer_by_asking(first, clock):
    refresh(first)
    for _ in range(2):
        clock.shift(5 * SECOND)
        assert refresh(first).status_code == 409
    clock.shift(SECOND)

    assert refresh(first).status_code == 401


def test_the_client_is_the_one_that_exchanged_it_and_not_the_one_that_signed_in(first):
    refresh(first, agent="Mozilla/5.0 (Other)")

    assert refresh(first, agent="curl/8.5.0", address="198.51.100.4").status_code == 401


@pytest.mark.parametrize(("behind", "status"), [(60, 409), (61, 401)])
def test_a_clock_that_is_a_little_behind_ends_nothing(first, clock, behind, status):
    refresh(first)
    clock.shift(-behind * SECOND)

    assert refresh(first).status_code == status


def test_who_may_not_act_any_more_is_not_told_to_wait(first, admin):
    refresh(first)
    User.objects.filter(pk=admin.pk).update(status=UserStatus.INACTIVE)

    assert refresh(first).status_code == 401


def test_a_family_of_the_release_before_has_no_grace(first):
    refresh(first)
    SignIn.objects.update(previous_jti=None, rotated_at=None, rotated_by=None)

    assert refresh(first).status_code == 401
