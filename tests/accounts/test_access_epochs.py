"""What was opened before somebody was switched off stays dead, however the switching is done."""

import pytest
from django.contrib.auth import authenticate, get_user, login
from django.db import connection
from django.http import HttpRequest

from accounts.models import User, UserStatus
from accounts.models.session import SessionStore
from tenants.models import Tenant
from tests.clients import ApiClient
from tests.factories import PASSWORD, TenantFactory, UserFactory

pytestmark = pytest.mark.django_db

ME = "/v1/users/me"


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def epochs(user: User) -> tuple[int, int]:
    return User.objects.select_related("tenant").get(pk=user.pk).access_epochs


# Counting ---------------------------------------------------------------------------------------

SET_STATUS = "UPDATE accounts_user SET status = %s WHERE id = %s"
SET_ACTIVE = "UPDATE tenants_tenant SET is_active = %s WHERE id = %s"


@pytest.mark.parametrize(
    ("steps", "counted"),
    [
        ([], 0),
        (["ACTIVE"], 0),
        (["INACTIVE"], 1),
        (["DELETED"], 1),
        (["INACTIVE", "DELETED"], 1),
        (["INACTIVE", "ACTIVE"], 1),
        (["INACTIVE", "INACTIVE"], 1),
        (["INACTIVE", "ACTIVE", "DELETED", "ACTIVE"], 2),
    ],
)
def test_whoever_stops_being_active_is_counted_up(admin, steps, counted):
    for status in steps:
        sql(SET_STATUS, status, admin.pk)

    assert epochs(admin) == (counted, 0)


@pytest.mark.parametrize(
    ("steps", "counted"),
    [([True], 0), ([False], 1), ([False, False], 1), ([False, True], 1), ([False, True, False], 2)],
)
def test_tenant_that_is_switched_off_is_counted_up(admin, steps, counted):
    for is_active in steps:
        sql(SET_ACTIVE, is_active, admin.tenant_id)

    assert epochs(admin) == (0, counted)


def test_counting_counts_each_row_of_a_statement_for_itself(tenant):
    active, inactive = UserFactory(tenant=tenant), UserFactory(tenant=tenant, status="INACTIVE")
    other = UserFactory()

    User.objects.filter(tenant=tenant).update(status=UserStatus.DELETED)

    assert [epochs(user)[0] for user in (active, inactive, other)] == [1, 0, 0]


@pytest.mark.parametrize("value", [0, 7, 2_000_000_000])
def test_nobody_writes_the_counts(admin, value):
    sql(SET_STATUS, "INACTIVE", admin.pk)
    sql(SET_ACTIVE, False, admin.tenant_id)

    sql("UPDATE accounts_user SET access_epoch = %s", value)
    sql("UPDATE tenants_tenant SET access_epoch = %s", value)
    User.objects.update(access_epoch=value, status="ACTIVE")
    Tenant.objects.update(access_epoch=value, is_active=True)

    assert epochs(admin) == (1, 1)


def test_a_stale_form_turns_no_count_back(admin):
    stale_user, stale_tenant = User.objects.get(), Tenant.objects.get()
    client = ApiClient(admin)
    for is_active, status in ((False, "INACTIVE"), (True, "ACTIVE")):
        sql(SET_ACTIVE, is_active, admin.tenant_id)
        sql(SET_STATUS, status, admin.pk)

    stale_user.save()
    stale_tenant.save()
    User.objects.bulk_update([stale_user], ["access_epoch"])
    Tenant.objects.bulk_create(
        [stale_tenant],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["access_epoch", "name"],
    )

    assert epochs(admin) == (1, 1)
    assert client.get(ME).status_code == 401


def test_counts_start_at_nothing_also_for_rows_of_other_programs(tenant):
    sql("INSERT INTO tenants_tenant (id, created_at, name, slug, is_active) "
        "VALUES (repeat('a', 24), now(), 'State', 'state', true)")  # fmt: skip

    assert Tenant.objects.get(slug="state").access_epoch == 0


