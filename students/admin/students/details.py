"""The details of a student that may be changed besides the status: names, programmes, … (§5)."""

from django import forms
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from accounts.queries.membership import programme_codes
from accounts.services import users
from config.admin.forms import ConsoleForm
from config.admin.object_views import object_view
from config.api.exceptions import as_domain_error
from config.errors import DomainError
from config.permissions import Action
from programmes.models import Programme
from students.models import Student

_COLUMNS = ("first_name", "middle_name", "last_name", "title", "department", "unlimited_sessions")


class DetailsForm(ConsoleForm):
    """The fields of a student with the model's limits, and the programmes by code."""

    def __init__(self, *args, student: Student, **kwargs) -> None:
        held = programme_codes(student)
        initial = {name: getattr(student, name) for name in _COLUMNS} | {"programme_codes": held}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields = forms.fields_for_model(
            Student, _COLUMNS, widgets=dict.fromkeys(_COLUMNS[:-1], UnfoldAdminTextInputWidget)
        )
        unlimited = self.fields["unlimited_sessions"]
        unlimited.widget = UnfoldBooleanSwitchWidget()
        unlimited.label = "Unlimited sessions"
        unlimited.help_text = "Never blocked, whatever is left. The numbers are kept all the same."
        known = Programme.objects.for_tenant(student.tenant_id).order_by("code")
        self.fields["programme_codes"] = forms.MultipleChoiceField(
            choices=[
                (row.code, f"{row.code} · {row.name}")
                for row in known
                if row.is_active or row.code in held
            ],
            required=False,
            label="Programmes",
            widget=UnfoldAdminCheckboxSelectMultipleWidget,
        )

    @property
    def changes(self) -> dict:
        """The values that the operator changed; an empty text is None where that is allowed."""
        optional = {"middle_name", "title", "department"}
        return {
            name: self.cleaned_data[name] or None if name in optional else self.cleaned_data[name]
            for name in self.changed_data
        }


class DetailsPageMixin:
    """The page on which a student's details are changed."""

    @object_view(description="Edit details", requires=Action.EDIT, icon="edit")
    def edit(self, request, student: Student):
        data = request.POST if request.method == "POST" else None
        form = DetailsForm(data, student=student)
        if request.method == "POST" and form.is_valid():
            try:
                users.update_user(actor=request.user, user=student, **form.changes)
            except (DomainError, IntegrityError) as error:
                refusal = as_domain_error(error)
                if refusal is None:
                    raise
                form.show(refusal)
            else:
                messages.success(request, "The details are saved.")
                return HttpResponseRedirect(self.row_url(student))
        context = self.page_context(request, student, "Edit details") | {"form": form}
        return TemplateResponse(request, "admin/students/details.html", context)
