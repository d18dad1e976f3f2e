"""Lists of the admin that are lists of the API: the same filters, order, count and rows.

The address has the API's names for the filters, so it is read by the API's own filter set.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.admin import ListFilter
from django.contrib.admin.views.main import ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.core.paginator import InvalidPage
from django.utils.text import capfirst
from unfold.contrib.filters.admin import DropdownFilter
from unfold.widgets import UnfoldAdminTextInputWidget

from config.admin.changelist import ConsoleChangeList
from config.admin.filters import DateRangeForm
from config.admin.pagination import ConsolePaginator
from config.admin.parameters import NotOffered
from config.api.filters import ConsoleFilterSet
from config.errors import DomainError, InvalidInput
from config.local_time import current_zone
from config.timestamps import as_day, as_utc
from students.models import Student

# Filters that bound the time, and whether from above: days in a list, points in time at the API.
_BOUNDS = {"start_date": False, "end_date": True}


def in_utc(asked: Mapping[str, str]) -> dict[str, str]:
    """Return the filters of a list's address as the API takes them: days of its tenant in UTC."""
    return {name: _changed(as_utc, name, text) for name, text in asked.items()}


def in_days(asked: Mapping[str, str]) -> dict[str, str]:
    """Return the API's filters as a list's address has them."""
    return {name: _changed(as_day, name, text) for name, text in asked.items()}


def _changed(change: Callable[..., str], name: str, text: str) -> str:
    if not text or name not in _BOUNDS:
        return text
    return change(text, upper=_BOUNDS[name], zone=current_zone())


class ListOfApi(ConsoleChangeList):
    """A page of a list that the API has; Django's own list would count and sort all rows."""

    filterset_class: ClassVar[type[ConsoleFilterSet]]
    default_sort: ClassVar[tuple[str, str]]
    # The address's names for parameters of the API, where they are others.
    parameters: ClassVar[Mapping[str, str]] = {"search": SEARCH_VAR}

    rows: Any = None
    """The list as it was asked for; None where that cannot be."""

    @classmethod
    def whole(cls, request) -> Any:
        """Return the whole list."""
        raise NotImplementedError

    @classmethod
    def always(cls, request) -> dict[str, str]:  # noqa: ARG003 - what it may depend on
        """Return the query parameters of the API that do not depend on the address's query."""
        return {}

    @classmethod
    def of_query(cls, request, asked: Mapping[str, str]) -> Any:
        """Return the list that the API's query parameters ask for.

        Raises InvalidInput for bad ones.
        """
        values = cls.filterset_class.read({**asked, **cls.always(request)})
        rows = cls.whole(request).filter(**values)
        key, order = cls.default_sort
        if asked.get("sort_by") in rows.sort_keys:
            key = asked["sort_by"]
        return rows.order_by(key, descending=(asked.get("sort_order") or order) == "desc")

    def as_results(self, page: list[Any]) -> list[Student]:
        """Return the rows of a page as models, which Django's templates can show."""
        raise NotImplementedError

    def get_queryset(self, request, exclude_parameters=None):
        (self.filter_specs, self.has_filters, remaining, _, self.has_active_filters) = (
            self.get_filters(request)
        )
        self.clear_all_filters_qs = self.get_query_string(
            new_params=remaining, remove=self.get_filters_params()
        )
        self.asked, self.tenant = self._asked(), request.tenant
        try:
            self.rows = self.of_query(request, self.asked)
        except InvalidInput as refusal:
            tell(request, refusal)
        return self.root_queryset

    def refused_by(self, spec) -> set[str]:
        """Return no parameters: the API's filter set checks the values, and gives reasons."""
        return set()

    def get_results(self, request) -> None:
        if self.page_num < 1:
            raise NotOffered([PAGE_VAR], line="")
        total = self.count_rows() if self.rows is not None else 0
        self.paginator = self.paginator_of(total)
        try:
            self.paginator.validate_number(self.page_num)
        except InvalidPage as error:
            raise NotOffered([PAGE_VAR], line="") from error
        skip = (self.page_num - 1) * self.list_per_page
        page = self.rows[skip : skip + self.list_per_page] if total else []
        self.result_list = self.as_results(page)
        self.result_count = self.full_result_count = total
        self.show_full_result_count = self.can_show_all = False
        self.multi_page = total > self.list_per_page
        self.show_admin_actions = bool(total)

    def count_rows(self) -> int:
        """Return the number of rows."""
        return self.rows.count()

    def paginator_of(self, total: int) -> ConsolePaginator:
        return ConsolePaginator(range(total), self.list_per_page)

    def get_ordering_field_columns(self) -> dict[int, str]:
        """Return the one column that the list is sorted by, with its direction."""
        for column, name in enumerate(self.list_display):
            if self.get_ordering_field(name) == self.asked["sort_by"]:
                return {column: self.asked["sort_order"]}
        return {}

    @property
    def api_query(self) -> dict[str, str]:
        """The list as shown, as query parameters of the API."""
        return {name: text for name, text in self.asked.items() if text}

    def _asked(self) -> dict[str, str]:
        """Return the API's query parameters that the address stands for."""
        filters = {
            name: self.params.get(self.parameters.get(name, name), "")
            for name in self.filterset_class.base_filters
        }
        sort_by, sort_order = self._sorting()
        return in_utc(filters) | {"sort_by": sort_by, "sort_order": sort_order}

    def _sorting(self) -> tuple[str, str]:
        """Return key and order of the first column in the address, or those of the API."""
        first = self.params.get(ORDER_VAR, "").partition(".")[0]
        column = first.removeprefix("-")
        if column.isdecimal() and int(column) < len(self.list_display):
            key = self.get_ordering_field(self.list_display[int(column)])
            if key:
                return key, "desc" if first.startswith("-") else "asc"
        return self.default_sort


