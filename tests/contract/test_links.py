"""All links and filters that the admin prints lead where they say."""

from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import pytest
from django.urls import reverse

from config.admin.parameters import LEFT_OUT
from config.permissions import Action, Module, flag
from tests.clients import OperatorClient
from tests.contract.addresses import operator
from tests.contract.pages import MODELS, ROWS
from tests.factories import RoleFactory, UserFactory
from tests.operators import parsed

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

# Addresses that differ in their values alone, of which so many are tried.
_OF_A_KIND = 3


def links(url: str, answer) -> list[str]:
    """Return what a page leads to: its links, and its filters with each choice of theirs."""
    page = parsed(answer)
    found = [urljoin(url, link) for link in page.xpath("//a/@href")]
    for form in page.xpath("//form[@method='get']"):
        target = urlsplit(urljoin(url, form.get("action") or "")).path
        hidden = {one.get("name"): one.get("value", "") for one in form.xpath(".//input[@name]")}
        hidden = {name: value for name, value in hidden.items() if value}
        for field in form.xpath(".//select[@name]"):
            for value in field.xpath("./option/@value"):
                chosen = hidden | {field.get("name"): value}
                found.append(f"{target}?{urlencode(chosen)}")
        for field in form.xpath(".//input[@name and not(@type='hidden')]"):
            chosen = hidden | {field.get("name"): field.get("value") or ""}
            found.append(f"{target}?{urlencode(chosen)}")
    return [link for link in found if link.startswith("/admin/")]


def walk(client) -> Iterator[tuple[str, str, object]]:
    """Follow the links of all pages; yield each address, the page that led there, its answer."""
    waiting, tried = deque([(reverse("admin:index"), "")]), Counter()
    known: set[str] = set()
    while waiting:
        url, source = waiting.popleft()
        if url in known:
            continue
        known.add(url)
        tried[kind_of(url)] += 1
        if tried[kind_of(url)] > _OF_A_KIND or "logout" in url:
            continue
        answer = client.get(url)
        if answer.status_code in {301, 302}:
            waiting.append((urljoin(url, answer["Location"]), source))
            continue
        if answer.streaming:
            b"".join(answer)  # to its end, as a browser reads it
            continue
        yield url, source, answer
        if "text/html" in answer.headers["Content-Type"]:
            waiting.extend((link, url) for link in links(url, answer))


def names_of(url: str) -> tuple[str, ...]:
    return tuple(sorted(name for name, _ in parse_qsl(urlsplit(url).query)))


def kind_of(url: str) -> tuple:
    path = urlsplit(url).path
    return (*path.split("/")[2:4], path.rstrip("/").rpartition("/")[2][:20], names_of(url))


@pytest.mark.parametrize("role", ["SUPER_ADMIN", "FACULTY"])
def test_no_link_asks_for_what_a_page_does_not_offer(role, tenant, monkeypatch):
    monkeypatch.setattr("config.admin.model_admin.ConsoleModelAdmin.list_per_page", 2)
    for make in ROWS.values():
        for _ in range(3):
            make(tenant)
    lists, parameters = set(), set()

    for url, source, answer in walk(operator(tenant, role)):
        assert answer.status_code == 200, f"{url}, a link of {source}"
        assert LEFT_OUT not in answer.content.decode(), (url, source)
        parameters.update(names_of(url))
        if not names_of(url):
            lists.add(kind_of(url))

    assert len(lists) > len(MODELS) / 2
    assert {
        "o",
        "p",
        "user",
        "status",
        "_changelist_filters",
        "case_study__id__exact",
    } <= parameters


# Roles that see one kind of rows, and those that may do more with one.
NARROW = {
    **{
        f"{module} alone": [flag(module, Action.VIEW)]
        for module in Module
        # The first is Super Admins' alone (G20); the others have no page.
        if module not in {"TENANT_MANAGEMENT", "KNOWLEDGE_BASES", "FEEDBACK"}
    },
    "students and their attempts": [
        "STUDENT_PERFORMANCE.can_view",
        "ATTEMPT_MANAGEMENT.can_view",
        "ATTEMPT_MANAGEMENT.can_edit",
    ],
    "inviting without roles": ["USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_create"],
    "roles without people": ["ROLE_MANAGEMENT.can_view", "ROLE_MANAGEMENT.can_edit"],
    "editing without deleting": [
        *("USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_edit"),
        *("PROGRAMMES.can_view", "PROGRAMMES.can_edit"),
        *("CASE_STUDIES.can_view", "CASE_STUDIES.can_edit"),
    ],
}


@pytest.mark.parametrize("held", ["ADMIN", "FACULTY", *NARROW])
def test_no_page_shows_a_link_that_the_role_may_not_follow(held, tenant):
    for make in ROWS.values():
        make(tenant)
    if held in NARROW:
        role = RoleFactory(tenant=tenant, permissions=NARROW[held])
        client = OperatorClient(UserFactory(tenant=tenant, role=role))
    else:
        client = operator(tenant, held)

    seen = {url: (answer.status_code, source) for url, source, answer in walk(client)}

    assert {url: told for url, told in seen.items() if told[0] != 200} == {}
