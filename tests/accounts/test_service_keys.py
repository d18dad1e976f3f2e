"""Service keys: made, listed and revoked (contract §15)."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import ServiceKey
from accounts.services.service_keys import create_service_key, revoke_service_key
from config.errors import InvalidInput, RuleViolation
from tenants.models import AuditEvent
from tests.factories import TenantFactory
from tests.recorded import whole_trail
from tests.threads import at_once

pytestmark = pytest.mark.django_db

KEY = re.compile(r"[A-Za-z0-9]{8}\.[A-Za-z0-9]{32}")


def run(*arguments: str) -> tuple[str, str]:
    """Run the command; return what it writes to its output and as errors."""
    out, err = StringIO(), StringIO()
    call_command("service_key", *arguments, stdout=out, stderr=err, no_color=True)
    return out.getvalue(), err.getvalue()


def trail() -> list[tuple]:
    events = AuditEvent.objects.order_by("event_time", "id")
    return list(
        events.values_list("event_type", "target_type", "target_id", "actor_user_id", "metadata")
    )


# Services -------------------------------------------------------------------------------------


def test_created_key_works_and_is_kept_as_a_hash(admin, tenant):
    key, text = create_service_key(actor=admin, tenant=tenant, name=" Live service ")

    assert KEY.fullmatch(text)
    assert ServiceKey.objects.get_from_key(text) == key
    assert (key.tenant, key.name, key.revoked, key.last_used_at) == (
        tenant,
        "Live service",
        False,
        None,
    )
    secret = text.partition(".")[2]
    stored = ServiceKey.objects.filter(pk=key.pk).values().get()
    assert not any(secret in str(value) for value in stored.values())


def test_keys_are_recorded_without_their_secrets(admin, tenant):
    key, text = create_service_key(actor=admin, tenant=tenant, name="Live service")
    revoke_service_key(actor=admin, key=key)

    facts = {"service_key_id": key.prefix, "tenant_id": tenant.pk, "name": "Live service"}
    assert trail() == [
        ("service_key.created", "service_key", key.prefix, admin.pk, facts),
        ("service_key.revoked", "service_key", key.prefix, admin.pk, facts),
    ]
    written = whole_trail()
    assert text.partition(".")[2] not in written
    assert key.hashed_key not in written


def test_revoked_key_works_no_more(tenant):
    key, text = create_service_key(actor=None, tenant=tenant, name="Live service")
    other, other_text = create_service_key(actor=None, tenant=tenant, name="Live service")

    assert revoke_service_key(actor=None, key=key).revoked

    assert not ServiceKey.objects.is_valid(text)
    assert ServiceKey.objects.get_from_key(other_text) == other


def test_second_revocation_changes_nothing(tenant):
    key, _ = create_service_key(actor=None, tenant=tenant, name="Live service")

    for _ in range(2):
        assert revoke_service_key(actor=None, key=key).revoked

    assert [event for event, *_ in trail()] == ["service_key.created", "service_key.revoked"]


@pytest.mark.django_db(transaction=True)
def test_revocations_at_once_are_recorded_once(tenant):
    key, _ = create_service_key(actor=None, tenant=tenant, name="Live service")

    at_once(lambda _: revoke_service_key(actor=None, key=key), 4)

    assert len(trail()) == 2


@pytest.mark.parametrize("name", ["", "   ", "n" * 51])
def test_bad_name_is_refused(tenant, name):
    with pytest.raises(InvalidInput) as refused:
        create_service_key(actor=None, tenant=tenant, name=name)

    assert [error["field"] for error in refused.value.details["errors"]] == ["name"]
    assert not ServiceKey.objects.exists()
    assert trail() == []


def test_tenant_that_is_switched_off_gets_no_key(tenant):
    tenant.is_active = False
    tenant.save()

    with pytest.raises(RuleViolation, match="switched off"):
        create_service_key(actor=None, tenant=tenant, name="Live service")

    assert not ServiceKey.objects.exists()


# Command --------------------------------------------------------------------------------------


def test_command_shows_a_new_key_once_and_warns(tenant):
    output, warning = run("create", "--tenant", tenant.slug, "--name", "Live service")

    assert KEY.fullmatch(output.removesuffix("\n"))
    assert "nobody can show it again" in warning
    key = ServiceKey.objects.get_from_key(output.strip())
    assert (key.tenant, key.name) == (tenant, "Live service")
    listed, _ = run("list", "--tenant", tenant.slug)
    assert output.strip().partition(".")[2] not in listed
    assert [(event, actor) for event, _, _, actor, _ in trail()] == [("service_key.created", None)]


def test_command_lists_the_tenants_keys_newest_first(tenant):
    old, _ = create_service_key(actor=None, tenant=tenant, name="Old service")
    new, _ = create_service_key(actor=None, tenant=tenant, name="New service")
    revoke_service_key(actor=None, key=old)
    ServiceKey.objects.filter(pk=old.pk).update(last_used_at="2026-06-04T09:00:00Z")
    create_service_key(actor=None, tenant=TenantFactory(), name="Foreign service")

    output, _ = run("list", "--tenant", tenant.slug)

    made = [f"{key.created:%Y-%m-%d %H:%M:%S}" for key in (new, old)]
    assert [re.split(r"\s{2,}", line) for line in output.splitlines()] == [
        ["PREFIX", "CREATED", "LAST USED", "STATE", "NAME"],
        [new.prefix, made[0], "never", "in use", "New service"],
        [old.prefix, made[1], "2026-06-04 09:00:00", "revoked", "Old service"],
    ]


def test_command_revokes_a_key_by_its_prefix(tenant):
    key, text = create_service_key(actor=None, tenant=tenant, name="Live service")

    for _ in range(2):
        output, _ = run("revoke", "--tenant", tenant.slug, key.prefix)
        assert f"The key {key.prefix} is revoked" in output

    assert not ServiceKey.objects.is_valid(text)
    assert len(trail()) == 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["create", "--tenant", "nowhere", "--name", "x"], "There is no tenant 'nowhere'"),
        (["list", "--tenant", "nowhere"], "There is no tenant 'nowhere'"),
        (["revoke", "--tenant", "nowhere", "abcdefgh"], "There is no tenant 'nowhere'"),
        (["revoke", "--tenant", "here", "abcdefgh"], "here has no key that begins with 'abcdefgh'"),
        (["create", "--tenant", "here", "--name", "n" * 51], "name: .* at most 50 characters"),
        (["create", "--tenant", "here", "--name", " "], "name: .* blank"),
        (["create", "--tenant", "gone", "--name", "x"], "switched off"),
        (["create", "--tenant", "here"], "required: --name"),
        (["list"], "required: --tenant"),
        (["revoke", "--tenant", "here"], "required: prefix"),
        ([], "required: action"),
        (["renew", "--tenant", "here"], "invalid choice: 'renew'"),
    ],
)
def test_command_says_what_is_wrong(arguments, complaint):
    TenantFactory(slug="here")
    TenantFactory(slug="gone", is_active=False)

    with pytest.raises(CommandError, match=complaint):
        run(*arguments)

    assert not ServiceKey.objects.exists()


def test_command_leaves_other_tenants_keys_alone(tenant):
    key, text = create_service_key(actor=None, tenant=TenantFactory(), name="Foreign service")

    with pytest.raises(CommandError, match="has no key that begins with"):
        run("revoke", "--tenant", tenant.slug, key.prefix)

    assert ServiceKey.objects.is_valid(text)
