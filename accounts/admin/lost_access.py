"""The help for somebody else who has lost password, phone or recovery codes (contract §16)."""

from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.enums import ActionVariant

from accounts import throttling
from accounts.queries.second_factor import factor_of
from accounts.services import password_resets, second_factor
from config.admin.confirm_action import confirm_action
from config.admin.display import timestamp
from config.permissions import Action


class LostAccessMixin:
    """The actions that let somebody in again, and what their page says of the second factor."""

    @display(description=_("Second factor"))
    def second_factor_told(self, user):
        factor = factor_of(user)
        return (
            (_("Active since %(since)s") % {"since": timestamp(factor.since)})
            if factor
            else _("Not set up")
        )

    @confirm_action(
        description=_("Remove the second factor"),
        requires=Action.EDIT,
        icon="phonelink_erase",
        question=_(
            "Remove the second factor of {row}? Do so for somebody who has lost phone and recovery "
            "codes, once you are sure that it is they who ask. From then on, the password alone "
            "signs them in, until they set up another one."
        ),
        visible_if=lambda user: factor_of(user) is not None,
        variant=ActionVariant.DANGER,
    )
    def take_second_factor(self, request, user):
        second_factor.remove_of(actor=request.user, user=user)
        return _("The second factor of %(user)s is removed.") % {"user": user}

    @confirm_action(
        description=_("Reset the password"),
        requires=Action.EDIT,
        icon="lock_reset",
        question=_(
            "Send {row} a mail with a link to choose a new password? It works once, for an hour; "
            "the link of a former mail stops working. Until it is used, nothing changes."
        ),
        button=_("Send the mail"),
        visible_if=lambda user: user.may_act and password_resets.has_way_back(user),
    )
    def reset_password(self, request, user):
        throttling.consume(invite=request.user.pk)
        password_resets.send_reset(actor=request.user, user=user)
        return _("The mail to %(user)s is on its way.") % {"user": user}
