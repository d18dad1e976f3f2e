"""Which web pages may read which answers: those of the caller's own tenant (design §6)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenants.models import AllowedOrigin, Tenant
from tests.clients import LOGIN, ApiClient, login
from tests.contents import undone
from tests.contract.routes import ROUTES
from tests.contract.test_permissions import call
from tests.factories import PASSWORD, SuperAdminFactory, TenantFactory, UserFactory
from tests.plans import analyse

pytestmark = [pytest.mark.django_db, pytest.mark.round]

OURS, THEIRS, NOBODYS = "https://app.ours.edu", "https://app.theirs.edu", "https://evil.example"
GONE = "https://app.gone.edu"

ME = "/v1/users/me"
READABLE = "Access-Control-Allow-Origin"


@pytest.fixture(autouse=True)
def origins(tenant) -> None:
    """Ours, those of another tenant, and of one that was deleted."""
    allow(tenant, OURS, "http://localhost:3000", "http://[::1]:3000")
    allow(TenantFactory(slug="theirs"), THEIRS)
    allow(TenantFactory(slug="gone", is_active=False), GONE)


def allow(tenant: Tenant, *listed: str) -> None:
    for origin in listed:
        AllowedOrigin.objects.create(tenant=tenant, origin=origin)


def preflight(client, path: str, origin: str, method: str = "GET", headers: str = ""):
    asked = {"Origin": origin, "Access-Control-Request-Method": method}
    if headers:
        asked["Access-Control-Request-Headers"] = headers
    return client.options(path, headers=asked)


def cors_headers(answer) -> dict[str, str]:
    return {k: v for k, v in answer.headers.items() if k.lower().startswith("access-control-")}


# Preflights -------------------------------------------------------------------------------------


@pytest.mark.parametrize("origin", [OURS, THEIRS, "http://localhost:3000", "http://[::1]:3000"])
@pytest.mark.parametrize("path", [ME, LOGIN, "/v1/console/students", "/v1/nothing"])
def test_preflight_passes_when_any_active_tenant_lists_the_origin(anonymous, path, origin):
    answer = preflight(anonymous, path, origin, "PATCH", "authorization,content-type")

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer[READABLE] == origin
    assert answer["Vary"] == "origin"
    methods = answer["Access-Control-Allow-Methods"].split(", ")
    assert {"GET", "POST", "PATCH", "PUT", "DELETE"} <= set(methods)
    allowed = answer["Access-Control-Allow-Headers"].split(", ")
    assert {"authorization", "content-type", "idempotency-key", "if-match"} <= set(allowed)
    assert {"x-device-token", "x-request-id"} <= set(allowed)
    # Without it browsers would go by their own five seconds.
    assert answer["Access-Control-Max-Age"] == "1"
    assert "Access-Control-Allow-Credentials" not in answer


@pytest.mark.parametrize(
    "origin",
    [
        NOBODYS,
        GONE,
        "null",
        "*",
        "https://app.ours.edu:444",
        "https://app.ours.edu.",
        "https://app.ours.edu/",
        "http://app.ours.edu",
        "https://APP.ours.edu",
        "https://app.ours.edu.evil.example",
        "https://evil-app.ours.edu",
        "https://sub.app.ours.edu",
        "app.ours.edu",
        f"{OURS}, {NOBODYS}",
        f"{OURS} ",
        f"{OURS}\0",
        "https://app.ours.edu%00",
        "https://[::1",
        "https://\xe4\xf6\xfc",
        "' OR 1=1 --",
        "https://" + "x" * 100_000,
    ],
)
def test_preflight_of_another_origin_gets_no_permission(anonymous, origin):
    answer = preflight(anonymous, ME, origin)

    assert answer.status_code == 200
    assert cors_headers(answer) == {}
    assert answer["Vary"] == "origin"


# Answers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("origin", "readable"), [(OURS, True), (THEIRS, False), (GONE, False), (NOBODYS, False)]
)
@pytest.mark.parametrize(
    ("path", "status"),
    [
        (ME, 200),
        ("/v1/console/students", 200),
        (f"/v1/console/students/{'0' * 24}", 404),
        ("/v1/console/students?limit=0", 422),
        ("/v1/console/tenants", 403),
    ],
)
def test_answer_is_read_by_pages_of_the_callers_own_tenant_only(
    api, path, status, origin, readable
):
    answer = api.get(path, headers={"Origin": origin})

    assert answer.status_code == status
    assert answer.get(READABLE) == (origin if readable else None)
    assert answer["Vary"] == "origin"
    if readable:
        exposed = answer["Access-Control-Expose-Headers"].split(", ")
        assert set(exposed) == {
            *("content-disposition", "etag", "retry-after", "x-device-token", "x-request-id"),
            *("ratelimit", "ratelimit-policy"),
        }


def test_origin_that_two_tenants_list_is_of_both(api):
    allow(Tenant.objects.get(slug="theirs"), OURS)
    there = ApiClient(UserFactory(tenant=Tenant.objects.get(slug="theirs")))

    answers = [client.get(ME, headers={"Origin": OURS}) for client in (api, there)]

    assert [answer[READABLE] for answer in answers] == [OURS, OURS]


@pytest.mark.parametrize(
    ("origin", "readable"), [(OURS, True), (THEIRS, True), (GONE, False), (NOBODYS, False)]
)
@pytest.mark.parametrize(
    ("path", "status"), [(ME, 401), ("/v1/nothing", 404), ("/v1/schema", 200), ("/v1/docs", 200)]
)
def test_answer_to_nobody_in_particular_is_read_by_pages_of_any_active_tenant(
    anonymous, path, status, origin, readable
):
    answer = anonymous.get(path, headers={"Origin": origin})

    assert answer.status_code == status
    assert answer.get(READABLE) == (origin if readable else None)
    assert "origin" in answer["Vary"].lower()


def test_a_dead_token_is_answered_as_nobodys(admin, super_api):
    there = UserFactory(tenant=Tenant.objects.get(slug="theirs"))
    client = ApiClient(there)
    super_api.delete(f"/v1/console/tenants/{there.tenant_id}")

    answers = [client.get(ME, headers={"Origin": origin}) for origin in (OURS, THEIRS)]

    assert [answer.status_code for answer in answers] == [401, 401]
    assert [answer.get(READABLE) for answer in answers] == [OURS, None]


@pytest.mark.parametrize("password", [PASSWORD, "wrong"])
def test_login_is_read_by_pages_of_the_tenant_that_is_signed_in_to(anonymous, admin, password):
    body = {"email": admin.email, "password": password, "tenant_slug": admin.tenant.slug}

    answers = [anonymous.post(LOGIN, body, headers={"Origin": origin}) for origin in (OURS, THEIRS)]

    assert {answer.status_code for answer in answers} == {200 if password == PASSWORD else 401}
    assert [answer.get(READABLE) for answer in answers] == [OURS, None]


def test_refresh_is_read_by_pages_of_the_tokens_tenant(anonymous, admin):
    readers = []
    for origin in (OURS, THEIRS):
        pair = login(anonymous, admin).json()["data"]
        body = {"refresh_token": pair["refresh_token"]}
        answer = anonymous.post("/v1/auth/refresh", body, headers={"Origin": origin})
        assert answer.status_code == 200
        readers.append(answer.get(READABLE))

    assert readers == [OURS, None]


def test_request_that_is_no_browsers_gets_no_headers(api):
    answer = api.get(ME)

    assert cors_headers(answer) == {}
    assert answer["Vary"] == "origin"


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_every_answer_varies_with_the_origin_and_none_is_for_all(route, tenant):
    super_admin = SuperAdminFactory(tenant=tenant)
    for origin in (None, OURS, NOBODYS):
        extra = {"HTTP_ORIGIN": origin} if origin else {}
        with undone():
            answer = call(ApiClient(super_admin, **extra), route, tenant)

        varies = {name.strip().lower() for name in answer["Vary"].split(",")}
        assert "origin" in varies, origin
        assert answer.get(READABLE) == (OURS if origin == OURS else None), origin


@pytest.mark.urls("tests.config.probes")
@pytest.mark.parametrize(
    ("path", "status"),
    [("/v1/probe/outside-drf", 500), ("/v1/probe/refused-outside-drf", 403)],
)
def test_errors_outside_of_views_are_readable_too(anonymous, path, status):
    answer = anonymous.get(path, headers={"Origin": OURS})

    assert answer.status_code == status
    assert answer[READABLE] == OURS
    assert "origin" in answer["Vary"]


def test_bad_host_is_answered_with_the_headers_too(anonymous):
    answer = anonymous.get(ME, headers={"Origin": OURS, "Host": "evil.example"})

    assert answer.status_code == 400
    assert (answer[READABLE], answer["Vary"]) == (OURS, "origin")


# A change holds at once -------------------------------------------------------------------------


def test_change_of_the_list_holds_at_the_next_request(super_api, tenant):
    url = f"/v1/console/tenants/{tenant.pk}/allowed-origins"
    new = "https://new.ours.edu"

    def readers() -> list[str | None]:
        asked = [super_api.get(ME, headers={"Origin": new}), preflight(super_api, ME, new)]
        return [answer.get(READABLE) for answer in asked]

    assert readers() == [None, None]
    super_api.post(url, {"origin": new})
    assert readers() == [new, new]
    super_api.delete(f"{url}/https%3A%2F%2Fnew.ours.edu")
    assert readers() == [None, None]


def test_taking_back_the_pages_own_origin_is_its_last_word(super_api, tenant):
    url = f"/v1/console/tenants/{tenant.pk}/allowed-origins/https%3A%2F%2Fapp.ours.edu"

    answer = super_api.delete(url, headers={"Origin": OURS})

    assert (answer.status_code, answer.get(READABLE)) == (200, None)


def test_deleting_a_tenant_takes_its_origins_back(super_api, anonymous):
    there = Tenant.objects.get(slug="theirs")
    assert preflight(anonymous, ME, THEIRS)[READABLE] == THEIRS

    super_api.delete(f"/v1/console/tenants/{there.pk}")
    assert READABLE not in preflight(anonymous, ME, THEIRS)

    super_api.patch(f"/v1/console/tenants/{there.pk}", {"is_active": True})
    assert preflight(anonymous, ME, THEIRS)[READABLE] == THEIRS


# What it costs ----------------------------------------------------------------------------------


def cors_queries(ask) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        ask()
    return [one["sql"] for one in queries if "tenants_allowedorigin" in one["sql"]]


def test_a_page_costs_one_query_more_and_nobody_else_any(api, anonymous):
    for origin in (OURS, THEIRS, NOBODYS):
        assert len(cors_queries(lambda o=origin: api.get(ME, headers={"Origin": o}))) == 1
        assert len(cors_queries(lambda o=origin: preflight(anonymous, ME, o))) == 1
        unknown = cors_queries(lambda o=origin: anonymous.get(ME, headers={"Origin": o}))
        assert len(unknown) == 1
    assert cors_queries(lambda: api.get(ME)) == []
    for nonsense in ("null", "file://", "x" * 1000, "https://" + "x" * 1000):
        assert cors_queries(lambda o=nonsense: api.get(ME, headers={"Origin": o})) == []


@pytest.mark.parametrize("known", [True, False])
def test_the_query_reads_one_index_among_many_origins(api, anonymous, tenant, known):
    AllowedOrigin.objects.bulk_create(
        AllowedOrigin(tenant=tenant, origin=f"https://{n}.ours.edu") for n in range(20_000)
    )
    analyse("tenants_allowedorigin")
    origin = "https://777.ours.edu"
    client = api if known else anonymous

    (query,) = cors_queries(lambda: client.get(ME, headers={"Origin": origin}))

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {query}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Seq Scan on tenants_allowedorigin" not in plan, plan
    assert "allowed_origin_lookup" in plan or "unique_origin_per_tenant" in plan, plan
    assert "Rows Removed by Filter" not in plan, plan


@pytest.mark.parametrize("path", ["/nothing", "/v1", "/v2/users/me", "/static/x.js", "/x/v1/"])
def test_nothing_outside_the_api_gets_headers_or_costs_a_query(anonymous, path):
    for asked in (
        lambda: anonymous.get(path, headers={"Origin": OURS}),
        lambda: preflight(anonymous, path, OURS),
    ):
        with CaptureQueriesContext(connection) as queries:
            answer = asked()
        assert cors_headers(answer) == {}
        assert "origin" not in answer.get("Vary", "").lower()
        assert len(queries) == 0


# When the database is away ------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_database_out_of_reach_stays_a_503_for_pages_too(anonymous, monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")

    refused = anonymous.post("/v1/auth/refresh", {"refresh_token": "x"}, headers={"Origin": OURS})
    answer = anonymous.post(LOGIN, {"email": "a@b.edu", "password": "x"}, headers={"Origin": OURS})
    asked = preflight(anonymous, LOGIN, OURS)

    assert refused.status_code == 401  # it is none at all, whatever the database says
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert answer["Vary"] == "origin"
    assert (asked.status_code, cors_headers(asked)) == (200, {})


def test_no_setting_opens_the_api_to_all(settings):
    names = ["CORS_ALLOW_ALL_ORIGINS", "CORS_ALLOWED_ORIGINS", "CORS_ALLOWED_ORIGIN_REGEXES"]

    assert not any(getattr(settings, name, None) for name in names)
