"""Whose rows a request sees: nobody's before a tenant is known, and then that tenant's alone."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from accounts.models import BrowserSession, Role, User
from config import exports
from config.context import (
    ALL_TENANTS,
    RequestContext,
    bind_request_context,
    enter_request,
    leave_request,
    show_rows_of,
    visible_tenant,
    within,
)
from config.db.walls import NoTenant
from config.observability.middleware import RequestIdMiddleware
from tenants.models import AllowedOrigin, AuditEvent, EventType, Tenant
from tenants.services import audit
from tests.clients import ApiClient, OperatorClient
from tests.factories import SuperAdminFactory, TenantFactory, UserFactory
from tests.walled.sabotage import no_filters, text_of
from tests.walled.worlds import furnished_tenant

pytestmark = pytest.mark.django_db

ASKED_FIRST = {AllowedOrigin, BrowserSession}
WALLED = [
    model
    for model in apps.get_models()
    if any(field.attname == "tenant_id" for field in model._meta.concrete_fields)
    and model not in ASKED_FIRST
]


@contextmanager
def request(**known: Any) -> Iterator[RequestContext]:
    """Answer a request for the length of the block."""
    context = RequestContext(id="x", **known)
    token = enter_request(context)
    try:
        yield context
    finally:
        leave_request(token)


def people() -> set[str]:
    """Return the tenants of all users that are seen."""
    return set(User.objects.values_list("tenant_id", flat=True))


# No tenant ------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", WALLED, ids=lambda model: model.__name__)
def test_a_request_that_reads_before_its_tenant_is_known_raises(model):
    with request(), pytest.raises(NoTenant, match=r"was asked for before a tenant was known\.$"):
        model._base_manager.first()


def test_it_raises_for_what_it_writes_as_well():
    user = UserFactory()

    with request():
        with pytest.raises(NoTenant):
            User.objects.filter(pk=user.pk).update(first_name="Grace")
        with pytest.raises(NoTenant):
            user.delete()
        with pytest.raises(NoTenant), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM public.accounts_user")


def test_in_production_it_is_an_error_in_the_log_and_an_empty_answer(settings, caplog):
    settings.WALLS_RAISE = False
    user = UserFactory()

    with request(), caplog.at_level(logging.ERROR):
        assert list(User.objects.all()) == []
        assert User.objects.filter(pk=user.pk).update(first_name="Grace") == 0

    assert [(record.levelname, record.name) for record in caplog.records] == [
        ("ERROR", "config.db.walls")
    ] * 2
    assert caplog.records[0].message == "accounts_user was asked for before a tenant was known."


def test_what_is_asked_before_a_tenant_is_known_is_answered():
    tenant = furnished_tenant()

    with request():
        assert Tenant.objects.get() == tenant
        assert AllowedOrigin.objects.get().tenant_id == tenant.pk
        assert not BrowserSession.objects.exists()


def test_a_view_that_forgets_its_tenant_is_found():
    def view(asked: HttpRequest) -> HttpResponse:
        return HttpResponse(f"{User.objects.count()}")

    with pytest.raises(NoTenant):
        RequestIdMiddleware(view)(RequestFactory().get("/"))


# A tenant -------------------------------------------------------------------------------------


def test_a_request_sees_the_rows_of_its_tenant_from_then_on():
    own, other = UserFactory().tenant_id, UserFactory().tenant_id

    with request():
        bind_request_context(own)
        assert people() == {own}
        show_rows_of(other)
        assert people() == {other}
    with request(tenant_id=other):
        assert people() == {other}
    assert people() == {own, other}  # outside, the owner's


def test_blocks_lie_in_each_other_and_end_whatever_happens():
    first, second = UserFactory().tenant_id, UserFactory().tenant_id

    with request(tenant_id=first):
        with within(second):
            assert people() == {second}
            with within(first), suppress(LookupError), within(second):
                assert people() == {second}
                raise LookupError
            assert people() == {second}
        assert (visible_tenant(), people()) == (first, {first})
        with pytest.raises(LookupError), within(second):
            raise LookupError
        assert (visible_tenant(), people()) == (first, {first})
    assert visible_tenant() == ALL_TENANTS


def test_a_request_cannot_ask_for_all_tenants():
    own = UserFactory().tenant_id

    with request(tenant_id=own), within(ALL_TENANTS):
        assert people() == set()


def test_an_event_in_another_tenant_stands_in_two_trails():
    actor, other = SuperAdminFactory(), TenantFactory()

    with request(tenant_id=actor.tenant_id, rows_of=other.pk):
        audit.record(EventType.TENANT_UPDATED, actor=actor, tenant=other, target_id=other.pk)
        assert visible_tenant() == other.pk
        # Behind the walls, each trail is a tenant's own.
        assert set(AuditEvent.objects.values_list("tenant_id", flat=True)) == {other.pk}

    trails = AuditEvent.objects.values_list("tenant_id", flat=True)
    assert sorted(trails) == sorted((actor.tenant_id, other.pk))


def test_what_a_super_admin_does_at_another_tenants_admin_stands_in_two_trails():
    actor, other = SuperAdminFactory(), TenantFactory()
    browser = OperatorClient(actor)
    browser.work_in(other)

    answer = browser.post(reverse("admin:accounts_role_add"), {"name": "Tutor"})

    assert answer.status_code == 302
    assert Role.objects.get(name="Tutor").tenant == other
    trails = AuditEvent.objects.filter(event_type="role.created")
    assert sorted(trails.values_list("tenant_id", flat=True)) == sorted((actor.tenant_id, other.pk))


# Files ----------------------------------------------------------------------------------------

FILES = [
    f"/v1/console/{path}/export?format={kind}"
    for path in ("students", "student-performance")
    for kind in ("csv", "xlsx")
]


@pytest.mark.parametrize("url", FILES)
def test_a_file_that_is_sent_late_has_the_rows_of_its_own_request(url, monkeypatch):
    """Whoever sends it works for somebody else meanwhile, on the same connection."""
    monkeypatch.setattr(exports, "_CHUNK_BYTES", 16)
    first, second = furnished_tenant(), furnished_tenant()
    emails = {
        tenant: set(
            User.objects.filter(tenant=tenant, password="!").values_list("email", flat=True)
        )
        for tenant in (first, second)
    }

    with no_filters():
        late, soon = (ApiClient(SuperAdminFactory(tenant=t)).get(url) for t in (first, second))
        with request(tenant_id=second.pk):
            assert people() == {second.pk}
        texts = {second: text_of(soon), first: text_of(late)}

    for tenant, other in ((first, second), (second, first)):
        assert all(email in texts[tenant] for email in emails[tenant])
        assert not any(email in texts[tenant] for email in emails[other])
