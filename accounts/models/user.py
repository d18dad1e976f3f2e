from collections.abc import Iterable, Iterator
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts.models.role import LegacyRole, Role
from accounts.models.search_texts import FULL_NAME, LAST_NAME_FIRST, SEARCH_TEXT
from accounts.models.student_indexes import student_indexes
from config.addresses import LONGEST_ADDRESS, spellings
from config.constraints import SameTenant
from config.ids import typed_id
from config.models import AddressField, Fold, contains_any
from config.searching import needles
from programmes.models import Programme
from tenants.models.scoping import EditableTenantEntity, TenantOwnedQuerySet

EMAIL_TAKEN = _("A user with this e-mail address exists already.")
SIS_ID_TAKEN = _("Somebody else has this SIS id.")

LONGEST_SIS_ID = 255
LONGEST_COHORT = 100


class UserStatus(models.TextChoices):
    ACTIVE = "ACTIVE", _("Active")
    INACTIVE = "INACTIVE", _("Inactive")
    DELETED = "DELETED", _("Deleted")


IS_STUDENT = Q(legacy_role=LegacyRole.STUDENT) & ~Q(status=UserStatus.DELETED)
IS_STAFF = ~Q(legacy_role=LegacyRole.STUDENT) | Q(legacy_role=None)

# The roles that always have access to the Command Center, whatever they permit.
_CONSOLE_ROLES = (LegacyRole.ADMIN, LegacyRole.SUPER_ADMIN)


def of_addresses(addresses: Iterable[str]) -> RawSQL:
    """Return the ids of the users with one of these addresses, in any case.

    The database's own function finds them by an index, which is out of reach behind the walls
    (accounts/sql/users_of_address.sql).
    """
    return RawSQL("SELECT users_of_address(%s)", [list(addresses)])


class UserQuerySet[U: User](TenantOwnedQuerySet[U]):
    def active(self) -> Self:
        """Keep users who may act."""
        return self.filter(status=UserStatus.ACTIVE)

    def with_console_access(self) -> Self:
        """Keep users with access to the Command Center (contract §5): their role permits something.

        Admins and Super Admins are kept regardless, students never.
        """
        permits = Q(role__permissions__len__gt=0)
        return self.filter(IS_STAFF, Q(legacy_role__in=_CONSOLE_ROLES) | permits)

    def search(self, text: str) -> Self:
        """Keep users whose name, in either order, or e-mail address contains the text.

        Case, accents, the kinds of blanks, hyphens and apostrophes, and whether a domain is written
        in Unicode or in ASCII, make no difference. A SIS id is found when it is the very text, and
        so is an id.
        """
        looked_for = needles(text)
        found = contains_any("search_text", looked_for) | Q(sis_id=text.strip())
        if one := typed_id(text):
            found |= Q(pk=one)
        if not any(" " in one for one in looked_for):
            return self.filter(found)
        turned = contains_any("turned", looked_for)
        return self.alias(turned=LAST_NAME_FIRST).filter(found | turned)

    def newest_first(self) -> Self:
        """Order by creation, newest first; ids break ties, since they follow the creation too."""
        return self.order_by("-created_at", "-pk")

    def with_email(self, email: str) -> Self:
        """Keep the user with this address, ignoring case as its uniqueness does.

        Addresses from before the rule for them may be spelled differently. Where that left several
        people with one address, the one with the very spelling comes first.
        """
        written = spellings(email)
        found = self.filter(pk__in=of_addresses(written))
        if len(written) == 1:
            return found
        keys = [Lower(Value(one)) for one in written]
        places = [When(email_key=key, then=place) for place, key in enumerate(keys, start=1)]
        very_same = When(email_key=Lower(Value(email)), then=0)
        keyed = found.alias(email_key=Lower("email"))
        return keyed.order_by(Case(very_same, *places), "pk")