# Tokens -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["INACTIVE", "DELETED"])
def test_tokens_die_with_the_users_access_and_stay_dead(admin, anonymous, status):
    client = ApiClient(admin)
    refresh = {"refresh_token": client.tokens.refresh_token}
    sql(SET_STATUS, status, admin.pk)
    assert client.get(ME).status_code == 401

    sql(SET_STATUS, "ACTIVE", admin.pk)

    assert client.get(ME).status_code == 401
    assert anonymous.post("/v1/auth/refresh", refresh).status_code == 401
    admin.refresh_from_db()
    assert ApiClient(admin).get(ME).status_code == 200


def test_a_refused_refresh_token_is_not_used_up(admin, anonymous):
    client = ApiClient(admin)
    sql(SET_STATUS, "INACTIVE", admin.pk)

    for _ in range(2):
        answer = anonymous.post("/v1/auth/refresh", {"refresh_token": client.tokens.refresh_token})
        assert answer.status_code == 401


def test_tokens_of_other_people_live_on(admin):
    colleague = ApiClient(UserFactory(tenant=admin.tenant))

    sql(SET_STATUS, "INACTIVE", admin.pk)

    assert colleague.get(ME).status_code == 200


# Browser sessions -------------------------------------------------------------------------------


@pytest.fixture
def session_key(admin) -> str:
    """The key of a browser session that the user opened with a password."""
    request = HttpRequest()
    request.session = SessionStore()
    user = authenticate(request, tenant=admin.tenant, email=admin.email, password=PASSWORD)
    login(request, user)
    request.session.save()
    return request.session.session_key


def visitor(session_key: str) -> User | None:
    """Return whom the next request with the session is from; None for a stranger."""
    request = HttpRequest()
    request.session = SessionStore(session_key)
    user = get_user(request)
    request.session.save()
    return user if user.is_authenticated else None


def test_session_goes_on_while_nothing_happens(admin, session_key):
    sql("UPDATE tenants_tenant SET name = 'New'")
    User.objects.update(first_name="New", status="ACTIVE")

    assert visitor(session_key) == admin
    assert visitor(session_key) == admin


@pytest.mark.parametrize(
    ("switch", "off", "on"), [(SET_STATUS, "INACTIVE", "ACTIVE"), (SET_ACTIVE, False, True)]
)
@pytest.mark.parametrize("noticed", [True, False])
def test_session_ends_with_access_and_stays_ended(admin, session_key, switch, off, on, noticed):
    target = admin.pk if switch == SET_STATUS else admin.tenant_id
    sql(switch, off, target)
    if noticed:
        assert visitor(session_key) is None

    sql(switch, on, target)

    assert visitor(session_key) is None


def test_session_of_another_tenant_goes_on(admin, session_key):
    other = TenantFactory()

    sql(SET_ACTIVE, False, other.pk)

    assert visitor(session_key) == admin


def test_session_ends_with_the_password(admin, session_key):
    admin.set_password("another one")
    admin.save()

    assert visitor(session_key) is None


def test_session_survives_a_new_secret_key_while_the_old_one_is_known(admin, settings, session_key):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "new" * 20

    assert visitor(session_key) == admin

    settings.SECRET_KEY_FALLBACKS = []
    settings.SECRET_KEY = "newer" * 20
    assert visitor(session_key) is None


def test_session_does_not_survive_both_a_new_key_and_a_deactivation(admin, settings, session_key):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "new" * 20
    sql(SET_STATUS, "INACTIVE", admin.pk)
    sql(SET_STATUS, "ACTIVE", admin.pk)

    assert visitor(session_key) is None


def test_session_hash_tells_the_two_counts_apart(admin):
    User.objects.filter(pk=admin.pk).update(status="INACTIVE")
    one = User.objects.get(pk=admin.pk).get_session_auth_hash()
    other = UserFactory(password=admin.password)
    Tenant.objects.filter(pk=other.tenant_id).update(is_active=False)

    assert one != User.objects.get(pk=other.pk).get_session_auth_hash()
