"""Helpers for the tests of lost passwords."""

from django.utils import timezone

from accounts.models import PasswordReset, User
from tenants.models import Tenant, TenantSSOConfig
from tests.accounts.invitations import enable_sso
from tests.clients import ApiClient
from tests.factories import PasswordResetFactory
from tests.mail import MailServer, token_in, work

ASK = "/v1/auth/password-reset"
CONFIRM = "/v1/auth/password-reset/confirm"
NEW = "a fine long phrase"


def ask(user: User, client: ApiClient | None = None, **body):
    """Ask for a new password over HTTP; ``body`` changes what is sent."""
    asked = {"email": user.email, "tenant_slug": user.tenant.slug}
    return (client or ApiClient()).post(ASK, asked | body)


def confirm(token: str, password: str = NEW, client: ApiClient | None = None):
    return (client or ApiClient()).post(CONFIRM, {"token": token, "new_password": password})


def mailed_token(user: User, mail_server: MailServer) -> str:
    """Ask, and return the token of the mail that comes."""
    assert ask(user).status_code == 200
    work()
    return token_in(mail_server.mails[-1])


def sent_reset(user: User, **values) -> tuple[PasswordReset, str]:
    """Return a password reset whose mail has left, and its token."""
    reset = PasswordResetFactory.build(tenant=user.tenant, user=user, **values)
    token = reset.give_token()
    reset.sent_at = timezone.now()
    reset.save(force_insert=True)
    return reset, token


def switch_passwords_off(tenant: Tenant) -> None:
    """Have the tenant's people sign in at its CAS server alone."""
    if not TenantSSOConfig.objects.filter(tenant=tenant).exists():
        enable_sso(tenant)
    TenantSSOConfig.objects.filter(tenant=tenant).update(allow_password_login=False)
