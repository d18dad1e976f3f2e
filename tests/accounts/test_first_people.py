"""``manage.py create_tenant`` and ``invite``: how a new installation gets its first people."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import LegacyRole, Role, User
from tenants.models import AuditEvent, Tenant
from tests.clients import login
from tests.factories import SystemRoleFactory, TenantFactory, UserFactory
from tests.mail import link_in, work

PASSWORD = "a fine long phrase"


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue().strip()


def invite(email: str = "ada@state.edu", role: str = "super admin", tenant: str = "state") -> str:
    names = ("--first-name", "Ada", "--last-name", "Obi")
    return run("invite", email, "--tenant", tenant, "--role", role, *names)


@pytest.mark.django_db(transaction=True)
def test_first_super_admin_comes_in_by_commands_and_a_mail(mail_server, client, anonymous):
    said = run("create_tenant", "state", "State University", "--lms-type", "canvas")

    tenant = Tenant.objects.get(slug="state")
    assert said == f"State University is there, with the id {tenant.pk}."
    assert (tenant.name, tenant.lms_type, tenant.domain) == ("State University", "canvas", None)
    assert Role.objects.for_tenant(tenant).count() == 4

    said = invite()
    work()

    user = User.objects.get(email="ada@state.edu")
    assert said == "Ada Obi <ada@state.edu> is invited to State University as Super Admin."
    (mail,) = mail_server.mails
    page = client.post(link_in(mail), {"password1": PASSWORD, "password2": PASSWORD})
    assert page.status_code == 200
    answer = login(anonymous, user, PASSWORD)
    assert answer.status_code == 200
    token = answer.json()["data"]["access_token"]
    listed = anonymous.get(
        "/v1/console/tenants", headers={"Authorization": f"Bearer {token}"}
    ).json()
    assert [row["slug"] for row in listed["data"]] == ["state"]
    events = AuditEvent.objects.for_tenant(tenant).order_by("event_time")
    assert [event.event_type for event in events][:2] == ["tenant.created", "user.created"]
    assert {event.actor_user_id for event in events[:2]} == {None}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("State", "A"), "slug: Use lower-case letters, digits and hyphens only."),
        (("taken", "A"), "A university with this slug exists already."),
        (("state", ""), "name: This field may not be blank."),
    ],
)
def test_tenant_that_cannot_be_is_refused_in_words(arguments, message):
    TenantFactory(slug="taken")

    with pytest.raises(CommandError) as refused:
        run("create_tenant", *arguments)

    assert str(refused.value) == message
    assert Tenant.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"tenant": "nowhere"}, "There is no active tenant 'nowhere'."),
        ({"tenant": "gone"}, "There is no active tenant 'gone'."),
        ({"role": "dean"}, "state has no role 'dean'."),
        ({"role": "student"}, "The Student role cannot be assigned."),
        ({"email": "ada"}, "email: Enter a valid email address."),
        ({"email": "TAKEN@state.edu"}, "A user with this e-mail address exists already."),
    ],
)
def test_invitation_that_cannot_be_is_refused_in_words(changes, message):
    tenant = TenantFactory(slug="state")
    TenantFactory(slug="gone", is_active=False)
    for legacy_role in LegacyRole:
        SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)
    UserFactory(tenant=tenant, email="taken@state.edu")

    with pytest.raises(CommandError) as refused:
        invite(**changes)

    assert str(refused.value) == message
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("command", "instead"),
    [("createsuperuser", "manage.py invite"), ("changepassword", "manage.py reset_password")],
)
def test_commands_that_know_no_tenants_say_what_to_do_instead(command, instead):
    with pytest.raises(CommandError, match=instead):
        run(command)
