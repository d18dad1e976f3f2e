"""Universities and their configurations (contract §3); Super Admins see all of them."""

from functools import partial

from django import forms
from django.contrib import admin
from django.forms import modelform_factory
from unfold.contrib.filters.admin import BooleanRadioFilter
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminExpandableTextareaWidget

from config.admin.confirm_action import confirm_action
from config.admin.forms import ConsoleForm, ConsoleModelForm
from config.admin.menu import Menu
from config.context import show_rows_of
from config.hosts import normalise_domain
from config.permissions import Action, Module
from tenants.admin.base import AuditedModelAdmin
from tenants.current_tenant import switch_tenant
from tenants.models import Tenant, TenantAIConfig, TenantBranding, TenantSSOConfig
from tenants.queries.configuration import allowed_origins
from tenants.services import configuration, tenants

# The labels of fields whose own names do not read well.
_LABELS = {
    "lms_type": "LMS type",
    "logo_url": "Logo URL",
    "primary_color": "Primary colour",
    "secondary_color": "Secondary colour",
    "server_url": "Server URL",
    "callback_url": "Callback URL",
    "is_enabled": "Enabled",
    "email_attribute": "Attribute with the e-mail address (empty: the usual names)",
    "user_is_email": "The user name at the CAS server is an e-mail address",
    "renew": "Ask for the password at every sign-in",
    "allow_password_login": "Passwords of this console are good as well",
    "default_llm_model": "Default LLM model",
    "default_tts_voice": "Default voice (text to speech)",
    "default_stt_language": "Default language of speech recognition",
    "max_sessions_per_student": "Attempts per student and case study",
    "admin_email": "Administrators’ e-mail address",
    "support_email": "Support’s e-mail address",
}


class TenantForm(ConsoleModelForm):
    """The core fields of a university."""

    class Meta:
        model = Tenant
        fields = ()
        labels = _LABELS

    def clean_domain(self) -> str | None:
        domain = self.cleaned_data["domain"]
        return domain and normalise_domain(domain)


class BrandingForm(ConsoleModelForm):
    """The tenant's branding; a script shows it while it is being changed."""

    class Media:
        js = ("console/branding.js",)


class OriginsForm(ConsoleForm):
    """The allowed origins, one per line."""

    origins = forms.CharField(
        required=False,
        max_length=100_000,
        widget=UnfoldAdminExpandableTextareaWidget,
        help_text="One origin in each line, such as https://app.example.edu: no path behind it.",
    )

    @property
    def changed_values(self) -> dict[str, list[str]]:
        return {"origins": self.cleaned_data["origins"].split()}


def _configured(model, fields: tuple[str, ...], form=ConsoleModelForm):
    """Return a function that makes the form of one configuration, which may not exist yet."""

    def form_for(self, request, tenant: Tenant, data):
        callback = partial(self.formfield_for_dbfield, request=request)
        form_class = modelform_factory(
            model, form=form, fields=fields, formfield_callback=callback, labels=_LABELS
        )
        row = model.objects.filter(tenant=tenant).first()
        return form_class(data, instance=row or model(tenant=tenant))

    return form_for


def _origins(self, request, tenant: Tenant, data) -> OriginsForm:
    origins = "\n".join(allowed_origins(tenant))
    return OriginsForm(data, initial={"origins": origins})


