"""The settings of a university's single sign-on, which are tested before they are saved."""

import re
from dataclasses import replace
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.forms import modelform_factory
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldBooleanWidget

from accounts import throttling
from accounts.services.sso_check import (
    Finding,
    check_sso,
    is_proven,
    is_usable,
    service_address,
    with_sso_config,
)
from config.admin.forms import ConsoleModelForm
from tenants.branding import sso_config_of
from tenants.models import Tenant, TenantSSOConfig
from tenants.models.configuration import SSOProvider
from tenants.services import configuration

# The settings that decide whether people can sign in; a change of them has to be tested anew.
_OF_THE_SERVER = frozenset(("provider", "server_url", "callback_url", "is_enabled"))

_LABELS = {
    "provider": gettext_lazy("Protocol"),
    "server_url": gettext_lazy("Address of the CAS server"),
    "callback_url": gettext_lazy("Callback URL of your front end"),
    "email_attribute": gettext_lazy("Attribute with the e-mail address"),
    "user_is_email": gettext_lazy("The user name at the CAS server is an e-mail address"),
    "renew": gettext_lazy("Ask for the password at every sign-in"),
    "is_enabled": gettext_lazy("Enabled"),
    "allow_password_login": gettext_lazy("Passwords of this console are good as well"),
}

_NAMES = re.compile(r"\b(?:" + "|".join(name for name in _LABELS if "_" in name) + r")\b")

_EXPLAINED = {
    "provider": gettext_lazy("The language that the university’s sign-in server speaks."),
    "server_url": gettext_lazy(
        "Where the server’s sign-in page is, without /login at its end: "
        "https://cas.example.edu/cas. Whoever runs the server knows it."
    ),
    "callback_url": gettext_lazy(
        "The page of your front end that takes people back after their sign-in: "
        "https://app.example.edu/cas/callback. It is not the address that the CAS server has to "
        "know; that one is above. Without a front end, give the address of this console."
    ),
    "email_attribute": gettext_lazy(
        "The name under which the server tells people’s addresses, such as mail or uniMail. Empty: "
        "the usual names are tried."
    ),
    "user_is_email": gettext_lazy(
        "Switch it on where people sign in at the server with their e-mail address, and it tells "
        "no other."
    ),
    "renew": gettext_lazy(
        "People who are signed in at the server already show who they are once more. Leave it "
        "off unless your rules ask for it."
    ),
    "is_enabled": gettext_lazy(
        "From then on people sign in at the server. Saving tests it first, which may take some "
        "seconds."
    ),
    "allow_password_login": gettext_lazy(
        "Switched off, only the server lets people in, and whoever is signed in with a "
        "password is signed out. Super Admins keep their passwords."
    ),
}


class SingleSignOnForm(ConsoleModelForm):
    """The settings, and the wish to save them although nobody could sign in with them."""

    class Meta:
        labels = _LABELS
        help_texts = _EXPLAINED

    although = forms.BooleanField(
        required=False,
        label=gettext_lazy("Save it although nobody can sign in like this"),
        widget=UnfoldBooleanWidget,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].choices = [(SSOProvider.CAS, "CAS")]

    def values_shown(self) -> dict[str, Any]:
        """Return the stored values; the wish is none of them."""
        return {name: value for name, value in super().values_shown().items() if name in _LABELS}

    @property
    def changed_values(self) -> dict[str, Any]:
        return {name: value for name, value in super().changed_values.items() if name != "although"}

    @property
    def needs_test(self) -> bool:
        """Whether people would be sent to a server, or in a way, that they were not before."""
        values = self.cleaned_data
        is_other = not _OF_THE_SERVER.isdisjoint(self.changed_data)
        return values["is_enabled"] and is_other and not values["although"]

    def drafted(self, tenant: Tenant) -> Tenant:
        """Return the tenant as it would be, without saving anything."""
        return with_sso_config(tenant, self.instance)


def told(findings: list[Finding]) -> list[Finding]:
    """Return findings in the words of the page, where the API's names of settings stand."""

    def put(text: str) -> str:
        return _NAMES.sub(lambda name: f"“{_LABELS[name[0]]}”", text)

    return [replace(one, text=put(one.text), advice=put(one.advice)) for one in findings]


def form_for(page: Any, request: Any, tenant: Tenant, data: Any) -> SingleSignOnForm:
    callback = partial(page.formfield_for_dbfield, request=request)
    form_class = modelform_factory(
        TenantSSOConfig, form=SingleSignOnForm, fields=list(_LABELS), formfield_callback=callback
    )
    return form_class(data, instance=sso_config_of(tenant) or TenantSSOConfig(tenant=tenant))


def answer(page: Any, request: Any, tenant: Tenant) -> HttpResponse:
    """Show the settings; test what is typed; save it where people can sign in like that."""
    data = request.POST if request.method == "POST" else None

    def form_of(data: Any = None) -> SingleSignOnForm:
        stored = page.get_object(request, page.address_of(tenant))
        form = form_for(page, request, stored, data)
        form.latest_changes = partial(page.latest_changes, request, tenant)
        return form

    form = form_of(data)
    only_test = "test" in request.POST
    findings: list[Finding] | None = None
    if form.is_bound and form.is_valid():
        if only_test or form.needs_test:
            with form.showing_rejections():
                throttling.consume(check=request.user.pk)
                findings = check_sso(form.drafted(tenant))
        is_sound = form.is_valid() and (findings is None or is_usable(findings))
        if is_sound and not only_test:
            with form.showing_rejections(), form.while_unchanged(tenant, form_of):
                return _save(page, request, tenant, form)
            if form.was_overtaken:
                form = form_of(data)  # which says by whom
    is_sound = findings is not None and is_usable(findings)
    if findings is None or is_sound:
        del form.fields["although"]
    context = {
        **page.page_context(request, tenant, _("Single sign-on")),
        "form": form,
        "media": form.media,
        "findings": findings and told(findings),
        "is_usable": is_sound,
        "only_test": only_test,
        "address": service_address(tenant),
        "is_unproven": findings is None and is_unproven(tenant),
    }
    return TemplateResponse(request, "admin/console/single_sign_on.html", context)


def _save(page: Any, request: Any, tenant: Tenant, form: SingleSignOnForm) -> HttpResponse:
    configuration.update_sso_config(actor=request.user, tenant=tenant, **form.changed_values)
    done = _("Single sign-on of %(university)s is saved.") % {"university": tenant}
    messages.success(request, done)
    return HttpResponseRedirect(page.row_url(tenant))


def is_unproven(tenant: Tenant) -> bool:
    """Return whether people are sent to a server by which nobody has come back so far."""
    row = sso_config_of(tenant)
    return row is not None and bool(row.is_enabled) and not is_proven(tenant)
