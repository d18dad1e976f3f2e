"""GET /v1/console/users?search=: whom it finds, and how many rows that reads (contract §5, §16)."""

import pytest

from accounts.models import User
from benchmarks import crowd
from tests.clients import ApiClient, OperatorClient
from tests.crowds import filled_with_a_crowd
from tests.factories import FacultyFactory, StudentFactory, SystemRoleFactory, UserFactory
from tests.operators import listed
from tests.plans import analyse, asked, plan

pytestmark = pytest.mark.django_db

URL = "/v1/console/users"
LIST = "/admin/accounts/user/"


def found(client: ApiClient, **query) -> list[str]:
    body = client.get(URL, query).json()
    assert body["total"] == len(body["data"])
    return [row["email"] for row in body["data"]]


@pytest.fixture
def grace(admin) -> User:
    """Somebody with a middle name and an accent, beside others who are called much the same."""
    tenant = admin.tenant
    StudentFactory(tenant=tenant, first_name="Grâce", last_name="Hopper")
    FacultyFactory(first_name="Grâce", last_name="Hopper")  # another tenant's
    FacultyFactory(tenant=tenant, first_name="Alan", last_name="Turing", email="a@x.example")
    return FacultyFactory(
        tenant=tenant,
        first_name="Grâce",
        middle_name="Brewster",
        last_name="Hopper",
        email="G.H@x.example",
    )


MATCHES = ["hopp", "GRÂCE H", "grâce brew", "ster hopper", "g.h@", " Hopper ", "RÂC"]
STRANGERS = ["%", "_", "\\", "hopper grâce x", "ada grâce", "x.example\n", "G.H@x.exampleGrâce"]


@pytest.mark.parametrize("text", MATCHES)
def test_names_and_addresses_are_searched_in_any_case(api, grace, text):
    assert grace.email in found(api, search=text)
    assert "a@x.example" not in found(api, search=text)


@pytest.mark.parametrize("text", STRANGERS)
def test_what_nobody_is_called_finds_nobody(api, grace, text):
    assert grace.email not in found(api, search=text.replace("\n", "\ng.h"))


@pytest.mark.parametrize("text", MATCHES)
def test_the_students_list_finds_the_same_texts(api, grace, text):
    User.objects.filter(pk=grace.pk).update(
        role=SystemRoleFactory(tenant=grace.tenant, legacy_role="STUDENT")
    )

    rows = api.get("/v1/console/students", {"search": text}).json()["data"]

    assert grace.email in [row["student_email"] for row in rows]


def test_a_blank_search_is_none(api, admin, grace):
    assert found(api, search="  ") == found(api) == [grace.email, "a@x.example", admin.email]


def test_search_joins_the_other_filters(api, grace):
    User.objects.filter(pk=grace.pk).update(status="INACTIVE")

    assert found(api, search="hopper") == []
    assert found(api, search="hopper", include_inactive="true") == [grace.email]
    assert found(api, search="hopper", status="INACTIVE", role="FACULTY") == [grace.email]
    assert found(api, search="hopper", status="INACTIVE", role="ADMIN") == []


def test_pages_of_a_search_are_counted(api, tenant):
    FacultyFactory.create_batch(5, tenant=tenant, last_name="Hopper")

    pages = [
        api.get(URL, {"search": "hopper", "limit": 2, "skip": skip}).json() for skip in (0, 2, 4)
    ]

    assert [(body["total"], body["total_pages"], body["page"]) for body in pages] == [
        (5, 3, 1),
        (5, 3, 2),
        (5, 3, 3),
    ]
    assert len({row["id"] for body in pages for row in body["data"]}) == 5


def test_the_list_of_the_admin_finds_the_same(admin, grace):
    operator = OperatorClient(admin)
    for text in MATCHES:
        assert [row[0] for row in listed(operator.get(LIST, {"q": text}))] == ["Grâce Hopper"]


# Many students --------------------------------------------------------------------------------

STUDENTS, STAFF = 20_000, 60

QUERIES = (
    *("", "?search=obi", "?search=o", "?search=xyzzy", "?status=INACTIVE", "?role=FACULTY"),
    *("?include_inactive=true&search=obi", "?status=DELETED&search=obi&skip=20"),
)
OF_THE_ADMIN = ("?", "?q=obi", "?q=o&status=all", "?status=deleted")


@pytest.mark.drill
def test_no_list_of_staff_reads_the_students():
    filled_with_a_crowd(STUDENTS)
    boss = User.objects.get(email=crowd.ADMIN_EMAIL)
    for status in ("ACTIVE", "INACTIVE", "DELETED"):
        FacultyFactory.create_batch(STAFF // 3, tenant=boss.tenant, status=status)
    UserFactory.create_batch(3)  # other tenants'
    analyse("accounts_user")
    api, operator = ApiClient(boss), OperatorClient(boss)

    read = {query: _most_read(api, URL + query) for query in QUERIES}
    read |= {query: _most_read(operator, LIST + query) for query in OF_THE_ADMIN}

    assert {query: rows for query, rows in read.items() if rows > STAFF + 10} == {}
    assert max(read.values()) >= STAFF  # it sees what it counts


def _most_read(client: ApiClient | OperatorClient, path: str) -> int:
    """Return how many users the greediest statement of a request reads."""
    return max(_rows_read(*one) for one in asked(client, path) if "accounts_user" in one[0])


def _rows_read(statement: str, parameters: object) -> int:
    """Return how many users a statement reads, those that it drops again included."""
    nodes = plan(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters)
    return sum(
        node["Actual Loops"]
        * (
            node["Actual Rows"]
            + node.get("Rows Removed by Filter", 0)
            + node.get("Rows Removed by Index Recheck", 0)
        )
        for node in nodes
        if node.get("Relation Name") == "accounts_user"
    )
