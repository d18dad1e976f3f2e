"""The filters of the lists of users (contract §5)."""

from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import LegacyRole, User, UserStatus
from config.api.filters import ConsoleFilterSet, EnumFilter, IncludeInactiveFilter, SearchFilter


class UserFilterSet(ConsoleFilterSet):
    search = SearchFilter()
    role = EnumFilter(
        values=LegacyRole.values,
        field_name="legacy_role",
        help_text="A legacy role. Students are no Command Center users: STUDENT finds nobody.",
    )
    status = EnumFilter(
        values=UserStatus.values,
        help_text="These alone, whatever include_inactive says.",
    )
    include_inactive = IncludeInactiveFilter(active=Q(status=UserStatus.ACTIVE))

    class Meta:
        model = User
        fields = ()

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        values: dict[str, Any] = self.form.cleaned_data
        if values["status"]:
            values["include_inactive"] = True
        return super().filter_queryset(queryset)
