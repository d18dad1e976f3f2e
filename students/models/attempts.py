from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.db.models.expressions import Combinable
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from config.constraints import SameTenant
from config.ids import IdField
from programmes.models import CaseStudy
from tenants.models.kept_apart import KeptApart, KeptApartQuerySet, WholeManager
from tenants.models.scoping import TenantEntity


class TransactionType(models.TextChoices):
    GRANT = "grant", _("Grant")
    REVOKE = "revoke", _("Revoke")
    EXPIRY = "expiry", _("Expiry")


class AttemptTransactionQuerySet(KeptApartQuerySet["AttemptTransaction"]):
    def grants_in_force(self, at: datetime | Combinable) -> Self:
        """Keep grants that had not expired at a moment (§9.1)."""
        return self.filter(_in_force("expires_at", at), type=TransactionType.GRANT)

    def revocations_in_force(self, at: datetime | Combinable) -> Self:
        """Keep revocations; one that is charged to a grant counts as long as the grant (§9.3)."""
        return self.filter(_in_force("grant__expires_at", at), type=TransactionType.REVOKE)

    def with_expired(self, *, at: datetime) -> Self:
        """Add ``expired``: whether a grant has lapsed at a moment."""
        return self.annotate(
            expired=ExpressionWrapper(
                Q(expires_at__isnull=False, expires_at__lte=at), models.BooleanField()
            )
        )


def _in_force(expires_at: str, at: datetime | Combinable) -> Q:
    return Q(**{f"{expires_at}__isnull": True}) | Q(**{f"{expires_at}__gt": at})


