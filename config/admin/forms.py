"""Forms whose values go to a service, and that show why the service refused them."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from django import forms
from django.db import IntegrityError
from django.db.models import Model
from unfold.widgets import INPUT_CLASSES

from config.api.exceptions import as_domain_error
from config.errors import DomainError, InvalidInput


class DayInput(forms.DateInput):
    """A day, by the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"class": " ".join(INPUT_CLASSES)} | (attrs or {}))


class RejectionMixin(forms.BaseForm):
    """A form that can show the refusal of a service, after it was valid by its own rules."""

    rejection: DomainError | None = None

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.rejection is not None:
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
        except (DomainError, IntegrityError) as error:
            rejection = as_domain_error(error)
            if rejection is None:
                raise
            self.show(rejection)

    def show(self, rejection: DomainError) -> None:
        """Put a rejection beside the field it is about, or above the form."""
        if not isinstance(rejection, InvalidInput):
            self.add_error(None, rejection.message)
            return
        for error in rejection.details["errors"]:
            name = error["field"].partition(".")[0]
            self.add_error(name if name in self.fields else None, error["message"])


class ConsoleForm(RejectionMixin, forms.Form):
    """The values that an action needs."""

    @property
    def changed_values(self) -> dict[str, Any]:
        """Return the values for the call of a service."""
        return self.cleaned_data


class ConsoleModelForm(RejectionMixin, forms.ModelForm):
    """A row's fields; nothing is saved by the form itself."""

    def __init__(self, *args: Any, instance: Model | None = None, **kwargs: Any) -> None:
        # The rest of the page must not take entered values for stored ones.
        kwargs["instance"] = copy(instance)
        super().__init__(*args, **kwargs)

    @property
    def changed_values(self) -> dict[str, Any]:
        """Return the values that the operator changed; two people may work on one row at once."""
        return {name: self.cleaned_data[name] for name in self.changed_data}
