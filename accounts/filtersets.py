"""The filters of the lists of users (contract §5)."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import LegacyRole, User, UserStatus
from accounts.queries.invitations import InvitationState, with_invitation
from config.api.filters import (
    ConsoleFilterSet,
    EnumFilter,
    IdFilter,
    IncludeInactiveFilter,
    SearchFilter,
    TextFilter,
)

SEARCHED = "Part of a name or e-mail address, or a whole SIS id or id."


class InvitationFilter(EnumFilter):
    """Users whose invitation is in a state; the rows do not tell it (G30)."""

    def filter(self, qs: QuerySet, value: str | None) -> QuerySet:
        return with_invitation(qs, InvitationState(value), timezone.now()) if value else qs


class UserFilterSet(ConsoleFilterSet):
    search = SearchFilter(help_text=SEARCHED)
    role = EnumFilter(
        values=LegacyRole.values,
        field_name="legacy_role",
        help_text="A legacy role. Students are no Command Center users: STUDENT finds nobody.",
    )
    role_id = IdFilter(help_text="One role, a custom one too.")
    programme = TextFilter(
        field_name="programmes__code", max_length=255, help_text="Programme code."
    )
    status = EnumFilter(
        values=UserStatus.values,
        help_text="These alone, whatever include_inactive says.",
    )
    invitation = InvitationFilter(
        values=list(InvitationState),
        help_text="Active users whose latest invitation nobody has accepted, by its state.",
    )
    include_inactive = IncludeInactiveFilter(active=Q(status=UserStatus.ACTIVE))

    class Meta:
        model = User
        fields = ()

    @classmethod
    def read(cls, params: Mapping[str, Any]) -> dict[str, Any]:
        values = super().read(params)
        if values["status"]:
            values["include_inactive"] = True
        return values
