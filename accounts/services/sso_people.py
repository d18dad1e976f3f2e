"""Whom a CAS server means: the user here, and whether it is the person of the first sign-in."""

from collections.abc import Iterable

from accounts.models import SSOIdentity, User
from accounts.services.locks import lock_user
from accounts.sso.config import SSOConfig
from accounts.sso.faults import NotCalled, ServerSilent, Trouble
from config.addresses import same_address, same_name
from config.errors import PermissionDenied, Unavailable
from tenants.models import Tenant


class SSORefused(PermissionDenied):
    """The refusal of a person who comes from the CAS server.

    ``reason`` is for the log alone, ``trouble`` for the person. ``user`` is whose account it is
    about, where that is known; ``addresses`` are those by which the server vouches for the person,
    once it does.
    """

    addresses: tuple[str, ...] = ()

    def __init__(self, reason: str, trouble: Trouble, user: User | None = None) -> None:
        super().__init__("The sign-in was refused.")
        self.reason = reason
        self.trouble = trouble
        self.user = user


class SignInServerUnavailable(Unavailable):
    """The CAS server was not asked; ``trouble`` is what the person is told of a silent one.

    Without it, all that is needed is to come again with the same ticket.
    """

    def __init__(self, fault: NotCalled) -> None:
        super().__init__("The sign-in server is busy.", retry_after=fault.retry_after)
        self.trouble = fault.trouble if isinstance(fault, ServerSilent) else None


def matching_user(tenant: Tenant, emails: Iterable[str]) -> User:
    """Return the tenant's user with one of the addresses, locked until the transaction ends.

    Of several users the only one who is active counts. Raises SSORefused when there is none, or
    more than one.
    """
    found = {user.pk: user for email in emails if (user := _user_with(tenant, email))}
    active = [user for user in found.values() if user.is_active]
    if not found:
        raise SSORefused("Nobody here has the e-mail address.", Trouble.UNKNOWN_ADDRESS)
    if len(active) > 1:
        raise SSORefused(
            "The e-mail addresses belong to several people here.", Trouble.SEVERAL_ADDRESSES
        )
    user = lock_user((active or list(found.values()))[0])
    if not user.may_act:
        raise SSORefused("The account or its tenant is switched off.", Trouble.SWITCHED_OFF, user)
    return user


def _user_with(tenant: Tenant, email: str) -> User | None:
    found = User.objects.for_tenant(tenant).with_email(email).first()
    # The database folds case in its own way; both have to agree.
    return found if found and same_address(found.email, email) else None


def require_same_person(config: SSOConfig, user: User, subject: str) -> None:
    """Raise SSORefused unless the server's name for the person is that of their first sign-in."""
    known = SSOIdentity.objects.for_tenant(config.tenant).filter(user=user).first()
    if known is None:
        known = SSOIdentity(tenant=config.tenant, user=user)
    elif known.server_url == config.server_url:
        if not same_name(known.subject, subject):
            raise SSORefused(
                "The address belonged to somebody else at the CAS server.",
                Trouble.ANOTHER_PERSON,
                user,
            )
        return
    known.server_url, known.subject = config.server_url, subject
    known.save()
