"""What is known of people's second factors (contract §16)."""

from django.conf import settings

from accounts.models import SecondFactor, User
from config.context import within


def factor_of(user: User) -> SecondFactor | None:
    """Return a user's second factor if it is active; None also while it is only begun."""
    with within(user.tenant_id):
        return SecondFactor.objects.for_tenant(user.tenant_id).active().filter(user=user).first()


def is_required_of(user: User) -> bool:
    """Return whether a user may not be without one: a Super Admin who has a password."""
    return (
        settings.SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS
        and user.is_super_admin
        and user.has_usable_password()
    )


def must_set_up(user: User) -> bool:
    """Return whether a user has to set one up before anything else."""
    return is_required_of(user) and factor_of(user) is None


def needs_second_step(user: User) -> bool:
    """Return whether the password alone does not sign a user in."""
    return is_required_of(user) or factor_of(user) is not None
