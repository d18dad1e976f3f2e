"""Which tenant a public request (contract §2), or a command, is about."""

from urllib.parse import urlsplit

from django.db.models import Q
from django.db.models.functions import Lower

from config.errors import NotFound, TenantUnresolved
from tenants.models import AllowedOrigin, Tenant


def tenant_called(slug: str, *, deleted_too: bool = False) -> Tenant:
    """Return the tenant with a slug, as commands name it; raises NotFound."""
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
    # A deleted tenant is told apart at sign-in; here it only gives way to a living one.
    tenants = list(fitting)
    tenants = [tenant for tenant in tenants if tenant.is_active] or tenants
    if len(tenants) != 1:
        raise TenantUnresolved("The tenant could not be resolved.")
    return tenants[0]


def _tenants_of_origin(origin: str):
    try:
        host = urlsplit(origin).hostname
    except ValueError:
        host = None
    listed = AllowedOrigin.objects.filter(origin=origin).values("tenant")
    by_domain = Q(domain_key=host) if host else Q()
    return Tenant.objects.alias(domain_key=Lower("domain")).filter(Q(pk__in=listed) | by_domain)