class AttemptTransaction(KeptApart, TenantEntity):
    """One line of the attempts ledger: added once, then never changed or deleted (contract §9).

    ``grant`` names the grant that a revocation was charged to or an expiry ended. What names people
    in a line the database keeps apart, so that it can be erased (``LedgerPersonal``).
    """

    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        db_index=False,
        verbose_name=_("user"),
    )
    case_study = models.ForeignKey(
        CaseStudy,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        db_index=False,
        verbose_name=_("case study"),
    )
    type = models.CharField(_("type"), max_length=10, choices=TransactionType)
    amount = models.PositiveIntegerField(_("amount"))
    reason = models.CharField(_("reason"), max_length=1000, blank=True)
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True)
    grant = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="charges",
        db_constraint=False,
    )
    actor_user_id = IdField(verbose_name=_("actor user id"), null=True)
    actor_name = models.CharField(max_length=511, null=True)

    # Another manager than other rows of tenants have, on purpose: it reads whole lines.
    objects: ClassVar = WholeManager.from_queryset(  # type: ignore[assignment]
        AttemptTransactionQuerySet
    )()

    class Meta:
        ordering = ("-created_at", "-id")
        verbose_name = _("transaction")
        verbose_name_plural = _("transactions")
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "user", "case_study", "id"], name="attempt_transaction_of_pair"
            ),
            SameTenant("user", name="attempt_transaction_user_fk"),
            SameTenant("case_study", name="attempt_transaction_case_study_fk"),
            SameTenant("grant", also=("user", "case_study"), name="attempt_transaction_grant_fk"),
            models.CheckConstraint(
                condition=Q(type__in=TransactionType.values),
                name="attempt_transaction_type",
                violation_error_message=_("Unknown type of transaction."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="attempt_transaction_amount",
                violation_error_message=_(
                    "The amount is at least 1; the type gives the direction."
                ),
            ),
            models.CheckConstraint(
                condition=Q(type=TransactionType.GRANT) | Q(expires_at__isnull=True),
                name="attempt_transaction_expiry_of_grants",
                violation_error_message=_("Only a grant expires."),
            ),
            models.CheckConstraint(
                condition=~Q(type=TransactionType.GRANT) | Q(grant__isnull=True),
                name="attempt_transaction_grant_of_charges",
                violation_error_message=_("A grant is not charged to another."),
            ),
            models.CheckConstraint(
                condition=~Q(type=TransactionType.EXPIRY) | Q(grant__isnull=False),
                name="attempt_transaction_expiry_of_a_grant",
                violation_error_message=_("An expiry belongs to a grant."),
            ),
            models.UniqueConstraint(
                fields=["grant"],
                condition=Q(type=TransactionType.EXPIRY),
                name="unique_expiry_of_grant",
                violation_error_message=_("The expiry of this grant is recorded already."),
            ),
        )
        indexes = (
            models.Index(
                fields=["tenant", "user", "case_study", "created_at"], name="ledger_of_student"
            ),
            models.Index(fields=["tenant", "case_study", "user"], name="ledger_of_case_study"),
            models.Index(fields=["tenant", "-created_at", "-id"], name="ledger_newest"),
            # An erasure looks for what somebody added as staff.
            models.Index(
                fields=["tenant", "actor_user_id"],
                name="ledger_by_actor",
                condition=Q(actor_user_id__isnull=False),
            ),
            models.Index(
                fields=["tenant", "type", "-created_at", "-id"], name="ledger_newest_of_type"
            ),
            models.Index(
                fields=["tenant", "expires_at"],
                name="grants_by_expiry",
                condition=Q(type=TransactionType.GRANT, expires_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.amount}"

    def complete(self) -> None:
        kept = getattr(self, "personal", None)
        if kept is not None:
            self.reason = kept.reason or ""
            self.actor_name = kept.actor_name


class JobType(models.TextChoices):
    ATTEMPT_GRANT = "attempt_grant", _("Attempt grant")
    ATTEMPT_REVOKE = "attempt_revoke", _("Attempt revoke")


class JobStatus(models.TextChoices):
    PENDING = "pending", _("Pending")
    RUNNING = "running", _("Running")
    COMPLETED = "completed", _("Completed")
    FAILED = "failed", _("Failed")


class BulkJob(TenantEntity):
    """One bulk grant or revocation with its outcome row by row (contract §9.4)."""

    job_type = models.CharField(_("job type"), max_length=20, choices=JobType)
    status = models.CharField(
        _("status"), max_length=10, choices=JobStatus, default=JobStatus.PENDING
    )
    case_study = models.ForeignKey(
        CaseStudy,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        db_index=False,
        verbose_name=_("case study"),
    )
    amount = models.PositiveIntegerField(_("amount"))
    reason = models.CharField(_("reason"), max_length=1000)
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True)
    dry_run = models.BooleanField(_("dry run"), default=False)
    total_rows = models.PositiveIntegerField()
    processed_rows = models.PositiveIntegerField(default=0)
    succeeded_rows = models.PositiveIntegerField(default=0)
    failed_rows = models.PositiveIntegerField(default=0)
    results = models.JSONField(default=list, help_text="[{user_id, success, error}]")
    actor_user_id = IdField(verbose_name=_("actor user id"), null=True)
    started_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)

    actor_name: str | None = None
    """The name of who started it, which ``queries.jobs.with_actors`` finds."""

    class Meta:
        verbose_name = _("bulk job")
        verbose_name_plural = _("bulk jobs")
        ordering = ("-created_at", "-id")
        constraints = (
            SameTenant("case_study", name="bulk_job_case_study_fk"),
            models.CheckConstraint(
                condition=Q(job_type__in=JobType.values) & Q(status__in=JobStatus.values),
                name="bulk_job_known_states",
                violation_error_message=_("Unknown job type or status."),
            ),
        )
        indexes = (models.Index(fields=["tenant", "-created_at", "-id"], name="bulk_jobs_newest"),)

    def __str__(self) -> str:
        return f"{self.get_job_type_display()} {self.id}"


class IdempotencyRecord(TenantEntity):
    """The answer that a key was given; the same key and body get it again (contract §9.3)."""

    operation = models.CharField(max_length=50)
    key = models.CharField(max_length=128, db_collation="C")
    request_hash = models.CharField(max_length=64)
    response = models.JSONField(null=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True, editable=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "operation", "key"],
                name="unique_idempotency_key",
                violation_error_message=_("This idempotency key was used already."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.operation} {self.key}"
