"""Roles and their permissions in the admin (contract §4)."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from accounts.models import Role
from accounts.models.role import SYSTEM_FIRST, TENANT_FLAGS
from accounts.services import roles
from config.admin.display import moment
from config.admin.flags import ACTIONS, MODULES, words_of
from config.admin.menu import Menu
from config.admin.widgets import MatrixWidget
from config.permissions import ALL_FLAGS, Action, Module, flag
from tenants.admin.base import TenantModelAdmin, TenantModelForm

# The number up to which the users of a role are counted for the list.
_COUNTED = 1000


def _matrix(*, with_tenants: bool) -> MatrixWidget:
    modules = [
        (module.value, title)
        for module, title in MODULES.items()
        if with_tenants or module != Module.TENANT_MANAGEMENT
    ]
    actions = [(action.value, title) for action, title in ACTIONS.items()]
    return MatrixWidget(label=_("May work with"), rows=modules, columns=actions)


class RoleForm(TenantModelForm):
    """The name, description and permissions of a role."""

    class Meta:
        model = Role
        fields = ()
        labels = {"description": _("What it is for")}
        widgets = {"description": UnfoldAdminTextareaWidget({"rows": 2})}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "permissions" in self.fields:
            self.fields["permissions"] = self._permissions()

    def _permissions(self) -> forms.MultipleChoiceField:
        """Return the matrix of the caller's flags; none can be taken from a role above theirs."""
        matrix = _matrix(with_tenants=False)
        held, granted = self.actor.flags, self.instance.flags
        matrix.locked = set(ALL_FLAGS) - held
        if not granted <= held:
            matrix.locked |= granted
        return forms.MultipleChoiceField(
            label=_("Permissions"),
            choices=[(one, words_of(one)) for one in ALL_FLAGS if one not in TENANT_FLAGS],
            required=False,
            widget=matrix,
            help_text=_(
                "They hold from the next request of whoever has the role. What you may not do "
                "yourself is greyed out: nobody hands that out, or takes from a role that has "
                "it."
            ),
        )


@admin.register(Role)
class RoleAdmin(TenantModelAdmin):
    """The four system roles of the tenant, and its custom roles."""

    permission_module = Module.ROLE_MANAGEMENT
    allowed_actions = frozenset({Action.CREATE, Action.EDIT, Action.DELETE})
    audit_target = "role"
    menu = Menu.PEOPLE
    menu_position = 30
    icon = "badge"

    form = RoleForm
    ordering = SYSTEM_FIRST
    list_display = ("name_shown", "description_shown", "kind", "users", "changed")
    search_fields = ("name",)
    search_help_text = _("Name")

    class Media:
        css = {"all": ("console/widgets.css",)}  # for the matrix where it cannot be changed

    def get_queryset(self, request):
        return super().get_queryset(request).with_user_count(limit=_COUNTED + 1)

    def get_list_display(self, request):
        """Return the columns; the number of users is a link for those who may see the users."""
        shown = super().get_list_display(request)
        if request.user.has_flag(flag(Module.USER_MANAGEMENT, Action.VIEW)):
            return shown
        return ["user_number" if name == "users" else name for name in shown]

    def get_fields(self, request, obj=None):
        """Return the fields: the matrix to edit where it can be changed, and to read where not."""
        if obj is None:
            return ("name", "description", "permissions")
        changes = self.has_change_permission(request, obj) and not obj.is_reserved
        return ("name", "description", "permissions" if changes else "granted")

    def get_readonly_fields(self, request, obj=None):
        """Return the fixed fields: a system role's name, and all of a role above the operator's."""
        if obj and not self.is_open_to(request, obj):
            return ("granted", "name", "description")
        return ("granted", "name") if obj and obj.is_system_role else ("granted",)

    def is_open_to(self, request, row: Role | None) -> bool:
        """Return whether the role permits nothing that the operator may not do themselves."""
        return row is None or request.user.flags >= row.flags

    def has_change_permission(self, request, obj=None):
        """Return whether the role can be changed, if only by flags that the operator can add."""
        return super().has_change_permission(request, obj) or (
            super().has_change_permission(request)
            and not obj.is_reserved
            and not request.user.flags <= obj.flags
        )

    def has_delete_permission(self, request, obj=None):
        """Return whether the role can be deleted; system roles cannot."""
        return super().has_delete_permission(request, obj) and not (obj and obj.is_system_role)

    @display(description=_("Name"))
    def name_shown(self, role):
        return role.name

    @display(description=_("What it is for"))
    def description_shown(self, role):
        return role.description or "–"

    @display(description=_("Kind"), label={"system": "info", "custom": "primary"})
    def kind(self, role):
        return ("system", _("System")) if role.is_system_role else ("custom", _("Custom"))

    @display(description=_("Users"))
    def user_number(self, role):
        return f"over {_COUNTED:,}" if role.user_count > _COUNTED else str(role.user_count)

    @display(description=_("Users"))
    def users(self, role):
        """The number of users with the role, as a link to those of them in the list of users."""
        number = self.user_number(role)
        if not role.user_count or not role.flags:
            return number
        url = reverse("admin:accounts_user_changelist")
        return format_html(
            '<a class="text-link" href="{}?role__id__exact={}&status=all">{}</a>',
            url,
            role.pk,
            number,
        )

    @display(description=_("Last changed"))
    def changed(self, role):
        return moment(role.updated_at or role.created_at)

    @display(description=_("Permissions"))
    def granted(self, role):
        """The permissions of the role, for operators who cannot change them."""
        matrix = _matrix(with_tenants=role.is_super_admin)
        return matrix.render("granted", role.flags, {"disabled": True})

    def create_row(self, *, actor, tenant, permissions=(), **values):
        role = roles.create_role(actor=actor, tenant=tenant, **values)
        return roles.replace_permissions(actor=actor, role=role, flags=permissions)

    def update_row(self, *, actor, row, permissions=None, **values):
        role = roles.update_role(actor=actor, role=row, **values) if values else row
        if permissions is not None:
            role = roles.replace_permissions(actor=actor, role=role, flags=permissions)
        return role

    def delete_row(self, *, actor, row):
        roles.delete_role(actor=actor, role=row)
