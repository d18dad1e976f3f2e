"""Whose pages an address leads to, and the switch by which Super Admins come into others (§19)."""

import pytest
from django.test import Client

from programmes.models import Programme
from tenants import addresses
from tenants.addresses import home_of, table_of
from tenants.admin.switch import SHOWN
from tenants.current_tenant import PAGE_TENANT
from tenants.models import Tenant
from tests.clients import OperatorClient
from tests.factories import (
    ProgrammeFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.operators import forms, listed, page, parsed, queries, words

pytestmark = pytest.mark.django_db

SWITCH = "/admin/tenants/tenant/switch/"
PROGRAMMES = "/admin/programmes/programme/"


@pytest.fixture
def own(db) -> Tenant:
    return TenantFactory(name="Head Office", slug="head")


@pytest.fixture
def other(db) -> Tenant:
    return TenantFactory(name="State University", slug="state", domain="state.example")


@pytest.fixture
def browser(own) -> OperatorClient:
    return OperatorClient(SuperAdminFactory(tenant=own))


def at(tenant: Tenant, address: str) -> str:
    """Return the address of a page as it is in a university."""
    return address.replace("/admin/", home_of(tenant.slug))


def links(answer) -> list[str]:
    return [str(href) for href in parsed(answer).xpath("//a/@href | //form/@action")]


def universities(answer) -> dict[str, str]:
    """Return the first lines of the switch's list, with where they lead."""
    found = parsed(answer).xpath("//*[@id='universities']//li/a")
    return {words(link.xpath(".//bdi")[0]): link.get("href") for link in found}


# Whose an address is -----------------------------------------------------------------------------


def test_two_tabs_in_two_universities_each_save_into_their_own(browser, own, other):
    (at_home,) = forms(browser.get(f"{PROGRAMMES}add/"))
    (elsewhere,) = forms(browser.get(at(other, f"{PROGRAMMES}add/")))

    for form, code in ((elsewhere, "B"), (at_home, "A")):
        typed = {"code": code, "name": f"Programme {code}"}
        answer = browser.post_as_it_is(form.url, form.values | typed)
        assert answer.status_code == 302

    assert {one.code: one.tenant for one in Programme.objects.all()} == {"A": own, "B": other}


def test_a_link_is_of_the_same_university_wherever_one_works_meanwhile(browser, own, other):
    mine, theirs = ProgrammeFactory(tenant=own), ProgrammeFactory(tenant=other)
    bookmarks = [
        page("programmes_programme_change", mine.pk),
        at(own, page("programmes_programme_change", mine.pk)),
        at(other, page("programmes_programme_change", theirs.pk)),
    ]

    for somewhere in (own, other):
        browser.get(home_of(somewhere.slug))
        assert [browser.get(one).status_code for one in bookmarks] == [200] * 3
    assert browser.get(at(other, bookmarks[0])).status_code == 404


@pytest.mark.parametrize("address", ["/admin/", PROGRAMMES, page("accounts_user_profile")])
def test_all_links_and_forms_of_a_page_stay_in_its_university(address, browser, other):
    answer = browser.get(at(other, address))

    inside = [link for link in links(answer) if link.startswith("/admin/")]
    home = home_of("head")
    assert len(inside) > 5
    assert {link for link in inside if not link.startswith(home_of("state"))} == {home}
    assert parsed(answer).xpath("//*[@id='back-to-mine']/@href") == [home]


def test_after_saving_one_is_still_in_the_same_university(browser, other):
    url = at(other, f"{PROGRAMMES}add/")
    asked = {"code": "A", "name": "A", PAGE_TENANT: other.pk}

    answer = browser.post_as_it_is(url, asked, follow=True)

    assert answer.request["PATH_INFO"] == at(other, PROGRAMMES)
    assert [row[0] for row in listed(answer)] == ["A"]


def test_an_export_is_of_the_university_in_its_address(browser, own, other):
    StudentFactory(tenant=own, email="bisi@head.edu")
    StudentFactory(tenant=other, email="chidi@state.edu")
    list_page = parsed(browser.get(at(other, "/admin/students/student/")))
    (link,) = list_page.xpath("//a[normalize-space()='Export CSV']/@href")

    file = browser.get(link).getvalue().decode()

    assert link.startswith(home_of("state"))
    assert "chidi@state.edu" in file
    assert "bisi@head.edu" not in file


def test_the_page_says_whose_it_is(browser, other):
    at_home = parsed(browser.get(PROGRAMMES))
    elsewhere = parsed(browser.get(at(other, PROGRAMMES)))

    (label,) = at_home.xpath("//*[contains(@class, 'tenant-label')]")
    assert words(label) == "Head Office"
    assert not at_home.xpath("//*[@id='back-to-mine']")
    (label,) = elsewhere.xpath("//*[contains(@class, 'tenant-label')]")
    assert words(label) == "Working in State University"
    assert words(elsewhere.get_element_by_id("university-switch")).startswith(
        "Switch university: State University"
    )


def test_an_operator_has_the_pages_of_their_own_university_at_both_addresses(other):
    operator = OperatorClient(UserFactory(tenant=other))

    answer = operator.get(at(other, PROGRAMMES))

    assert answer.status_code == operator.get(PROGRAMMES).status_code == 200
    assert not parsed(answer).xpath("//*[@id='university-switch']")


@pytest.mark.parametrize("slug", ["head", "nowhere", "", "STATE", "st%61te/x", "state%00"])
def test_other_universities_and_unknown_ones_are_the_same_to_an_operator(slug, own, other):
    operator = OperatorClient(UserFactory(tenant=other))

    answer = operator.get(f"/admin/u/{slug}/programmes/programme/")

    assert answer.status_code == 404
    assert "Head Office" not in answer.content.decode()


@pytest.mark.parametrize("slug", ["state", "nowhere"])
def test_nobody_learns_which_universities_there_are_without_signing_in(slug, other):
    address = f"/admin/u/{slug}/programmes/programme/"

    for answer in (Client().get(address), Client().post(address)):
        assert answer.status_code == 302
        assert answer["Location"] == f"/admin/login/?next={address}"


def test_a_student_comes_no_further_than_elsewhere(other):
    student = OperatorClient(StudentFactory(tenant=other))

    answer = student.get(at(other, PROGRAMMES))

    assert answer["Location"] == f"{home_of('state')}login/?next={at(other, PROGRAMMES)}"
    assert "The console is for staff" in student.get(answer["Location"]).content.decode()


def test_one_signs_out_from_wherever_one_works(browser, other):
    browser.post_as_it_is(f"{home_of('state')}logout/")

    assert browser.get("/admin/")["Location"] == "/admin/login/?next=/admin/"


def test_the_first_page_is_found_without_its_slash(browser, other):
    assert browser.get("/admin/u/state")["Location"] == "/admin/u/state/"


def test_a_deleted_university_says_so_at_its_address(browser, other):
    Tenant.objects.filter(pk=other.pk).update(is_active=False)

    for answer in (browser.get(at(other, PROGRAMMES)), browser.post(at(other, PROGRAMMES))):
        assert answer.status_code == 410
        assert "State University is deleted" in answer.content.decode()
        assert page("tenants_tenant_change", other.pk) in links(answer)


def test_figures_of_requests_name_no_university(browser, other):
    answer = browser.get(at(other, PROGRAMMES))

    assert answer.resolver_match.route == "admin/u/<slug>/programmes/programme/"


def test_tables_of_addresses_do_not_pile_up(settings, monkeypatch):
    monkeypatch.setattr(addresses, "_MOST", 3)

    tables = {table_of(f"university-{number}") for number in range(10)}

    assert len(tables) == 10
    assert len(addresses._tables) <= 3


# The switch --------------------------------------------------------------------------------------


def test_the_switch_lists_the_universities_and_ones_own_first(browser, own, other):
    TenantFactory(name="Åbo Akademi", slug="abo")
    TenantFactory(name="Gone University", slug="gone", is_active=False)

    assert universities(browser.get(SWITCH)) == {
        "Head Office": "/admin/u/head/",
        "Åbo Akademi": "/admin/u/abo/",
        "State University": "/admin/u/state/",
    }


@pytest.mark.parametrize("text", ["state", "STATE u", " state.ex ", "tate"])
def test_a_university_is_found_by_a_part_of_name_slug_or_domain(text, browser, other):
    TenantFactory(name="Yaba College", slug="yaba", domain="yaba.example")

    assert list(universities(browser.get(SWITCH, {"q": text}))) == ["State University"]


@pytest.mark.parametrize("text", ["nobody", "x" * 10_000, "a\0b", "%", "'"])
def test_whatever_is_searched_for_is_answered(text, browser, other):
    answer = browser.get(SWITCH, {"q": text})

    assert answer.status_code == 200
    assert universities(answer) == {}
    assert "No university is called" in answer.content.decode()


def test_the_switch_costs_the_same_for_a_thousand_universities(browser, other):
    before = queries(browser, SWITCH)
    many = [Tenant(name=f"University {n:04}", slug=f"many-{n}") for n in range(1000)]
    Tenant.objects.bulk_create(many)

    assert queries(browser, SWITCH) == before
    shown = browser.get(SWITCH)
    assert len(universities(shown)) == SHOWN + 1
    assert f"These are the first {SHOWN}" in shown.content.decode()
    assert list(universities(browser.get(SWITCH, {"q": "0777"}))) == ["University 0777"]
    assert queries(browser, PROGRAMMES) == queries(browser, at(other, PROGRAMMES)) - 1


def test_the_page_of_a_university_leads_into_it(browser, other):
    url = page("tenants_tenant_work_here", other.pk)

    assert url in links(browser.get(page("tenants_tenant_change", other.pk)))
    assert browser.get(url)["Location"] == home_of("state")
