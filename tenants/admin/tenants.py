"""Universities and their configurations (contract §3); Super Admins see all of them."""

from functools import partial

from django import forms
from django.contrib import admin
from django.forms import modelform_factory
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import BooleanRadioFilter
from unfold.widgets import UnfoldAdminExpandableTextareaWidget, UnfoldAdminSelect2Widget

from config.admin.confirm_action import confirm_action
from config.admin.display import moment, two_lines
from config.admin.forms import ConsoleForm, ConsoleModelForm
from config.admin.menu import Menu
from config.context import show_rows_of
from config.hosts import normalise_domain
from config.local_time import zone_names
from config.permissions import Action, Module
from tenants.admin.base import AuditedModelAdmin
from tenants.admin.deletion import DeletionMixin
from tenants.admin.switch import SwitchMixin
from tenants.models import (
    Tenant,
    TenantAIConfig,
    TenantBranding,
    TenantRetention,
)
from tenants.queries.configuration import allowed_origins
from tenants.services import configuration, retention, tenants

# The labels of fields whose own names do not read well.
_LABELS = {
    "lms_type": _("LMS type"),
    "logo_url": _("Logo URL"),
    "primary_color": _("Primary colour"),
    "secondary_color": _("Secondary colour"),
    "default_llm_model": _("Default LLM model"),
    "default_tts_voice": _("Default voice (text to speech)"),
    "default_stt_language": _("Default language of speech recognition"),
    "default_language": _("Language of simulations, sign-in pages and mails (such as en or fr)"),
    "max_sessions_per_student": _("Attempts per student and case study"),
    "admin_email": _("Administrators’ e-mail address"),
    "support_email": _("Support’s e-mail address"),
    "audit_days": _("Days for which audit events are kept"),
    "transcript_days": _("Days for which transcripts are kept (empty: for good)"),
}


_EDITED = ("name", "domain", "lms_type", "time_zone")


class TenantForm(ConsoleModelForm):
    """The core fields of a university."""

    class Meta:
        model = Tenant
        fields = ()
        labels = _LABELS

    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        widget=UnfoldAdminSelect2Widget,
        help_text=gettext_lazy(
            "In it pages and mails of this university tell times, and forms are read. Times that "
            "are stored stay as they are; the API and files stay in UTC."
        ),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # One that this machine does not know any more can stay as well.
        names = dict.fromkeys([*zone_names(), *filter(None, [self.initial.get("time_zone")])])
        self.fields["time_zone"].choices = [("", "UTC"), *((name, name) for name in names)]

    def _get_validation_exclusions(self) -> set[str]:
        kept = {"time_zone"} - set(self.changed_data)
        return super()._get_validation_exclusions() | kept

    def clean_domain(self) -> str | None:
        domain = self.cleaned_data["domain"]
        return domain and normalise_domain(domain)


class BrandingForm(ConsoleModelForm):
    """The tenant's branding; a script shows it while it is being changed."""

    class Media:
        js = ("console/branding.js",)


class OriginsForm(ConsoleForm):
    """The allowed origins, one per line."""

    shows_row = True

    origins = forms.CharField(
        label=_("Origins"),
        required=False,
        max_length=100_000,
        widget=UnfoldAdminExpandableTextareaWidget,
        help_text=_("One origin in each line, such as https://app.example.edu: no path behind it."),
    )

    @property
    def changed_values(self) -> dict[str, list[str]]:
        return {"origins": self.cleaned_data["origins"].split()}


def _configured(model, fields: tuple[str, ...], form=ConsoleModelForm, form_of: str = ""):
    """Return a function that makes the form of one configuration, which may not exist yet.

    ``form_of`` names the attribute of the page that has the form's class.
    """

    def form_for(self, request, tenant: Tenant, data):
        callback = partial(self.formfield_for_dbfield, request=request)
        form_class = modelform_factory(
            model,
            form=getattr(self, form_of) if form_of else form,
            fields=fields,
            formfield_callback=callback,
            labels=_LABELS,
        )
        row = model.objects.filter(tenant=tenant).first()
        return form_class(data, instance=row or model(tenant=tenant))

    return form_for


def _origins(self, request, tenant: Tenant, data) -> OriginsForm:
    origins = "\n".join(allowed_origins(tenant))
    return OriginsForm(data, initial={"origins": origins})


