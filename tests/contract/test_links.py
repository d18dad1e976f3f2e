"""All links and filters that the admin prints lead where they say."""

from collections import Counter, deque
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import pytest
from django.urls import reverse

from config.admin.parameters import LEFT_OUT
from tests.contract.addresses import operator
from tests.contract.pages import MODELS, ROWS
from tests.operators import parsed

pytestmark = pytest.mark.django_db

# Addresses that differ in their values alone, of which so many are tried.
_OF_A_KIND = 3


def links(url: str, answer) -> list[str]:
    """Return what a page leads to: its links, and its filters with each choice of theirs."""
    page = parsed(answer)
    found = [urljoin(url, link) for link in page.xpath("//a/@href")]
    for form in page.xpath("//form[@method='get']"):
        hidden = {one.get("name"): one.get("value", "") for one in form.xpath(".//input[@name]")}
        hidden = {name: value for name, value in hidden.items() if value}
        for field in form.xpath(".//select[@name]"):
            for value in field.xpath("./option/@value"):
                chosen = hidden | {field.get("name"): value}
                found.append(f"{urlsplit(url).path}?{urlencode(chosen)}")
        for field in form.xpath(".//input[@name and not(@type='hidden')]"):
            chosen = hidden | {field.get("name"): field.get("value") or ""}
            found.append(f"{urlsplit(url).path}?{urlencode(chosen)}")
    return [link for link in found if link.startswith("/admin/")]


@pytest.mark.parametrize("role", ["SUPER_ADMIN", "FACULTY"])
def test_no_link_asks_for_what_a_page_does_not_offer(role, tenant, monkeypatch):
    monkeypatch.setattr("config.admin.model_admin.ConsoleModelAdmin.list_per_page", 2)
    for make in ROWS.values():
        for _ in range(3):
            make(tenant)
    client = operator(tenant, role)
    waiting, tried, parameters = deque([reverse("admin:index")]), Counter(), set()
    known: set[str] = set()

    while waiting:
        url = waiting.popleft()
        if url in known:
            continue
        known.add(url)
        parts = urlsplit(url)
        names = tuple(sorted(name for name, _ in parse_qsl(parts.query)))
        kind = (*parts.path.split("/")[2:4], parts.path.rstrip("/").rpartition("/")[2][:20], names)
        tried[kind] += 1
        if tried[kind] > _OF_A_KIND or "logout" in url:
            continue
        answer = client.get(url)
        if answer.status_code in {301, 302}:
            waiting.append(urljoin(url, answer["Location"]))
            continue
        if answer.streaming:
            b"".join(answer)  # to its end, as a browser reads it
            continue
        if answer.status_code == 403:  # links of Django's to pages of another module
            continue
        assert answer.status_code == 200, url
        if "text/html" in answer.headers["Content-Type"]:
            said = answer.content.decode()
            assert LEFT_OUT not in said, url
            waiting.extend(links(url, answer))
            parameters.update(names)

    lists = {kind for kind in tried if not kind[-1]}
    assert len(lists) > len(MODELS) / 2
    assert {
        "o",
        "p",
        "user",
        "status",
        "_changelist_filters",
        "case_study__id__exact",
    } <= parameters
