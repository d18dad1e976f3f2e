"""``manage.py check_sso``: what it finds, before anybody depends on it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import SSOIdentity, SSOLogin
from accounts.services.sso_check import Level, check_sso, is_usable
from tenants.models import AllowedOrigin, Tenant, TenantBranding
from tests.accounts.cas import configure, failure, send, success
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def told(tenant: Tenant) -> str:
    """Return what the command says, and whether it ends well."""
    out = StringIO()
    try:
        call_command("check_sso", tenant=tenant.slug, stdout=out, no_color=True)
    except CommandError as error:
        return f"{out.getvalue()}CommandError: {error}\n"
    return out.getvalue()


def found(tenant: Tenant) -> dict[str, Level]:
    tenant = Tenant.objects.get(pk=tenant.pk)
    return {finding.text: finding.level for finding in check_sso(tenant)}


def test_sound_server_is_told_step_by_step(tenant, cas):
    configure(tenant, cas.url)
    AllowedOrigin.objects.create(tenant=tenant, origin="https://app.state.edu")

    assert told(tenant) == (
        f"   ok  We sign in as the service https://console.example/v1/auth/sso/{tenant.slug}"
        "/callback?state=…\n"
        "       Have the CAS server know this service, with single logout over the back channel.\n"
        "   ok  127.0.0.1 is at 127.0.0.1.\n"
        " note  The CAS server is called without TLS.\n"
        "       Good for trying things out on one machine, and for nothing else.\n"
        "   ok  The sign-in page answers.\n"
        "   ok  The server validates tickets, and refuses a made-up one.\n"
        " note  Only a real sign-in shows whether the server tells people's e-mail addresses.\n"
        "       Have it release one of email, mail, emailAddress, userPrincipalName to this "
        "service, and sign in once.\n"
    )
    assert not SSOLogin.objects.exists()


def test_server_is_tried_before_it_is_enabled(tenant, cas):
    configure(tenant, cas.url, is_enabled=False)

    findings = found(tenant)

    assert findings["Single sign-on is not enabled yet."] == Level.NOTE
    assert Level.FAULT not in findings.values()
    assert findings["The server validates tickets, and refuses a made-up one."] == Level.OK


def test_front_end_that_may_not_call_is_noted(tenant, cas):
    configure(tenant, cas.url)

    assert (
        found(tenant)[
            "The front end's origin https://app.state.edu is not allowed to call the API."
        ]
        == Level.NOTE
    )


def test_a_logo_that_pages_do_not_show_is_noted(tenant, cas):
    configure(tenant, cas.url)
    logo = TenantBranding.objects.create(tenant=tenant, logo_url="https://cdn.state.edu/l.png")
    unseen = "The logo is not shown where people sign in."
    assert unseen not in found(tenant)

    logo.logo_url = "http://cdn.state.edu/l.png"
    logo.save()

    assert found(tenant)[unseen] == Level.NOTE
    assert "       Give an https address: browsers show no logo of another kind" in told(tenant)


def test_tenant_without_a_configuration_is_told_what_to_set(tenant):
    assert told(tenant) == (
        "fault  Single sign-on is not configured.\n"
        "       Set server_url to the address of the CAS server without its /login, and "
        "callback_url to the page of your front end that takes the code.\n"
        f"CommandError: Nobody can sign in to {tenant.slug} through CAS like this.\n"
    )


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"callback_url": None}, "callback_url: It is not set."),
        ({"callback_url": "app"}, "callback_url: Give a web address"),
        ({"callback_url": "https://a.edu/#x"}, "The callback URL has no # in it."),
        ({"server_url": "https://cas.state.edu/cas?x=y"}, "The CAS server's address ends with"),
        ({"server_url": "ftp://cas.state.edu"}, "server_url: Give a web address"),
        ({"server_url": None}, "server_url: It is not set."),
    ],
)
def test_addresses_are_judged(tenant, values, fault):
    configure(tenant, "https://cas.state.edu/cas", is_enabled=False)
    configure(tenant, **({"server_url": "https://cas.state.edu"} | values | {"is_enabled": False}))

    (text,) = found(tenant)

    assert text.startswith(fault)
    assert not is_usable(check_sso(Tenant.objects.get(pk=tenant.pk)))


def test_server_without_tls_is_a_fault_where_tls_is_required(tenant, cas, settings):
    configure(tenant, cas.url)
    settings.SSO_REQUIRES_HTTPS = True

    assert found(tenant) == {
        "server_url: Single sign-on needs an https address.": Level.FAULT,
    }


def test_private_server_is_a_fault_where_it_may_not_be_called(tenant, cas, settings):
    configure(tenant, cas.url)
    settings.SSO_ALLOWS_PRIVATE_NETWORKS = False

    said = told(tenant)

    assert "fault  127.0.0.1 has the address 127.0.0.1, which is not on the public" in said
    assert "name its network in SSO_PRIVATE_NETWORKS" in said
    assert cas.asked == []


def test_public_url_without_tls_is_a_fault_where_tls_is_required(tenant, settings):
    configure(tenant, "https://no.such.host.invalid/cas")
    settings.SSO_REQUIRES_HTTPS = True
    settings.PUBLIC_URL = "http://console.example"

    findings = found(tenant)

    assert (
        findings["PUBLIC_URL is no https address: tickets would come back in the clear."]
        == Level.FAULT
    )
    assert findings["The name no.such.host.invalid is not known."] == Level.FAULT


def test_tenant_that_is_switched_off_is_a_fault(tenant, cas):
    configure(tenant, cas.url)
    Tenant.objects.update(is_active=False)

    assert found(tenant)["The university is switched off."] == Level.FAULT


@pytest.mark.parametrize(
    ("status", "level"), [(200, "ok"), (302, "note"), (403, "fault"), (404, "fault")]
)
def test_sign_in_page_has_to_answer(tenant, cas, status, level):
    configure(tenant, cas.url)
    where = "https://idp.state.edu/x?service=secret"
    cas.answering = lambda handler: send(handler, failure(), status=status, Location=where)

    lines = [line for line in told(tenant).splitlines() if "The sign-in page" in line]

    assert [line.split()[0] for line in lines] == [level]
    assert "secret" not in lines[0]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (success(), "The server vouches for a ticket that it never issued."),
        (failure("INVALID_SERVICE"), "The server does not know our service."),
        (failure("UNAUTHORIZED_SERVICE"), "The server does not know our service."),
        (failure("INTERNAL_ERROR"), "The server refuses to validate tickets (INTERNAL_ERROR)."),
        (b"<html><body>Sign in</body></html>", "The answer is a web page, not XML."),
        (b"yes", "The answer is not XML."),
        (b'{"serviceResponse": {}}', "The answer is JSON, not XML."),
        (b"x" * 530_000, "The answer is longer than 512 KiB."),
    ],
)
def test_validation_has_to_refuse_a_made_up_ticket_properly(tenant, cas, body, fault):
    configure(tenant, cas.url)

    def answer(handler) -> None:
        send(handler, b"Sign in" if "/login" in handler.path else body)

    cas.answering = answer

    (text,) = [text for text, level in found(tenant).items() if level == Level.FAULT]
    assert text.startswith(fault)


def test_a_server_that_speaks_cas_2_alone_is_noted(tenant, cas):
    configure(tenant, cas.url)
    cas.offers_cas_3 = False

    findings = found(tenant)

    assert findings["The server offers serviceValidate alone, as CAS 2.0 does."] == Level.NOTE
    assert Level.FAULT not in findings.values()


def test_a_server_that_refuses_with_a_status_of_its_own_is_sound(tenant, cas):
    configure(tenant, cas.url)

    def answer(handler) -> None:
        is_page = "/login" in handler.path
        send(handler, b"Sign in" if is_page else failure(), status=200 if is_page else 422)

    cas.answering = answer

    assert is_usable(check_sso(Tenant.objects.get(pk=tenant.pk)))


def test_what_the_tenant_has_chosen_is_told(tenant, cas):
    configure(tenant, cas.url, email_attribute="uniMail", user_is_email=True, renew=True)

    said = told(tenant)

    assert " note  People show who they are each time, also when they are signed in" in said
    assert (
        "Have it release uniMail to this service unless its user names are the addresses, and "
        "sign in once."
    ) in said
    assert all("renew=true" in address for address in cas.asked)


def test_server_that_is_down_is_told(tenant):
    configure(tenant, "http://127.0.0.1:1/cas")

    assert "fault  127.0.0.1 could not be asked (ConnectionRefusedError)." in told(tenant)


def test_unknown_tenant_is_told():
    with pytest.raises(CommandError, match="There is no active tenant 'nobody'"):
        call_command("check_sso", tenant="nobody")


def test_identity_is_forgotten_by_command(tenant):
    user = UserFactory(tenant=tenant)
    SSOIdentity.objects.create(tenant=tenant, user=user, server_url="x", subject="ada")
    out = StringIO()

    for _ in range(2):
        call_command("forget_sso_identity", user.email.upper(), tenant=tenant.slug, stdout=out)

    assert out.getvalue().splitlines() == [
        f"{user.email}: forgotten.",
        f"{user.email}: nothing was known.",
    ]
    with pytest.raises(CommandError, match="has no user"):
        call_command("forget_sso_identity", "nobody@example.com", tenant=tenant.slug)
