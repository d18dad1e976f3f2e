"""What the lists of programmes and case studies can be narrowed by."""

from unfold.contrib.filters.admin import DropdownFilter


class ActiveFilter(DropdownFilter):
    """Active rows, inactive ones, or both."""

    title = "status"
    parameter_name = "status"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [("active", "Active"), ("inactive", "Inactive")]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(is_active=self.value() == "active")
