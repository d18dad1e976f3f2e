"""If-Match: a change of a row that somebody else has changed meanwhile is refused (§19)."""

import pytest

from accounts.services.users import update_user
from config.db.locks import once_held
from programmes.models import CaseStudy, Programme
from programmes.services.programmes import update_programme
from tests.clients import ApiClient
from tests.contents import contents, undone
from tests.contract.routes import ROUTES, Route
from tests.contract.test_permissions import send
from tests.factories import (
    CaseStudyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    UserFactory,
)
from tests.threads import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.round]

REFUSED = "It was changed since you read it, and nothing was saved: read it again."
STALE = '"0123456789abcdef0123456789abcdef"'

# A part of a tenant has the tag of the whole.
WHOLE = "/v1/console/tenants/{tenant_id}"
PARTS = ("/branding", "/sso", "/ai-config", "/allowed-origins/{origin}")
# Where nothing of a row is changed, but what hangs on it: sessions, a second factor.
NO_ROWS = ("/sessions", "/second-factor", "/sessions/{session_id}")


def read_at(path: str) -> str:
    return WHOLE if path.startswith(WHOLE) and path.endswith(PARTS) else path


CHANGES = [
    route
    for route in ROUTES
    if route.method in {"PATCH", "PUT", "DELETE"}
    and not route.path.startswith("/v1/ingest")
    and not route.path.endswith(NO_ROWS)
]
assert len(CHANGES) == 18


class Row:
    """A row of a route, and a caller who may do anything with it."""

    def __init__(self, route: Route, tenant) -> None:
        self.route = route
        self.rows = route.rows(tenant)
        self.body = route.body(self.rows)
        self.caller = ApiClient(SuperAdminFactory(tenant=tenant))

    def tag(self) -> str:
        answer = self.caller.get(read_at(self.route.path).format(**self.rows))
        assert answer.status_code == 200
        return answer["ETag"]

    def change(self, if_match: str):
        self.caller.defaults["HTTP_IF_MATCH"] = if_match
        try:
            return send(self.caller, self.route, self.route.address(self.rows), self.body)
        finally:
            del self.caller.defaults["HTTP_IF_MATCH"]


@pytest.fixture(params=CHANGES, ids=str)
def row(request, tenant) -> Row:
    return Row(request.param, tenant)


def test_every_change_is_refused_where_the_tag_is_another_one(row):
    tag = row.tag()
    before = contents()

    for said in (STALE, f"W/{tag}", f"{STALE}, W/{tag}", '""'):
        answer = row.change(said)

        assert answer.status_code == 412
        assert answer.json() == {
            "success": False,
            "error": REFUSED,
            "code": "PRECONDITION_FAILED",
            "details": {"etag": tag},
        }
    assert contents() == before


def test_every_change_is_made_where_the_tag_or_one_of_several_is_that_of_the_row(row):
    tag = row.tag()
    assert tag == row.tag()

    for said in (tag, f'W/"x",{STALE} , {tag}', "*", " * "):
        with undone():
            assert row.change(said).status_code == 200


