"""The page that tells somebody that a page is not open to them: a way back, and whom to ask."""

import pytest
from django.test import Client
from django.urls import reverse

from tenants.models import TenantAIConfig
from tests.clients import OperatorClient
from tests.factories import FacultyFactory
from tests.operators import parsed

pytestmark = pytest.mark.django_db

ROLES = "/admin/accounts/role/"
STUDENTS = "http://testserver/admin/students/student/?q=ade"


@pytest.fixture
def faculty(tenant) -> OperatorClient:
    return OperatorClient(FacultyFactory(tenant=tenant, first_name="Ada", last_name="Obi"))


def links(answer) -> list[str]:
    return parsed(answer).xpath("//main//a/@href")


def test_it_says_who_one_is_and_leads_back(faculty):
    refused = faculty.get(ROLES, headers={"referer": STUDENTS})

    page = refused.content.decode()
    assert refused.status_code == 403
    assert "You are signed in as <strong><bdi>Ada Obi</bdi></strong>" in page
    assert links(refused) == [STUDENTS, reverse("admin:index")]
    for link in links(refused):
        assert faculty.get(link).status_code == 200
    assert "ask an administrator of your university" in page


def test_it_says_whom_to_write_to(faculty, tenant):
    TenantAIConfig.objects.create(tenant=tenant, support_email="help@state.edu")

    assert "mailto:help@state.edu" in links(faculty.get(ROLES))


@pytest.mark.parametrize(
    "before",
    [
        "https://evil.example/admin/",
        "javascript:alert(1)",
        "//evil.example",
        "not an address",
        "http://testserver/admin/accounts/role/",  # this very page
        "",
    ],
)
def test_it_leads_back_to_pages_of_ours_alone(before, faculty):
    assert links(faculty.get(ROLES, headers={"referer": before})) == [reverse("admin:index")]


def test_it_speaks_the_browsers_language(tenant):
    french = OperatorClient(FacultyFactory(tenant=tenant))
    french.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr"

    refused = french.get(ROLES)

    assert "Vous ne pouvez pas ouvrir cette page" in refused.content.decode()
    assert "Accept-Language" in refused.headers["Vary"]


@pytest.mark.urls("tests.config.probes")
def test_strangers_are_led_to_the_start():
    refused = Client(raise_request_exception=False).get("/html-refusal")

    assert refused.status_code == 403
    assert links(refused) == ["/"]


@pytest.mark.urls("tests.config.probes")
def test_a_fault_of_ours_has_a_reference_into_the_log():
    broken = Client(raise_request_exception=False).get("/html-fault")

    assert broken.status_code == 500
    assert f"<code>{broken.headers['X-Request-ID']}</code>" in broken.content.decode()
