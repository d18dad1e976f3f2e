"""The people of the Command Center in the admin (contract §5)."""

from django.contrib import admin, messages
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.enums import ActionVariant

from accounts.admin import invitations as shown
from accounts.admin.addresses import AddressPageMixin
from accounts.admin.filters import InvitationStateFilter, UserStatusFilter
from accounts.admin.found import FoundUsersMixin
from accounts.admin.invitation_actions import InvitationActionsMixin
from accounts.admin.limits import LimitedAddMixin
from accounts.admin.lost_access import LostAccessMixin
from accounts.admin.own_pages import OWN_PAGES
from accounts.admin.role_changes import RoleStepMixin
from accounts.admin.session_summary import SessionSummaryMixin
from accounts.admin.user_form import UserForm, codes_of
from accounts.models import (
    Invitation,
    ProgrammeMembership,
    User,
    UserStatus,
)
from accounts.services import users
from config.admin.changelist import ConsoleChangeList
from config.admin.confirm_action import confirm_action
from config.admin.display import moment
from config.admin.menu import Menu
from config.admin.parameters import PRESERVED, takes
from config.permissions import Action, Module, flag
from tenants.admin.base import TenantModelAdmin, TenantRelatedFilter

# The fields of a user that are shown above those that can be changed.
_FACTS = (
    *("email_shown", "status_told", "invitation_told", "second_factor_told"),
    *("last_activity", "added"),
)


def may_see_roles(request) -> bool:
    return request.user.has_flag(flag(Module.ROLE_MANAGEMENT, Action.VIEW))


class _StaffList(ConsoleChangeList):
    """The users with console access; by id, every user is found, as in the API."""

    def get_queryset(self, request, exclude_parameters=None):
        self.root_queryset = self.root_queryset.with_console_access()
        return super().get_queryset(request, exclude_parameters)


