"""The form with which a user is invited and changed in the admin (contract §5)."""

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from accounts.admin.role_changes import WHAT_A_ROLE_DOES
from accounts.models import LegacyRole, Role, User
from accounts.models.role import SYSTEM_FIRST
from programmes.admin.fields import ProgrammeCodesChoice
from tenants.admin.base import TenantModelForm


class UserForm(TenantModelForm):
    """A user's personal data, role and programmes."""

    role = forms.ModelChoiceField(
        Role.objects.none(),
        label=_("Role"),
        widget=UnfoldAdminSelectWidget,
        empty_label=_("Choose a role"),
        help_text=_("What the user may see and do."),
    )
    programme_codes = ProgrammeCodesChoice(
        help_text=_("With none ticked, only case studies that are open to all are shown.")
    )

    class Meta:
        model = User
        fields = ()
        labels = {
            "email": _("E-mail address"),
            "title": _("Job title"),
            "unlimited_sessions": _("Unlimited sessions"),
        }
        help_texts = {
            "email": _("The invitation goes there, and they sign in with it."),
            "unlimited_sessions": _("The limit of attempts does not apply to this user."),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        held = [] if self.is_new else codes_of(self.instance)
        self.fields["programme_codes"].offer(self.tenant, held=held)
        self.initial["programme_codes"] = held
        # A role that is not assigned any more may stay.
        kept = Role.objects.for_tenant(self.tenant).filter(pk=self.instance.role_id)
        offered = Role.objects.for_tenant(self.tenant).assignable() | kept
        self.fields["role"].queryset = offered.order_by(*SYSTEM_FIRST)
        if self.instance.legacy_role == LegacyRole.STUDENT:
            self.fields["role"].help_text = WHAT_A_ROLE_DOES


def codes_of(user: User) -> list[str]:
    """Return the codes of the programmes that the list has prefetched."""
    return [link.programme.code for link in user.programme_links.all()]
