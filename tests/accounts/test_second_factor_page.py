"""The second page of the sign-in: the code, or the set-up of a second factor (contract §16)."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as active
from django.test import Client
from lxml import html

from accounts.models import SecondFactor
from accounts.services.profile import change_password
from accounts.services.second_factor import remove_of
from accounts.services.users import deactivate_user
from config import sealing
from tenants.models import AuditEvent
from tests.accounts.cas import Browser, configure
from tests.accounts.resets import switch_passwords_off
from tests.accounts.second_factors import NOW, Phone, give_second_factor
from tests.accounts.test_guessing import CAMPUS, page
from tests.clients import ApiClient, login
from tests.factories import (
    PASSWORD,
    FacultyFactory,
    StudentFactory,
    TenantFactory,
)

pytestmark = pytest.mark.django_db

WRONG = "The code is wrong, or was used already."
EXPIRED = "This page has expired"


@pytest.fixture
def user(clock, tenant):
    return FacultyFactory(tenant=tenant, email="ada@state.edu")


@pytest.fixture
def browser() -> Client:
    return Client(REMOTE_ADDR=CAMPUS)


def step(browser: Client, user, **query: str) -> str:
    """Type the password, and return the address of the page that follows."""
    typed = {"email": user.email, "password": PASSWORD}
    answer = browser.post(f"/sign-in/{user.tenant.slug}", typed, query_params=query)
    assert answer.status_code == 302, answer
    return answer.url


def is_signed_in(browser: Client) -> bool:
    return browser.get("/admin/").status_code == 200


def secret_of(answer) -> str:
    (secret,) = html.fromstring(answer.text).xpath("//code[@id='secret']/text()")
    return secret


# The code ---------------------------------------------------------------------------------------


def test_the_password_leads_to_a_page_that_asks_for_the_code(browser, user, phone):
    address = step(browser, user)
    assert re.fullmatch(rf"/sign-in/{user.tenant.slug}/code/[\w-]{{12}}", address)
    assert not is_signed_in(browser)

    asked = browser.get(address)

    assert asked.status_code == 200
    assert "You sign in as" in asked.text
    assert user.email in asked.text
    assert 'autocomplete="one-time-code"' in asked.text
    assert PASSWORD not in asked.text
    assert 'type="password"' not in asked.text
    assert asked["Cache-Control"] == "no-store"
    assert not is_signed_in(browser)


def test_a_code_signs_in_and_leads_to_where_one_wanted(browser, user, phone):
    address = step(browser, user, next="/admin/programmes/programme/")

    answer = browser.post(address, {"code": phone.code()})

    assert (answer.status_code, answer.url) == (302, "/admin/programmes/programme/")
    assert is_signed_in(browser)
    assert active.DEVICE_COOKIE_NAME in browser.cookies
    user.refresh_from_db()
    assert user.last_activity_at == NOW


def test_a_recovery_code_signs_in(browser, user, factor):
    answer = browser.post(step(browser, user), {"code": factor[1][0].upper()})

    assert answer.status_code == 302
    assert is_signed_in(browser)


@pytest.mark.parametrize("what", ["wrong", "nothing", "used"])
def test_other_codes_are_told_and_may_be_typed_again(browser, user, phone, what):
    code = {"wrong": phone.wrong_code(), "nothing": "", "used": phone.code(steps=-1)}[what]
    address = step(browser, user)

    answer = browser.post(address, {"code": code})

    assert answer.status_code == (422 if what == "nothing" else 401)
    assert ("Type the code." if what == "nothing" else WRONG) in answer.text
    assert not is_signed_in(browser)
    assert browser.post(address, {"code": phone.code()}).status_code == 302


def test_too_many_codes_wait(browser, user, phone):
    address = step(browser, user)
    for _ in range(3):
        browser.post(address, {"code": phone.wrong_code()})

    answer = browser.post(address, {"code": phone.code()})

    assert (answer.status_code, answer["Retry-After"]) == (429, "1")
    assert "That was tried too often. Wait a few seconds, then try again." in answer.text


def test_page_and_api_count_the_same_guesses(browser, user, phone, settings):
    settings.SECOND_FACTOR_LIMIT = (2, 86_400)
    browser.post(step(browser, user), {"code": phone.wrong_code()})
    elsewhere = ApiClient(REMOTE_ADDR="192.0.2.1")
    assert login(elsewhere, user, code=phone.wrong_code()).status_code == 401

    answer = browser.post(step(browser, user), {"code": phone.code()})

    assert answer.status_code == 429
    assert "Wait 1440 minutes" in answer.text


def test_a_code_of_another_tenants_page_is_refused(browser, user, phone):
    name = step(browser, user).rpartition("/")[2]

    answer = browser.post(f"/sign-in/{TenantFactory().slug}/code/{name}", {"code": phone.code()})

    assert (answer.status_code, EXPIRED in answer.text) == (410, True)
    assert not is_signed_in(browser)


def test_an_organisation_that_is_not_there_has_no_such_page(browser):
    assert browser.get("/sign-in/nowhere/code/abcdefghijkl").status_code == 404


# The browser's step ------------------------------------------------------------------------------


def test_the_page_opens_in_the_browser_alone_in_which_the_password_was_typed(browser, user, phone):
    address = step(browser, user)

    for method in ("get", "post"):
        answer = getattr(Client(), method)(address, {"code": phone.code()})
        assert answer.status_code == 410
        assert EXPIRED in answer.text
        assert f'href="/sign-in/{user.tenant.slug}"' in answer.text


def test_it_stays_open_for_five_minutes(browser, user, phone, clock):
    address = step(browser, user)
    clock.shift(timedelta(seconds=299))
    assert browser.get(address).status_code == 200
    clock.shift(timedelta(seconds=2))

    assert browser.post(address, {"code": phone.code()}).status_code == 410
    assert browser.post(step(browser, user), {"code": phone.code()}).status_code == 302


@pytest.mark.parametrize("change", ["password", "deactivated", "tenant", "passwords off"])
def test_it_closes_when_the_account_changes(browser, user, phone, change):
    address = step(browser, user)
    if change == "password":
        change_password(
            actor=user,
            sign_in_id=None,
            current_password=PASSWORD,
            new_password="another fine phrase",
        )
    elif change == "deactivated":
        deactivate_user(actor=None, user=user)
    elif change == "passwords off":
        switch_passwords_off(user.tenant)
    else:
        user.tenant.is_active = False
        user.tenant.save()

    answer = browser.post(address, {"code": phone.code()})

    assert answer.status_code == (404 if change == "tenant" else 410)
    assert not is_signed_in(browser)
    assert not AuditEvent.objects.filter(event_type="sign_in.succeeded").exists()


def test_the_cookie_of_another_release_is_too_old(browser, user, phone):
    address = step(browser, user)
    (cookie,) = (name for name in browser.cookies if "step-" in name)
    browser.cookies[cookie] = sealing.seal('{"user": "ada"}', "accounts.second_step")

    assert browser.get(address).status_code == 410


def test_it_lets_no_super_admin_in_whose_second_factor_was_removed_meanwhile(browser, owner):
    give_second_factor(owner)
    address = step(browser, owner)
    remove_of(actor=None, user=owner)

    answer = browser.post(address, {"code": "123456"})

    assert answer.status_code == 410
    assert not is_signed_in(browser)
    assert "Set up" in browser.get(step(browser, owner)).text


def test_back_after_the_sign_in_leads_on(browser, user, phone):
    address = step(browser, user)
    browser.post(address, {"code": phone.code()})

    for answer in (browser.get(address), browser.post(address, {"code": phone.code()})):
        assert (answer.status_code, answer.url) == (302, "/")


def test_two_tabs_do_not_collide(browser, user, phone, tenant):
    other = FacultyFactory(tenant=tenant, email="ben@state.edu")
    give_second_factor(other)
    first, second = step(browser, user), step(browser, other)

    assert user.email in browser.get(first).text
    assert other.email in browser.get(second).text
    assert browser.post(first, {"code": phone.code()}).status_code == 302
    assert browser.get("/admin/accounts/user/me/").context["request"].user == user


def test_a_tab_that_waits_for_its_code_leads_on_after_a_sign_in_in_another(user, phone):
    browser = Client(enforce_csrf_checks=True)

    def begin() -> str:
        token = html.fromstring(browser.get(f"/sign-in/{user.tenant.slug}").text).xpath(
            "string(//input[@name='csrfmiddlewaretoken']/@value)"
        )
        typed = {"email": user.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
        return browser.post(f"/sign-in/{user.tenant.slug}", typed).url

    first, second = begin(), begin()
    browser.get(first)
    assert browser.post(second, {"code": phone.code()}).status_code == 302

    answer = browser.post(first, {"code": phone.code()})

    assert (answer.status_code, answer.url) == (302, "/")


def test_steps_that_were_never_finished_are_forgotten(browser, user, phone):
    for _ in range(12):
        address = step(browser, user)

    held = [name for name, cookie in browser.cookies.items() if cookie.value and "step-" in name]

    assert len(held) <= 8
    assert browser.get(address).status_code == 200


def test_the_cookie_tells_nothing_and_is_for_our_pages_alone(browser, user, phone, settings):
    settings.SESSION_COOKIE_SECURE = True
    step(browser, user)
    (cookie,) = [one for name, one in browser.cookies.items() if "step-" in name]

    assert cookie.key.startswith("__Host-step-")
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)
    assert (cookie["path"], cookie["max-age"], cookie["domain"]) == ("/", 300, "")
    assert user.pk not in cookie.value


@pytest.mark.parametrize("value", ["", "x", "gAAAAA", "\xe9", "x" * 9000])
def test_cookies_that_are_not_ours_open_nothing(browser, user, phone, value):
    address = step(browser, user)
    (name,) = [name for name in browser.cookies if "step-" in name]
    browser.cookies[name] = value

    assert browser.get(address).status_code == 410


def test_somebody_without_access_to_the_console_is_told_so_after_the_code(browser, clock, tenant):
    student = StudentFactory(tenant=tenant)
    student.set_password(PASSWORD)
    student.save()
    phone, _ = give_second_factor(student)

    answer = browser.post(step(browser, student), {"code": phone.code()})

    assert answer.status_code == 403
    assert "The console is for staff" in answer.text


# Required of Super Admins ------------------------------------------------------------------------


def test_a_super_admin_without_one_sets_it_up_before_anything_opens(browser, owner):
    address = step(browser, owner, next="/admin/programmes/programme/")
    assert "/second-factor/" in address
    assert not is_signed_in(browser)
    assert not SecondFactor.objects.exists()

    asked = browser.get(address)
    phone = Phone(secret_of(asked))
    assert "<svg" in asked.text
    wrong = browser.post(address, {"code": phone.wrong_code()})
    assert (wrong.status_code, secret_of(wrong)) == (422, phone.secret)
    assert "The code is wrong. Type the one that the app shows now." in wrong.text
    assert not is_signed_in(browser)
    done = browser.post(address, {"code": phone.code()})

    assert done.status_code == 200
    (codes,) = html.fromstring(done.text).xpath("//textarea/text()")
    assert len(codes.split()) == 10
    assert 'href="/admin/programmes/programme/"' in done.text
    assert is_signed_in(browser)
    assert SecondFactor.objects.get().user == owner


def test_after_that_the_sign_in_asks_for_the_code(browser, owner, clock):
    phone = Phone(secret_of(browser.get(address := step(browser, owner))))
    browser.post(address, {"code": phone.code()})
    clock.shift(timedelta(seconds=60))
    browser.post("/sign-out")

    address = step(browser, owner)
    assert "/code/" in address
    assert browser.post(address, {"code": phone.code()}).status_code == 302


def test_a_set_up_leaves_a_quarter_of_an_hour_to_install_an_app(browser, owner, clock):
    address = step(browser, owner)
    phone = Phone(secret_of(browser.get(address)))
    clock.shift(timedelta(seconds=901))
    assert browser.get(address).status_code == 410
    assert browser.post(address, {"code": phone.code()}).status_code == 410
    phone = Phone(secret_of(browser.get(address := step(browser, owner))))
    clock.shift(timedelta(seconds=899))

    assert browser.post(address, {"code": phone.code()}).status_code == 200


def test_two_tabs_of_a_set_up_end_with_one_second_factor(browser, owner):
    first, second = step(browser, owner), step(Client(), owner)
    other = Client()
    second = step(other, owner)
    phone = Phone(secret_of(browser.get(first)))
    late = Phone(secret_of(other.get(second)))
    assert phone.secret != late.secret
    assert browser.post(first, {"code": phone.code()}).status_code == 200

    answer = other.post(second, {"code": late.code()})

    assert (answer.status_code, EXPIRED in answer.text) == (410, True)
    assert "/code/" in step(other, owner)


def test_a_set_up_ends_with_the_role_that_requires_it(browser, owner, tenant):
    address = step(browser, owner)
    phone = Phone(secret_of(browser.get(address)))
    owner.role = StudentFactory(tenant=tenant).role
    owner.save()

    assert browser.post(address, {"code": phone.code()}).status_code == 410

    assert not SecondFactor.objects.exists()
    assert not AuditEvent.objects.filter(event_type="sign_in.succeeded").exists()
    assert (
        "The console is for staff"
        in browser.post(
            f"/sign-in/{tenant.slug}", {"email": owner.email, "password": PASSWORD}
        ).text
    )


def test_a_step_opens_the_page_alone_that_it_is_for(browser, owner, user, phone):
    set_up, code = step(browser, owner), step(browser, user)

    assert browser.get(set_up.replace("/second-factor/", "/code/")).status_code == 410
    assert browser.get(code.replace("/code/", "/second-factor/")).status_code == 410


def test_whoever_comes_from_single_sign_on_is_not_asked(cas, owner):
    """The CAS server may ask for a second factor itself."""
    configure(owner.tenant, cas.url)
    at_cas = Browser()

    at_cas.sign_in(cas, owner)

    assert at_cas.get("/admin/").status_code == 200


def test_nobody_sets_up_a_second_factor_who_need_not(browser, owner, user):
    assert page(user).status_code == 302
    assert step(browser, user) == "/"
