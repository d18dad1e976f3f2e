"""Form fields of programmes and case studies."""

from collections.abc import Collection

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextareaWidget

from config.admin.widgets import CheckboxListWidget
from config.text import one_line
from programmes.models import Programme
from tenants.models import Tenant


class ProgrammeCodesChoice(forms.MultipleChoiceField):
    """A choice among a tenant's programmes, by their codes."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("label", _("Programmes"))
        widget = CheckboxListWidget(
            label=kwargs["label"], nothing=_("There are no active programmes yet.")
        )
        super().__init__(required=False, widget=widget, **kwargs)

    def offer(self, tenant: Tenant, *, held: Collection[str]) -> None:
        """Offer the active programmes, and those that the row has already."""
        programmes = Programme.objects.for_tenant(tenant).order_by("code")
        self.choices = [
            (programme.code, _title(programme))
            for programme in programmes
            if programme.is_active or programme.code in held
        ]


def _title(programme: Programme) -> str:
    title = f"{programme.code} · {programme.name}"
    return title if programme.is_active else _("%(title)s (inactive)") % {"title": title}


class LinesField(forms.CharField):
    """A list of texts, written one per line."""

    def __init__(self, **kwargs) -> None:
        super().__init__(required=False, widget=UnfoldAdminTextareaWidget({"rows": 6}), **kwargs)

    def prepare_value(self, value: list[str] | str | None) -> str:
        """Return the list as lines; or the text just entered, when the form is shown again."""
        return value if isinstance(value, str) else "\n".join(value or ())

    def to_python(self, value: str | None) -> list[str]:
        return [one_line(line) for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: list[str] | None, data: str | None) -> bool:
        """Return whether the shown text changed; an item of several lines alone is no change."""
        return self.prepare_value(initial).splitlines() != (data or "").splitlines()
