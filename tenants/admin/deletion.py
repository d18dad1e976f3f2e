"""The pages that delete a university, and restore it (contract §3, §19)."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminTextInputWidget

from config.admin.confirm_action import confirm_action
from config.admin.forms import ConsoleForm
from config.permissions import Action
from tenants.models import Tenant
from tenants.queries.trail import deletion_of
from tenants.services import tenants


class DeletionForm(ConsoleForm):
    """The name of the university, typed; beside it, what the deletion does."""

    # Not stripped: names from before the rule for names can be typed as well.
    confirm_name = forms.CharField(
        label=gettext_lazy("Name of the university"),
        max_length=1000,
        strip=False,
        widget=UnfoldAdminTextInputWidget(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Type it as it is written above, so that no other one is deleted."),
    )

    def __init__(self, data, *, consequences: list[str]) -> None:
        super().__init__(data)
        self.consequences = consequences


def _form(self, request, tenant: Tenant, data) -> DeletionForm:
    kept = _(
        "Nothing is lost: it can be restored on its page. Whoever was signed in has to sign in "
        "again then."
    )
    return DeletionForm(data, consequences=[*self.who_loses_access(tenant), kept])


class DeletionMixin:
    """Deleting and restoring, beside the other pages of a university."""

    change_form_before_template = "admin/console/university.html"

    def who_loses_access(self, tenant: Tenant) -> Iterator[str]:
        """Yield who would lose access by a deletion, in sentences; higher apps know the people."""
        yield _("All its people and keys lose access at once.")

    def get_object(self, request, object_id, from_field=None):
        tenant = super().get_object(request, object_id, from_field)
        if tenant is not None and not tenant.is_active:
            tenant.deletion = deletion_of(tenant)
        return tenant

    @confirm_action(
        description=gettext_lazy("Delete"),
        requires=Action.DELETE,
        icon="delete",
        question=gettext_lazy("Delete {row}?"),
        form_for=_form,
        button=gettext_lazy("Delete the university"),
        visible_if=lambda tenant: tenant.is_active,
        variant=ActionVariant.DANGER,
        template="admin/console/delete_university.html",
    )
    def soft_delete(self, request, tenant: Tenant, confirm_name: str) -> str:
        tenants.soft_delete_tenant(actor=request.user, tenant=tenant, confirm_name=confirm_name)
        return _("%(university)s is deleted.") % {"university": tenant}

    @confirm_action(
        description=gettext_lazy("Restore"),
        requires=Action.EDIT,
        icon="restore",
        question=gettext_lazy("Restore {row}? Its people and keys have access again."),
        visible_if=lambda tenant: not tenant.is_active,
        variant=ActionVariant.PRIMARY,
    )
    def restore(self, request, tenant: Tenant) -> str:
        tenants.update_tenant(actor=request.user, tenant=tenant, is_active=True)
        return _("%(university)s is restored.") % {"university": tenant}
