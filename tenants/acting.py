"""In which tenant an operator works: his own; a Super Admin in any that he chose (design §6)."""

from tenants.models import Tenant

_CHOSEN = "acting_tenant"


def acting_tenant(request) -> Tenant:
    """Return the tenant whose rows the caller sees and changes."""
    chosen = request.session.get(_CHOSEN)
    if chosen and request.user.is_super_admin:
        # One that was deleted meanwhile is left for one's own.
        tenant = Tenant.objects.filter(pk=chosen, is_active=True).first()
        return tenant or request.user.tenant
    return request.user.tenant


def act_in(request, tenant: Tenant) -> None:
    """Let a Super Admin work in a tenant from the next request on."""
    request.session[_CHOSEN] = tenant.pk


def name(request) -> str | None:
    """Return the name of that tenant, which stands in the menu of every page."""
    return request.tenant.name if hasattr(request, "tenant") else None


def badge(request) -> list[str] | None:
    """Return that name for the head of every page, loud where it is not the operator's own."""
    if not hasattr(request, "tenant"):
        return None
    is_own = request.tenant == request.user.tenant
    return (
        [request.tenant.name, "info"]
        if is_own
        else [f"Working in {request.tenant.name}", "warning"]
    )
