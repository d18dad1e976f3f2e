"""Forms whose values go to a service, and that show why the service refused them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.db import IntegrityError
from django.db.models import Model
from unfold.widgets import INPUT_CLASSES

from config.addresses import new_address
from config.admin.versions import VersionMixin
from config.api.exceptions import as_domain_error
from config.errors import DomainError, InvalidInput, Stale, Unavailable
from config.models import has_rule_of_its_own
from config.text import lines, one_line


class DayInput(forms.DateInput):
    """A day, by the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"class": " ".join(INPUT_CLASSES)} | (attrs or {}))


class RejectionMixin(VersionMixin):
    """A form that can show the refusal of a service, after it was valid by its own rules."""

    rejection: DomainError | None = None

    def full_clean(self) -> None:
        for name, field in self.fields.items():
            if rule := self.rule_for(name, field):
                initial = self.get_initial_for_field(field, name)
                field.validators = [one for one in field.validators if one is not validate_email]
                # The field is the form's own copy.
                field.to_python = _ruled(field.to_python, rule, initial)  # type: ignore[method-assign,assignment]
        super().full_clean()

    def rule_for(self, name: str, field: forms.Field) -> Callable[[str], str] | None:
        """Return the rule for what is typed into a field; None where it is no text for people."""
        if not isinstance(field, forms.CharField) or not field.strip or field.widget.is_hidden:
            return None
        if isinstance(field, forms.EmailField):
            return new_address
        return lines if isinstance(field.widget, forms.Textarea) else one_line

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        is_stale = self.refuse_stale()
        if self.rejection is not None and not (is_stale and isinstance(self.rejection, Stale)):
            self.show(self.rejection)
        return cleaned

    @contextmanager
    def showing_rejections(self) -> Iterator[None]:
        """Show the refusal of a service that is called in this context.

        After a success, the caller returns from within the context; after a refusal, the code
        below the context runs.
        """
        try:
            yield
        except Unavailable:
            raise  # a page that says so, with the time to come again
        except (DomainError, IntegrityError) as error:
            rejection = as_domain_error(error)
            if rejection is None:
                raise
            self.was_overtaken = isinstance(rejection, Stale)
            self.show(rejection)

    def show(self, rejection: DomainError) -> None:
        """Put a rejection beside the field it is about, or above the form."""
        if not isinstance(rejection, InvalidInput):
            self.add_error(None, rejection.message)
            return
        for error in rejection.details["errors"]:
            name = error["field"].partition(".")[0]
            self.add_error(name if name in self.fields else None, error["message"])


def _ruled(
    to_python: Callable[[Any], Any], rule: Callable[[str], str], initial: Any
) -> Callable[[Any], Any]:
    """Return a field's reading with a rule behind it, for all but the text that was shown.

    What was stored before the rule must not keep people from changing the other fields.
    """

    def read(value: Any) -> Any:
        read_value = to_python(value)
        if not isinstance(read_value, str):
            return read_value
        typed = "\n".join(read_value.splitlines())
        if isinstance(initial, str) and typed == "\n".join(initial.strip().splitlines()):
            return initial
        return rule(read_value)

    return read


class ConsoleForm(RejectionMixin, forms.Form):
    """The values that an action needs."""

    @property
    def changed_values(self) -> dict[str, Any]:
        """Return the values for the call of a service."""
        return self.cleaned_data


class ConsoleModelForm(RejectionMixin, forms.ModelForm):
    """A row's fields; nothing is saved by the form itself."""

    shows_row = True

    def __init__(self, *args: Any, instance: Model | None = None, **kwargs: Any) -> None:
        # The rest of the page must not take entered values for stored ones.
        kwargs["instance"] = copy(instance)
        super().__init__(*args, **kwargs)

    def rule_for(self, name: str, field: forms.Field) -> Callable[[str], str] | None:
        columns = {column.name: column for column in self._meta.model._meta.fields}
        if name in columns and has_rule_of_its_own(columns[name]):
            return None
        return super().rule_for(name, field)

    @property
    def changed_values(self) -> dict[str, Any]:
        """Return the values that the operator changed; two people may work on one row at once."""
        return {name: self.cleaned_data[name] for name in self.changed_data}
