"""The actions that mail somebody an invitation (contract §5)."""

from django.utils.translation import gettext_lazy as _

from accounts import throttling
from accounts.admin import invitations as shown
from accounts.services import invitations
from config.admin.confirm_action import confirm_action
from config.permissions import Action


class InvitationActionsMixin:
    """The first invitation and further ones, among the actions of a user's page."""

    @confirm_action(
        description=_("Resend the invitation"),
        requires=Action.EDIT,
        icon="forward_to_inbox",
        question=_(
            "Send {row} the invitation again? The link in the new mail works for seven days; the "
            "one in the former mail stops working."
        ),
        visible_if=shown.waits_for,
    )
    def resend_invitation(self, request, user):
        throttling.consume(invite=request.user.pk)
        invitations.resend_invitation(actor=request.user, user=user)
        return _("%(user)s is invited again. The mail is on its way.") % {"user": user}

    @confirm_action(
        description=_("Send an invitation"),
        requires=Action.EDIT,
        icon="forward_to_inbox",
        question=_(
            "Invite {row}? They have no password and were never invited. The link in the mail "
            "works for seven days."
        ),
        visible_if=lambda user: user.is_active and invitations.lacks_invitation(user),
    )
    def send_invitation(self, request, user):
        throttling.consume(invite=request.user.pk)
        invitations.resend_invitation(actor=request.user, user=user)
        return _("%(user)s is invited. The mail is on its way.") % {"user": user}
