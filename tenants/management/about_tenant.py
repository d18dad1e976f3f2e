"""What the commands about one tenant share."""

from collections.abc import Iterator
from contextlib import contextmanager

from config.commands import report_rejections
from config.context import within
from tenants.models import Tenant
from tenants.queries.resolution import tenant_called


@contextmanager
def about_tenant(slug: str, *, deleted_too: bool = False) -> Iterator[Tenant]:
    """Yield the tenant with a slug; the block sees the rows of that tenant alone.

    Raises CommandError for an unknown slug, and for what a service refuses within the block.
    """
    with report_rejections():
        tenant = tenant_called(slug, deleted_too=deleted_too)
        with within(tenant.pk):
            yield tenant
