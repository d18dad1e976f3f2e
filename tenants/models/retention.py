"""How long a tenant's records are kept (contract §18)."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from config.models import UpdatedAtField
from tenants.models.tenant import Tenant

AUDIT_DAYS = 400
LEAST_AUDIT_DAYS = 90
LEAST_TRANSCRIPT_DAYS = 30
MOST_DAYS = 3_650


class TenantRetention(models.Model):
    """The days for which a tenant's audit events and transcripts are kept."""

    tenant = models.OneToOneField(
        Tenant, on_delete=models.CASCADE, primary_key=True, related_name="retention"
    )
    audit_days = models.PositiveSmallIntegerField(
        default=AUDIT_DAYS,
        validators=[MinValueValidator(LEAST_AUDIT_DAYS), MaxValueValidator(MOST_DAYS)],
    )
    # None: for as long as there are sessions.
    transcript_days = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(LEAST_TRANSCRIPT_DAYS), MaxValueValidator(MOST_DAYS)],
    )
    updated_at = UpdatedAtField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(audit_days__range=(LEAST_AUDIT_DAYS, MOST_DAYS)),
                name="retention_audit_days_range",
                violation_error_message=(
                    f"Audit events are kept for {LEAST_AUDIT_DAYS} to {MOST_DAYS} days."
                ),
            ),
            models.CheckConstraint(
                condition=Q(transcript_days__range=(LEAST_TRANSCRIPT_DAYS, MOST_DAYS)),
                name="retention_transcript_days_range",
                violation_error_message=(
                    f"Transcripts are kept for {LEAST_TRANSCRIPT_DAYS} to {MOST_DAYS} days."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"Retention of {self.tenant_id}"
