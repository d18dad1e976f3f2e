"""What the students' lists can be narrowed by."""

import django_filters

from accounts.models import UserStatus
from config.api.filters import ConsoleFilterSet, EnumFilter, InstantFilter
from students.models import Student
from students.models.student import STUDENT_STATUSES


class StudentFilterSet(ConsoleFilterSet):
    """Filters of the students panel, for list and export alike (contract §8)."""

    search = django_filters.CharFilter(
        method="filter_search",
        max_length=500,
        help_text="Part of a name or e-mail address.",
    )
    programme = django_filters.CharFilter(
        method="filter_programme", max_length=255, help_text="Programme code."
    )
    status = EnumFilter(values=STUDENT_STATUSES, method="filter_status")
    start_date = InstantFilter(field_name="last_seen_at", lookup_expr="gte")
    end_date = InstantFilter(field_name="last_seen_at", lookup_expr="lte")

    class Meta:
        model = Student
        fields = ()

    def filter_search(self, queryset, name, value):
        return queryset.search(value)

    def filter_programme(self, queryset, name, value):
        return queryset.in_programme(value)

    def filter_status(self, queryset, name, value):
        return queryset.filter(status=UserStatus(value.upper()))
