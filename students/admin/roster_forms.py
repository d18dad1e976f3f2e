"""The forms of the pages on which rosters are uploaded, checked again and confirmed."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextInputWidget,
)

from config.admin.forms import ConsoleForm
from config.ids import is_id
from programmes.models import Programme
from students.models import RosterImport
from students.services.roster.formats.encodings import NAMED
from tenants.admin.base import TenantModelForm


class RosterForm(TenantModelForm):
    """A roster, and the options of its import."""

    people = forms.FileField(
        label=_("Roster"),
        widget=UnfoldAdminFileFieldWidget,
        help_text=_(
            "CSV, XLSX, or a ZIP file: our own students export, or the users of Canvas, OneRoster, "
            "Moodle or Blackboard."
        ),
    )
    companion = forms.FileField(
        label=_("Second file"),
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text=_("Canvas' enrollments.csv or OneRoster's roles.csv: tells who is a student."),
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"),
        required=False,
        choices=[
            ("", _("UTF-8, or UTF-16 with its mark")),
            *(
                (name, format_lazy("{name} ({where})", name=name, where=where))
                for name, where in NAMED.items()
            ),
        ],
        widget=UnfoldAdminSelectWidget,
        help_text=_(
            "Only for CSV files of old programs: one that needs it is refused with examples."
        ),
    )
    programme = forms.ModelChoiceField(
        Programme.objects.none(),
        label=_("Programme that everybody joins"),
        required=False,
        to_field_name="code",
        widget=UnfoldAdminSelectWidget,
    )

    # The import that is discarded, since this is its corrected file.
    replaces = forms.CharField(
        label=_("Replaces"), required=False, strip=False, widget=forms.HiddenInput
    )

    class Meta:
        model = RosterImport
        fields = ()
        labels = {
            "max_change": _("Largest change"),
            "deactivate_missing": _("Deactivate who is missing"),
            "skip_bad_rows": _("Leave bad rows out"),
            "allow_erased": _("Let people who were erased come back"),
        }
        help_texts = {
            "max_change": _(
                "Refuse the roster if it changes or adds more students than this: 25, or 10% of "
                "the active ones. Where nobody is active, new students do not count."
            ),
            "deactivate_missing": _("Active students who are not in the roster become inactive."),
            "skip_bad_rows": _(
                "Import the others. Otherwise one bad row refuses the whole roster."
            ),
            "allow_erased": _("Only if you know that they want to. Otherwise their rows are bad."),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        active = Programme.objects.for_tenant(self.tenant).filter(is_active=True)
        if "programme" in self.fields:
            self.fields["programme"].queryset = active

    def clean_replaces(self) -> str:
        """Return the id of the import that this one replaces; nonsense replaces none."""
        named = self.cleaned_data["replaces"]
        return named if is_id(named) else ""

    def clean_programme(self) -> str:
        programme = self.cleaned_data["programme"]
        return programme.code if programme else ""


class LimitForm(ConsoleForm):
    """Another limit for a roster that changes more than was allowed."""

    max_change = forms.CharField(
        label=_("Largest change"),
        max_length=20,
        initial="100%",
        widget=UnfoldAdminTextInputWidget,
        help_text=_("A number of students such as 250, or a part of the active ones such as 50%."),
    )


class ConfirmForm(ConsoleForm):
    """Which plan is confirmed: the one that the page shows."""

    plan_hash = forms.CharField(required=False, widget=forms.HiddenInput)
