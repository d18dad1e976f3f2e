"""The switch that turns passwords off for a tenant with a sign-in server of its own (§16)."""

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.sso.config import SSOConfig, SSONotOffered
from tenants.branding import sso_config_of
from tenants.models import Tenant

ELSEWHERE = _("Passwords are switched off here: sign in with your university account.")


def are_off(tenant: Tenant) -> bool:
    """Return whether people of a tenant may sign in through its own server alone.

    Only as long as that server can be used: a switch must not lock everybody out. Super Admins are
    left aside (``may_use``).
    """
    row = sso_config_of(tenant)
    if row is None or row.allow_password_login:
        return False
    try:
        SSOConfig.of(tenant)
    except SSONotOffered:
        return False
    return True


def may_use(user: User) -> bool:
    """Return whether a password is good for this user: they run the platform, or none are off."""
    return user.is_super_admin or not are_off(user.tenant)
