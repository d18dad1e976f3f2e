"""Forms whose values go to a service, and that show what the service said no to."""

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
    """A form that was valid by itself, and then refused by a rule deeper down."""

    rejection: DomainError | None = None

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.rejection is not None:
            self.show(self.rejection)
        return cleaned

    @contextmanager
    def showing_rejections(self) -> Iterator[None]:
        """Show what a service, called in here, says no to; whoever is told yes leaves by return."""
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
    """What an action has to be told."""

    @property
    def changed_values(self) -> dict[str, Any]:
        """Return what a service is to be called with."""
        return self.cleaned_data


class ConsoleModelForm(RejectionMixin, forms.ModelForm):
    """A row's fields; nothing is saved by the form itself."""

    def __init__(self, *args: Any, instance: Model | None = None, **kwargs: Any) -> None:
        # What is entered must not be taken for what is stored by the rest of the page.
        kwargs["instance"] = copy(instance)
        super().__init__(*args, **kwargs)

    @property
    def changed_values(self) -> dict[str, Any]:
        """Return what the operator changed; two people may work on one row at the same time."""
        return {name: self.cleaned_data[name] for name in self.changed_data}
