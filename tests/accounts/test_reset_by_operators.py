"""A new password by way of an operator: over the API, in the admin, by a command (contract §16)."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import PasswordReset, User, UserStatus
from tenants.models import AuditEvent
from tests.accounts.resets import confirm, switch_passwords_off
from tests.accounts.users import url
from tests.clients import ApiClient, OperatorClient, login
from tests.config.refusals import refusal
from tests.factories import (
    PASSWORD,
    FacultyFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.mail import link_in, token_in, work
from tests.operators import buttons, page, refused, told

pytestmark = pytest.mark.django_db(transaction=True)

NOTHING = (
    "This account has neither access to the console nor a password: there is nothing to reset. "
    "Its owner signs in where the university's case studies are."
)
INACTIVE = "Only active users can have a new password."


def test_an_operator_sends_the_same_mail(api, admin, user, mail_server, anonymous):
    answer = api.post(url(user, "reset-password"))
    work()

    body = answer.json()
    assert (answer.status_code, body["message"]) == (200, "Password reset sent successfully")
    assert body["data"]["id"] == user.pk
    (mail,) = mail_server.mails
    assert mail["To"].addresses[0].addr_spec == user.email
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id) == ("password.reset_requested", admin.pk)
    assert (event.metadata["by"], event.metadata["mailed"]) == ("operator", True)
    # Until the link is used nothing changes.
    assert login(anonymous, user).status_code == 200
    assert confirm(token_in(mail)).status_code == 200


def of_a_student(tenant) -> User:
    return StudentFactory(tenant=tenant)


def switched_off(tenant) -> User:
    return FacultyFactory(tenant=tenant, status=UserStatus.INACTIVE)


@pytest.mark.parametrize(("make", "message"), [(of_a_student, NOTHING), (switched_off, INACTIVE)])
def test_where_a_new_password_is_of_no_use_the_operator_is_told(make, message, api, tenant):
    answer = api.post(url(make(tenant), "reset-password"))

    assert (answer.status_code, answer.json()) == (400, refusal(message, "VALIDATION_ERROR"))
    assert not PasswordReset.objects.exists()


def test_nobody_resets_somebody_whose_role_permits_more(tenant):
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_edit"])
    operator = ApiClient(UserFactory(tenant=tenant, role=role))

    for other in (UserFactory(tenant=tenant), SuperAdminFactory(tenant=tenant)):
        assert operator.post(url(other, "reset-password")).status_code == 403
    assert not PasswordReset.objects.exists()


def test_operators_are_limited_for_each_account(api, user, tenant):
    codes = [api.post(url(user, "reset-password")).status_code for _ in range(4)]

    assert codes == [200, 200, 200, 429]
    assert api.post(url(UserFactory(tenant=tenant), "reset-password")).status_code == 200


def test_operators_are_limited_for_all_accounts(admin, user, own_limits, settings):
    settings.RATE_LIMITS = {"invite": (1, 3600)}
    api = ApiClient(admin)

    codes = [api.post(url(user, "reset-password")).status_code for _ in range(2)]

    assert codes == [200, 429]


# In the admin ---------------------------------------------------------------------------------


def act(user: User) -> str:
    return page("accounts_user_reset_password", user.pk)


def test_the_admin_asks_first_and_sends_the_mail(admin, user, mail_server):
    operator = OperatorClient(admin)
    assert "Reset the password" in buttons(operator.get(page("accounts_user_change", user.pk)))
    asked = operator.get(act(user)).content.decode()
    assert "Until it is used, nothing changes." in asked
    assert not PasswordReset.objects.exists()

    said = told(operator.post(act(user)))
    work()

    assert said == [f"The mail to {user} is on its way."]
    assert len(mail_server.mails) == 1


@pytest.mark.parametrize("make", [of_a_student, switched_off])
def test_the_admin_offers_it_only_where_it_is_of_use(make, admin, tenant):
    operator, other = OperatorClient(admin), make(tenant)

    assert "Reset the password" not in buttons(operator.get(page("accounts_user_change", other.pk)))
    assert operator.post(act(other)).status_code == 404


def test_the_admin_says_when_it_was_enough(admin, user, settings):
    settings.PASSWORD_RESET_LIMIT = (1, 3600)
    operator = OperatorClient(admin)
    told(operator.post(act(user)))

    assert list(refused(operator.post(act(user)))) == [""]
    assert PasswordReset.objects.count() == 1


# By a command ---------------------------------------------------------------------------------


def run(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("reset_password", *arguments, stdout=out, stderr=err, no_color=True)
    return out.getvalue().strip(), err.getvalue().strip()


def test_the_command_sends_the_mail(user, mail_server):
    said, _ = run(user.email.upper(), "--tenant", user.tenant.slug)
    work()

    assert said == f"{user.email}: the background worker sends the mail."
    (mail,) = mail_server.mails
    assert "/password-reset/" in link_in(mail)
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id, event.actor_email) == (
        "password.reset_requested",
        None,
        None,
    )
    assert (event.metadata["by"], event.metadata["mailed"]) == ("command", True)


def test_a_super_admin_who_lost_everything_gets_in_without_mail(tenant, mail_server, anonymous):
    mail_server.stop()
    boss = SuperAdminFactory(tenant=tenant, password=None)
    switch_passwords_off(tenant)

    link, warning = run(boss.email, "--tenant", tenant.slug, "--print-link")
    work()

    address, _, token = link.rpartition("/")
    assert address == "https://console.example/password-reset"
    assert warning == "Whoever has this link gets into the account. It works once, for an hour."
    assert PasswordReset.objects.get().attempts == 0  # nobody tries to mail it
    assert AuditEvent.objects.get().metadata["mailed"] is False
    assert confirm(token, "a fine long phrase").status_code == 200
    assert login(anonymous, boss, "a fine long phrase").status_code == 200


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda tenant: UserFactory.build(tenant=tenant, role=None), "has no user"),
        (of_a_student, NOTHING),
        (switched_off, INACTIVE),
    ],
)
@pytest.mark.parametrize("options", [(), ("--print-link",)])
def test_the_command_says_why_it_does_nothing(options, make, message, tenant):
    user = make(tenant)

    with pytest.raises(CommandError, match=message):
        run(user.email, "--tenant", tenant.slug, *options)

    assert not PasswordReset.objects.exists()


def test_the_command_prints_no_link_that_would_be_refused(tenant, user):
    switch_passwords_off(tenant)

    with pytest.raises(CommandError, match="sign in with your university account"):
        run(user.email, "--tenant", tenant.slug, "--print-link")


def test_the_command_knows_no_tenant_that_is_off(user):
    gone = UserFactory(tenant=TenantFactory(is_active=False, slug="gone"))

    with pytest.raises(CommandError, match="There is no active tenant 'gone'"):
        run(gone.email, "--tenant", "gone")


def test_a_link_that_was_mailed_ends_with_the_one_that_is_printed(user, mail_server):
    run(user.email, "--tenant", user.tenant.slug)
    work()
    run(user.email, "--tenant", user.tenant.slug, "--print-link")

    assert confirm(token_in(mail_server.mails[0])).status_code == 400
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
