"""Filters that unfold lacks, or does not have in a form that everybody can use."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import FieldListFilter
from django.db.models import Field
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from config.admin.forms import DayInput
from config.local_time import current_zone
from config.timestamps import parse_timestamp

# The most characters of a timestamp, with a margin.
_LONGEST = 50


class DateRangeForm(forms.Form):
    """The two days of a range, each with a label of its own."""

    def __init__(self, data: dict[str, Any], labels: dict[str, str]) -> None:
        super().__init__(data)
        for name, label in labels.items():
            self.fields[name] = forms.CharField(
                label=label, required=False, max_length=_LONGEST, widget=DayInput
            )


class DateRangeFilter(FieldListFilter):
    """A filter from one day to another, both included; days are days in the tenant's time zone."""

    template = "unfold/filters/filters_field.html"

    def __init__(self, field: Field[Any, Any], *args: Any, **options: Any) -> None:
        path = options["field_path"]
        self.first, self.last = f"{path}__gte", f"{path}__lte"
        super().__init__(field, *args, **options)
        self.title = str(field.verbose_name).removesuffix(" at")

    def expected_parameters(self) -> list[str | None]:
        return [self.first, self.last]

    def has_output(self) -> bool:
        return True

    def asked(self, name: str) -> str:
        """Return what was entered for one of the two parameters."""
        values: Any = self.used_parameters.get(name)
        return (values or [""])[-1].strip()

    def choices(self, changelist: Any) -> Iterator[Any]:
        title = str(self.title).capitalize()
        labels = {
            self.first: _("%(title)s from") % {"title": title},
            self.last: _("%(title)s until") % {"title": title},
        }
        yield {"form": DateRangeForm({name: self.asked(name) for name in labels}, labels)}

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        for name in (self.first, self.last):
            if text := self.asked(name):
                timestamp = parse_timestamp(text, upper=name == self.last, zone=current_zone())
                if timestamp is None:
                    messages.error(request, _("“%(text)s” is not a date.") % {"text": text})
                    return queryset.none()
                queryset = queryset.filter(**{name: timestamp})
        return queryset
