"""The second factor of somebody else, who has lost phone and recovery codes (contract §16)."""

from unfold.decorators import display

from accounts.queries.second_factor import factor_of
from accounts.services import second_factor
from config.admin.confirm_action import confirm_action
from config.admin.display import timestamp
from config.permissions import Action


class LostSecondFactorMixin:
    """What the page of a user says of their second factor, and the action that removes it."""

    @display(description="Second factor")
    def second_factor_told(self, user):
        factor = factor_of(user)
        return f"Active since {timestamp(factor.since)}" if factor else "None"

    @confirm_action(
        description="Remove the second factor",
        requires=Action.EDIT,
        icon="phonelink_erase",
        question=(
            "Remove the second factor of {row}? Do so for somebody who has lost phone and recovery "
            "codes, once you are sure that it is they who ask. From then on, the password alone "
            "signs them in, until they set up another one."
        ),
        visible_if=lambda user: factor_of(user) is not None,
    )
    def take_second_factor(self, request, user):
        second_factor.remove_of(actor=request.user, user=user)
        return f"The second factor of {user} is removed."
