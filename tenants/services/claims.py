"""The rule that a domain or an origin belongs to one active tenant only (contract G37).

Sign-in finds the tenant by the address of a page. If two tenants had the same address, it could
find neither, and a mistake in one tenant's configuration would lock out the people of the other.
"""

from collections.abc import Collection
from urllib.parse import urlsplit

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from config.errors import Conflict
from tenants.models import AllowedOrigin, Tenant
from tenants.services.audit import Actor


def claim(
    *,
    actor: Actor | None,
    tenant: Tenant,
    domain: str | None = None,
    origins: Collection[str] = (),
) -> None:
    """Raise Conflict if another active tenant has this domain or origin, or the host of one.

    All are in the form in which they are stored. Of two claims at the same time, one waits until
    the other's transaction has ended. Only Super Admins, and commands, are told the other tenant.
    """
    if not domain and not origins:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('tenants.claims'))")
    others = Tenant.objects.active().exclude(pk=tenant.pk)
    # With a dot at its end it is the same host, at an origin of its own.
    claimed: dict[str | None, str] = {
        (urlsplit(origin).hostname or "").removesuffix("."): origin for origin in origins
    }
    if domain:
        claimed[domain] = domain
    if owner := others.filter(domain__in=claimed).first():
        raise _taken(claimed[owner.domain], owner, actor)
    listed = Q(origin__in=origins) | (_of_host(domain) if domain else Q())
    if row := AllowedOrigin.objects.filter(listed, tenant__in=others).first():
        what = domain if domain and row.origin not in origins else row.origin
        raise _taken(what, row.tenant, actor)


def claim_all(*, actor: Actor | None, tenant: Tenant) -> None:
    """Raise Conflict if another active tenant now has a domain or origin of this deleted one."""
    origins = AllowedOrigin.objects.for_tenant(tenant).values_list("origin", flat=True)
    claim(actor=actor, tenant=tenant, domain=tenant.domain, origins=origins)


def _of_host(host: str) -> Q:
    """Return the condition that an origin is at a host, on any port."""
    schemes = [f"{scheme}://{host}{dot}" for scheme in ("http", "https") for dot in ("", ".")]
    on_a_port = (Q(origin__startswith=f"{scheme}:") for scheme in schemes)
    return Q(*on_a_port, _connector=Q.OR) | Q(origin__in=schemes)


def _taken(what: str, owner: Tenant, actor: Actor | None) -> Conflict:
    is_told = actor is None or actor.is_super_admin
    whose = f"{owner.name} ({owner.slug})" if is_told else "another tenant"
    return Conflict(_("%(what)s belongs to %(whose)s.") % {"what": what, "whose": whose})
