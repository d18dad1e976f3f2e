"""The lists of the admin."""

from typing import Any

from django import forms
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ORDER_VAR, PAGE_VAR, SEARCH_VAR, ChangeListSearchForm
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from unfold.views import ChangeList
from unfold.widgets import UnfoldBooleanWidget

from config.admin.chips import Chip, filter_chips, search_chips
from config.admin.pagination import PAGE_SIZES, PER_PAGE_VAR
from config.admin.parameters import NotOffered
from config.api.filters import LONGEST_SEARCH


class _SearchForm(ChangeListSearchForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[SEARCH_VAR] = forms.CharField(
            required=False, strip=False, max_length=LONGEST_SEARCH
        )


class ConsoleChangeList(ChangeList):
    """A list that shows the number of its rows beside the page numbers, and nowhere else.

    Parameters that it does not offer never come here (``config.admin.parameters``); values that it
    does not offer end here.
    """

    search_form_class = _SearchForm
    list_per_page: int

    @cached_property
    def filter_chips(self) -> list[Chip]:
        """The filters that are applied."""
        return filter_chips(self)

    @cached_property
    def chips(self) -> list[Chip]:
        """All that the list is narrowed by."""
        return search_chips(self) + self.filter_chips

    @property
    def first_shown(self) -> int:
        """The number of the page's first row among all rows."""
        return (self.page_num - 1) * self.list_per_page + 1 if self.multi_page else 1

    @property
    def last_shown(self) -> int:
        return self.first_shown + len(self.result_list) - 1

    @property
    def tick_all(self) -> SafeString:
        """The box that ticks all rows of the page."""
        label = _("Tick all %(rows)s on this page") % {"rows": self.opts.verbose_name_plural}
        box = UnfoldBooleanWidget(
            {"id": "action-toggle", "class": "action-toggle", "aria-label": label}
        )
        return box.render("action-toggle", value=False)

    def get_filters_params(self, params: Any = None) -> dict[str, list[str]]:
        """Return the parameters of the filters: a blank parameter counts as absent."""
        given = super().get_filters_params(params)
        given.pop(PER_PAGE_VAR, None)
        return {
            name: values for name, texts in given.items() if (values := list(filter(None, texts)))
        }

    def get_filters(self, request: HttpRequest) -> Any:
        found = super().get_filters(request)
        refused = {name for spec in found[0] for name in self.refused_by(spec)}
        if not self.is_offered_order(self.params.get(ORDER_VAR)):
            refused.add(ORDER_VAR)
        if not self.take_page_size(self.params.get(PER_PAGE_VAR)):
            refused.add(PER_PAGE_VAR)
        if refused:
            raise NotOffered(refused)
        return found

    def get_results(self, request: HttpRequest) -> None:
        try:
            super().get_results(request)
        except IncorrectLookupParameters as error:
            raise NotOffered([PAGE_VAR], line="") from error
        # Where these differ, the page's head would show the same number again.
        self.full_result_count = self.result_count

    def refused_by(self, spec: Any) -> set[str]:
        """Return the parameters of a filter whose values its own form does not take."""
        forms = [choice["form"] for choice in spec.choices(self)]
        taken = {name for form in forms for name in form.fields if name not in form.errors}
        return spec.used_parameters.keys() - taken

    def take_page_size(self, text: str | None) -> bool:
        """Show as many rows a page as an address asks for; return False if none may ask so."""
        if text:
            sizes = {str(size): size for size in PAGE_SIZES}
            self.list_per_page = sizes.get(text, self.list_per_page)
            return text in sizes
        return True

    def is_offered_order(self, text: str | None) -> bool:
        """Return whether clicks on the heads of the columns can lead to this order."""
        columns = {
            str(position)
            for position, name in enumerate(self.list_display)
            if name in self.sortable_by and self.get_ordering_field(name)
        }
        asked = [part.removeprefix("-") for part in text.split(".")] if text else []
        return len(set(asked)) == len(asked) and columns.issuperset(asked)
