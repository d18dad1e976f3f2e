"""What may happen to the owner of a mailed link: an invitation, or the link of a reset."""

from accounts.models import Invitation, PasswordReset, User, UserStatus
from tenants.models import Tenant


def deactivate(link: Invitation | PasswordReset) -> None:
    User.objects.filter(pk=link.user_id).update(status=UserStatus.INACTIVE)


def switch_tenant_off(link: Invitation | PasswordReset) -> None:
    Tenant.objects.filter(pk=link.tenant_id).update(is_active=False)
