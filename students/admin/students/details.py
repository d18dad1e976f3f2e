"""The details of a student that may be changed besides the status: names, programmes, … (§5)."""

from functools import partial

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from accounts.queries.membership import programme_codes
from accounts.services import users
from accounts.validators.campus import kept_sis_id
from config.admin.forms import ConsoleForm
from config.admin.object_views import object_view
from config.permissions import Action
from programmes.models import Programme
from students.models import Student

_COLUMNS = (
    *("first_name", "middle_name", "last_name", "sis_id", "cohort", "title", "department"),
    "unlimited_sessions",
)


class DetailsForm(ConsoleForm):
    """The fields of a student with the model's limits, and the programmes by code."""

    shows_row = True

    def __init__(self, *args, student: Student, **kwargs) -> None:
        held = programme_codes(student)
        initial = {name: getattr(student, name) for name in _COLUMNS} | {"programme_codes": held}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields = forms.fields_for_model(
            Student, _COLUMNS, widgets=dict.fromkeys(_COLUMNS[:-1], UnfoldAdminTextInputWidget)
        )
        self.fields["sis_id"].label = _("Student number")
        self.fields["sis_id"].help_text = _(
            "The SIS id: what the university's own system calls them, letter for letter. Rosters "
            "find them by it."
        )
        self.fields["cohort"].help_text = _("Such as their year of admission.")
        unlimited = self.fields["unlimited_sessions"]
        unlimited.widget = UnfoldBooleanSwitchWidget()
        unlimited.label = _("Unlimited sessions")
        unlimited.help_text = _(
            "Never blocked, whatever remains. The numbers are kept all the same."
        )
        known = Programme.objects.for_tenant(student.tenant_id).order_by("code")
        self.fields["programme_codes"] = forms.MultipleChoiceField(
            choices=[
                (row.code, f"{row.code} · {row.name}")
                for row in known
                if row.is_active or row.code in held
            ],
            required=False,
            label=_("Programmes"),
            widget=UnfoldAdminCheckboxSelectMultipleWidget,
        )

    def rule_for(self, name, field):
        return kept_sis_id if name == "sis_id" else super().rule_for(name, field)

    @property
    def changes(self) -> dict:
        """The values that the operator changed; an empty text is None where that is allowed."""
        optional = {"middle_name", "sis_id", "cohort", "title", "department"}
        return {
            name: self.cleaned_data[name] or None if name in optional else self.cleaned_data[name]
            for name in self.changed_data
        }


class DetailsPageMixin:
    """The page on which a student's details are changed."""

    @object_view(description=_("Edit details"), requires=Action.EDIT, icon="edit")
    def edit(self, request, student: Student):
        data = request.POST if request.method == "POST" else None

        def form_of(data) -> DetailsForm:
            form = DetailsForm(data, student=self.get_object(request, student.pk))
            form.latest_changes = partial(self.latest_changes, request, student)
            return form

        form = form_of(data)
        if request.method == "POST" and form.is_valid():
            with (
                form.showing_rejections(),
                form.while_unchanged(student, partial(form_of, None)),
            ):
                users.update_user(actor=request.user, user=student, **form.changes)
                messages.success(request, _("The details are saved."))
                return HttpResponseRedirect(self.row_url(student))
            if form.was_overtaken:
                form = form_of(data)
        context = self.page_context(request, student, _("Edit details")) | {"form": form}
        return TemplateResponse(request, "admin/students/details.html", context)
