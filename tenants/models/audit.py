from django.db import models
from django.utils import timezone

from config.ids import IdField, new_id
from tenants.scoping import TenantOwned


class AuditEvent(TenantOwned):
    """Who did what to what, as it was then; never changed afterwards (contract §11)."""

    id = IdField(primary_key=True, default=new_id, editable=False)
    actor_user_id = IdField(null=True)
    actor_email = models.CharField(max_length=254, null=True)
    actor_name = models.CharField(max_length=511, null=True)
    target_type = models.CharField(max_length=30)
    target_id = models.CharField(max_length=100, null=True)
    event_type = models.CharField(max_length=50)
    event_time = models.DateTimeField(default=timezone.now)
    metadata = models.JSONField(default=dict)
    request_id = models.CharField(max_length=128, null=True)
    address = models.GenericIPAddressField(null=True)

    class Meta:
        ordering = ("-event_time", "-id")
        indexes = (
            models.Index(fields=["tenant", "-event_time", "-id"], name="audit_newest"),
            models.Index(
                fields=["tenant", "actor_user_id", "-event_time", "-id"], name="audit_by_actor"
            ),
            models.Index(
                fields=["tenant", "event_type", "-event_time", "-id"], name="audit_by_event"
            ),
            models.Index(
                fields=["tenant", "target_type", "target_id", "-event_time", "-id"],
                name="audit_by_target",
            ),
        )

    def __str__(self) -> str:
        return f"{self.event_type} {self.target_id}"