class User(AbstractBaseUser, EditableTenantEntity):
    """A person of one tenant: staff or student, by the role.

    The database maintains some columns itself, and ignores other values that are written to them:
    ``legacy_role`` follows the role, ``last_seen_at`` the sessions, ``access_epoch`` the status,
    ``programme_set`` the memberships, and the sort and search columns the names.
    """

    last_login = None  # last_activity_at says more

    email = AddressField(_("email"), max_length=LONGEST_ADDRESS)
    role = models.ForeignKey(
        Role,
        on_delete=models.PROTECT,
        related_name="users",
        null=True,
        db_constraint=False,
        db_index=False,
        verbose_name=_("role"),
    )
    legacy_role = models.CharField(max_length=20, choices=LegacyRole, null=True, editable=False)
    status = models.CharField(
        _("status"), max_length=10, choices=UserStatus, default=UserStatus.ACTIVE
    )
    first_name = models.CharField(_("first name"), max_length=255)
    middle_name = models.CharField(_("middle name"), max_length=255, null=True, blank=True)
    last_name = models.CharField(_("last name"), max_length=255)
    title = models.CharField(_("title"), max_length=100, null=True, blank=True)
    department = models.CharField(_("department"), max_length=255, null=True, blank=True)
    unlimited_sessions = models.BooleanField(default=False)
    # A student's id in the university's own system, compared as it is written (contract §17).
    sis_id = models.CharField(
        _("SIS id"), max_length=LONGEST_SIS_ID, null=True, blank=True, db_collation="C"
    )
    cohort = models.CharField(_("cohort"), max_length=LONGEST_COHORT, null=True, blank=True)
    programmes = models.ManyToManyField(
        Programme, through="ProgrammeMembership", related_name="users", verbose_name=_("programmes")
    )
    programme_set = models.ForeignKey(
        "ProgrammeSet",
        on_delete=models.DO_NOTHING,
        related_name="users",
        null=True,
        editable=False,
        db_constraint=False,
        db_index=False,
    )
    # The database increments it whenever the user stops being active, like the tenant's.
    access_epoch = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    last_activity_at = models.DateTimeField(_("last activity at"), null=True, editable=False)
    last_seen_at = models.DateTimeField(_("last seen at"), null=True, editable=False)
    sort_name = models.GeneratedField(
        expression=Fold(FULL_NAME),
        output_field=models.TextField(db_collation="C"),
        db_persist=True,
    )
    search_text = models.GeneratedField(
        expression=SEARCH_TEXT, output_field=models.TextField(), db_persist=True
    )

    USERNAME_FIELD = "email"
    objects: ClassVar = UserQuerySet.as_manager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = (
            models.UniqueConstraint(
                "tenant",
                Lower("email"),
                name="unique_user_email",
                violation_error_message=EMAIL_TAKEN,
            ),
            models.UniqueConstraint(fields=["tenant", "id"], name="user_tenant_id"),
            models.UniqueConstraint(
                fields=["tenant", "sis_id"],
                name="unique_user_sis_id",
                condition=Q(sis_id__isnull=False),
                violation_error_message=SIS_ID_TAKEN,
            ),
            SameTenant(
                "role",
                name="user_role_fk",
                violation_error_message=_("The role is still assigned to users."),
            ),
            models.CheckConstraint(
                condition=~Q(email="") & ~Q(first_name=""),
                name="user_email_and_name_not_empty",
                violation_error_message=_("A user needs an e-mail address and a name."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=UserStatus.values),
                name="user_status",
                violation_error_message=_("Unknown status."),
            ),
        )
        indexes = (
            models.Index("tenant", "role", name="user_by_role"),
            models.Index(
                "tenant",
                F("created_at").desc(),
                F("id").desc(),
                name="staff_newest",
                condition=IS_STAFF,
            ),
            *student_indexes(IS_STUDENT),
        )

    def __str__(self) -> str:
        return f"{self.display_name} <{self.email}>"

    @property
    def display_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_active(self) -> bool:  # type: ignore[override]  # Django's could also be set
        """Return whether the account itself allows a sign-in; the name is Django's."""
        return self.status == UserStatus.ACTIVE

    @property
    def is_super_admin(self) -> bool:
        return self.role is not None and self.role.is_super_admin

    @property
    def has_console_access(self) -> bool:
        """Return whether the user may enter the Command Center, as in ``with_console_access``."""
        if self.role is None or self.legacy_role == LegacyRole.STUDENT:
            return False
        return self.legacy_role in _CONSOLE_ROLES or bool(self.role.permissions)

    @property
    def flags(self) -> set[str]:
        """The flags that the role grants at this moment."""
        return self.role.flags if self.role else set()

    @property
    def may_act(self) -> bool:
        """Return whether both the user and the tenant are active."""
        return self.is_active and self.tenant.is_active

    @property
    def access_epochs(self) -> tuple[int, int]:
        """The access epochs that a sign-in or browser session must have to be still valid."""
        return self.access_epoch, self.tenant.access_epoch

    def get_full_name(self) -> str:
        """Return the name for display; the method's name is Django's."""
        return self.display_name

    def get_session_auth_hash(self) -> str:
        """Return a hash for browser sessions; a new password or an access epoch changes it."""
        return self._session_hash()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._session_hash(secret)

    def _session_hash(self, secret: str | bytes | None = None) -> str:
        epochs = ":".join(map(str, self.access_epochs))
        return salted_hmac(
            "accounts.session", f"{self.password}:{epochs}", secret=secret, algorithm="sha256"
        ).hexdigest()

    def has_flag(self, flag: str) -> bool:
        """Return whether the role grants a flag such as ``USER_MANAGEMENT.can_view``."""
        return flag in self.flags
