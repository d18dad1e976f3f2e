"""The filters of the list of users."""

from unfold.contrib.filters.admin import DropdownFilter

from accounts.models import UserStatus


class UserStatusFilter(DropdownFilter):
    """A filter by status; deleted users are left out unless they are chosen."""

    title = "status"
    parameter_name = "status"
    all_option = ("", "Active and inactive")

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        statuses = [(status.value.lower(), status.label) for status in UserStatus]
        return [*statuses, ("all", "All, deleted ones too")]

    def queryset(self, request, queryset):
        match self.value():
            case None | "":
                return queryset.exclude(status=UserStatus.DELETED)
            case "all":
                return queryset
            case status:
                return queryset.filter(status=status.upper())
