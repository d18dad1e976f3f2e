"""The way back to the students, beside the other buttons of a user in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.admin.users import UserAdmin
from accounts.models import User
from config.admin.confirm_action import confirm_action
from config.admin.menu import with_item
from config.permissions import Action
from students.queries.history import may_return
from students.services.returns import return_to_students

# The page of users belongs to the app ``accounts``; only this app knows who was a student.
admin.site.unregister(User)


@admin.register(User)
class ReturningUserAdmin(UserAdmin):
    """Every user, with the way back for those who were students."""

    actions_detail = with_item(UserAdmin.actions_detail, _("Account"), "return_to_students")

    @confirm_action(
        description=_("Return to students"),
        requires=Action.EDIT,
        icon="school",
        question=_(
            "Make a student of {row} again? They lose their role and what it permits at once, and "
            "are back in the students’ list. Sessions, grades, attempts and programmes are as they "
            "were."
        ),
        visible_if=may_return,
    )
    def return_to_students(self, request, user):
        return_to_students(actor=request.user, user=user)
        return _("%(user)s is a student again.") % {"user": user}
