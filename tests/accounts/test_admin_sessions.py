"""The pages about open sign-ins: one's own, and another person's (contract §16)."""

import pytest

from accounts.admin.sessions import program
from accounts.models import BrowserSession
from tests.accounts.signed_in import FIREFOX, browser_of, id_of, is_in, program_of
from tests.clients import OperatorClient
from tests.factories import (
    FacultyFactory,
    RoleFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.operators import forms, page, parsed, queries, told, words

pytestmark = pytest.mark.django_db

MINE = "accounts_user_sessions"


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


def shown(answer) -> list[str]:
    """Return the sign-ins of a page, each as a text."""
    assert answer.status_code == 200
    return [words(one) for one in parsed(answer).xpath("//main//ul/li[p or div/p]")]


def of(user) -> str:
    return page("accounts_user_signed_in", user.pk)


# One's own -------------------------------------------------------------------------------------


def test_the_profile_leads_to_where_one_is_signed_in(operator):
    profile = operator.get(page("accounts_user_profile")).content.decode()

    assert f'href="{page(MINE)}"' in profile


def test_the_page_shows_every_sign_in_and_which_is_this_one(operator, admin):
    browser_of(admin)
    program_of(admin)

    here, *others = sorted(shown(operator.get(page(MINE))), key=lambda one: "(this" not in one)

    assert "(this browser)" in here
    assert "Sign out" not in here
    assert any("Firefox on Linux Browser, signed in with a password" in one for one in others)
    assert any("192.0.2.7" in one and FIREFOX in one for one in others)
    assert any("curl/8.5.0 Program with tokens" in one for one in others)


def test_one_sign_in_is_ended_by_its_button(operator, admin):
    browser, other = browser_of(admin), browser_of(admin)
    session = BrowserSession.objects.of_key(browser.cookies["sessionid"].value).get()
    (form,) = (
        form
        for form in forms(operator.get(page(MINE)))
        if form.values.get("session") == [session.public_id]
    )

    assert told(operator.post_as_it_is(form.url, form.values)) == ["That sign-in has ended."]

    assert (is_in(browser), is_in(other), is_in(operator)) == (False, True, True)


def test_a_second_press_says_that_it_has_ended(operator, admin):
    form = {"session": id_of(program_of(admin))}

    first, second = (told(operator.post(page(MINE), form))[-1] for _ in range(2))

    assert (first, second) == ("That sign-in has ended.", "That sign-in has ended already.")


@pytest.mark.parametrize("odd", ["", "x", "\0", "0" * 24, "é" * 24, "x" * 5_000])
def test_an_odd_id_ends_nothing(operator, admin, odd):
    browser = browser_of(admin)

    assert told(operator.post(page(MINE), {"session": odd})) == ["That sign-in has ended already."]

    assert is_in(browser)


def test_somebody_elses_sign_in_is_not_ended_there(operator, tenant):
    colleague = program_of(UserFactory(tenant=tenant))

    assert told(operator.post(page(MINE), {"session": id_of(colleague)})) == [
        "That sign-in has ended already."
    ]
    assert colleague.get("/v1/users/me").status_code == 200


def test_all_others_are_ended_at_once(operator, admin):
    browser, client = browser_of(admin), program_of(admin)

    first, second = (told(operator.post(page(MINE)))[-1] for _ in range(2))

    assert first == "You are signed out everywhere else."
    assert second == "There was nothing to end."

    assert (is_in(browser), is_in(operator)) == (False, True)
    assert client.get("/v1/users/me").status_code == 401


def test_who_works_in_another_tenant_sees_their_own(tenant):
    user = SuperAdminFactory(tenant=tenant)
    root, browser = OperatorClient(user), browser_of(user)
    root.work_in(TenantFactory())

    assert len(shown(root.get(page(MINE)))) == 2
    root.post(page(MINE))

    assert (is_in(browser), is_in(root)) == (False, True)


@pytest.mark.parametrize("others", [1, 3])
def test_the_page_costs_the_same_for_many(operator, admin, others):
    one = queries(operator, page(MINE))
    for _ in range(others):
        browser_of(admin)
        program_of(admin)

    assert queries(operator, page(MINE)) == one


# Another person's ------------------------------------------------------------------------------


def test_an_operator_sees_where_somebody_is_signed_in_and_signs_them_out(operator, tenant):
    user = FacultyFactory(tenant=tenant, first_name="John", last_name="Doe")
    browser, client = browser_of(user), program_of(user)
    answer = operator.get(of(user))
    assert len(shown(answer)) == 2
    (form,) = forms(answer)

    assert told(operator.post_as_it_is(form.url, form.values)) == [
        f"{user} is signed out everywhere."
    ]

    assert (is_in(browser), is_in(operator)) == (False, True)
    assert client.get("/v1/users/me").status_code == 401
    assert shown(operator.get(of(user))) == []
    assert "John Doe is signed in nowhere." in operator.get(of(user)).content.decode()
    assert told(operator.post(of(user))) == [f"{user} was signed in nowhere."]


def test_two_browsers_of_one_kind_have_buttons_of_different_names(operator, admin):
    browser_of(admin)
    browser_of(admin)

    content = parsed(operator.get(page(MINE)))

    assert content.xpath("//main//form[@aria-label]") == []
    buttons = content.xpath("//main//form[input[@name='session']]//button")
    assert len(buttons) == 2
    assert all("last used" in words(one) or "," in words(one) for one in buttons)


def test_where_there_is_nothing_to_end_no_button_offers_it(operator, admin, tenant):
    absent = FacultyFactory(tenant=tenant)
    theirs = (of(absent), page("accounts_user_change", absent.pk))
    ours = (page(MINE), page("accounts_user_profile"))

    for url in (*theirs, *ours):
        assert "Sign out everywhere" not in operator.get(url).content.decode(), url

    browser_of(absent)
    browser_of(admin)
    for url in (*theirs, *ours):
        assert "Sign out everywhere" in operator.get(url).content.decode(), url


def test_who_may_only_look_is_offered_no_button(tenant):
    reader, user = OperatorClient(FacultyFactory(tenant=tenant)), FacultyFactory(tenant=tenant)
    client = program_of(user)

    answer = reader.get(of(user))

    assert (len(shown(answer)), forms(answer)) == (1, [])
    assert reader.post(of(user)).status_code == 403
    assert client.get("/v1/users/me").status_code == 200


def test_who_holds_less_looks_at_a_super_admin_and_cannot_sign_them_out(operator, tenant):
    above = SuperAdminFactory(tenant=tenant)
    client = program_of(above)

    answer = operator.get(of(above))

    assert (len(shown(answer)), forms(answer)) == (1, [])
    assert operator.post(of(above)).status_code == 403
    assert client.get("/v1/users/me").status_code == 200


def test_a_super_admin_signs_people_of_the_tenant_out_that_they_work_in(tenant):
    root = OperatorClient(SuperAdminFactory())
    user = UserFactory(tenant=tenant)
    browser = browser_of(user)
    assert root.get(of(user)).status_code == 404
    root.work_in(tenant)

    assert len(shown(root.get(of(user)))) == 1
    assert told(root.post(of(user))) == [f"{user} is signed out everywhere."]

    assert (is_in(browser), is_in(root)) == (False, True)


GECKO = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox on Linux"),
        (f"(Windows NT 10.0; Win64) {GECKO} Chrome/126 Safari/537 Edg/126", "Edge on Windows"),
        (f"(Linux; Android 14) {GECKO} Chrome/126 Mobile Safari/537", "Chrome on Android"),
        (f"(iPhone; CPU iPhone OS 17 like Mac OS X) {GECKO} Safari/604", "Safari on iPhone"),
        ("curl/8.5.0", "curl/8.5.0"),
        (None, "An unknown program"),
    ],
)
def test_a_program_is_called_as_people_call_it(agent, name):
    assert program(agent) == name


