"""Refusals (403) of people who are signed in leave a trail (contract §11)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.urls import include, path

from accounts.models import User
from config.api.permissions import IsSignedIn
from config.api.views import EnvelopeView
from config.errors import PermissionDenied
from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as real_urlpatterns
from tenants.models import AuditEvent, Tenant
from tests.clients import ApiClient
from tests.config.probes import html_refusal
from tests.factories import (
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.recorded import recorded
from tests.threads import at_once

pytestmark = pytest.mark.django_db

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

STUDENTS = "/v1/console/students"


class HalfDoneView(EnvelopeView):
    """Writes, and is refused only then."""

    permission_classes = (IsSignedIn,)

    @transaction.atomic
    def post(self, request):
        TenantFactory(slug="half-done")
        raise PermissionDenied("Only somebody else may do that.")


urlpatterns = [
    path("v1/", include([path("half-done", HalfDoneView.as_view())])),
    path("refused-page", html_refusal),
    *real_urlpatterns,
]


@pytest.fixture
def nobody(tenant) -> User:
    """Somebody who may do nothing."""
    return UserFactory(
        tenant=tenant, role=RoleFactory(tenant=tenant), first_name="Ada", last_name="Obi"
    )


def test_a_refusal_is_recorded_with_who_what_and_why(nobody):
    client = ApiClient(nobody)

    answer = client.get(f"{STUDENTS}?search=secret", headers={"X-Request-ID": "r-7"})

    assert answer.status_code == 403
    assert recorded(AuditEvent.objects.get(), {"id", "event_time"}) == {
        "tenant_id": nobody.tenant_id,
        "actor_user_id": nobody.pk,
        "actor_email": nobody.email,
        "actor_name": "Ada Obi",
        "target_type": "access",
        "target_id": None,
        "event_type": "access.denied",
        "metadata": {
            "tenant_id": nobody.tenant_id,
            "method": "GET",
            "path": "/v1/console/students",
            "reason": "Permission denied: USER_MANAGEMENT.can_view required",
        },
        "request_id": "r-7",
        "address": "127.0.0.1",
        "user_agent": None,
    }


@pytest.mark.urls(__name__)
def test_a_refusal_inside_a_service_is_recorded_though_all_else_is_rolled_back(nobody):

    answer = ApiClient(nobody).post("/v1/half-done")

    assert (answer.status_code, answer.json()["error"]) == (403, "Only somebody else may do that.")
    assert not Tenant.objects.filter(slug="half-done").exists()
    assert AuditEvent.objects.get().metadata == {
        "tenant_id": nobody.tenant_id,
        "method": "POST",
        "path": "/v1/half-done",
        "reason": "Only somebody else may do that.",
    }


@pytest.mark.urls(__name__)
def test_a_refused_page_of_a_browser_session_is_recorded(nobody):
    browser = Client()
    browser.force_login(nobody)

    assert browser.get("/refused-page").status_code == 403

    event = AuditEvent.objects.get()
    assert (event.actor_user_id, event.metadata) == (
        nobody.pk,
        {"tenant_id": nobody.tenant_id, "method": "GET", "path": "/refused-page"},
    )


def test_the_token_of_a_refused_invitation_page_stays_out_of_the_trail(nobody):
    browser = Client()
    browser.force_login(nobody)

    answer = browser.post("/invitations/secret-token", headers={"Sec-Fetch-Site": "same-site"})

    assert answer.status_code == 403
    assert AuditEvent.objects.get().metadata["path"] == "/invitations/…"


@pytest.mark.urls(__name__)
def test_a_refused_page_of_nobody_in_particular_is_not(anonymous, db):
    assert anonymous.get("/refused-page").status_code == 403

    assert not AuditEvent.objects.exists()


def test_super_admins_read_of_it_in_the_own_tenants_trail(nobody, tenant):
    ApiClient(nobody).get(STUDENTS)
    ApiClient(StudentFactory()).get(STUDENTS)

    answer = ApiClient(SuperAdminFactory(tenant=tenant)).get(
        "/v1/console/audit-events", {"event_type": "access.denied"}
    )

    assert [event["actor_user_id"] for event in answer.json()["data"]] == [nobody.pk]


def test_what_is_no_refusal_of_somebody_known_leaves_no_trail(api, anonymous, tenant):
    foreign = StudentFactory()

    answers = [
        api.get(STUDENTS),
        api.get(f"{STUDENTS}/{foreign.pk}"),
        api.get(STUDENTS, {"limit": "x"}),
        api.put(STUDENTS),
        anonymous.get(STUDENTS),
    ]

    assert [answer.status_code for answer in answers] == [200, 404, 422, 405, 401]
    assert not AuditEvent.objects.exists()


def test_an_odd_path_is_recorded_as_it_was_sent_and_not_too_long(nobody, tenant):
    odd = f"/v1/console/tenants/{tenant.pk}/allowed-origins/%00%C3%BC{'x' * 600}"

    assert ApiClient(nobody).delete(odd).status_code == 403

    assert AuditEvent.objects.get().metadata["path"] == odd[:500]


# How many -------------------------------------------------------------------------------------


def test_only_so_many_refusals_of_one_user_are_recorded(nobody, tenant, settings):
    settings.DENIALS_RECORDED_PER_USER = (3, 60)
    client, other = ApiClient(nobody), ApiClient(StudentFactory(tenant=tenant))
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        codes = [client.get(STUDENTS).status_code for _ in range(5)]
        assert AuditEvent.objects.count() == 3
        other.get(STUDENTS)
        assert AuditEvent.objects.count() == 4

        clock.shift(timedelta(seconds=61))
        client.get(STUDENTS)
        assert AuditEvent.objects.count() == 5

    assert codes == [403] * 5


@pytest.mark.django_db(transaction=True)
def test_refusals_at_the_same_time_are_counted_too(settings):
    settings.DENIALS_RECORDED_PER_USER = (3, 60)
    client = ApiClient(StudentFactory())

    codes = at_once(lambda n: client.get(STUDENTS).status_code, 8)

    assert codes == [403] * 8
    assert AuditEvent.objects.count() == 3


# Failing --------------------------------------------------------------------------------------


def test_what_can_not_be_recorded_is_refused_all_the_same(nobody, caplog):
    client = ApiClient(nobody)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE tenants_auditevent ADD CHECK (event_type = 'none') NOT VALID")

    answer = client.get(STUDENTS)

    assert answer.status_code == 403
    assert answer.json()["code"] == "AUTHORIZATION_ERROR"
    assert "A refusal could not be recorded" in caplog.text
