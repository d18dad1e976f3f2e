from typing import ClassVar, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, OuterRef, Q
from django.db.models.functions import Lower
from django.db.models.lookups import IsNull
from django.utils.translation import gettext_lazy as _

from accounts.validators import validate_flags
from config.models import Fold, TextOfLines
from config.permissions import ALL_FLAGS, Action, Module, flag
from tenants.models.scoping import EditableTenantEntity, TenantOwnedQuerySet

TENANT_FLAGS = [flag(Module.TENANT_MANAGEMENT, action) for action in Action]


# System roles before the others, both by name.
SYSTEM_FIRST = (IsNull(F("legacy_role"), True), Fold("name"), "pk")


class LegacyRole(models.TextChoices):
    """The four roles that every tenant has, by the names of older clients (contract §1.10)."""

    SUPER_ADMIN = "SUPER_ADMIN", "Super Admin"
    ADMIN = "ADMIN", "Admin"
    FACULTY = "FACULTY", "Faculty"
    STUDENT = "STUDENT", "Student"


# The console can neither assign these nor change their permissions (§4, §5).
RESERVED = (LegacyRole.SUPER_ADMIN, LegacyRole.STUDENT)


class RoleQuerySet(TenantOwnedQuerySet["Role"]):
    def system_first(self) -> Self:
        """Order the roles: system roles first, then the others, both by name."""
        return self.order_by(*SYSTEM_FIRST)

    def assignable(self) -> Self:
        """Keep roles that the console can assign: all but the reserved ones (§5)."""
        return self.exclude(legacy_role__in=RESERVED, legacy_role__isnull=False)

    def with_user_count(self, *, limit: int) -> Self:
        """Add ``user_count``: the number of users with the role, of any status, up to a limit.

        No page needs the exact number of students, so the rest of them need not be counted.
        """
        users = apps.get_model("accounts", "User").objects
        having = users.filter(tenant=OuterRef("tenant"), role=OuterRef("pk")).values("pk")[:limit]
        return self.annotate(
            user_count=Func(
                ArraySubquery(having), function="cardinality", output_field=models.IntegerField()
            )
        )


class Role(EditableTenantEntity):
    """A named set of flags; a system role carries its legacy name, a custom role none."""

    name = models.CharField(_("name"), max_length=100)
    description = TextOfLines(_("description"), max_length=500, null=True, blank=True)
    legacy_role = models.CharField(
        max_length=20, choices=LegacyRole, null=True, blank=True, editable=False
    )
    permissions = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, validators=[validate_flags]
    )

    objects: ClassVar = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(
                "tenant",
                Lower("name"),
                name="unique_role_name",
                violation_error_message=_("A role with this name exists already."),
            ),
            models.UniqueConstraint(
                fields=["tenant", "legacy_role"],
                name="unique_system_role",
                violation_error_message=_("The tenant has this system role already."),
            ),
            models.UniqueConstraint(fields=["tenant", "id"], name="role_tenant_id"),
            models.CheckConstraint(
                condition=Q(legacy_role__in=LegacyRole.values) | Q(legacy_role__isnull=True),
                name="role_legacy_role",
                violation_error_message=_("Unknown system role."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="role_name_not_empty",
                violation_error_message=_("A role needs a name."),
            ),
            models.CheckConstraint(
                condition=Q(permissions__contained_by=list(ALL_FLAGS)),
                name="role_permissions_known",
                violation_error_message=_("Unknown permission."),
            ),
            models.CheckConstraint(
                condition=Q(legacy_role=LegacyRole.SUPER_ADMIN, legacy_role__isnull=False)
                | ~Q(permissions__overlap=TENANT_FLAGS),
                name="role_tenant_management",
                violation_error_message=_("Only the Super Admin role manages tenants."),
            ),
            models.CheckConstraint(
                condition=~Q(legacy_role=LegacyRole.STUDENT, legacy_role__isnull=False)
                | Q(permissions=[]),
                name="role_student_without_permissions",
                violation_error_message=_("The Student role carries no permission."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_system_role(self) -> bool:
        return self.legacy_role is not None

    @property
    def is_super_admin(self) -> bool:
        return self.legacy_role == LegacyRole.SUPER_ADMIN

    @property
    def is_reserved(self) -> bool:
        """Return whether the console can neither assign it nor change its permissions (§4, §5)."""
        return self.legacy_role in RESERVED

    @property
    def flags(self) -> set[str]:
        """The granted flags; the Super Admin has all flags, whatever is stored (§1.9)."""
        return set(ALL_FLAGS) if self.is_super_admin else set(self.permissions)
