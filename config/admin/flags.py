"""What people call the flags of roles: what may be worked with, and how."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from config.permissions import Action, Module

MODULES: dict[Module, str | Promise] = {
    Module.USER_MANAGEMENT: _("Users and students"),
    Module.ROLE_MANAGEMENT: _("Roles"),
    Module.TENANT_MANAGEMENT: _("Universities"),
    Module.CASE_STUDIES: _("Case studies"),
    Module.KNOWLEDGE_BASES: _("Knowledge bases"),
    Module.FEEDBACK: _("Feedback"),
    Module.PROGRAMMES: _("Programmes"),
    Module.ATTEMPT_MANAGEMENT: _("Attempts"),
    Module.STUDENT_PERFORMANCE: _("Student performance"),
}
ACTIONS: dict[Action, str | Promise] = {
    Action.VIEW: _("View"),
    Action.CREATE: _("Create"),
    Action.EDIT: _("Edit"),
    Action.DELETE: _("Delete"),
    Action.EXPORT: _("Export"),
}


def words_of(flag: str) -> str:
    """Return a flag as people read it, such as Users and students: view."""
    module, _dot, action = flag.partition(".")
    return f"{MODULES[Module(module)]}: {str(ACTIONS[Action(action)]).lower()}"