# Below a profile, and below a person's page ------------------------------------------------------


def test_the_profile_shows_where_one_is_signed_in_and_ends_all_others(operator, admin):
    browser = browser_of(admin)
    answer = operator.get(page("accounts_user_profile"))

    listed = [words(one) for one in parsed(answer).xpath("//section//li")]
    assert len(listed) == 2
    assert sum("(this browser)" in one for one in listed) == 1
    (form,) = (form for form in forms(answer) if form.url == page(MINE))
    assert told(operator.post_as_it_is(form.url, form.values)) == [
        "You are signed out everywhere else."
    ]
    assert (is_in(browser), is_in(operator)) == (False, True)


def test_a_persons_page_shows_where_they_are_signed_in_and_signs_them_out(operator, tenant):
    colleague = FacultyFactory(tenant=tenant)
    empty = operator.get(page("accounts_user_change", colleague.pk))
    assert "Nowhere at the moment." in words(parsed(empty).xpath("//section")[-1])
    browser = browser_of(colleague)
    answer = operator.get(page("accounts_user_change", colleague.pk))

    assert "Firefox on Linux" in words(parsed(answer).xpath("//section")[-1])
    (form,) = (form for form in forms(answer) if form.url == of(colleague))
    assert told(operator.post_as_it_is(form.url, form.values)) == [
        f"{colleague} is signed out everywhere."
    ]
    assert not is_in(browser)


def test_of_many_sign_ins_the_latest_are_shown_there(operator, tenant):
    colleague = FacultyFactory(tenant=tenant)
    for _ in range(6):
        browser_of(colleague)

    section = parsed(operator.get(page("accounts_user_change", colleague.pk))).xpath("//section")[
        -1
    ]

    assert len(section.xpath(".//li")) == 5
    assert "These are the last 5; there are more." in words(section)


def test_who_may_only_look_at_a_person_is_offered_no_button_there(tenant):
    colleague = FacultyFactory(tenant=tenant)
    browser_of(colleague)
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    looker = OperatorClient(UserFactory(tenant=tenant, role=role))

    answer = looker.get(page("accounts_user_change", colleague.pk))

    assert len(parsed(answer).xpath("//section[last()]//li")) == 1
    assert of(colleague) not in {form.url for form in forms(answer)}
