"""GET /v1/console/users: who is listed, and who is found by id (contract §5)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from accounts.models import User
from tests.clients import ApiClient
from tests.config.refusals import NOT_FOUND, NUL, invalid
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

URL = "/v1/console/users"
START = datetime(2025, 1, 15, 10, 30, tzinfo=UTC)


@pytest.fixture
def people(tenant, admin):
    """One user of each kind, by name; the caller is ``admin``."""
    permitted = RoleFactory(tenant=tenant, permissions=["FEEDBACK.can_view"])
    return {
        "admin": admin,
        "super admin": SuperAdminFactory(tenant=tenant),
        "faculty": FacultyFactory(tenant=tenant),
        "custom": UserFactory(tenant=tenant, role=permitted),
        "permissionless": UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant)),
        "without role": UserFactory(tenant=tenant, role=None),
        "student": StudentFactory(tenant=tenant),
        "inactive": FacultyFactory(tenant=tenant, status="INACTIVE"),
        "deleted": FacultyFactory(tenant=tenant, status="DELETED"),
        "inactive student": StudentFactory(tenant=tenant, status="INACTIVE"),
        "foreign": FacultyFactory(),
    }


def listed(client: ApiClient, people: dict[str, User], **query) -> set[str]:
    """Return whom of the people the list holds; it must hold nobody else."""
    names = {user.pk: name for name, user in people.items()}
    body = client.get(URL, query).json()
    found = [names[row["id"]] for row in body["data"]]
    assert len(found) == len(set(found)) == body["total"]
    return set(found)


ACTIVE = {"admin", "super admin", "faculty", "custom"}


def test_list_holds_active_users_whose_role_permits_something(api, people):
    assert listed(api, people) == ACTIVE


@pytest.mark.parametrize("given", ["true", "1", "TRUE"])
def test_list_adds_inactive_and_deleted_users_when_asked(api, people, given):
    assert listed(api, people, include_inactive=given) == ACTIVE | {"inactive", "deleted"}


@pytest.mark.parametrize("given", ["false", "0", ""])
def test_list_leaves_them_out_when_told_so(api, people, given):
    assert listed(api, people, include_inactive=given) == ACTIVE


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("FACULTY", {"faculty"}),
        ("faculty", {"faculty"}),
        ("ADMIN", {"admin"}),
        ("SUPER_ADMIN", {"super admin"}),
        ("STUDENT", set()),
        ("", ACTIVE),
    ],
)
def test_list_narrows_by_legacy_role(api, people, role, found):
    assert listed(api, people, role=role) == found


def test_list_narrows_by_any_role_and_by_programme(api, people, tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA")
    ada = FacultyFactory(tenant=tenant)
    of_tenant = {"tenant": tenant}
    ada.programmes.add(mba, ProgrammeFactory(tenant=tenant), through_defaults=of_tenant)
    ProgrammeFactory(code="MBA")
    custom = people["custom"]

    def found(query: str) -> tuple[list[str], int]:
        page = api.get(f"{URL}?{query}").json()
        return [row["id"] for row in page["data"]], page["total"]

    assert found(f"role_id={custom.role_id}") == ([custom.pk], 1)
    assert found(f"role_id={RoleFactory(tenant=TenantFactory()).pk}") == ([], 0)
    assert found("programme=MBA") == ([ada.pk], 1)
    assert found("programme=mba") == ([], 0)
    assert found(f"programme=MBA&role_id={custom.role_id}") == ([], 0)


def test_list_combines_its_filters(api, people):
    found = listed(api, people, role="FACULTY", include_inactive="true")

    assert found == {"faculty", "inactive", "deleted"}


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("ACTIVE", ACTIVE),
        ("inactive", {"inactive"}),
        ("Deleted", {"deleted"}),
        ("", ACTIVE),
    ],
)
@pytest.mark.parametrize("included", [{}, {"include_inactive": "false"}])
def test_list_narrows_by_status_whatever_else_is_said(api, people, status, found, included):
    assert listed(api, people, status=status, **included) == found


def test_list_of_a_status_is_not_widened(api, people):
    assert listed(api, people, status="INACTIVE", include_inactive="true") == {"inactive"}


def test_page_without_anybody_is_a_page(api, people):
    answer = api.get(URL, {"role": "STUDENT"})

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": [],
        "total": 0,
        "page": 1,
        "page_size": 20,
        "total_pages": 0,
        "message": None,
    }


def test_list_keeps_admins_whose_role_permits_nothing(tenant, people):
    for name in ("admin", "super admin", "faculty"):
        role = people[name].role
        role.permissions = []
        role.save()

    found = listed(ApiClient(people["super admin"]), people)

    assert found == ACTIVE - {"faculty"}


def test_list_follows_a_changed_matrix(api, people):
    for name, flags in (("permissionless", ["PROGRAMMES.can_view"]), ("custom", [])):
        role = people[name].role
        role.permissions = flags
        role.save()

    assert listed(api, people) == ACTIVE - {"custom"} | {"permissionless"}


def test_list_shows_the_newest_first_and_then_by_id(tenant):
    admin = UserFactory(tenant=tenant, created_at=START)
    newest = FacultyFactory(tenant=tenant, created_at=START + timedelta(seconds=1))
    equals = [FacultyFactory(tenant=tenant, created_at=START) for _ in range(3)]
    newest_id_first = sorted((user.pk for user in [admin, *equals]), reverse=True)

    pages = [
        ApiClient(admin).get(URL, {"skip": skip, "limit": 2}).json()["data"] for skip in (0, 2, 4)
    ]

    assert [row["id"] for page in pages for row in page] == [newest.pk, *newest_id_first]


def test_list_pages_by_twenty(api, tenant):
    FacultyFactory.create_batch(20, tenant=tenant)

    body = api.get(URL).json()

    assert len(body["data"]) == 20
    assert (body["total"], body["page_size"], body["total_pages"]) == (21, 20, 2)


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("role=DEAN", "role", "Give one of: SUPER_ADMIN, ADMIN, FACULTY, STUDENT."),
        ("include_inactive=perhaps", "include_inactive", "Give true or false."),
        ("status=gone", "status", "Give one of: ACTIVE, INACTIVE, DELETED."),
        ("status=ACTIVE,DELETED", "status", "Give one of: ACTIVE, INACTIVE, DELETED."),
        (
            f"search={'x' * 501}",
            "search",
            "Ensure this value has at most 500 characters (it has 501).",
        ),
        ("search=%00", "search", NUL),
    ],
)
def test_list_refuses_what_it_does_not_understand(api, query, field, message):
    answer = api.get(f"{URL}?{query}")

    assert answer.status_code == 422
    assert answer.json() == invalid((field, message))


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "skip=-1", "limit=ten"])
def test_list_refuses_windows_out_of_range(api, query):
    assert api.get(f"{URL}?{query}").status_code == 422


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_three_queries(api, tenant, rows, django_assert_num_queries):
    FacultyFactory.create_batch(rows, tenant=tenant)
    UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=["FEEDBACK.can_view"]))

    with django_assert_num_queries(3):  # who calls, how many, the page
        assert len(api.get(URL).json()["data"]) == rows + 2


@pytest.mark.parametrize("include_inactive", [True, False])
def test_list_reads_the_index_of_staff_and_no_student(tenant, include_inactive):
    users = User.objects.for_tenant(tenant).with_console_access().newest_first()
    page = users if include_inactive else users.active()
    with connection.cursor() as cursor:
        for way in ("seqscan", "bitmapscan", "sort"):
            cursor.execute(f"SET LOCAL enable_{way} = off")

    assert "Index Scan using staff_newest on accounts_user" in page[:20].explain()


# One user -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", ["student", "deleted", "inactive student", "permissionless", "super admin"]
)
def test_any_user_of_the_tenant_is_found_by_id(api, people, kind):
    user = people[kind]

    answer = api.get(f"{URL}/{user.pk}")

    assert answer.status_code == 200
    data = answer.json()["data"]
    assert (data["id"], data["role_name"], data["status"]) == (user.pk, user.role.name, user.status)


def test_user_without_a_role_is_found_by_id(api, people):
    data = api.get(f"{URL}/{people['without role'].pk}").json()["data"]

    assert (data["role_id"], data["role_name"]) == (None, None)


def test_another_tenants_user_is_absent(api, people):
    answer = api.get(f"{URL}/{people['foreign'].pk}")

    assert answer.status_code == 404
    assert answer.json() == NOT_FOUND


def test_super_admin_sees_their_own_tenant_alone():
    tenant = TenantFactory()
    SystemRoleFactory(legacy_role="SUPER_ADMIN", tenant=tenant)
    boss, elsewhere = SuperAdminFactory(tenant=tenant), SuperAdminFactory()

    client = ApiClient(boss)

    assert [row["id"] for row in client.get(URL).json()["data"]] == [boss.pk]
    assert client.get(f"{URL}/{elsewhere.pk}").status_code == 404
