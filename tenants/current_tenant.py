"""The tenant in which an operator works: the one that the address says, else their own (§19).

Super Admins work in any, in as many tabs as they like. Each page names the tenant it was made for
as well, so that somebody who signs in meanwhile does not send its form into a tenant of theirs.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.core.exceptions import TooManyFieldsSent
from django.utils.translation import gettext as _

from config.ids import is_id
from tenants.addresses import slug_in
from tenants.models import Tenant

# The field with which a form names the tenant its page was made for; a link may have it as well.
PAGE_TENANT = "page_tenant"

_LOOKING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def current_tenant(user, address: str) -> Tenant | None:
    """Return the tenant whose rows somebody sees and changes at an address of the admin.

    None where the address names one that there is not, or that is none of theirs. Super Admins get
    deleted ones, too: they are told.
    """
    slug = slug_in(address)
    if slug is None or slug == user.tenant.slug:
        return user.tenant
    return Tenant.objects.filter(slug=slug).first() if user.is_super_admin else None


class Misplaced(NamedTuple):
    """A request from a page that was not made for the current tenant."""

    refusal: str
    # The page's own tenant, for those who may know of it.
    tenant: Tenant | None = None


def misplaced(request) -> Misplaced | None:
    """Return the reason to refuse a request; None where its page is of the current tenant.

    Every request that changes something has to name its page's tenant, exactly once.
    """
    acts = request.method not in _LOOKING
    said = request.POST.getlist(PAGE_TENANT) if acts else _said_by_link(request)
    if said == [request.tenant.pk] or not (said or acts):
        return None
    if len(said) != 1 or not is_id(said[0]):
        return Misplaced(
            _(
                "This page does not say which university it belongs to. Nothing was saved; open "
                "it anew."
            )
        )
    meant = Tenant.objects.filter(pk=said[0]).first() if request.user.is_super_admin else None
    return Misplaced(
        _("You work in %(name)s now; this page belongs to %(whose)s. Nothing was saved.")
        % {"name": request.tenant.name, "whose": meant.name if meant else _("another university")},
        meant,
    )


def _said_by_link(request) -> list[str]:
    try:
        return request.GET.getlist(PAGE_TENANT)
    except TooManyFieldsSent:
        return []  # an address that the page itself refuses


def of_no_tenant[V: Callable](view: V) -> V:
    """Let a view accept requests of any page: it concerns the operator alone, and no tenant."""
    view.is_of_no_tenant = True
    return view


def name(request) -> str | None:
    """Return the name of the current tenant, for the menu of every page."""
    return request.tenant.name if hasattr(request, "tenant") else None


def badge(request) -> list[str] | None:
    """Return that name for the head of every page, highlighted if it is not the operator's own."""
    if not hasattr(request, "tenant"):
        return None
    is_own = request.tenant == request.user.tenant
    return (
        [request.tenant.name, "info"]
        if is_own
        else [_("Working in %(name)s") % {"name": request.tenant.name}, "warning"]
    )