@admin.register(User)
class UserAdmin(
    FoundUsersMixin,
    RoleStepMixin,
    AddressPageMixin,
    InvitationActionsMixin,
    LostAccessMixin,
    SessionSummaryMixin,
    LimitedAddMixin,
    TenantModelAdmin,
):
    """Staff in the list; every user of the tenant, students included, on a page of their own."""

    permission_module = Module.USER_MANAGEMENT
    allowed_actions = frozenset({Action.CREATE, Action.EDIT})
    audit_target = "user"
    menu = Menu.PEOPLE
    menu_position = 20
    icon = "manage_accounts"
    add_title = _("Invite a user")
    add_limit = "invite"
    empty_text = _("Invite the people who run the Command Center with you.")

    form = UserForm
    add_fieldsets = (
        (None, {"fields": ("email", "first_name", "middle_name", "last_name", "role")}),
        (None, {"fields": ("programme_codes",)}),
    )
    fieldsets = (
        (
            None,
            {
                "fields": (
                    *_FACTS,
                    *("first_name", "middle_name", "last_name", "title", "department"),
                    *("role", "programme_codes", "unlimited_sessions"),
                )
            },
        ),
    )
    list_display = (
        *("name", "email_shown", "role_shown", "programme_codes", "state", "invitation"),
        "last_activity",
    )
    list_filter = (
        ("role", TenantRelatedFilter),
        UserStatusFilter,
        InvitationStateFilter,
        ("programmes", TenantRelatedFilter),
    )
    list_filter_submit = True
    list_select_related = ("role", "tenant")
    ordering = ("-created_at", "-pk")
    search_fields = ("search_text",)
    search_help_text = _("Name, e-mail address or id")
    actions_detail = (
        *("resend_invitation", "send_invitation"),
        {
            "title": _("Account"),
            "icon": "badge",
            "items": ["signed_in", "change_email", "take_second_factor"],
        },
        *("reset_password", "activate", "deactivate", "remove"),
    )
    custom_urls = OWN_PAGES

    def is_open_to(self, request, row: User | None) -> bool:
        """Return whether the operator holds every flag of the user: else they may only look."""
        return row is None or request.user.flags >= row.flags

    # Reading ---------------------------------------------------------------------------------

    def get_queryset(self, request):
        latest = Invitation.objects.for_tenant(request.tenant).live()
        links = ProgrammeMembership.objects.for_tenant(request.tenant).select_related("programme")
        return (
            super()
            .get_queryset(request)
            .select_related("role", "tenant")
            .prefetch_related(
                Prefetch("invitations", latest, to_attr="live_invitations"),
                Prefetch("programme_links", links.order_by("pk")),
            )
        )

    def get_changelist(self, request, **kwargs):
        return _StaffList

    def get_search_results(self, request, queryset, search_term):
        term = search_term.strip()
        return (queryset.search(term) if term else queryset), False

    def get_readonly_fields(self, request, obj=None):
        return _FACTS if obj else ()

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj) or may_see_roles(request):
            return fieldsets
        # Django links a role that is only shown to its page, whoever looks.
        return [
            (title, {"fields": ["role_shown" if one == "role" else one for one in part["fields"]]})
            for title, part in fieldsets
        ]

    @display(description=_("Name"), ordering="sort_name")
    def name(self, user):
        return user.display_name

    @display(description=_("E-mail address"), ordering="email")
    def email_shown(self, user):
        return user.email

    @display(description=_("Role"), ordering="role__name")
    def role_shown(self, user):
        return user.role.name if user.role else "–"

    @display(description=_("Programmes"))
    def programme_codes(self, user):
        return ", ".join(codes_of(user)) or "–"

    @display(
        description=_("Status"),
        label={"ACTIVE": "success", "INACTIVE": "warning", "DELETED": "danger"},
    )
    def state(self, user):
        return user.status, UserStatus(user.status).label

    @display(description=_("Status"))
    def status_told(self, user):
        return UserStatus(user.status).label

    @display(description=_("Invitation"), label=shown.COLOURS)
    def invitation(self, user):
        progress = shown.progress(user)
        return progress and (progress.kind, progress.word)

    @display(description=_("Invitation"))
    def invitation_told(self, user):
        progress = shown.progress(user)
        return progress.sentence if progress else _("Was never invited.")

    @display(description=_("Last activity"), ordering="last_activity_at")
    def last_activity(self, user):
        return moment(user.last_activity_at, otherwise=_("Never"))

    @display(description=_("Added"), ordering="created_at")
    def added(self, user):
        return moment(user.created_at)

    # Writing ---------------------------------------------------------------------------------

    def create_row(self, *, actor, tenant, role, **values):
        return users.invite_user(actor=actor, tenant=tenant, role_id=role.pk, **values)

    def update_row(self, *, actor, row, **values):
        if "role" in values:
            values["role_id"] = values.pop("role").pk
        return users.update_user(actor=actor, user=row, **values)

    @takes(PRESERVED)
    def add_view(self, request, form_url="", extra_context=None):
        context = {"show_save_and_continue": False} | (extra_context or {})
        return super().add_view(request, form_url, context)

    def response_add(self, request, obj, post_url_continue=None):
        messages.success(request, _("%(obj)s is invited. The mail is on its way.") % {"obj": obj})
        again = "_addanother" in request.POST
        target = request.path if again else reverse("admin:accounts_user_changelist")
        return HttpResponseRedirect(target)

    @confirm_action(
        description=_("Activate"),
        requires=Action.EDIT,
        icon="check",
        question=_("Activate {row}? The account can be used again, with the role that it has."),
        visible_if=lambda user: not user.is_active,
    )
    def activate(self, request, user):
        users.activate_user(actor=request.user, user=user)
        return _("%(user)s is active.") % {"user": user}

    @confirm_action(
        description=_("Deactivate"),
        requires=Action.EDIT,
        icon="block",
        question=_(
            "Deactivate {row}? Whoever uses the account is signed out at once and cannot sign in "
            "any more. Nothing is lost; the account can be activated again."
        ),
        visible_if=lambda user: user.is_active,
        variant=ActionVariant.DANGER,
    )
    def deactivate(self, request, user):
        users.deactivate_user(actor=request.user, user=user)
        return _("%(user)s is inactive, and signed out.") % {"user": user}

    @confirm_action(
        description=_("Delete"),
        requires=Action.DELETE,
        icon="delete",
        variant=ActionVariant.DANGER,
        question=_(
            "Delete {row}? Whoever uses the account is signed out at once, cannot sign in any more "
            "and is gone from the lists. Sessions, attempts and the audit trail stay, the e-mail "
            "address stays taken, and the account can be activated again."
        ),
        visible_if=lambda user: user.status != UserStatus.DELETED,
    )
    def remove(self, request, user):
        users.soft_delete_user(actor=request.user, user=user)
        return _("%(user)s is deleted. “Activate” brings the account back.") % {"user": user}
