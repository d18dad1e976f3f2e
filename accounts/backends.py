"""Who a pair of e-mail and password belongs to."""

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import check_password, make_password

from accounts.models import User
from tenants.models import Tenant


class TenantPasswordBackend(BaseBackend):
    """E-mail and password inside one tenant.

    Unknown addresses, invited users without a password and wrong passwords all cost exactly one
    run of the hasher, so that time does not tell which addresses exist.
    """

    def authenticate(
        self, request, *, tenant: Tenant | None = None, email: str = "", password: str = ""
    ) -> User | None:
        if tenant is None:
            return None
        user = User.objects.for_tenant(tenant).with_email(email).select_related("role").first()
        if user is None:
            make_password(password)
            return None
        right = check_password(password, user.password)
        return user if right and user.is_active and tenant.is_active else None

    def get_user(self, user_id: str) -> User | None:
        """Return the user of a browser session as long as user and tenant may act."""
        return (
            User.objects.active()
            .filter(pk=user_id, tenant__is_active=True)
            .select_related("role", "tenant")
            .first()
        )
