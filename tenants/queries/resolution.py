"""The tenant of a public request (contract §2) or of a command."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db.models import Q, Value

from config.errors import NotFound, TenantUnresolved
from config.hosts import normalise_domain
from config.models import Fold
from tenants.models import AllowedOrigin, Tenant


def tenant_called(slug: str, *, deleted_too: bool = False) -> Tenant:
    """Return the tenant with a slug, for commands; raises NotFound."""
    tenants = Tenant.objects.all() if deleted_too else Tenant.objects.active()
    tenant = tenants.filter(slug=slug).first()
    if tenant is None:
        raise NotFound(f"There is no {'' if deleted_too else 'active '}tenant {slug!r}.")
    return tenant


def resolve_tenant(*, slug: str | None, origin: str | None) -> Tenant:
    """Return the tenant with the slug; without one, the one whose site the request comes from.

    ``origin`` is the Origin header: it matches an allowed origin, or the tenant's domain by its
    host. Raises TenantUnresolved for an unknown slug, or when not exactly one tenant fits.
    """
    if slug:
        fitting = Tenant.objects.filter(slug=slug)
    elif origin:
        fitting = _tenants_of_origin(origin.lower())
    else:
        raise TenantUnresolved("Name the tenant: tenant_slug is missing.")
    # Sign-in checks for deleted tenants itself; here active ones only come first.
    tenants = list(fitting)
    tenants = [tenant for tenant in tenants if tenant.is_active] or tenants
    if len(tenants) != 1:
        raise TenantUnresolved("The tenant could not be resolved.")
    tenants[0].require_here()
    return tenants[0]


def tenant_meant(text: str) -> Tenant:
    """Return the active tenant with this slug, name or domain.

    The text must be complete: people who do not know an organisation must not see which there are.
    Case does not matter, nor do accents in a name, and an e-mail address stands for its domain. The
    slug comes first. Raises NotFound, and TenantUnresolved when several have the same name.
    """
    text = text.strip()
    slug = text.lower()
    tenants = list(
        Tenant.objects.active()
        .alias(name_key=Fold("name"))
        .filter(Q(slug=slug) | Q(name_key=Fold(Value(text))) | _typed(text.rpartition("@")[2]))
    )
    tenants = [tenant for tenant in tenants if tenant.slug == slug] or tenants
    if not tenants:
        raise NotFound("There is no such organisation.")
    if len(tenants) > 1:
        raise TenantUnresolved("Several organisations are called that.")
    return tenants[0]


def tenant_at(host: str) -> Tenant | None:
    """Return the active tenant whose domain a host name is."""
    return Tenant.objects.active().filter(domain=host.lower()).first()


def _tenants_of_origin(origin: str) -> Any:
    try:
        host = urlsplit(origin).hostname
    except ValueError:
        host = None
    listed = AllowedOrigin.objects.filter(origin=origin).values("tenant")
    return Tenant.objects.filter(Q(pk__in=listed) | (Q(domain=host) if host else Q()))


def _typed(domain: str) -> Q:
    """Return the condition that a tenant has a domain, in the form in which people type it."""
    try:
        return Q(domain=normalise_domain(domain))
    except ValidationError:
        return Q()
