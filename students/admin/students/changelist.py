"""The students panel as a list of the admin, read, counted and sorted as in the API (§8)."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin.views.main import ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.core.paginator import InvalidPage, Paginator
from unfold.contrib.filters.admin import DropdownFilter

from config import exports
from config.admin.changelist import ConsoleChangeList
from config.admin.filters import DateRangeFilter
from config.admin.parameters import NotOffered
from config.errors import InvalidInput
from programmes.models import Programme
from students.filtersets import StudentFilterSet
from students.models import Student
from students.models.student import STUDENT_STATUSES
from students.queries.students import StudentLine, StudentList
from tenants.current_tenant import PAGE_TENANT
from tenants.models import Tenant

# The API's names for the parameters of the list's address.
_PARAMETERS = {
    SEARCH_VAR: "search",
    "programme": "programme",
    "status": "status",
    "last_seen_at__gte": "start_date",
    "last_seen_at__lte": "end_date",
}

# The parameters of an export: those of the API, the kind of file, and the tenant of the list.
EXPORT_PARAMETERS = (*_PARAMETERS.values(), "sort_by", "sort_order", "format", PAGE_TENANT)


def students_asked_for(tenant, asked: Mapping[str, str]) -> StudentList:
    """Return the list that the API's query parameters ask for; raises InvalidInput for bad ones."""
    filterset = StudentFilterSet(asked, queryset=Student.objects.none())
    if not filterset.is_valid():
        raise InvalidInput(
            [(name, text) for name, texts in filterset.errors.items() for text in texts]
        )
    key = asked.get("sort_by")
    students = StudentList.of(tenant.pk).filter(**filterset.form.cleaned_data)
    return students.order_by(
        key if key in StudentList.sort_keys else "last_seen",
        descending=asked.get("sort_order") != "asc",
    )


def list_query(asked: Mapping[str, str]) -> str:
    """Return the query of the list's address for the API's filters, for a refused export."""
    return urlencode({ours: asked[name] for ours, name in _PARAMETERS.items() if asked.get(name)})


class StudentChangeList(ConsoleChangeList):
    """A page of the students; Django's own list would count and sort all of them."""

    students: StudentList | None = None
    tenant: Tenant

    def get_queryset(self, request, exclude_parameters=None):
        (self.filter_specs, self.has_filters, remaining, _, self.has_active_filters) = (
            self.get_filters(request)
        )
        self.clear_all_filters_qs = self.get_query_string(
            new_params=remaining, remove=self.get_filters_params()
        )
        self.asked = self._asked()
        self.tenant = request.tenant
        try:
            self.students = students_asked_for(request.tenant, self.asked)
        except InvalidInput as refusal:
            for error in refusal.details["errors"]:
                messages.error(request, error["message"])
        return self.root_queryset

    def refused_by(self, spec) -> set[str]:
        """Return no parameters: the API's filter set checks the values, and gives reasons."""
        return set()

    def get_results(self, request) -> None:
        if self.page_num < 1:
            raise NotOffered([PAGE_VAR], line="")
        skip = (self.page_num - 1) * self.list_per_page
        lines: list[StudentLine] = []
        if self.students is not None:
            lines = self.students[skip : skip + self.list_per_page]
        rows = self.students.count() if self.students is not None else 0
        self.paginator = Paginator(range(rows), self.list_per_page)
        try:
            self.paginator.validate_number(self.page_num)
        except InvalidPage as error:
            raise NotOffered([PAGE_VAR], line="") from error
        self.result_count = self.full_result_count = rows
        self.result_list = [_as_student(line) for line in lines]
        self.show_full_result_count = self.can_show_all = False
        self.multi_page = rows > self.list_per_page
        self.show_admin_actions = bool(rows)

    def get_ordering_field_columns(self) -> dict[int, str]:
        """Return the one column that the list is sorted by, with its direction."""
        for column, name in enumerate(self.list_display):
            if self.get_ordering_field(name) == self.asked["sort_by"]:
                return {column: self.asked["sort_order"]}
        return {}

    @property
    def export_queries(self) -> dict[str, str]:
        """The query of an export of the list as shown, for each kind of file.

        It names the tenant: operators may have switched to another one before they follow the link.
        """
        asked = {name: text for name, text in self.asked.items() if text}
        asked[PAGE_TENANT] = self.tenant.pk
        return {kind: urlencode(asked | {"format": kind}) for kind in exports.MEDIA_TYPES}

    def _asked(self) -> dict[str, Any]:
        asked = {name: self.params.get(ours, "") for ours, name in _PARAMETERS.items()}
        sort_by, sort_order = self._sorting()
        return asked | {"sort_by": sort_by, "sort_order": sort_order}

    def _sorting(self) -> tuple[str, str]:
        """Return key and order of the first column in the address; newest activity first else."""
        first = self.params.get(ORDER_VAR, "").partition(".")[0]
        column = first.removeprefix("-")
        if column.isdecimal() and int(column) < len(self.list_display):
            key = self.get_ordering_field(self.list_display[int(column)])
            if key:
                return key, "desc" if first.startswith("-") else "asc"
        return "last_seen", "desc"


def _as_student(line: StudentLine) -> Student:
    """Return a line as a model, which Django's templates can show; it keeps the line, too."""
    student = Student(pk=line.pk, email=line.email, status=line.status)
    student.line = line
    return student


class _StudentFilter(DropdownFilter):
    """A choice of one value; the list itself applies it."""

    def queryset(self, request, queryset):
        return queryset


class ProgrammeFilter(_StudentFilter):
    """The tenant's programmes, by code."""

    title = "programme"
    parameter_name = "programme"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        known = Programme.objects.for_tenant(request.tenant).order_by("code")
        return [(row.code, f"{row.code} · {row.name}") for row in known]

    def has_output(self) -> bool:
        return True


class StudentStatusFilter(_StudentFilter):
    """A filter for active or inactive students; deleted ones are never shown."""

    title = "status"
    parameter_name = "status"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [(status, status.capitalize()) for status in STUDENT_STATUSES]


class LastSeenFilter(DateRangeFilter):
    """A filter by the latest activity in a session; the list itself applies it."""

    def queryset(self, request, queryset):
        return queryset
