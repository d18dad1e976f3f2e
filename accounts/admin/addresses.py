"""The page on which the e-mail address of a user is changed (contract §16)."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminEmailInputWidget

from accounts.models import LegacyRole, SSOIdentity, User
from accounts.services import addresses
from config.admin.confirm_action import confirm_action
from config.admin.forms import ConsoleForm
from config.permissions import Action
from tenants.branding import signs_in_elsewhere


class ChangeEmailForm(ConsoleForm):
    """The new address of a user, and what the change will do."""

    shows_row = True

    def __init__(self, data, *, user: User, actor: User) -> None:
        super().__init__(data, initial={"email": user.email})
        widgets = {"email": UnfoldAdminEmailInputWidget}
        self.fields = forms.fields_for_model(User, ["email"], widgets=widgets)
        self.fields["email"].label = _("New e-mail address")
        self.user, self.actor = user, actor

    @property
    def consequences(self) -> list[str]:
        return list(_consequences(self.user, self.actor))


def _consequences(user: User, actor: User) -> Iterator[str]:
    """Yield what a change of a user's address does, in sentences for the operator."""
    yield _(
        "From now on the account is found by the new address alone; the former one becomes free."
    )
    yield _("Open sign-ins, the password and all data stay.")
    if user.pk == actor.pk:
        yield _("This is your own account: make sure that you can sign in with the new address.")
    if signs_in_elsewhere(user.tenant):
        yield _("The university’s sign-in server has to name the new address as well.")
    if SSOIdentity.objects.for_tenant(user.tenant_id).filter(user=user.pk).exists():
        yield _("The name by which that server knows the person stays bound to this account.")
    if user.invitations.unused().exists():
        yield (
            _(
                "The invitation is sent anew, to the new address; the link in the former mail "
                "stops working."
            )
            if user.may_act
            else _("The link in the invitation that was sent stops working.")
        )
    if user.legacy_role == LegacyRole.STUDENT:
        yield _("Rosters have to name the new address: the former one would add another student.")


def _form(self, request, row, data) -> ChangeEmailForm:
    return ChangeEmailForm(data, user=row, actor=request.user)


class AddressPageMixin:
    """The page for the address, beside the other pages of a user or student."""

    @confirm_action(
        description=_("Change the e-mail address"),
        requires=Action.EDIT,
        icon="alternate_email",
        question="",  # the page says whose address, and which one
        form_for=_form,
        button=_("Change"),
        template="admin/console/change_email.html",
    )
    def change_email(self, request, user: User, email: str) -> str:
        changed = addresses.change_email(actor=request.user, user=user, email=email)
        if changed.email == user.email:
            return _("The address is the same as before; nothing was changed.")
        return _("The address is changed. This is %(changed)s now.") % {"changed": changed}
