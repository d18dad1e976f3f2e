"""A university on its way: nobody writes it, and where it does not live it is not shown."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from config.db.tenant_rows import OF_THE_CELL, fingerprint, tenant_tables
from config.management.moves import ARRIVING, HELD, MOVED
from programmes.models import Programme
from students.models import AttemptTransaction
from students.services import attempts
from tenants.models import Tenant
from tests.clients import ApiClient, OperatorClient, ServiceClient, login
from tests.contract.routes import PUBLIC, ROUTES, SERVICE_KEY
from tests.factories import (
    AttemptTransactionFactory,
    ProgrammeFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.walled.catalogue import NOT_WALLED, WITHOUT_TENANT
from tests.walled.worlds import walled_tables

# Tables that triggers alone write, whose own tables are guarded.
DERIVED = {
    "students_searchentry",
    "students_standing",
    "students_standingcount",
    "students_studentcount",
}

BEING_MOVED = "The university is being moved to another server. Try again in a moment."

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def tenant(transactional_db):
    return TenantFactory()


def put(tenant: Tenant, move_state: str | None) -> None:
    Tenant.objects.filter(pk=tenant.pk).update(move_state=move_state)


def test_every_table_of_tenants_is_guarded_or_named():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'moving'")
        guarded = {name for (name,) in cursor.fetchall()}
    known = set(walled_tables()) | set(NOT_WALLED)
    assert guarded - {"tenants_tenant"} == known - DERIVED - {"accounts_browsersession"}
    assert "tenants_tenant" in guarded


def test_every_table_without_a_tenant_is_known_to_moves():
    assert set(OF_THE_CELL) | {"tenants_tenant"} == set(WITHOUT_TENANT)


KNOWN = [one for one in ROUTES if one.access != PUBLIC]

# Bodies that change something, where those of the table do not.
BODIES = {
    "PATCH /v1/console/tenants/{tenant_id}": {"name": "Renamed"},
    "PATCH /v1/console/tenants/{tenant_id}/branding": {"primary_color": "#112233"},
    "PATCH /v1/console/tenants/{tenant_id}/sso": {"renew": True},
    "PATCH /v1/console/tenants/{tenant_id}/ai-config": {"default_language": "fr"},
    "PATCH /v1/console/tenants/{tenant_id}/retention": {"audit_days": 500},
    "PATCH /v1/users/me": {"first_name": "Renamed"},
}

# What changes nothing as the table calls it, and answers as ever: nothing is sent, or a look.
CHANGES_NOTHING = {
    "DELETE /v1/users/me/second-factor",
    "POST /v1/console/tenants/{tenant_id}/sso/check",
    "POST /v1/users/me/change-password",
    "POST /v1/users/me/second-factor/confirm",
    "POST /v1/users/me/second-factor/recovery-codes",
    "PUT /v1/console/roles/{role_id}/permissions",
}


def callers(tenant):
    return ApiClient(SuperAdminFactory(tenant=tenant)), ServiceClient(tenant)


def rows_of(tenant) -> dict:
    with connection.cursor() as cursor:
        return {one.name: fingerprint(cursor, one, tenant.pk) for one in tenant_tables(cursor)}


def test_a_held_university_is_read_and_not_written(tenant):
    person, service = callers(tenant)
    asked = []
    for route in KNOWN:
        rows = route.rows(tenant)
        body = BODIES.get(str(route)) or route.body(rows)
        asked.append((route, route.address(rows), route.written(body)))
    put(tenant, HELD)
    before = rows_of(tenant)

    answers = {}
    for route, address, (content, media_type) in asked:
        client = service if route.access == SERVICE_KEY else person
        answer = client.generic(route.method, address, content, content_type=media_type)
        answers[str(route)] = answer.status_code
        if answer.status_code == 503:
            assert answer.json()["error"] == BEING_MOVED, route
            assert answer.headers["Retry-After"] == "2", route

    assert rows_of(tenant) == before
    written_down = {
        str(route) for route in KNOWN if route.is_file or route.path.endswith("/transcript")
    }
    reads = {str(route) for route in KNOWN if route.method == "GET"} - written_down
    assert {name for name in reads if answers[name] != 200} == set()
    assert {name for name in answers.keys() - reads if answers[name] != 503} == CHANGES_NOTHING


def test_what_lives_elsewhere_is_not_shown(tenant):
    person, service = callers(tenant)
    asked = [(one, one.rows(tenant)) for one in KNOWN]
    for somewhere in (MOVED, ARRIVING):
        put(tenant, somewhere)
        for route, rows in asked:
            client = service if route.access == SERVICE_KEY else person
            answer = client.generic(route.method, route.address(rows), content_type="text/plain")
            assert answer.status_code == 503, (route, answer.content[:200])
            assert answer.json()["error"] == BEING_MOVED, route
            assert answer.headers["Retry-After"] == "2", route


def test_sign_ins_are_told_to_wait(tenant, anonymous):
    user = UserFactory(tenant=tenant)
    for somewhere in (HELD, MOVED):
        put(tenant, somewhere)
        for password in ("wrong", None):
            given = {} if password is None else {"password": password}
            answer = login(anonymous, user, **given)
            assert (answer.status_code, answer.json()["error"]) == (503, BEING_MOVED)
    put(tenant, None)
    assert login(anonymous, user).status_code == 200, "nothing was counted against them"


def test_a_refresh_waits(tenant, anonymous):
    client = ApiClient(UserFactory(tenant=tenant))
    body = {"refresh_token": client.tokens.refresh_token}
    put(tenant, HELD)
    assert anonymous.post("/v1/auth/refresh", body).status_code == 503
    put(tenant, None)
    assert anonymous.post("/v1/auth/refresh", body).status_code == 200


def test_the_admin_is_read_while_it_is_held_and_says_when_it_lives_elsewhere(tenant):
    programme = ProgrammeFactory(tenant=tenant)
    operator = OperatorClient(UserFactory(tenant=tenant))
    page = f"/admin/programmes/programme/{programme.pk}/change/"
    put(tenant, HELD)
    assert operator.get(page).status_code == 200
    answer = operator.post(page, {"name": "Renamed", "code": programme.code})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert BEING_MOVED in answer.content.decode()
    put(tenant, MOVED)
    answer = operator.get(page)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert BEING_MOVED in answer.content.decode()
    put(tenant, None)
    assert Programme.objects.get(pk=programme.pk).name == programme.name


def test_a_super_admin_of_another_university_writes_there_no_more(tenant):
    programme = ProgrammeFactory(tenant=tenant)
    operator = OperatorClient(SuperAdminFactory(tenant=TenantFactory()))
    page = f"/admin/u/{tenant.slug}/programmes/programme/{programme.pk}/change/"
    assert operator.get(page).status_code == 200
    put(tenant, MOVED)
    assert operator.get(page).status_code == 503


def test_the_pages_of_a_sign_in_say_it_too(tenant):
    link = f"/sign-in/{tenant.slug}"
    browser = Client(raise_request_exception=False)
    assert browser.get(link).status_code == 200
    put(tenant, MOVED)
    answer = browser.get(link)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")


def test_nothing_of_the_university_itself_changes_but_where_it_stands(super_api, tenant):
    other = TenantFactory()
    put(other, HELD)
    answer = super_api.patch(f"/v1/console/tenants/{other.pk}", {"name": "Renamed"})
    assert (answer.status_code, answer.json()["error"]) == (503, BEING_MOVED)


def test_timers_leave_it_alone(tenant):
    lapsed = AttemptTransactionFactory(
        user__tenant=tenant, expires_at=timezone.now() - timedelta(seconds=1)
    )
    for somewhere in (HELD, MOVED, ARRIVING):
        put(lapsed.tenant, somewhere)
        assert attempts.record_expiries() == 0
        call_command("seal_audit")
        call_command("tidy")
    put(lapsed.tenant, None)
    assert attempts.record_expiries() == 1
    assert AttemptTransaction.objects.filter(type="expiry", grant=lapsed).count() == 1
