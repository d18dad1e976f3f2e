"""The filters of the lists of programmes and case studies."""

from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import DropdownFilter


class ActiveFilter(DropdownFilter):
    """A filter for active rows, inactive ones, or both."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [("active", _("Active")), ("inactive", _("Inactive"))]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(is_active=self.value() == "active")
