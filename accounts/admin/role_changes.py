"""The question before a student becomes staff (contract §16)."""

from collections.abc import Iterator

from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from accounts.models import LegacyRole, Role, User
from config.admin.forms import ConsoleForm
from config.admin.parameters import PRESERVED, takes
from tenants.branding import signs_in_elsewhere
from tenants.current_tenant import PAGE_TENANT

# The field with which the second request says that the operator has read what the role does.
_CONFIRMED = "confirmed_role"

# The marks that the second form writes for itself.
_OWN = {"csrfmiddlewaretoken", PAGE_TENANT, _CONFIRMED}

WHAT_A_ROLE_DOES = _(
    "A student who is given a role becomes staff, and is gone from the students’ lists. You are "
    "asked before it is done."
)


def makes_staff(user: User, role: Role) -> bool:
    """Return whether a role would make staff of a student."""
    return user.legacy_role == LegacyRole.STUDENT and role.legacy_role != LegacyRole.STUDENT


def consequences(user: User, role: Role | None = None) -> Iterator[str]:
    """Yield what it does to make staff of a student, in sentences for the operator."""
    yield _("They vanish from the students’ list, its numbers and its exports.")
    yield _(
        "Sessions, grades, attempts and programmes stay as they are. “Return to students” on "
        "their page among the users brings them back with all of it."
    )
    if role is not None and not role.permissions and not role.is_system_role:
        yield _("This role permits nothing: they will be in neither list, Students or Users.")
    if not (user.has_usable_password() or signs_in_elsewhere(user.tenant)):
        yield _(
            "They have no password yet: send them an invitation afterwards, so that they can sign "
            "in."
        )


class _Unconfirmed(Exception):
    """A change of role that the operator has not confirmed; it is rolled back."""

    def __init__(self, user: User, role: Role) -> None:
        super().__init__()
        self.user, self.role = user, role


class RoleStepMixin:
    """A step between the form of a user and its saving, where a student would become staff."""

    def save_model(self, request, obj, form, change) -> None:
        """Save, and take it back where a question has to come first: so refusals precede it."""
        super().save_model(request, obj, form, change)
        role = form.cleaned_data.get("role")
        if change and makes_staff(obj, role) and request.POST.get(_CONFIRMED) != role.pk:
            raise _Unconfirmed(obj, role)

    @takes(PRESERVED)
    def change_view(self, request, object_id, form_url="", extra_context=None):
        try:
            return super().change_view(request, object_id, form_url, extra_context)
        except _Unconfirmed as step:
            return self._ask(request, step.user, step.role)

    def _ask(self, request, user: User, role: Role) -> TemplateResponse:
        sent = [
            (name, value)
            for name, values in request.POST.lists()
            if name not in _OWN
            for value in values
        ]
        context = self.page_context(request, user, _("Make staff of a student")) | {
            "question": _("Give %(user)s the role %(role)s?") % {"user": user, "role": role},
            "consequences": list(consequences(user, role)),
            "sent": [*sent, (_CONFIRMED, role.pk)],
            "button": _("Give the role"),
            "form": ConsoleForm(),
        }
        return TemplateResponse(request, "admin/console/confirm_role.html", context)
