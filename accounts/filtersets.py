"""The filters of the lists of users (contract §5)."""

from django.db.models import Q

from accounts.models import LegacyRole, User, UserStatus
from config.api.filters import ConsoleFilterSet, EnumFilter, IncludeInactiveFilter


class UserFilterSet(ConsoleFilterSet):
    role = EnumFilter(
        values=LegacyRole.values,
        field_name="legacy_role",
        help_text="A legacy role. Students are no Command Center users: STUDENT finds nobody.",
    )
    include_inactive = IncludeInactiveFilter(active=Q(status=UserStatus.ACTIVE))

    class Meta:
        model = User
        fields = ()