class TenantAdmin(AuditedModelAdmin):
    """All tenants, with the configurations of each."""

    permission_module = Module.TENANT_MANAGEMENT
    allowed_actions = frozenset({Action.CREATE, Action.EDIT})
    menu = Menu.ORGANISATION
    icon = "account_balance"
    audit_target = "tenant"

    form = TenantForm
    list_display = ("name", "slug", "domain", "active", "created_at")
    list_filter = (("is_active", BooleanRadioFilter),)
    list_filter_submit = True
    search_fields = ("name", "slug", "domain")
    search_help_text = "Name, slug or domain"
    actions_detail = (
        "work_here",
        {
            "title": "Settings",
            "icon": "settings",
            "items": ["branding", "single_sign_on", "ai_settings", "allowed_origins"],
        },
        "restore",
        "soft_delete",
    )

    @admin.display(description="Active", boolean=True, ordering="is_active")
    def active(self, tenant: Tenant) -> bool:
        return tenant.is_active

    def get_search_results(self, request, queryset, search_term):
        term = search_term.strip()
        return (queryset.search(term) if term else queryset), False

    def get_object(self, request, object_id, from_field=None):
        tenant = super().get_object(request, object_id, from_field)
        if tenant is not None:
            show_rows_of(tenant.pk)  # its configurations and its trail, wherever one works
        return tenant

    def get_fields(self, request, obj=None) -> tuple[str, ...]:
        # A slug is for ever: people sign in with it.
        return ("name", "domain", "lms_type") if obj else ("name", "slug", "domain", "lms_type")

    def trail_of(self, request, row: Tenant) -> Tenant:
        return row

    def create_row(self, *, actor, tenant, **values) -> Tenant:
        return tenants.create_tenant(actor=actor, **values)

    def update_row(self, *, actor, row, **values) -> Tenant:
        return tenants.update_tenant(actor=actor, tenant=row, **values)

    @confirm_action(
        description="Work in this tenant",
        requires=Action.VIEW,
        icon="login",
        question="From now on you see and change what belongs to {row}, until you choose another.",
        visible_if=lambda tenant: tenant.is_active,
        leads_to="admin:index",
    )
    def work_here(self, request, tenant: Tenant) -> str:
        switch_tenant(request, tenant)
        return f"You are working in {tenant} now."

    @confirm_action(
        description="Branding",
        requires=Action.EDIT,
        icon="palette",
        question="How the pages, mails and the widget of {row} look.",
        form_for=_configured(
            TenantBranding,
            ("logo_url", "primary_color", "secondary_color", "widget_position"),
            BrandingForm,
        ),
        button="Save",
        template="admin/console/branding.html",
    )
    def branding(self, request, tenant: Tenant, **values) -> str:
        configuration.update_branding(actor=request.user, tenant=tenant, **values)
        return f"The branding of {tenant} is saved."

    @confirm_action(
        description="Single sign-on",
        requires=Action.EDIT,
        icon="key",
        question="Where the people of {row} sign in. Test it before you enable it. Once passwords "
        "are not good any more, whoever is signed in with one is signed out; Super Admins keep "
        "theirs.",
        form_for=_configured(
            TenantSSOConfig,
            (
                "provider",
                "server_url",
                "callback_url",
                "email_attribute",
                "user_is_email",
                "renew",
                "is_enabled",
                "allow_password_login",
            ),
        ),
        button="Save",
    )
    def single_sign_on(self, request, tenant: Tenant, **values) -> str:
        configuration.update_sso_config(actor=request.user, tenant=tenant, **values)
        return f"Single sign-on of {tenant} is saved."

    @confirm_action(
        description="AI settings",
        requires=Action.EDIT,
        icon="smart_toy",
        question="Defaults of the simulations of {row}, and how many attempts a student has.",
        form_for=_configured(
            TenantAIConfig,
            (
                "default_llm_model",
                "default_tts_voice",
                "default_stt_language",
                "default_language",
                "max_sessions_per_student",
                "admin_email",
                "support_email",
            ),
        ),
        button="Save",
    )
    def ai_settings(self, request, tenant: Tenant, **values) -> str:
        configuration.update_ai_config(actor=request.user, tenant=tenant, **values)
        return f"The AI settings of {tenant} are saved."

    @confirm_action(
        description="Allowed origins",
        requires=Action.EDIT,
        icon="public",
        question="The web pages that may call the API for {row}.",
        form_for=_origins,
        button="Save",
    )
    def allowed_origins(self, request, tenant: Tenant, origins: list[str]) -> str:
        configuration.replace_allowed_origins(actor=request.user, tenant=tenant, origins=origins)
        return f"The allowed origins of {tenant} are saved."

    @confirm_action(
        description="Delete",
        requires=Action.DELETE,
        icon="delete",
        question="Delete {row}? All its people and keys lose access at once. Nothing is lost: it "
        "can be restored, but whoever was signed in has to sign in again.",
        visible_if=lambda tenant: tenant.is_active,
        variant=ActionVariant.DANGER,
    )
    def soft_delete(self, request, tenant: Tenant) -> str:
        tenants.soft_delete_tenant(actor=request.user, tenant=tenant)
        return f"{tenant} is deleted."

    @confirm_action(
        description="Restore",
        requires=Action.EDIT,
        icon="restore",
        question="Restore {row}? Its people and keys have access again.",
        visible_if=lambda tenant: not tenant.is_active,
    )
    def restore(self, request, tenant: Tenant) -> str:
        tenants.update_tenant(actor=request.user, tenant=tenant, is_active=True)
        return f"{tenant} is restored."


admin.site.register(Tenant, TenantAdmin)
