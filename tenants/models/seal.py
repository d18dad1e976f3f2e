"""The seals of the audit trail: each tenant's are a chain (contract §18)."""

from django.db import models

from config.ids import IdField, new_id
from tenants.models.scoping import TenantOwned

# The most events that one seal covers: it is made, verified and let go as a whole.
EVENTS_OF_SEAL = 1_000

# The canonical form of events and seals that is written now (tenants/sql/audit_digests.sql).
VERSION = 1


class AuditSeal(TenantOwned):
    """A link of a tenant's chain: it seals a range of events, or says which are let go.

    The database numbers the links, and joins each to the one before (tenants/sql/seal_chain.sql).
    Nothing of them ever changes.
    """

    id = IdField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveIntegerField()
    version = models.PositiveSmallIntegerField(default=VERSION)
    sealed_at = models.DateTimeField()
    # The range, by arrival and id: behind the first pair, up to and with the second.
    after_arrival = models.BigIntegerField()
    after_id = models.CharField(max_length=24, blank=True, db_collation="C")
    last_arrival = models.BigIntegerField()
    last_id = models.CharField(max_length=24, blank=True, db_collation="C")
    events = models.PositiveIntegerField()
    newest_at = models.DateTimeField(null=True)
    # Of a link that lets events go: those of all seals up to this one, older than so many days.
    dropped_to = models.PositiveIntegerField(null=True)
    audit_days = models.PositiveSmallIntegerField(null=True)
    # The id and digest of each event of the range, one after the other.
    content = models.BinaryField()
    former = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        ordering = ("tenant", "number")
        constraints = (
            models.UniqueConstraint(fields=["tenant", "number"], name="unique_seal_number"),
        )
        indexes = (
            # Asked for each event that is removed.
            models.Index(
                fields=["tenant", "dropped_to"],
                name="seals_that_drop",
                condition=models.Q(dropped_to__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"Seal {self.number} of {self.tenant_id}"
