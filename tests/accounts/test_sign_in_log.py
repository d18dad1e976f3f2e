"""Where people sign in from is in the log and in each event, whichever door they take (§18)."""

import logging
from io import StringIO

import orjson
import pytest
from django.test import Client

from accounts.models import User, UserStatus
from config.observability import metrics
from config.observability.logs import JSONFormatter
from tenants.models import AuditEvent
from tests.accounts.cas import Browser, configure, success
from tests.accounts.second_factors import give_second_factor
from tests.accounts.signed_in import browser_of, program_of, sign_in_page
from tests.clients import ApiClient, login
from tests.factories import PASSWORD, SuperAdminFactory

pytestmark = pytest.mark.django_db

PLACE = {"REMOTE_ADDR": "198.51.100.77", "HTTP_USER_AGENT": "curl/8.5.0"}
ME = "/v1/users/me"


@pytest.fixture
def lines(log: StringIO, monkeypatch):
    """The lines of the log as production writes them, read back."""
    (handler,) = (handler for handler in logging.getLogger().handlers if handler.name == "console")
    monkeypatch.setattr(handler, "formatter", JSONFormatter())
    return lambda: [orjson.loads(line) for line in log.getvalue().splitlines()]


def failures(account: str) -> float:
    """Return how many sign-ins of accounts of a kind have failed."""
    name = f'command_center_failed_sign_ins_total{{account="{account}"}} '
    text = metrics.exposition().decode()
    return sum(float(line.removeprefix(name)) for line in text.splitlines() if name in line)


# The log --------------------------------------------------------------------------------------


@pytest.mark.parametrize("door", ["api", "page"])
def test_a_failed_sign_in_is_logged_with_the_address_and_the_account(lines, admin, door):
    before = failures("known")
    if door == "api":
        login(ApiClient(**PLACE), admin, "wrong phrase")
    else:
        sign_in_page(Client(**PLACE), admin, "wrong phrase")

    told, request = lines()
    assert told["message"] == "A sign-in by password failed"
    assert request["logger"] == "config.requests"
    for line in (told, request):
        assert (line["address"], line["user"]) == ("198.51.100.77", admin.pk)
    assert failures("known") == before + 1


@pytest.mark.parametrize("door", ["api", "page"])
def test_an_account_that_does_not_exist_is_counted_and_named_nowhere(log, lines, admin, door):
    before = failures("unknown")
    if door == "api":
        login(ApiClient(**PLACE), admin, email="nobody.here@example.com")
    else:
        form = {"email": "nobody.here@example.com", "password": PASSWORD}
        Client(**PLACE).post(f"/sign-in/{admin.tenant.slug}", form)

    told, request = lines()
    assert told["message"] == "A sign-in by password failed, and there is no such account"
    assert {line["address"] for line in (told, request)} == {"198.51.100.77"}
    assert {line["user"] for line in (told, request)} == {None}
    assert "nobody" not in log.getvalue()
    assert failures("unknown") == before + 1
    assert not AuditEvent.objects.exists()


def test_somebody_whom_only_the_cas_server_knows_is_counted(tenant, admin, cas):
    configure(tenant, cas.url)
    before = failures("unknown")

    Browser().sign_in(cas, admin, success(email="nobody@example.com"))

    assert failures("unknown") == before + 1


def test_failures_beyond_those_of_the_trail_are_logged_all_the_same(lines, admin, settings):
    settings.FAILURES_RECORDED_PER_USER = (1, 60)
    for _ in range(2):
        login(ApiClient(**PLACE), admin, "wrong phrase")

    assert [line["user"] for line in lines()] == [admin.pk] * 4
    assert AuditEvent.objects.count() == 1


