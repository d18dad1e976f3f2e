"""The lists of the admin."""

from typing import Any

from django import forms
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ORDER_VAR, PAGE_VAR, SEARCH_VAR, ChangeListSearchForm
from django.http import HttpRequest
from unfold.views import ChangeList

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

    def get_filters_params(self, params: Any = None) -> dict[str, list[str]]:
        """Return the parameters of the filters: a blank parameter counts as absent."""
        given = super().get_filters_params(params).items()
        return {name: values for name, texts in given if (values := list(filter(None, texts)))}

    def get_filters(self, request: HttpRequest) -> Any:
        found = super().get_filters(request)
        refused = {name for spec in found[0] for name in self.refused_by(spec)}
        if not self.is_offered_order(self.params.get(ORDER_VAR)):
            refused.add(ORDER_VAR)
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

    def is_offered_order(self, text: str | None) -> bool:
        """Return whether clicks on the heads of the columns can lead to this order."""
        columns = {
            str(position)
            for position, name in enumerate(self.list_display)
            if name in self.sortable_by and self.get_ordering_field(name)
        }
        asked = [part.removeprefix("-") for part in text.split(".")] if text else []
        return len(set(asked)) == len(asked) and columns.issuperset(asked)
