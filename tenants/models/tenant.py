from typing import Self

from django.db import models
from django.db.models import Q, Value
from django.utils.translation import gettext_lazy as _

from config.errors import BeingMoved
from config.hosts import DOMAIN_PATTERN, NOT_A_DOMAIN
from config.local_time import validate_time_zone
from config.models import EditableEntity, Fold, FoldCase
from tenants.validators import SLUG_PATTERN, as_in_domains, validate_slug


class MoveState(models.TextChoices):
    """Where a tenant is between two cells (docs/scaling.md, "Cells"); nowhere, where it has none.

    HELD: it is being copied; it is read here, and written nowhere. MOVED: another cell serves it,
    and its rows wait here to be removed, or to be used again. ARRIVING: a copy that nobody uses.
    """

    HELD = "HELD"
    MOVED = "MOVED"
    ARRIVING = "ARRIVING"


class TenantQuerySet(models.QuerySet["Tenant"]):
    def active(self) -> Self:
        """Keep tenants that are not soft-deleted."""
        return self.filter(is_active=True)

    def settled(self) -> Self:
        """Keep tenants that are not on their way between cells."""
        return self.filter(move_state=None)

    def on_their_way(self) -> Self:
        """Keep tenants that are between cells: held, moved or arriving."""
        return self.exclude(move_state=None)

    def search(self, text: str) -> Self:
        """Keep tenants whose name, slug or domain contains the text, in any case."""
        folded = FoldCase(Value(text))
        return self.alias(folded_name=FoldCase("name")).filter(
            Q(folded_name__contains=folded)
            | Q(slug__contains=folded)
            | Q(domain__contains=FoldCase(Value(as_in_domains(text))))
        )


class Tenant(EditableEntity):
    """A university. Deleting one only switches it off; its slug stays taken (contract §3)."""

    name = models.CharField(_("name"), max_length=255)
    slug = models.CharField(_("slug"), max_length=100, validators=[validate_slug], db_collation="C")
    domain = models.CharField(_("domain"), max_length=255, null=True, blank=True)
    lms_type = models.CharField(_("LMS type"), max_length=50, null=True, blank=True)
    # The IANA name of the zone in which its people read times; none for UTC.
    time_zone = models.CharField(
        _("time zone"), max_length=64, null=True, blank=True, validators=[validate_time_zone]
    )
    is_active = models.BooleanField(_("is active"), default=True)
    # The database increments it whenever the tenant is switched off: sessions and tokens from an
    # earlier count stay ended, also when the tenant is restored.
    access_epoch = models.PositiveIntegerField(default=0, db_default=0, editable=False)

    # Written by ``move_tenant``; while there is one, the database refuses every other write.
    move_state = models.CharField(max_length=8, choices=MoveState, null=True, editable=False)
    # Written by the database together with the state.
    move_state_since = models.DateTimeField(null=True, editable=False)

    objects = TenantQuerySet.as_manager()

    class Meta:
        ordering = ("name", "id")
        verbose_name = _("university")
        verbose_name_plural = _("universities")
        constraints = (
            models.UniqueConstraint(
                fields=["slug"],
                name="unique_tenant_slug",
                violation_error_message=_("A university with this slug exists already."),
            ),
            models.CheckConstraint(
                condition=models.Q(slug__regex=SLUG_PATTERN),
                name="tenant_slug_format",
                violation_error_message=validate_slug.message,
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="tenant_name_not_empty",
                violation_error_message=_("A university needs a name."),
            ),
            models.UniqueConstraint(
                fields=["domain"],
                condition=models.Q(is_active=True),
                name="unique_domain_of_active_tenant",
                violation_error_message=_("This domain belongs to another university."),
            ),
            models.CheckConstraint(
                condition=models.Q(domain__regex=DOMAIN_PATTERN),
                name="tenant_domain_format",
                violation_error_message=NOT_A_DOMAIN,
            ),
        )
        indexes = (
            models.Index(Fold("name"), "id", name="tenant_in_name_order"),
            models.Index(fields=["domain"], name="tenant_by_domain"),
        )

    def __str__(self) -> str:
        return self.name

    def require_here(self) -> None:
        """Raise BeingMoved where the rows are not this cell's to show: another has newer ones."""
        if self.move_state in {MoveState.MOVED, MoveState.ARRIVING}:
            raise BeingMoved

    def require_settled(self) -> None:
        """Raise BeingMoved where the rows may not be written now."""
        if self.move_state is not None:
            raise BeingMoved
