"""The page on which a student is erased: what would go first, then the address typed (§18)."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminTextInputWidget

from accounts.models import User
from config.admin.confirm_action import confirm_action
from config.admin.forms import ConsoleForm
from config.errors import DomainError
from config.permissions import Action
from students.models import Student
from students.queries.registry import table_of
from students.services.erasure import erase_student
from students.validators import LONGEST_REASON


class EraseForm(ConsoleForm):
    """The address of the student, typed, and the reason; beside them, what would go."""

    confirm_email = forms.CharField(
        label=_("E-mail address of the student"),
        widget=UnfoldAdminTextInputWidget(attrs={"autocomplete": "off"}),
        help_text=_("Type it, so that nobody else is erased."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Such as the number of the request. It stays on record: name nobody."),
    )

    def __init__(self, data, *, student: Student, actor: User) -> None:
        super().__init__(data)
        self.consequences = list(_consequences(student, actor))


def _consequences(student: Student, actor: User) -> Iterator[str]:
    """Yield what an erasure would do, by a dry run, in sentences for the operator."""
    try:
        counts = erase_student(actor=actor, user=student, dry_run=True).counts
    except DomainError as refusal:
        yield refusal.message
        return
    for model, number in counts.items():
        yield f"{number:,} · {table_of(model).holds}"


def _form(self, request, row, data) -> EraseForm:
    return EraseForm(data, student=row, actor=request.user)


class ErasePageMixin:
    """The page that erases a student, beside their other pages."""

    @confirm_action(
        description=_("Erase"),
        requires=Action.DELETE,
        icon="person_remove",
        question=_(
            "Erase {row}? Names, address, SIS id, transcripts and texts about the person go for "
            "ever, and nobody can undo it. Sessions, scores and attempts stay, under a pseudonym."
        ),
        form_for=_form,
        button=_("Erase for ever"),
        leads_to="admin:students_student_changelist",
        variant=ActionVariant.DANGER,
        template="admin/students/erase.html",
    )
    def erase(self, request, student: Student, confirm_email: str, reason: str) -> str:
        erase_student(actor=request.user, user=student, confirm_email=confirm_email, reason=reason)
        return _("The student is erased.")
