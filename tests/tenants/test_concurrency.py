"""Changes that arrive together: none is lost, and none becomes an error of ours."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

from accounts.models import Role
from tenants.models import AllowedOrigin, AuditEvent, Tenant, TenantBranding
from tenants.services import configuration
from tenants.services.tenants import lock_tenant
from tests.clients import ApiClient
from tests.factories import SuperAdminFactory, TenantFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

URL = "/v1/console/tenants"

AI = {
    "default_llm_model": "gpt-4o",
    "default_tts_voice": "alloy",
    "default_stt_language": "en",
    "max_sessions_per_student": 5,
    "pass_mark": 60,
    "default_language": "fr",
    "admin_email": "admin@state.edu",
    "support_email": "support@state.edu",
}

# Seconds for another thread to come to where it has to wait.
PATIENCE = 20


@pytest.fixture
def state() -> Tenant:
    return TenantFactory(name="State", slug="state")


def each_sends_one(super_api: ApiClient, url: str, values: dict) -> list[int]:
    """Send each of the values in a PATCH of its own, all at the same moment."""
    items = list(values.items())

    def send(index: int) -> int:
        return super_api.patch(url, dict([items[index]])).status_code

    return at_once(send, len(items))


def wait_until_somebody_waits_for_us() -> None:
    """Return once another connection waits for a lock that our transaction holds."""
    deadline = time.monotonic() + PATIENCE
    query = """
        SELECT EXISTS (SELECT FROM pg_locks
                       WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))
    """
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(query)
            if cursor.fetchone()[0]:
                return
    raise AssertionError("Nobody waits.")


def test_of_twenty_creations_with_one_slug_one_wins(super_api):
    def create(index: int) -> tuple[int, str | None]:
        answer = super_api.post(URL, {"name": f"State {index}", "slug": "state"})
        return answer.status_code, answer.json().get("code")

    answers = at_once(create, 20)

    assert sorted(answers, key=str) == [(201, None)] + [(409, "CONFLICT")] * 19
    state = Tenant.objects.get(slug="state")
    assert Role.objects.filter(tenant=state).count() == 4
    assert AuditEvent.objects.count() == 2  # one creation, two trails


def test_configuration_that_many_begin_at_once_has_what_all_of_them_sent(super_api, state):
    codes = each_sends_one(super_api, f"{URL}/{state.pk}/ai-config", AI)

    assert codes == [200] * len(AI)
    assert super_api.get(f"{URL}/{state.pk}").json()["data"]["ai_config"] == AI
    events = AuditEvent.objects.for_tenant(state)
    assert sorted(field for event in events for field in event.metadata["changes"]) == sorted(AI)


def test_configuration_that_many_change_at_once_loses_nothing(super_api, state):
    url = f"{URL}/{state.pk}/ai-config"
    super_api.patch(url, dict.fromkeys(AI, None) | {"max_sessions_per_student": 9})

    assert each_sends_one(super_api, url, AI) == [200] * len(AI)

    assert super_api.get(f"{URL}/{state.pk}").json()["data"]["ai_config"] == AI


def test_core_fields_that_are_changed_at_once_are_all_kept(super_api, state):
    sent = {"name": "New State", "domain": "state.edu", "lms_type": "moodle"}

    assert each_sends_one(super_api, f"{URL}/{state.pk}", sent) == [200] * 3

    state.refresh_from_db()
    assert {field: getattr(state, field) for field in sent} == sent


@pytest.mark.parametrize("exists", [True, False])
def test_change_waits_for_the_one_before_and_sees_it(super_api, state, exists):
    """The order is forced: the second change begins while the first is not committed yet."""
    url = f"{URL}/{state.pk}/branding"
    if exists:
        super_api.patch(url, {"primary_color": "#000000", "secondary_color": "#000000"})

    def second():
        try:
            return super_api.patch(url, {"secondary_color": "#FFFFFF"})
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread, transaction.atomic():
        configuration.update_branding(actor=None, tenant=state, primary_color="#111111")
        answer = thread.submit(second)
        wait_until_somebody_waits_for_us()

    assert answer.result().json()["data"]["primary_color"] == "#111111"
    branding = TenantBranding.objects.get()
    assert (branding.primary_color, branding.secondary_color) == ("#111111", "#FFFFFF")


def test_sso_is_not_enabled_by_two_changes_that_together_break_its_rule(super_api, state):
    url = f"{URL}/{state.pk}/sso"
    super_api.patch(url, {"server_url": "https://a.edu", "callback_url": "https://b.edu"})
    bodies = [{"is_enabled": True}, {"server_url": None}]

    codes = at_once(lambda index: super_api.patch(url, bodies[index]).status_code, 2)

    assert sorted(codes) == [200, 400]


def test_origin_that_many_add_at_once_is_listed_once(super_api, state):
    url = f"{URL}/{state.pk}/allowed-origins"

    answers = at_once(
        lambda index: super_api.post(url, {"origin": "https://app.state.edu"}).json()["data"], 8
    )

    assert answers == [["https://app.state.edu"]] * 8
    assert AllowedOrigin.objects.count() == 1
    assert AuditEvent.objects.for_tenant(state).count() == 1


def test_origins_that_are_added_at_once_are_all_listed(super_api, state):
    url = f"{URL}/{state.pk}/allowed-origins"

    lengths = at_once(
        lambda index: len(super_api.post(url, {"origin": f"https://{index}.edu"}).json()["data"]),
        8,
    )

    assert sorted(lengths) == list(range(1, 9))  # each saw those before
    newest = AuditEvent.objects.for_tenant(state).first()
    assert len(newest.metadata["changes"]["allowed_origins"]["after"]) == 8


def test_origin_that_many_remove_at_once_is_removed_once(super_api, state):
    AllowedOrigin.objects.create(tenant=state, origin="https://app.state.edu")
    url = f"{URL}/{state.pk}/allowed-origins/https%3A%2F%2Fapp.state.edu"

    codes = at_once(lambda index: super_api.delete(url).status_code, 6)

    assert sorted(codes) == [200] + [404] * 5


def test_tenant_that_many_delete_at_once_is_deleted_once(super_api, state):
    codes = at_once(lambda index: super_api.delete(f"{URL}/{state.pk}").status_code, 6)

    state.refresh_from_db()
    assert codes == [200] * 6
    assert (state.is_active, state.access_epoch) == (False, 1)
    assert AuditEvent.objects.for_tenant(state).count() == 1


def test_lock_lets_rows_be_written_that_refer_to_the_tenant(state):
    with ThreadPoolExecutor(1) as thread, transaction.atomic():
        lock_tenant(state)

        def refer():
            try:
                return SuperAdminFactory(tenant=state)
            finally:
                connections.close_all()

        assert thread.submit(refer).result(PATIENCE).tenant_id == state.pk
