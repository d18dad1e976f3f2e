"""The filters of the list of users."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import DropdownFilter

from accounts.models import UserStatus
from accounts.queries.invitations import InvitationState, with_invitation


class UserStatusFilter(DropdownFilter):
    """A filter by status; deleted users are left out unless they are chosen."""

    title = _("status")
    parameter_name = "status"
    all_option = ("", _("Active and inactive"))

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        statuses = [(status.value.lower(), status.label) for status in UserStatus]
        return [*statuses, ("all", _("All, deleted ones too"))]

    def queryset(self, request, queryset):
        match self.value():
            case None | "":
                return queryset.exclude(status=UserStatus.DELETED)
            case "all":
                return queryset
            case status:
                return queryset.filter(status=status.upper())


class InvitationStateFilter(DropdownFilter):
    """A filter for users who have not accepted their invitation, as in the API (§5)."""

    title = _("invitation")
    parameter_name = "invitation"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [
            (InvitationState.PENDING, _("Pending")),
            (InvitationState.EXPIRED, _("Expired")),
            (InvitationState.FAILED, _("Mail failed")),
        ]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return with_invitation(queryset, InvitationState(self.value()), timezone.now())
