"""Rosters that people upload."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from config.ids import IdField
from tenants.models.scoping import EditableTenantEntity

# The worker writes its progress every second; after a silence of this length it is gone.
_SILENCE = timedelta(minutes=2)


class ImportState(models.TextChoices):
    """The states of an upload: it is checked first, and imported once somebody confirms it."""

    CHECKING = "checking", _("being checked")
    REFUSED = "refused", _("refused")
    CHECKED = "checked", _("waits for your confirmation")
    IMPORTING = "importing", _("being imported")
    IMPORTED = "imported", _("imported")
    DISCARDED = "discarded", _("discarded")


AT_WORK = (ImportState.CHECKING, ImportState.IMPORTING)
# The states in which the files are kept.
OPEN = (*AT_WORK, ImportState.CHECKED)
# The rows in which the files are kept: those, and the refused ones that may be checked again.
WITH_FILES = Q(state__in=OPEN) | Q(state=ImportState.REFUSED, finished_at=None)
# The columns of the files, which are long.
FILES = ("people_content", "companion_content")
CONFIRMED_BY = ("confirmed_by_id", "confirmed_by_tenant_id", "confirmed_by_name")


class ImportSource(models.TextChoices):
    """The doors through which uploads come."""

    ADMIN = "admin", _("on a page")
    API = "api", _("by the API")


class RosterImport(EditableTenantEntity):
    """One uploaded roster: its files as long as they are needed, and its result.

    ``report`` comes from the last run, a dry run until the import is confirmed: counts, the first
    changes, the first bad rows. ``plan_hash`` is the fingerprint of that run's plan: nothing but
    this plan is imported.
    """

    state = models.CharField(
        max_length=10, choices=ImportState, default=ImportState.CHECKING, editable=False
    )
    source = models.CharField(
        max_length=10,
        choices=ImportSource,
        default=ImportSource.ADMIN,
        db_default=ImportSource.ADMIN,
        editable=False,
    )
    file_name = models.CharField(max_length=255, editable=False)
    people_content = models.BinaryField(null=True)
    companion_name = models.CharField(max_length=255, blank=True, editable=False)
    companion_content = models.BinaryField(null=True)
    encoding = models.CharField(_("encoding"), max_length=30, blank=True, default="", db_default="")
    programme = models.CharField(_("programme"), max_length=32, blank=True)
    max_change = models.CharField(max_length=20, default="10%")
    deactivate_missing = models.BooleanField(default=False)
    skip_bad_rows = models.BooleanField(default=False)
    allow_erased = models.BooleanField(default=False, db_default=False)
    report = models.JSONField(default=dict, editable=False)
    plan_hash = models.CharField(
        max_length=64, blank=True, default="", db_default="", editable=False
    )
    refusal = models.CharField(max_length=1000, blank=True, editable=False)
    stage = models.CharField(max_length=50, blank=True, editable=False)
    steps = models.PositiveIntegerField(default=0, editable=False)
    steps_done = models.PositiveIntegerField(default=0, editable=False)
    heard_of_at = models.DateTimeField(null=True, editable=False)
    finished_at = models.DateTimeField(null=True, editable=False)
    created_by_id = IdField(null=True)
    created_by_name = models.CharField(max_length=511, null=True, editable=False)
    confirmed_by_id = IdField(null=True)
    # A Super Admin may be of another tenant.
    confirmed_by_tenant_id = IdField(null=True)
    confirmed_by_name = models.CharField(max_length=511, null=True, editable=False)

    class Meta:
        verbose_name = _("roster import")
        verbose_name_plural = _("roster imports")
        ordering = ("-created_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=ImportState.values),
                name="roster_import_state",
                violation_error_message=_("Unknown state of an import."),
            ),
        )
        indexes = (
            models.Index(fields=["tenant", "-created_at", "-id"], name="roster_imports_newest"),
        )

    def __str__(self) -> str:
        return self.file_name

    def note_confirmation(self, actor: User | None) -> None:
        """Note who has confirmed it, or that nobody has."""
        values = (actor.pk, actor.tenant_id, actor.display_name) if actor else (None, None, None)
        for column, value in zip(CONFIRMED_BY, values, strict=True):
            setattr(self, column, value)

    @property
    def is_at_work(self) -> bool:
        return self.state in AT_WORK

    @property
    def waits_for_remedy(self) -> bool:
        """Return whether it was refused, and may be checked again with another option."""
        return self.state == ImportState.REFUSED and self.finished_at is None

    @property
    def is_stuck(self) -> bool:
        """Return whether the worker should run it but is silent: it was killed, or never began."""
        last = self.heard_of_at or self.updated_at or self.created_at
        return self.is_at_work and timezone.now() - last > _SILENCE
