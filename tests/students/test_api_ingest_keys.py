"""Who may report: a tenant's service keys (contract §15)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from accounts.models import ServiceKey
from config.ids import new_id
from students.models import Session
from tenants.models import Tenant
from tests.clients import ApiClient
from tests.config.refusals import refusal
from tests.factories import SuperAdminFactory, TenantFactory
from tests.students.reports import ENDED, LiveService

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)
REFUSED = refusal("The service key is not valid.", "AUTHENTICATION_ERROR")
ABSENT = refusal("Authentication credentials were not provided.", "AUTHENTICATION_ERROR")


def secret_of(live: LiveService) -> str:
    return live.defaults["HTTP_AUTHORIZATION"].removeprefix("Api-Key ")


def assert_refused(answer, body: dict) -> None:
    assert (answer.status_code, answer.json()) == (401, body)
    assert answer["WWW-Authenticate"] == "Api-Key"
    assert not Session.objects.exists()


def test_a_key_opens_the_endpoint_for_its_own_tenant(live, tenant):
    assert live.report(**ENDED).status_code == 200

    assert Session.objects.get().tenant == tenant


def test_the_scheme_is_written_in_any_case(live):
    live.defaults["HTTP_AUTHORIZATION"] = f"api-key {secret_of(live)}"

    assert live.report(**ENDED).status_code == 200


@pytest.mark.parametrize(
    "spoil",
    [
        lambda secret: secret[:-1] + ("a" if secret[-1] != "a" else "b"),
        lambda secret: secret.partition(".")[0],
        lambda secret: secret.partition(".")[0] + ".",
        lambda secret: "AAAAAAAA." + secret.partition(".")[2],
        lambda secret: "." + secret.partition(".")[2],
        lambda secret: secret + " " + secret,
        lambda secret: "\u00fc" + secret,
        lambda secret: "\x00" + secret,
        lambda secret: "",
    ],
)
def test_a_wrong_or_unknown_key_is_refused(live, spoil):
    live.defaults["HTTP_AUTHORIZATION"] = f"Api-Key {spoil(secret_of(live))}"

    assert_refused(live.report(**ENDED), REFUSED)


@pytest.mark.parametrize(
    "state", [{"revoked": True}, {"expiry_date": datetime(2020, 1, 1, tzinfo=UTC)}]
)
def test_a_revoked_or_expired_key_is_refused(live, state):
    ServiceKey.objects.update(**state)

    assert_refused(live.report(**ENDED), REFUSED)


@pytest.mark.parametrize("header", [None, "Bearer x", "Basic eDp5", "Api-Keyx"])
def test_a_request_without_a_key_is_refused(live, header):
    del live.defaults["HTTP_AUTHORIZATION"]
    if header:
        live.defaults["HTTP_AUTHORIZATION"] = header

    assert_refused(live.report(**ENDED), ABSENT)


def test_not_even_a_super_admins_token_is_a_key(live, tenant):
    body = {**live.whose, **ENDED}

    answer = ApiClient(SuperAdminFactory(tenant=tenant)).put(
        f"/v1/ingest/sessions/{new_id()}", body, "application/json"
    )

    assert_refused(answer, ABSENT)


def test_a_deleted_tenants_keys_stop_at_once_and_work_again_once_it_is_restored(live, tenant):
    kept, revoked = LiveService(tenant), LiveService(tenant)
    ServiceKey.objects.filter(pk=revoked.key.pk).update(revoked=True)
    operator = ApiClient(SuperAdminFactory(tenant=TenantFactory()))
    url = f"/v1/console/tenants/{tenant.pk}"
    assert kept.report(**ENDED).status_code == 200

    assert operator.delete(url).status_code == 200
    assert kept.report(**ENDED).json() == REFUSED

    assert operator.patch(url, {"is_active": True}, "application/json").status_code == 200
    assert kept.report(**ENDED).status_code == 200
    assert revoked.report(**ENDED).json() == REFUSED


def test_another_tenants_deletion_stops_nobody_else(live):
    Tenant.objects.filter(pk=TenantFactory().pk).update(is_active=False)

    assert live.report(**ENDED).status_code == 200


def test_the_use_of_a_key_is_noted_once_a_minute(live):
    def last_used_after(seconds: float) -> datetime:
        with time_machine.travel(NOW + timedelta(seconds=seconds), tick=False):
            live.report(**ENDED)
        return ServiceKey.objects.get().last_used_at

    assert last_used_after(0) == NOW
    assert last_used_after(59.9) == NOW
    assert last_used_after(60) == NOW + timedelta(seconds=60)


def test_a_refused_key_was_not_used(live):
    ServiceKey.objects.update(revoked=True)

    live.report(**ENDED)

    assert ServiceKey.objects.get().last_used_at is None


def test_a_key_costs_two_queries(live, django_assert_num_queries):
    live.report(**ENDED)  # notes the use

    with django_assert_num_queries(2):  # its tenant, and itself
        live.put(f"/v1/ingest/sessions/{new_id()}", {"status": "nonsense"})
