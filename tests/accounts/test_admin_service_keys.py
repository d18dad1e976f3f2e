"""Service keys in the admin: shown once, and for Super Admins alone (contract §15)."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from accounts.models import BrowserSession, ServiceKey
from config.permissions import ALL_FLAGS
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import ServiceKeyFactory, SuperAdminFactory
from tests.operators import buttons, listed, page, queries, refused, told

pytestmark = pytest.mark.django_db

LIST = "/admin/accounts/servicekey/"
ADD = "/admin/accounts/servicekey/add/"
KEY = re.compile(r"[A-Za-z0-9]{8}\.[A-Za-z0-9]{32}")


def act(key: ServiceKey, action: str = "change") -> str:
    return page(f"accounts_servicekey_{action}", key.prefix)


@pytest.fixture
def super_admin(tenant):
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def operator(super_admin) -> OperatorClient:
    return OperatorClient(super_admin)


def test_list_shows_what_keys_there_are(operator, tenant):
    used = ServiceKeyFactory(
        tenant=tenant,
        name="Old service",
        revoked=True,
        last_used_at=datetime(2026, 1, 2, 9, 30, tzinfo=UTC),
    )
    new = ServiceKeyFactory(tenant=tenant, name="Live service")
    ServiceKey.objects.update(created=datetime(2026, 1, 1, tzinfo=UTC))
    ServiceKeyFactory(name="Another university's")

    rows = sorted(listed(operator.get(LIST)))

    assert rows == [
        ["Live service", new.prefix, "In use", "1 Jan 2026, 00:00 UTC", "Never"],
        ["Old service", used.prefix, "Revoked", "1 Jan 2026, 00:00 UTC", "2 Jan 2026, 09:30 UTC"],
    ]


def test_a_list_without_keys_says_what_they_are_for(operator):
    content = operator.get(LIST).content.decode()

    assert "No service keys yet" in content
    assert "Create a service key" in content


def test_list_costs_the_same_for_one_and_three_rows(operator, tenant):
    ServiceKeyFactory(tenant=tenant)
    one = queries(operator, LIST)
    ServiceKeyFactory.create_batch(2, tenant=tenant)

    assert queries(operator, LIST) == one


def test_a_new_key_is_shown_once_and_kept_nowhere(operator, super_admin, tenant, log):
    answer = operator.post(ADD, {"name": " Live service "})

    (text,) = set(KEY.findall(answer.content.decode()))
    key = ServiceKey.objects.get_from_key(text)
    assert (key.tenant, key.name) == (tenant, "Live service")
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id, event.target_id) == (
        "service_key.created",
        super_admin.pk,
        key.prefix,
    )
    assert "no-store" in answer["Cache-Control"]
    secret = text.partition(".")[2]
    later = [operator.get(url).content.decode() for url in (LIST, act(key), act(key, "history"))]
    kept = [*later, *get_messages(answer.wsgi_request), event.metadata, log.getvalue()]
    kept += [session.get_decoded() for session in BrowserSession.objects.all()]
    assert all(secret not in str(place) for place in kept)


def test_no_address_holds_the_hash_of_a_key(operator, tenant):
    key = ServiceKeyFactory(tenant=tenant)

    for url in (LIST, act(key), act(key, "revoke"), act(key, "history")):
        assert key.hashed_key not in operator.get(url).content.decode()


@pytest.mark.parametrize("name", ["", "x" * 51])
def test_a_key_needs_a_name(operator, name):
    assert list(refused(operator.post(ADD, {"name": name}))) == ["name"]
    assert not ServiceKey.objects.exists()


def test_a_key_is_revoked_after_a_question(operator, super_admin, tenant):
    key = ServiceKeyFactory(tenant=tenant)

    question = operator.get(act(key, "revoke"))

    assert "refused from now on" in question.content.decode()
    assert not ServiceKey.objects.get().revoked
    assert told(operator.post(act(key, "revoke"))) == [f"The key “{key}” is revoked."]
    assert ServiceKey.objects.get().revoked
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id, event.target_id) == (
        "service_key.revoked",
        super_admin.pk,
        key.prefix,
    )


def test_a_revoked_key_has_no_button(operator, tenant):
    assert buttons(operator.get(act(ServiceKeyFactory(tenant=tenant)))) == ["Revoke"]
    assert buttons(operator.get(act(ServiceKeyFactory(tenant=tenant, revoked=True)))) == []


def test_a_key_cannot_be_changed(operator, tenant):
    key = ServiceKeyFactory(tenant=tenant)

    assert operator.post(act(key), {"name": "Eve"}).status_code == 403
    assert ServiceKey.objects.get().name == "Live service"


def test_history_tells_what_became_of_a_key(operator, tenant):
    key = ServiceKeyFactory(tenant=tenant)
    operator.post(act(key, "revoke"))

    content = operator.get(act(key, "history")).content.decode()

    assert "revoked the service key" in content


def test_nobody_else_sees_keys(admin, tenant):
    key = ServiceKeyFactory(tenant=tenant)
    client = OperatorClient(admin)
    assert set(ALL_FLAGS) > admin.flags

    for url in (LIST, ADD, act(key), act(key, "revoke")):
        assert client.get(url).status_code == 403
        assert client.post(url, {"name": "Eve"}).status_code == 403
    assert not ServiceKey.objects.exclude(pk=key.pk).exists()
    assert not ServiceKey.objects.get().revoked


def test_keys_belong_to_the_tenant_that_is_worked_in(operator):
    foreign = ServiceKeyFactory(created=timezone.now()).tenant
    operator.work_in(foreign)

    operator.post(ADD, {"name": "Second"})

    assert set(ServiceKey.objects.values_list("name", "tenant")) == {
        ("Live service", foreign.pk),
        ("Second", foreign.pk),
    }
