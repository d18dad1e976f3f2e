"""One shape for every answer (contract §1.2–1.4)."""

import pytest

from tests.clients import ApiClient
from tests.contract.routes import DOCUMENTS, PROTECTED, ROUTES, served
from tests.contract.test_permissions import call, who_may_call
from tests.factories import SuperAdminFactory

pytestmark = [pytest.mark.django_db, pytest.mark.round]

JSON = [route for route in ROUTES if not route.is_page]
API = [route for route in JSON if route.path not in DOCUMENTS]
READS = [route for route in PROTECTED if route.method == "GET" and not route.is_file]

SUCCESS = {"success", "data", "message"}
PAGE = SUCCESS | {"total", "page", "page_size", "total_pages"}
ERROR = {"success", "error", "code", "details"}


@pytest.mark.parametrize("route", READS, ids=str)
def test_a_read_is_wrapped_and_carries_no_message(route, tenant):
    answer = call(ApiClient(SuperAdminFactory(tenant=tenant)), route, tenant)

    body = answer.json()
    assert answer["Content-Type"] == "application/json"
    assert set(body) in (SUCCESS, PAGE)
    assert (body["success"], body["message"]) == (True, None)


@pytest.mark.parametrize("route", JSON, ids=str)
def test_an_unsupported_method_is_refused_in_the_envelope(route, tenant):
    served_methods = {method for method, path in served() if path == route.path}
    unsupported = min({"GET", "POST", "PUT", "PATCH", "DELETE"} - served_methods)

    client = who_may_call(route, tenant)
    answer = client.generic(unsupported, route.url(tenant), content_type="application/json")

    assert set(answer.json()) == ERROR
    assert (answer.status_code, answer.json()["code"]) == (405, "METHOD_NOT_ALLOWED")
    assert served_methods <= set(answer["Allow"].replace(" ", "").split(","))


@pytest.mark.parametrize("route", API, ids=str)
def test_an_answer_is_json_whatever_the_caller_accepts(route, anonymous, tenant):
    url = route.url(tenant)
    for accept in ("text/html", "application/xml", "*/*;q=0", "nonsense"):
        answer = anonymous.generic(
            route.method, url, headers={"Accept": accept}, content_type="text/plain"
        )

        assert answer["Content-Type"] == "application/json", accept
        assert answer.status_code in {401, 422}, accept
        assert set(answer.json()) == ERROR, accept


# An origin may end with one as well: there it belongs to what is named.
NAMED = [route for route in API if not route.path.endswith("/{origin}")]


@pytest.mark.parametrize("route", NAMED, ids=str)
def test_a_trailing_slash_is_no_route_and_no_redirect(route, anonymous, tenant):
    answer = anonymous.generic(route.method, route.url(tenant).partition("?")[0] + "/")

    assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")
