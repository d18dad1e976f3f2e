"""The page on which a student is given a role, and so becomes staff (contract §16)."""

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from accounts.admin.role_changes import consequences
from accounts.models import Role
from accounts.models.role import SYSTEM_FIRST
from accounts.services import users
from config.admin.confirm_action import confirm_action
from config.admin.forms import ConsoleForm
from config.permissions import Action
from students.models import Student


class StaffRoleForm(ConsoleForm):
    """The role for a student, and what it will do."""

    role = forms.ModelChoiceField(
        Role.objects.none(),
        label=_("Role"),
        widget=UnfoldAdminSelectWidget,
        empty_label=_("Choose a role"),
        help_text=_("What they may see and do from then on."),
    )

    def __init__(self, data, *, student: Student) -> None:
        super().__init__(data)
        roles = Role.objects.for_tenant(student.tenant_id).assignable()
        # A custom role that permits nothing would take them out of one list, and into no other.
        offered = roles.exclude(legacy_role=None, permissions=[])
        self.fields["role"].queryset = offered.order_by(*SYSTEM_FIRST)
        self.consequences = list(consequences(student))


def _form(self, request, row, data) -> StaffRoleForm:
    return StaffRoleForm(data, student=row)


class StaffPageMixin:
    """The page that makes staff of a student, beside their other pages."""

    @confirm_action(
        description=_("Make staff"),
        requires=Action.EDIT,
        icon="badge",
        question=_("Make {row} a member of staff?"),
        form_for=_form,
        button=_("Give the role"),
        leads_to="admin:accounts_user_changelist",
        template="admin/console/give_role.html",
    )
    def make_staff(self, request, student: Student, role: Role) -> str:
        users.update_user(actor=request.user, user=student, role_id=role.pk)
        return _("%(student)s is staff now: %(role)s.") % {"student": student, "role": role}