@pytest.mark.parametrize("said", ["", "abc", '"abc', 'W/abc, "x"', '*, "x"', '"a" "b"', 'w/"a"'])
def test_a_header_that_is_none_is_refused_with_what_to_send(said, tenant):
    programme = ProgrammeFactory(tenant=tenant)
    caller = ApiClient(SuperAdminFactory(tenant=tenant))

    answer = caller.patch(
        f"/v1/console/programmes/{programme.pk}", {"name": "New"}, headers={"If-Match": said}
    )

    assert answer.status_code == 422
    (error,) = answer.json()["details"]["errors"]
    assert error["field"] == "If-Match"
    assert "ETag" in error["message"]


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("programmes", {"description": "New"}),
        ("case-studies", {"first_message": "Hello"}),
        ("case-studies", {"programme_codes": ["MBA"]}),
        ("roles", {"description": "New"}),
        ("users", {"department": "Law"}),
        ("users", {"programme_codes": ["MBA"]}),
        ("users", {"sis_id": "S-1"}),
        ("tenants", {"name": "New"}),
        ("tenants", {"branding": {"primary_color": "#123456"}}),
        ("tenants", {"ai-config": {"max_sessions_per_student": 5}}),
    ],
    ids=str,
)
def test_each_change_gives_a_row_another_tag_which_its_answer_tells(path, values, tenant):
    ProgrammeFactory(tenant=tenant, code="MBA")
    rows = {
        "programmes": ProgrammeFactory,
        "case-studies": CaseStudyFactory,
        "roles": RoleFactory,
        "users": StudentFactory,
    }
    pk = rows[path](tenant=tenant).pk if path in rows else tenant.pk
    caller = ApiClient(SuperAdminFactory(tenant=tenant))
    url = f"/v1/console/{path}/{pk}"
    before = caller.get(url)["ETag"]
    part, values = next(((n, v) for n, v in values.items() if isinstance(v, dict)), ("", values))

    answer = caller.patch(f"{url}/{part}".rstrip("/"), values, headers={"If-Match": before})

    assert answer.status_code == 200
    assert answer["ETag"] == caller.get(url)["ETag"] != before


def test_somebody_who_works_on_does_not_change_their_own_row(tenant):
    user = UserFactory(tenant=tenant)
    caller = ApiClient(SuperAdminFactory(tenant=tenant))
    before = caller.get(f"/v1/console/users/{user.pk}")["ETag"]
    type(user).objects.filter(pk=user.pk).update(last_activity_at="2026-01-01T00:00Z")

    assert caller.get(f"/v1/console/users/{user.pk}")["ETag"] == before


def test_a_service_that_locks_no_row_is_a_fault_of_ours_and_changes_nothing(tenant):
    one, other = ProgrammeFactory.create_batch(2, tenant=tenant)

    with pytest.raises(RuntimeError, match="Nothing has locked"), once_held(one, lambda: None):
        update_programme(actor=None, programme=other, name="New")

    assert not Programme.objects.filter(name="New").exists()


def test_what_is_demanded_is_asked_once_and_of_no_other_row(tenant):
    programme = ProgrammeFactory(tenant=tenant)
    asked = []

    with once_held(programme, lambda: asked.append(1)):
        update_user(actor=None, user=UserFactory(tenant=tenant), title="Dr")
        assert asked == []
        update_programme(actor=None, programme=programme, name="New")
        update_programme(actor=None, programme=programme, name="Newer")

    assert asked == [1]


@pytest.mark.django_db(transaction=True)
def test_of_many_who_change_one_row_at_the_same_moment_one_does(tenant):
    case_study = CaseStudyFactory(tenant=tenant)
    admin = SuperAdminFactory(tenant=tenant)
    url = f"/v1/console/case-studies/{case_study.pk}"
    callers = [ApiClient(admin) for _ in range(8)]
    tag = callers[0].get(url)["ETag"]

    # Slugs take the tenant's lock before the row's: the check must not turn that around.
    def change(i: int) -> int:
        values = {"title": f"Title {i}"} | ({"slug": f"slug-{i}"} if i % 2 else {})
        return callers[i].patch(url, values, headers={"If-Match": tag}).status_code

    statuses = at_once(change, 8)

    assert sorted(statuses) == [200, *([412] * 7)]
    assert CaseStudy.objects.get().title == f"Title {statuses.index(200)}"


@pytest.mark.django_db(transaction=True)
def test_a_row_that_goes_while_it_is_waited_for_is_absent(tenant):
    programme = ProgrammeFactory(tenant=tenant)
    admin = SuperAdminFactory(tenant=tenant)
    url = f"/v1/console/programmes/{programme.pk}"
    callers = [ApiClient(admin) for _ in range(4)]
    tag = callers[0].get(url)["ETag"]

    statuses = at_once(lambda i: callers[i].delete(url, headers={"If-Match": tag}).status_code, 4)

    assert sorted(statuses) == [200, 404, 404, 404]


def test_browsers_of_other_origins_may_send_and_read_it(settings):
    assert "if-match" in settings.CORS_ALLOW_HEADERS
    assert "etag" in settings.CORS_EXPOSE_HEADERS
