"""Derived tables that make the students panel fast; ``students/sql`` maintains them."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q

from accounts.models import ProgrammeSet, User, UserStatus
from config.searching import LONGEST_GRAM
from tenants.models import Tenant
from tenants.models.scoping import TenantOwned


class SearchFields(TenantOwned):
    """The texts that a search looks into and sorts by, one narrow row per student."""

    tenant = models.ForeignKey(
        Tenant, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    user = models.OneToOneField(
        User,
        on_delete=models.DO_NOTHING,
        primary_key=True,
        related_name="+",
        db_constraint=False,
    )
    status = models.CharField(max_length=10, choices=UserStatus)
    programme_set = models.ForeignKey(
        ProgrammeSet,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_constraint=False,
        db_index=False,
    )
    last_seen_at = models.DateTimeField(null=True)
    sort_name = models.TextField(db_collation="C")
    text = models.TextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.sort_name


class SearchEntry(SearchFields):
    """The entries themselves, which triggers write.

    They are kept apart from the users because user rows are wide, and because ``last_seen_at``,
    which changes with every session, must be in no index of this table: each change would then
    write to the trigram index as well, which is expensive.
    """

    class Meta:
        indexes = (GinIndex("tenant", OpClass("text", "gin_trgm_ops"), name="students_by_trigram"),)


class VisibleSearchEntry(SearchFields):
    """The entries of the tenant whose rows the database shows: a view (docs/database.md).

    Whoever searches asks this; the table of ``SearchEntry`` is out of the web server's reach.
    """

    class Meta:
        db_table = "search_entry"
        managed = False


class StudentCount(TenantOwned):
    """The number of students of a kind: the sum of ``n`` over the kind's rows.

    A kind is a status, in one programme or (``""``) in any; if ``dated``, the day of the last
    activity too (in UTC, null for never). Or it is a status, and a letter, or two in a row, that
    name or address contain.
    A transaction that changes students adds to the kind's row with ticket 0 when no other one is
    doing so, and inserts a row with a ticket of its own otherwise, so that none waits for another.
    """

    tenant = models.ForeignKey(
        Tenant, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    programme = models.CharField(max_length=24, default="", db_collation="C")
    gram = models.CharField(max_length=LONGEST_GRAM, default="", db_collation="C")
    status = models.CharField(max_length=10, choices=UserStatus)
    dated = models.BooleanField()
    day = models.DateField(null=True)
    ticket = models.BigIntegerField(default=0)
    n = models.BigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "programme", "gram", "status", "dated", "day", "ticket"],
                name="unique_student_count",
                nulls_distinct=False,
            ),
        )
        indexes = (models.Index(fields=["tenant"], name="ticketed_counts", condition=~Q(ticket=0)),)

    def __str__(self) -> str:
        return f"{self.n} in {self.programme or self.gram or 'all'} {self.status} {self.day}"
