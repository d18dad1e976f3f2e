"""The bases of rows that belong to a tenant: each names its tenant, and is read through it only."""

from typing import Self

from django.db import models
from django.db.models.expressions import Combinable

from config.models import EditableEntity, Entity
from tenants.models.tenant import Tenant


class TenantOwnedQuerySet[M: models.Model](models.QuerySet[M]):
    """The rows of many tenants; call ``for_tenant`` before anything else."""

    def for_tenant(self, tenant: Tenant | str | Combinable | None) -> Self:
        """Keep the rows of one tenant, also named by its id; no rows when there is no tenant."""
        return self.none() if tenant is None else self.filter(tenant=tenant)


class TenantOwned(models.Model):
    """A row with a column for its tenant, even if its parent row has one, too."""

    tenant = models.ForeignKey(
        "tenants.Tenant", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects = TenantOwnedQuerySet.as_manager()

    class Meta:
        abstract = True


class TenantEntity(TenantOwned, Entity):
    """A tenant's row with an id and a creation time."""

    class Meta:
        abstract = True


class EditableTenantEntity(TenantOwned, EditableEntity):
    """A tenant's row that people change after its creation."""

    class Meta:
        abstract = True
