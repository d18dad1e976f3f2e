"""The identification of users by e-mail and password, or by a ticket of the tenant's CAS server."""

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import check_password, make_password
from django_cas_ng.backends import CASBackend

from accounts.models import User
from accounts.services.sso import sign_in_by_ticket
from accounts.sso import passwords
from accounts.sso.config import SSOConfig
from config.context import visible_tenant, within
from config.db import reads
from config.db.precompiled import Param, PrecompiledQuery
from config.db.walls import tenant_of
from tenants.models import Tenant

_USER = PrecompiledQuery(
    lambda: reads.with_position(
        User.objects.active()
        .filter(pk=Param("pk"), tenant__is_active=True)
        .select_related("role", "tenant__sso_config")
    )
)


class _OfSessions:
    """The common base of both backends, which finds the user of a browser session."""

    def get_user(self, user_id: str) -> User | None:
        """Return the user of a browser session as long as user and tenant may act.

        Raises BeingMoved where another cell has the tenant.
        """
        user = _found(user_id)
        if user is not None:
            user.tenant.require_here()
            reads.note_position(user)
        return user


def _found(user_id: str) -> User | None:
    # The session said whose rows are seen; those of the release before did not.
    if visible_tenant() and (user := _USER.first(pk=user_id)):
        return user
    tenant_id = tenant_of("user", user_id)
    if not tenant_id:
        return None
    with within(tenant_id):
        return _USER.first(pk=user_id)


class TenantPasswordBackend(_OfSessions, BaseBackend):
    """E-mail and password inside one tenant.

    Unknown addresses, invited users without a password and wrong passwords all cost exactly one
    run of the hasher, so that the time does not reveal which addresses exist. So do right ones of
    people whose tenant has switched passwords off.
    """

    def authenticate(
        self, request, *, tenant: Tenant | None = None, email: str = "", password: str = ""
    ) -> User | None:
        if tenant is None:
            return None
        are_off = passwords.are_off(tenant)
        user = User.objects.for_tenant(tenant).with_email(email).select_related("role").first()
        if user is None:
            make_password(password)
            return None
        right = check_password(password, user.password)
        is_let_in = user.is_active and tenant.is_active and (user.is_super_admin or not are_off)
        return user if right and is_let_in else None

    def get_user(self, user_id: str) -> User | None:
        """Return the user of a browser session that a password opened, while one is good."""
        user = super().get_user(user_id)
        return user if user is not None and passwords.may_use(user) else None


class TenantCASBackend(_OfSessions, CASBackend):
    """A ticket of one tenant's CAS server, for the tenant's user with the address it confirms.

    It replaces all of django-cas-ng's backend, which knows one server for all and creates users; it
    is derived from it only so that others recognise it.
    """

    def authenticate(
        self, request, *, sso: SSOConfig | None = None, ticket: str = "", state: str = ""
    ) -> User | None:
        """Return the user, with the sign-in in ``user.sso_login``.

        Raises SSORefused, which says why, or Unavailable: there is no other way to try.
        """
        if sso is None:
            return None
        login = sign_in_by_ticket(config=sso, ticket=ticket, state=state)
        user = login.user
        user.sso_login = login
        return user

    def get_all_permissions(self, user_obj, obj=None) -> set[str]:
        """Return no permissions: a user's rights follow from the role alone."""
        return set()
