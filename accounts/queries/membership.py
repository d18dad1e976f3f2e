"""The programmes of a user (contract §5)."""

from django.db.models import QuerySet

from accounts.models import ProgrammeMembership, User
from programmes.models import Programme


def programme_codes(user: User) -> list[str]:
    """Return the codes of the user's programmes, in the order in which they were given."""
    return [programme.code for programme in programmes_of(user)]


def programmes_of(user: User) -> list[Programme]:
    """Return the user's programmes, in the order in which they were given."""
    links = memberships_of(user).select_related("programme").order_by("pk")
    return [link.programme for link in links]


def memberships_of(user: User) -> QuerySet[ProgrammeMembership]:
    """Return the links between the user and their programmes."""
    return ProgrammeMembership.objects.for_tenant(user.tenant_id).filter(user=user.pk)
