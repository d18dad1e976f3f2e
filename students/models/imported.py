"""Which students a roster import has touched."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from config.constraints import SameTenant
from tenants.models.scoping import TenantEntity


class ImportOutcome(models.TextChoices):
    """What an import did to a student."""

    CREATED = "created"
    CHANGED = "changed"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"


class ImportedStudent(TenantEntity):
    """That a roster import added or changed a student: one row for each of them.

    The audit trail has one event for a whole import; this says whom it was about. ``roster_id`` is
    the target of that event, the SHA-256 of the roster. ``changed`` names the fields, no values.
    """

    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    roster_id = models.CharField(max_length=100)
    outcome = models.CharField(max_length=11, choices=ImportOutcome)
    changed = ArrayField(models.CharField(max_length=30), default=list)

    class Meta:
        constraints = (
            SameTenant("user", name="imported_student_user_fk"),
            models.CheckConstraint(
                condition=Q(outcome__in=ImportOutcome.values),
                name="imported_student_outcome",
                violation_error_message=_("Unknown outcome of an import."),
            ),
        )
        indexes = (
            models.Index(
                fields=["tenant", "user", "-created_at", "-id"], name="imports_of_student"
            ),
        )

    def __str__(self) -> str:
        return f"{self.outcome} {self.user_id}"
