"""Derived tables that make attempts and performance fast; ``students/sql`` maintains them."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q, Subquery, Sum, Value
from django.db.models.functions import Concat, Trim
from django.utils.translation import gettext_lazy as _

from accounts.models import ProgrammeSet, User
from config.exports import TextCell, TimestampCell
from config.ids import IdField, typed_id
from config.models import contains_any
from config.searching import needles
from programmes.models import CaseStudy
from students.models.search import VisibleSearchEntry
from students.models.states import TranscriptStatus
from tenants.models import Tenant
from tenants.models.scoping import TenantOwned, TenantOwnedQuerySet

GRADED = Q(graded_sessions__gt=0)


def _derived_from(model: type[models.Model], *, null: bool = False) -> Any:
    """Return a foreign key of a derived row, which goes with its source and protects nothing."""
    return models.ForeignKey(
        model,
        null=null,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )


def matching(text: str, *, tenant: Tenant | str) -> models.QuerySet[VisibleSearchEntry]:
    """Return the search entries of a tenant's students whom a search finds.

    Their name or e-mail address contains the text, or it is their SIS id or id.
    """
    entries = VisibleSearchEntry.objects.for_tenant(tenant)
    numbered = User.objects.for_tenant(tenant).filter(sis_id=text.strip()).values("pk")[:1]
    found = contains_any("text", needles(text)) | Q(user=Subquery(numbered))
    return entries.filter(found | Q(user=one) if (one := typed_id(text)) else found)


def best_score_between(lowest: Decimal | None, highest: Decimal | None) -> Q:
    """Keep the rows with a best score between two, both included; None leaves a side open."""
    bounds = {"best_score__gte": lowest, "best_score__lte": highest}
    return Q(**{name: score for name, score in bounds.items() if score is not None})


class ProgressQuerySet(TenantOwnedQuerySet["CaseStudyProgress"]):
    def graded(self) -> Self:
        """Keep the rows of student performance: those with counted and graded sessions (§10)."""
        return self.filter(GRADED)

    def search(self, text: str, *, tenant: Tenant | str) -> Self:
        """Keep a tenant's students whom a search finds."""
        return self.filter(user__in=matching(text, tenant=tenant).values("user"))

    def as_export(self) -> "models.QuerySet[CaseStudyProgress, tuple[Any, ...]]":
        """Return the cells of a student performance file, one tuple per row (§10)."""
        name = Trim(Concat("user__first_name", Value(" "), "user__last_name"))
        return self.values_list(
            TextCell(name),
            TextCell("user__email"),
            TextCell("case_study__title"),
            "graded_sessions",
            "best_score",
            TimestampCell("latest_graded_at"),
            "transcript_status",
        )


class CaseStudyProgress(TenantOwned):
    """The progress of a student at a case study: one narrow row per pair with any data.

    That is: at least one started session, or a line of the ledger. Triggers on sessions, grades,
    ledger and students keep it true; nothing else writes it. Users who are no students, or are
    deleted, have none. Grants are not in it, since they lapse with time.
    """

    pk = models.CompositePrimaryKey("user", "case_study")
    tenant = _derived_from(Tenant)
    user = _derived_from(User)
    case_study = _derived_from(CaseStudy)
    sort_name = models.TextField(db_collation="C")
    programme_set = _derived_from(ProgrammeSet, null=True)
    in_ledger = models.BooleanField(help_text=_("Whether attempts were granted or revoked."))
    counted_sessions = models.PositiveIntegerField()
    latest_counted_at = models.DateTimeField(null=True)
    graded_sessions = models.PositiveIntegerField(help_text=_("Counted ones that have a score."))
    best_score = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    best_session_id = IdField(null=True)
    latest_graded_at = models.DateTimeField(null=True)
    transcript_status = models.CharField(
        max_length=10,
        choices=TranscriptStatus,
        null=True,
        help_text=_("The worst of the graded sessions."),
    )

    objects: ClassVar = ProgressQuerySet.as_manager()

    class Meta:
        db_table = "students_standing"
        indexes = (
            # All of a case study's rows without a look at the table, by the attempts that are used.
            models.Index(
                fields=["tenant", "case_study", "counted_sessions", "sort_name", "user"],
                name="progress_by_used",
                include=[
                    "programme_set",
                    "in_ledger",
                    "latest_counted_at",
                    "graded_sessions",
                    "best_score",
                    "best_session_id",
                    "latest_graded_at",
                    "transcript_status",
                ],
            ),
            # The first rows of a case study in the order of its tabs.
            models.Index(
                fields=["tenant", "case_study", "sort_name", "user"], name="standings_by_name"
            ),
            models.Index(
                fields=["tenant", "case_study", "latest_counted_at", "sort_name", "user"],
                name="progress_by_latest",
            ),
            # Who has how many sessions, and whose pairs are in the ledger (queries/allowance.py,
            # queries/dashboard.py).
            models.Index(
                fields=["tenant", "in_ledger", "counted_sessions", "user"],
                name="progress_by_sessions",
            ),
            # The orders of the performance list. Scores and numbers of attempts have many equals,
            # whose names then decide: upwards in both directions.
            models.Index("tenant", "sort_name", name="performance_by_name", condition=GRADED),
            models.Index(
                "tenant", "latest_graded_at", name="performance_by_date", condition=GRADED
            ),
            models.Index(
                "tenant", "best_score", "sort_name", name="performance_by_score", condition=GRADED
            ),
            models.Index(
                "tenant",
                F("best_score").desc(),
                "sort_name",
                name="performance_by_score_desc",
                condition=GRADED,
            ),
            models.Index(
                "tenant",
                "graded_sessions",
                "sort_name",
                name="performance_by_count",
                condition=GRADED,
            ),
            models.Index(
                "tenant",
                F("graded_sessions").desc(),
                "sort_name",
                name="performance_by_count_desc",
                condition=GRADED,
            ),
            models.Index(
                "tenant",
                "transcript_status",
                "latest_graded_at",
                name="performance_by_transcript",
                condition=GRADED,
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} at {self.case_study_id}"


class ProgressCountQuerySet(TenantOwnedQuerySet["ProgressCount"]):
    def between(self, after: date | None, before: date | None) -> Self:
        """Keep the days between two days, both excluded; None leaves a side open."""
        rows = self.filter(day__gt=after) if after else self
        return rows.filter(day__lt=before) if before else rows

    def total(self) -> int:
        return self.aggregate(total=Sum("n", default=0))["total"]


class ProgressCount(TenantOwned):
    """The number of graded rows of progress of a kind: the sum of ``n`` over the kind's rows.

    A kind is a transcript status and the day (in UTC) of the latest graded attempt. A transaction
    that changes progress adds to the kind's row with ticket 0 when no other one is doing so, and
    inserts a row with a ticket of its own otherwise, so that none waits for another.
    """

    tenant = _derived_from(Tenant)
    transcript_status = models.CharField(max_length=10, choices=TranscriptStatus)
    day = models.DateField()
    ticket = models.BigIntegerField(default=0)
    n = models.BigIntegerField()

    objects: ClassVar = ProgressCountQuerySet.as_manager()

    class Meta:
        db_table = "students_standingcount"
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "transcript_status", "day", "ticket"],
                name="unique_standing_count",
            ),
        )
        indexes = (
            models.Index(fields=["tenant"], name="ticketed_standings", condition=~Q(ticket=0)),
        )

    def __str__(self) -> str:
        return f"{self.n} {self.transcript_status} on {self.day}"
