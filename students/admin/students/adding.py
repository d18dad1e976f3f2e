"""The page on which one student is added; a roster brings many."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from accounts.services import users
from accounts.validators.campus import kept_sis_id
from config.permissions import Action
from programmes.admin.fields import ProgrammeCodesChoice
from students.models import Student
from tenants.admin.base import TenantModelForm


class StudentForm(TenantModelForm):
    """Who is added as a student, and in which programmes."""

    programme_codes = ProgrammeCodesChoice(
        help_text=_("With none ticked, only case studies that are open to all are shown.")
    )

    class Meta:
        model = Student
        fields = ()
        labels = {"email": _("E-mail address"), "sis_id": _("SIS id")}
        help_texts = {
            "email": _("They sign in with it. No mail is sent."),
            "sis_id": _("Their id in the university's own system, as it is written there."),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "programme_codes" in self.fields:
            self.fields["programme_codes"].offer(self.tenant, held=())

    def rule_for(self, name: str, field: forms.Field) -> Callable[[str], str] | None:
        return kept_sis_id if name == "sis_id" else super().rule_for(name, field)


class AddPageMixin:
    """The page that adds a student, by the service of ``POST /v1/console/students``."""

    allowed_actions = frozenset({Action.CREATE})
    add_title = _("Add a student")
    form = StudentForm
    fields = (
        *("email", "first_name", "middle_name", "last_name", "sis_id", "cohort"),
        "programme_codes",
    )

    def create_row(self, *, actor, tenant, **values) -> Student:
        return users.create_student(actor=actor, tenant=tenant, **values)

    def response_add(self, request, obj, post_url_continue=None):
        messages.success(request, _("%(obj)s is added.") % {"obj": obj})
        again = "_addanother" in request.POST
        return HttpResponseRedirect(request.path if again else self.row_url(obj))
