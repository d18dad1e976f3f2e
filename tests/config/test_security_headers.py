"""What browsers are told to refuse, and that our own pages still work in one."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path
from playwright.sync_api import Page, expect

from config.urls import urlpatterns as ours

pytestmark = pytest.mark.django_db

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:;"
    " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
NONCE = re.compile(r"'nonce-([\w-]{22})'")


def broken(request):
    raise ZeroDivisionError


urlpatterns = [
    path("broken", broken),
    path("admin/", lambda request: HttpResponse("in the admin")),
    path("", include(ours)),
]
handler404, handler500 = "config.api.exceptions.not_found", "config.api.exceptions.server_error"


@pytest.mark.parametrize("where", ["/v1/users/me", "/nothing", "/", "/v1/docs", "/invitations/x"])
def test_every_answer_tells_browsers_what_to_refuse(anonymous, where):
    headers = anonymous.get(where).headers

    assert NONCE.sub("", headers["Content-Security-Policy"]).replace(" ;", ";") == STRICT
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=(), " in headers["Permissions-Policy"]
    expected = "no-referrer" if where.startswith("/invitations") else "same-origin"
    assert headers["Referrer-Policy"] == expected


def test_browsers_are_told_to_stay_with_tls_over_tls_alone(anonymous):
    answer = anonymous.get("/v1/users/me", secure=True)

    told = "max-age=31536000; includeSubDomains"
    assert answer.headers["Strict-Transport-Security"] == told
    assert "Strict-Transport-Security" not in anonymous.get("/v1/users/me").headers


@pytest.mark.urls("tests.config.test_security_headers")
@pytest.mark.parametrize("where", ["/v1/docs", "/nothing", "/broken"])
def test_inline_parts_of_a_page_carry_the_nonce_of_the_answer(where):
    browser = Client(raise_request_exception=False)
    first, second = browser.get(where), browser.get(where)

    (nonce,) = set(NONCE.findall(first.headers["Content-Security-Policy"]))
    page = first.content.decode()
    assert re.findall(r"<style(.*?)>", page) == [f' nonce="{nonce}"']
    for attributes in re.findall(r"<script(.*?)>", page):
        assert f'nonce="{nonce}"' in attributes or 'src="/static/' in attributes
    assert "<script" in page or where != "/v1/docs"
    assert nonce not in second.headers["Content-Security-Policy"]


@pytest.mark.urls("tests.config.test_security_headers")
def test_the_admin_alone_may_evaluate_expressions(anonymous):
    assert "'unsafe-eval'" in anonymous.get("/admin/").headers["Content-Security-Policy"]
    for where in ("/administrators", "/v1/docs?next=/admin/"):
        assert "unsafe" not in anonymous.get(where).headers["Content-Security-Policy"]


def complaints(page: Page) -> list[str]:
    """Collect what the browser refuses from now on, or cannot do."""
    said: list[str] = []
    page.on("console", lambda message: message.type == "error" and said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.mark.django_db(transaction=True)
def test_the_documentation_works_under_the_policy(live_server, browse):
    def read(page: Page) -> list[str]:
        said = complaints(page)
        page.goto(f"{live_server.url}/v1/docs")
        call = page.get_by_role("button", name="GET /v1/console/tenants", exact=False).first
        expect(call).to_be_visible(timeout=30_000)
        call.click()
        page.get_by_role("button", name="Try it out").click()
        page.get_by_role("button", name="Execute").click()
        expect(page.get_by_text("AUTHENTICATION_ERROR").first).to_be_visible()
        # That nobody is signed in is no complaint of the policy's.
        return [text for text in said if "401" not in text]

    assert browse(read) == []


@pytest.mark.django_db(transaction=True)
def test_an_error_page_is_styled_under_the_policy(live_server, browse):
    def read(page: Page) -> tuple[list[str], str]:
        said = complaints(page)
        page.goto(f"{live_server.url}/nothing")
        display = page.evaluate("getComputedStyle(document.body).display")
        return [text for text in said if "404" not in text], display

    assert browse(read) == ([], "grid")
