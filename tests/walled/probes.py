"""Everything that can be asked for: the routes and pages of the contract tables, and who tries.

A Super Admin of one tenant asks, or its live service: about rows of their own, which nothing else
may come along with; and about rows of another tenant, which do not exist for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from django.urls import reverse

from tenants.models import Tenant
from tests.clients import ApiClient, OperatorClient, ServiceClient
from tests.contract.pages import ACROSS_TENANTS, MODELS, NOBODY, PAGES, Page
from tests.contract.routes import CONSOLE, INGEST, SERVICE_KEY, Route
from tests.contract.test_page_tenants import DEEDS, SECOND_STEPS
from tests.factories import CaseStudyFactory, StudentFactory, SuperAdminFactory


class Asking(NamedTuple):
    """A request for which everything is there; ``sent`` is what it says."""

    send: Callable[[], Any]
    sent: str = ""


JSON = "application/json"

WELL = frozenset({200, 201, 202})
REFUSED = frozenset({400, 404, 409, 422})
ANY = WELL | REFUSED | {302, 403}


@dataclass(frozen=True)
class Probe:
    """A request; ``right`` are the statuses that it is answered with where all is well."""

    name: str
    ready: Callable[[Tenant, Tenant], Asking]
    right: frozenset[int] = WELL


def _to(route: Route, tenant: Tenant) -> Callable[..., Asking]:
    user = SuperAdminFactory(tenant=tenant)
    client = ServiceClient(tenant) if route.access == SERVICE_KEY else ApiClient(user)

    def asking(url: str, body: dict[str, Any]) -> Asking:
        content, media_type = route.written(body)
        send = partial(client.generic, route.method, url, content, content_type=media_type)
        return Asking(send, url + content)

    return asking


def _own_route(route: Route, query: str = "") -> Probe:
    def ready(own: Tenant, other: Tenant) -> Asking:
        rows = route.rows(own)
        url = route.address(rows)
        return _to(route, own)(f"{url}{'&' if '?' in url else '?'}{query}", route.body(rows))

    # It reports nothing here, which is refused.
    right = frozenset({422}) if route.path.endswith("/sessions/bulk") else WELL
    return Probe(f"{route} {query}".strip(), ready, right)


def _others_route(route: Route) -> Probe:
    def ready(own: Tenant, other: Tenant) -> Asking:
        rows = route.rows(other)
        body = route.body(rows)
        if route in INGEST:
            case_study = CaseStudyFactory(tenant=own)
            body |= {"user_id": StudentFactory(tenant=own).pk, "case_study_id": case_study.pk}
        return _to(route, own)(route.address(rows), body)

    # A session's id is taken, whoever asks.
    is_taken = route in INGEST and route.path.endswith("{session_id}")
    by_id = frozenset({409 if is_taken else 404})
    return Probe(str(route), ready, by_id if "{" in route.path else WELL | REFUSED)


def _operator(tenant: Tenant) -> OperatorClient:
    return OperatorClient(SuperAdminFactory(tenant=tenant))


def _own_page(page: Page) -> Probe:
    def ready(own: Tenant, other: Tenant) -> Asking:
        url, browser = page.url_in(own), _operator(own)
        return Asking(partial(browser.get, url))

    # One that leads back where there is nobody to act upon shows its form to a furnished tenant.
    right = {403} if page.access == NOBODY else {page.status, 200}
    return Probe(str(page), ready, frozenset(right))


def _others_page(page: Page, method: str) -> Probe:
    def ready(own: Tenant, other: Tenant) -> Asking:
        url, browser = page.url(page.row(other)), _operator(own)
        return Asking(partial(getattr(browser, method), url), url)

    right = frozenset({403 if page.access == NOBODY else 404})
    return Probe(f"{page} {method}", ready, right)


def _search(model: Any, words: str) -> Probe:
    names = model._meta.app_label, model._meta.model_name
    url = reverse("admin:{}_{}_changelist".format(*names))

    def ready(own: Tenant, other: Tenant) -> Asking:
        browser = _operator(own)
        return Asking(partial(browser.get, url, {"q": words}))

    return Probe(f"{url} {words}", ready)


def _deed(page: Page, sent: Callable[[Tenant], dict[str, Any]]) -> Probe:
    """Post a form about an own row, in which other rows are named."""

    def ready(own: Tenant, other: Tenant) -> Asking:
        url, browser, data = page.url_in(own), _operator(own), sent(other)
        return Asking(partial(browser.post, url, data), f"{data}")

    return Probe(str(page), ready, ANY)


_FILES = [route for route in CONSOLE if route.is_file]
_KINDS = {
    "/v1/console/audit-events/export": ("csv", "ndjson"),
    "/v1/console/students/{user_id}/personal-data": ("zip",),
}
_LISTS = [route for route in CONSOLE if route.method == "GET" and "{" not in route.path]
_STUDENTS = [route for route in _LISTS if route.path == "/v1/console/students"]
_ABOUT_ROWS = [page for page in PAGES if page.row and page.model not in ACROSS_TENANTS]
_named = {page.name: page for page in PAGES}

FAMILIES: dict[str, list[Probe]] = {
    "routes about own rows": [_own_route(route) for route in [*CONSOLE, *INGEST]],
    "routes about another's rows": [
        _others_route(route)
        for route in [*CONSOLE, *INGEST]
        if not route.across_tenants and (route not in _LISTS or route.query({"case_study_id": ""}))
    ],
    "searches": [
        *(_own_route(route, "search=ada") for route in _LISTS if not route.is_file),
        *(_search(model, "ada") for model, page in MODELS.items() if page.search_fields),
    ],
    "files": [
        _own_route(route, f"format={kind}")
        for route in _FILES
        for kind in _KINDS.get(route.path, ("csv", "xlsx"))
    ],
    "pages about own rows": [_own_page(page) for page in PAGES],
    "pages about another's rows": [
        _others_page(page, method) for page in _ABOUT_ROWS for method in ("get", "post")
    ],
    "forms that name another's rows": [
        _deed(_named[name], sent) for name, sent in [*DEEDS.items(), *SECOND_STEPS.items()]
    ],
}

# What shows students without asking ``for_tenant``.
PANEL = [
    *(_own_route(route) for route in _STUDENTS),
    *(_own_route(route, "search=ada") for route in _STUDENTS),
    *(probe for probe in FAMILIES["files"] if "students/export" in probe.name),
    _own_page(_named["students_student_changelist"]),
    _own_page(_named["students_student_export"]),
]