@pytest.mark.parametrize("door", ["api", "page"])
def test_a_sign_in_is_logged_with_the_account(lines, admin, door):
    if door == "api":
        login(ApiClient(**PLACE), admin)
    else:
        sign_in_page(Client(**PLACE), admin)

    (line,) = lines()
    assert (line["address"], line["user"]) == ("198.51.100.77", admin.pk)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.77", "198.51.100.0/24"),
        ("2001:db8:17:4::9", "2001:db8:17::/48"),
        ("::ffff:198.51.100.77", "198.51.100.0/24"),
    ],
)
def test_a_setting_leaves_the_network_in_each_line(log, lines, admin, settings, address, network):
    settings.LOG_MASKS_ADDRESSES = True

    login(ApiClient(REMOTE_ADDR=address), admin, "wrong phrase")

    assert [line["address"] for line in lines()] == [network, network]
    assert address not in log.getvalue()
    # The trail is for those who have to know.
    assert AuditEvent.objects.get().address == address.removeprefix("::ffff:")


def test_behind_a_trusted_proxy_the_caller_is_named(lines, admin, settings):
    settings.TRUSTED_PROXIES = 1
    forwarded = {"X-Forwarded-For": "203.0.113.5, 198.51.100.77"}

    ApiClient(admin, REMOTE_ADDR="10.0.0.1").get(ME, headers=forwarded)

    assert [line["address"] for line in lines()] == ["198.51.100.77"]


# The trail ------------------------------------------------------------------------------------


def wrong_password_at_the_api(admin) -> None:
    login(ApiClient(**PLACE), admin, "wrong phrase")


def wrong_password_on_the_page(admin) -> None:
    sign_in_page(Client(**PLACE), admin, "wrong phrase")


def sign_in_at_the_api(admin) -> None:
    login(ApiClient(**PLACE), admin)


def sign_in_on_the_page(admin) -> None:
    sign_in_page(Client(**PLACE), admin)


def switched_off(admin) -> None:
    User.objects.filter(pk=admin.pk).update(status=UserStatus.INACTIVE)
    login(ApiClient(**PLACE), admin)


def sign_out_at_the_api(admin) -> None:
    ApiClient(admin, **PLACE).post("/v1/auth/logout")


def sign_out_on_the_page(admin) -> None:
    browser_of(admin).post("/sign-out", **PLACE)


def token_used_twice(admin) -> None:
    old = program_of(admin).pair["refresh_token"]
    for client in (ApiClient(), ApiClient(**PLACE)):
        client.post("/v1/auth/refresh", {"refresh_token": old})


def new_password(admin) -> None:
    passwords = {"current_password": PASSWORD, "new_password": "a fine long phrase"}
    ApiClient(admin, **PLACE).post(f"{ME}/change-password", passwords)


def reset_by_operator(admin) -> None:
    operator = SuperAdminFactory(tenant=admin.tenant)
    ApiClient(operator, **PLACE).post(f"/v1/console/users/{admin.pk}/reset-password")


def removed_second_factor(admin) -> None:
    phone, _ = give_second_factor(admin)
    ApiClient(admin, **PLACE).delete(
        f"{ME}/second-factor", {"code": phone.code()}, content_type="application/json"
    )


@pytest.mark.parametrize(
    ("act", "event_type"),
    [
        (wrong_password_at_the_api, "sign_in.failed"),
        (wrong_password_on_the_page, "sign_in.failed"),
        (switched_off, "sign_in.failed"),
        (sign_in_at_the_api, "sign_in.succeeded"),
        (sign_in_on_the_page, "sign_in.succeeded"),
        (sign_out_at_the_api, "sign_out"),
        (sign_out_on_the_page, "sign_out"),
        (token_used_twice, "sign_out"),
        (new_password, "password.changed"),
        (reset_by_operator, "password.reset_requested"),
        (removed_second_factor, "second_factor.removed"),
    ],
)
def test_each_event_has_the_address_and_the_program(act, event_type, admin):
    act(admin)

    event = AuditEvent.objects.filter(event_type=event_type).latest("event_time")
    assert (event.address, event.user_agent) == ("198.51.100.77", "curl/8.5.0")
