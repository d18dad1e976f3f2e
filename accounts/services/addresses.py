"""Changes of the e-mail address by which somebody signs in (contract §16)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import throttling
from accounts.models import User, UserStatus
from accounts.models.user import EMAIL_TAKEN
from accounts.services.bulk_addresses import follow_addresses
from accounts.services.escalation import lock_user_for
from config.errors import Conflict
from tenants.models import Tenant
from tenants.services import audit

_TAKEN = {
    UserStatus.ACTIVE: _("Another user has this e-mail address: change theirs first."),
    UserStatus.INACTIVE: _(
        "An inactive user has this e-mail address: activate them, or change their address first."
    ),
    UserStatus.DELETED: _(
        "A deleted user has this e-mail address: activate them, or change their address first."
    ),
}


@transaction.atomic
def change_email(*, actor: User | None, user: User, email: str) -> User:
    """Give a user another e-mail address; the address as it is changes nothing.

    They sign in with it from now on. Sign-ins, password and the name at the CAS server stay; an
    invitation that nobody has accepted is sent anew, to the new address. Links for a new password
    that the former address was sent do not work any more.

    Raises as ``lock_user_for`` does, Conflict when somebody of the tenant has the address, in any
    spelling and status, and RateLimited where one more invitation would be too many.
    """
    user = lock_user_for(actor, user)
    changes = audit.apply(user, {"email": email})
    if not changes:
        return user
    require_free(user.tenant, user.email, besides=user)
    if actor is not None and user.may_act and user.invitations.unused().exists():
        throttling.consume(invite=actor.pk)
    user.save(update_fields=["email", "updated_at"])
    follow_addresses(actor=actor, tenant=user.tenant, changes={user.pk: changes})
    return user


def require_free(tenant: Tenant, email: str, *, besides: User | None = None) -> None:
    """Raise Conflict when somebody of the tenant has the address, in any spelling and status.

    ``besides`` is the person who is to have it, and the message then says what to do about the
    other one. Whoever takes the address meanwhile, the database stops.
    """
    others = User.objects.for_tenant(tenant).with_email(email)
    if besides is not None:
        others = others.exclude(pk=besides.pk)
    if other := others.first():
        raise Conflict(_TAKEN[UserStatus(other.status)] if besides else EMAIL_TAKEN)
