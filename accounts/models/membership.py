"""The memberships of users in programmes, and the sets of programmes that many users share."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from config.constraints import SameTenant
from config.ids import IdField
from config.models import Fold
from programmes.models import Programme
from tenants.models.scoping import TenantOwned


class ProgrammeMembership(TenantOwned):
    """One programme that a user belongs to."""

    user = models.ForeignKey(
        User,
        on_delete=models.CASCADE,
        related_name="programme_links",
        db_constraint=False,
        db_index=False,
    )
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "programme"], name="unique_programme_membership"
            ),
            SameTenant("user", name="programme_membership_user_fk"),
            SameTenant(
                "programme",
                name="programme_membership_programme_fk",
                violation_error_message=_("The programme is still in use."),
            ),
        )
        indexes = (
            models.Index(fields=["tenant", "programme", "user"], name="members_of_programme"),
        )

    def __str__(self) -> str:
        return f"{self.user_id} in {self.programme_id}"


class ProgrammeSet(TenantOwned):
    """A set of programmes that users share, maintained by the database (see ``accounts/sql``).

    There are few sets and many users: values that depend on the programmes alone are stored or
    computed once per set. The id follows from the programmes, so that all transactions that need a
    set find the same one; a user without programmes has none. Sets without users may stay.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    programmes = ArrayField(IdField(), help_text=_("Ids, ascending."))
    label = models.TextField(help_text=_("The programmes' names in code order."))
    sort_label = models.GeneratedField(
        expression=Fold("label"), output_field=models.TextField(db_collation="C"), db_persist=True
    )

    class Meta:
        indexes = (models.Index(fields=["tenant", "sort_label"], name="programme_sets_by_label"),)

    def __str__(self) -> str:
        return self.label
