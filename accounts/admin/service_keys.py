"""The keys of tenants' live services in the admin (contract §15)."""

from django.contrib import admin
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.enums import ActionVariant

from accounts.models import ServiceKey
from accounts.services.service_keys import create_service_key, revoke_service_key
from config.admin.changelist import ConsoleChangeList
from config.admin.confirm_action import confirm_action
from config.admin.display import moment
from config.admin.menu import Menu
from config.admin.parameters import PRESERVED, takes
from config.permissions import Action, Module
from tenants.admin.base import TenantModelAdmin, TenantModelForm


class ServiceKeyForm(TenantModelForm):
    """The purpose of a new key."""

    class Meta:
        model = ServiceKey
        fields = ()
        labels = {"name": _("What it is for")}
        help_texts = {"name": _("Such as: live service, production. At most 50 characters.")}


class _ServiceKeyList(ConsoleChangeList):
    def url_for_result(self, result):
        return self.model_admin.row_url(result)


@admin.register(ServiceKey)
class ServiceKeyAdmin(TenantModelAdmin):
    """The keys with which the tenant's live service reports sessions; for Super Admins alone.

    A key is shown in the answer to its creation and never again: it is in no session, no message
    and no log. Rows are addressed by the keys' prefixes, since their ids contain the hashes.
    """

    permission_module = Module.TENANT_MANAGEMENT
    allowed_actions = frozenset({Action.CREATE})
    audit_target = "service_key"
    menu = Menu.ORGANISATION
    menu_position = 50
    icon = "key"
    empty_text = _(
        "With a service key the university's live service reports what students do. Create the "
        "first one, and give it to whoever runs that service."
    )
    add_title = _("Create a service key")

    form = ServiceKeyForm
    ordering = ("-created", "pk")
    list_display = ("name", "prefix_shown", "state", "created_shown", "used")
    actions_detail = ("revoke",)

    def has_view_permission(self, request, obj=None):
        return request.user.is_super_admin and super().has_view_permission(request, obj)

    def get_fields(self, request, obj=None):
        if obj is None:
            return ("name",)
        return ("name", "prefix_shown", "state_told", "created_shown", "used")

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else self.get_fields(request, obj)

    def address_of(self, row):
        return row.prefix

    def get_object(self, request, object_id, from_field=None):
        """Return a key with its prefix as its id, which pages write into links."""
        if "\0" in object_id:
            return None
        key = self.get_queryset(request).filter(prefix=object_id).first()
        if key is not None:
            key.pk = key.prefix
        return key

    def get_changelist(self, request, **kwargs):
        return _ServiceKeyList

    @display(description=_("Begins with"))
    def prefix_shown(self, key):
        return key.prefix

    @display(description=_("State"), label={"in use": "success", "revoked": "danger"})
    def state(self, key):
        return ("revoked", _("Revoked")) if key.revoked else ("in use", _("In use"))

    @display(description=_("State"))
    def state_told(self, key):
        return self.state(key)[1]

    @display(description=_("Created"), ordering="created")
    def created_shown(self, key):
        return moment(key.created)

    @display(description=_("Last used"))
    def used(self, key):
        return moment(key.last_used_at, otherwise=_("Never"))

    @takes(PRESERVED)
    def add_view(self, request, form_url="", extra_context=None):
        buttons = {"show_save_and_continue": False, "show_save_and_add_another": False}
        return super().add_view(request, form_url, buttons | (extra_context or {}))

    def save_model(self, request, obj, form, change):
        """Create the key, and keep its text until this one request is answered."""
        key, request.service_key = create_service_key(
            actor=request.user, tenant=request.tenant, **form.cleaned_data
        )
        obj.pk = key.pk

    def response_add(self, request, obj, post_url_continue=None):
        key = self.get_queryset(request).get(pk=obj.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Your new service key"),
            "opts": self.opts,
            "key": key,
            "text": request.service_key,
            "back": self.row_url(key),
        }
        return TemplateResponse(request, "admin/console/service_key.html", context)

    @confirm_action(
        description=_("Revoke"),
        requires=Action.DELETE,
        icon="key_off",
        variant=ActionVariant.DANGER,
        question=_(
            "Revoke “{row}” for ever? Requests with it are refused from now on. If a service still "
            "uses it, create a new key and hand that over first."
        ),
        visible_if=lambda key: not key.revoked,
    )
    def revoke(self, request, key):
        stored = self.get_queryset(request).get(prefix=key.prefix)
        revoke_service_key(actor=request.user, key=stored)
        return _("The key “%(key)s” is revoked.") % {"key": key}