def tell(request, refusal: DomainError) -> None:
    """Tell the operator why a list was refused: a sentence for each bad value."""
    errors = refusal.details["errors"] if isinstance(refusal, InvalidInput) else []
    for text in [error["message"] for error in errors] or [refusal.message]:
        messages.error(request, text)


class ChoiceOfList(DropdownFilter):
    """A choice of one value; the list itself applies it."""

    offered: ClassVar[tuple[tuple[str, str], ...]]

    def lookups(self, request, model_admin):
        return self.offered

    def queryset(self, request, queryset):
        return queryset

    def choices(self, changelist):
        """Yield the form, with a label that reads well before a value."""
        for choice in super().choices(changelist):
            choice["form"].fields[self.parameter_name].label = capfirst(self.title)
            yield choice


class SpanOfList(ListFilter):
    """A filter from one value to another; the list itself applies it."""

    template = "unfold/filters/filters_field.html"
    parameter_names: ClassVar[tuple[str, str]]
    parameter_name: ClassVar[str]
    labels: ClassVar[tuple[str, str]]
    form_class: ClassVar[type[forms.Form]] = DateRangeForm

    def __init__(self, request, params, model, model_admin) -> None:
        super().__init__(request, params, model, model_admin)
        for name in self.parameter_names:
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]

    def expected_parameters(self) -> list[str]:
        return list(self.parameter_names)

    def has_output(self) -> bool:
        return True

    def choices(self, changelist) -> Iterator[dict[str, Any]]:
        labels = dict(zip(self.parameter_names, self.labels, strict=True))
        data = {name: self.used_parameters.get(name, "") for name in labels}
        yield {"form": self.form_class(data, labels)}

    def queryset(self, request, queryset):
        return queryset


class ScoreRangeForm(forms.Form):
    """The two scores of a range, each with a label of its own."""

    def __init__(self, data: dict[str, Any], labels: dict[str, str]) -> None:
        super().__init__(data)
        for name, label in labels.items():
            self.fields[name] = forms.CharField(
                label=label,
                required=False,
                max_length=10,
                widget=UnfoldAdminTextInputWidget({"inputmode": "decimal"}),
            )
