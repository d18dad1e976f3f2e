"""Whose a domain or an origin is: one active tenant's only (contract G37).

Sign-in tells the tenant from where a page lies. Were two tenants at one place, it could tell
neither, and a slip in setting up the one would lock out the people of the other.
"""

from collections.abc import Collection
from urllib.parse import urlsplit

from django.db import connection
from django.db.models import Q

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
    """Refuse (Conflict) what another active tenant has: this very origin, or the host of it.

    All in the form in which they are stored. Of two who claim at once, one waits until the other's
    transaction has ended. Only Super Admins, and commands, are told whose it is.
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
    """Refuse (Conflict) when another active tenant has what this one had before it was deleted."""
    origins = AllowedOrigin.objects.for_tenant(tenant).values_list("origin", flat=True)
    claim(actor=actor, tenant=tenant, domain=tenant.domain, origins=origins)


def _of_host(host: str) -> Q:
    """Return the condition that an origin lies at a host, on whatever port."""
    schemes = [f"{scheme}://{host}{dot}" for scheme in ("http", "https") for dot in ("", ".")]
    on_a_port = (Q(origin__startswith=f"{scheme}:") for scheme in schemes)
    return Q(*on_a_port, _connector=Q.OR) | Q(origin__in=schemes)


def _taken(what: str, owner: Tenant, actor: Actor | None) -> Conflict:
    is_told = actor is None or actor.is_super_admin
    whose = f"{owner.name} ({owner.slug})" if is_told else "another tenant"
    return Conflict(f"{what} belongs to {whose}.")