class TenantAdmin(SwitchMixin, DeletionMixin, AuditedModelAdmin):
    """All tenants, with the configurations of each."""

    permission_module = Module.TENANT_MANAGEMENT
    allowed_actions = frozenset({Action.CREATE, Action.EDIT})
    menu = Menu.ORGANISATION
    icon = "account_balance"
    audit_target = "tenant"

    form = TenantForm
    ai_form = ConsoleModelForm
    list_display = ("called", "slug", "domain", "active", "added")
    list_filter = (("is_active", BooleanRadioFilter),)
    list_filter_submit = True
    search_fields = ("name", "slug", "domain")
    search_help_text = _("Name, slug or domain")
    actions_detail = (
        "work_here",
        {
            "title": _("Settings"),
            "icon": "settings",
            "items": ["branding", "ai_settings", "allowed_origins", "retention"],
        },
        "restore",
        "soft_delete",
    )

    @admin.display(description=gettext_lazy("Name"), ordering="name")
    def called(self, tenant: Tenant) -> str:
        """Return the name, and beneath it where a university is that is on its way."""
        if not tenant.move_state:
            return tenant.name
        words = render_to_string("admin/console/move_words.html", {"tenant": tenant})
        return two_lines(tenant.name, words)

    @admin.display(description=_("Active"), boolean=True, ordering="is_active")
    def active(self, tenant: Tenant) -> bool:
        return tenant.is_active

    @admin.display(description=gettext_lazy("Added"), ordering="created_at")
    def added(self, tenant: Tenant) -> str:
        return moment(tenant.created_at)

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
        return _EDITED if obj else ("name", "slug", *_EDITED[1:])

    def trail_of(self, request, row: Tenant) -> Tenant:
        return row

    def create_row(self, *, actor, tenant, **values) -> Tenant:
        return tenants.create_tenant(actor=actor, **values)

    def update_row(self, *, actor, row, **values) -> Tenant:
        return tenants.update_tenant(actor=actor, tenant=row, **values)

    @confirm_action(
        description=_("Branding"),
        requires=Action.EDIT,
        icon="palette",
        question=_("How the pages, mails and the widget of {row} look."),
        form_for=_configured(
            TenantBranding,
            ("logo_url", "primary_color", "secondary_color", "widget_position"),
            BrandingForm,
        ),
        button=_("Save"),
        template="admin/console/branding.html",
    )
    def branding(self, request, tenant: Tenant, **values) -> str:
        configuration.update_branding(actor=request.user, tenant=tenant, **values)
        return _("The branding of %(tenant)s is saved.") % {"tenant": tenant}

    @confirm_action(
        description=_("AI settings"),
        requires=Action.EDIT,
        icon="smart_toy",
        question=_("Defaults of the simulations of {row}, and how many attempts a student has."),
        form_for=_configured(
            TenantAIConfig,
            (
                "default_llm_model",
                "default_tts_voice",
                "default_stt_language",
                "default_language",
                "max_sessions_per_student",
                "pass_mark",
                "admin_email",
                "support_email",
            ),
            form_of="ai_form",
        ),
        button=_("Save"),
        template="admin/console/ai_settings.html",
    )
    def ai_settings(self, request, tenant: Tenant, **values) -> str:
        configuration.update_ai_config(actor=request.user, tenant=tenant, **values)
        return _("The AI settings of %(tenant)s are saved.") % {"tenant": tenant}

    @confirm_action(
        description=_("Allowed origins"),
        requires=Action.EDIT,
        icon="public",
        question=_("The web pages that may call the API for {row}."),
        form_for=_origins,
        button=_("Save"),
    )
    def allowed_origins(self, request, tenant: Tenant, origins: list[str]) -> str:
        configuration.replace_allowed_origins(actor=request.user, tenant=tenant, origins=origins)
        return _("The allowed origins of %(tenant)s are saved.") % {"tenant": tenant}

    @confirm_action(
        description=_("Retention"),
        requires=Action.EDIT,
        icon="auto_delete",
        question=_(
            "For how long records of {row} are kept. What is older is removed every night and "
            "does not come back; scores and grades stay."
        ),
        form_for=_configured(TenantRetention, ("audit_days", "transcript_days")),
        button=_("Save"),
    )
    def retention(self, request, tenant: Tenant, **values) -> str:
        retention.update_retention(actor=request.user, tenant=tenant, **values)
        return _("The retention of %(tenant)s is saved.") % {"tenant": tenant}


admin.site.register(Tenant, TenantAdmin)
