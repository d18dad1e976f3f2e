"""A university on its way is seen: in the admin, in the API, in the figures, and since when."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.core.management import CommandError
from django.utils import timezone
from django.utils.html import strip_tags

from config.management.moves import ARRIVING, HELD, MOVED, Move
from tenants.models import Tenant
from tests.cells.pair import ask, move
from tests.clients import ApiClient, OperatorClient
from tests.factories import SuperAdminFactory, TenantFactory, UserFactory

TENANTS = "/v1/console/tenants"

WORDS = {
    HELD: r"Writes have been held since {} for a move to another server; reading goes on\.",
    MOVED: r"Lives on another server since {}; whoever asks for it here is answered 503\.",
    ARRIVING: r"A copy from another server since {}, which nobody uses; whoever asks for it here"
    r" is answered 503\.",
}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def operator():
    """A Super Admin of a university that stays."""
    return OperatorClient(SuperAdminFactory(tenant=TenantFactory(name="Platform")))


@pytest.fixture
def other(transactional_db):
    return TenantFactory(name="State University")


def put(tenant: Tenant, state: str | None) -> None:
    Tenant.objects.filter(pk=tenant.pk).update(move_state=state)


def since(tenant: Tenant, there=None) -> datetime | None:
    query = "SELECT move_state_since FROM tenants_tenant WHERE id = %s"
    return ask(there, query, tenant.pk)[0][0]


def shown(answer) -> str:
    """Return the words of a page."""
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", unescape(strip_tags(answer.content.decode())))


def notices(text: str, state: str, at: datetime) -> int:
    """Return how often a page says where a university is, and since when."""
    at = at.astimezone(UTC)
    return len(re.findall(WORDS[state].format(f"{at:%-d %b %Y, %H:%M} UTC"), text))


def pages_about(tenant: Tenant) -> list[str]:
    page = f"/admin/tenants/tenant/{tenant.pk}"
    return ["/admin/tenants/tenant/", f"{page}/change/"]


@pytest.mark.parametrize("state", [HELD, MOVED, ARRIVING])
def test_the_list_of_universities_and_its_own_page_say_it(operator, other, state):
    put(other, state)
    at = since(other)

    for page in pages_about(other):
        assert notices(shown(operator.get(page)), state, at) == 1, page

    put(other, None)
    for page in pages_about(other):
        assert "another server" not in shown(operator.get(page)), page


def test_every_page_in_a_held_university_says_it(operator, other):
    put(other, HELD)
    at = since(other)
    home = f"/admin/u/{other.slug}/"

    inside = ["", "students/student/", "programmes/programme/add/", "tenants/auditevent/"]
    for page in [home + one for one in inside]:
        assert notices(shown(operator.get(page)), HELD, at) == 1, page
    # Its own page as well, once alone.
    own = f"{home}tenants/tenant/{other.pk}/change/"
    assert notices(shown(operator.get(own)), HELD, at) == 1
    assert "held since" not in shown(operator.get("/admin/")), "it is of one university alone"

    member = OperatorClient(UserFactory(tenant=other))
    put(other, None)
    assert "held since" not in shown(operator.get(home))
    put(other, HELD)
    assert notices(shown(member.get("/admin/")), HELD, since(other)) == 1


@pytest.mark.parametrize("state", [HELD, MOVED, ARRIVING])
def test_the_api_says_it(other, state):
    api = ApiClient(SuperAdminFactory(tenant=TenantFactory()))
    put(other, state)
    expected = {"state": state, "since": f"{since(other).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"}

    assert api.get(f"{TENANTS}/{other.pk}").json()["data"]["move"] == expected
    rows = {row["id"]: row["move"] for row in api.get(f"{TENANTS}?limit=100").json()["data"]}
    assert rows[other.pk] == expected
    assert {move for pk, move in rows.items() if pk != other.pk} == {None}


def test_the_database_knows_since_when(other):
    before = timezone.now()
    put(other, HELD)
    held = since(other)
    assert before <= held <= timezone.now()
    put(other, MOVED)
    assert since(other) > held
    put(other, None)
    assert since(other) is None

    born = TenantFactory(move_state=HELD)
    assert born.move_state_since is None, "the database alone writes it"
    assert since(born) is not None


def test_figures_tell_how_many_and_for_how_long(anonymous, settings):
    settings.METRICS_TOKEN = "t" * 32
    headers = {"Authorization": f"Bearer {settings.METRICS_TOKEN}"}
    name = r'command_center_(universities_moving|longest_move_seconds)\{state="(\w+)"\} (\S+)'

    def figures() -> dict[tuple[str, str], float]:
        answer = anonymous.get("/metrics", headers=headers).text
        return {(what, state): float(value) for what, state, value in re.findall(name, answer)}

    assert set(figures().values()) == {0.0}
    assert len(figures()) == 6
    first = TenantFactory()
    put(first, HELD)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        put(TenantFactory(), HELD)
        told = figures()
    assert told["universities_moving", "held"] == 2
    assert 7200 <= told["longest_move_seconds", "held"] < 9000
    assert told["universities_moving", "moved"] == told["longest_move_seconds", "moved"] == 0
    put(first, MOVED)
    told = figures()
    assert (told["universities_moving", "held"], told["universities_moving", "moved"]) == (1, 1)


@pytest.mark.system
def test_a_copy_that_nobody_uses_says_since_when(tenant, cell, monkeypatch):
    def stopped(self: Move) -> None:
        raise CommandError("stopped")

    with monkeypatch.context() as patched:
        patched.setattr(Move, "_let_live_there", stopped)
        with pytest.raises(CommandError, match="stopped"):
            move(tenant, cell)
    here, there = since(tenant), since(tenant, cell)
    assert here is not None
    assert there is not None

    move(tenant, cell)
    assert since(tenant) == here, "going on with a move is no other move"
    assert since(tenant, cell) is None
