"""The pages on which operators change their own account (contract §2)."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminPasswordWidget, UnfoldAdminTextInputWidget

from accounts.forms import ADVICE
from accounts.models import User
from accounts.queries.membership import programme_codes
from accounts.queries.second_factor import factor_of
from accounts.services import profile
from accounts.validators.passwords import LENGTHS
from config.admin.forms import ConsoleForm, ConsoleModelForm
from config.context import within

_PROFILE = "admin:accounts_user_profile"


class ProfileForm(ConsoleModelForm):
    """The operator's own name, title and department."""

    class Meta:
        model = User
        fields = ("first_name", "last_name", "title", "department")
        labels = {"title": _("Job title")}
        widgets = dict.fromkeys(fields, UnfoldAdminTextInputWidget)


def password_field(label: str, autocomplete: str, **kwargs) -> forms.CharField:
    widget = UnfoldAdminPasswordWidget({"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, widget=widget, **kwargs)


class ChangePasswordForm(ConsoleForm):
    """The current password, and the new one, typed twice."""

    current_password = password_field(
        _("Your current password"), "current-password", max_length=1000
    )
    new_password = password_field(
        _("The new password"), "new-password", help_text=ADVICE, **LENGTHS
    )
    repeated = password_field(_("The new password again"), "new-password")

    def clean_repeated(self) -> str:
        if self.cleaned_data["repeated"] != self.cleaned_data.get("new_password"):
            raise forms.ValidationError(_("The two passwords differ."))
        return self.cleaned_data["repeated"]


def own_context(request, model_admin, title: str) -> dict:
    """Return what the templates of the pages about one's own account have in common."""
    return {**model_admin.admin_site.each_context(request), "title": title}


def profile_page(request, model_admin):
    """Show the operator's own account, whatever the role permits, and save changes to it."""

    def form_of(data, user: User) -> ProfileForm:
        form = ProfileForm(data, instance=user)
        form.latest_changes = partial(model_admin.latest_changes, request, user)
        return form

    form = form_of(request.POST or None, request.user)
    if request.method == "POST" and form.is_valid():
        changed = {name: form.cleaned_data[name] for name in form.changed_data}
        with (
            form.showing_rejections(),
            form.while_unchanged(request.user, lambda: form_of(None, _stored(request.user))),
        ):
            profile.update_profile(actor=request.user, **changed)
            messages.success(request, _("Your profile is saved."))
            return HttpResponseRedirect(reverse(_PROFILE))
        if form.was_overtaken:
            form = form_of(request.POST, _stored(request.user))
    context = own_context(request, model_admin, _("Your profile")) | {
        "form": form,
        "codes": programme_codes(request.user),
        "has_second_factor": factor_of(request.user) is not None,
        "has_password": profile.has_password_here(request.user),
        "button": _("Save"),
        "back": reverse("admin:index"),
    }
    return TemplateResponse(request, "admin/console/profile.html", context)


def _stored(user: User) -> User:
    with within(user.tenant_id):  # wherever a Super Admin works meanwhile
        return User.objects.for_tenant(user.tenant_id).get(pk=user.pk)


def password_page(request, model_admin):
    """Change the operator's own password, where the account has one."""
    if not profile.has_password_here(request.user):
        raise Http404
    form = ChangePasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.showing_rejections():
            profile.change_password(
                actor=request.user,
                sign_in_id=None,
                current_password=form.cleaned_data["current_password"],
                new_password=form.cleaned_data["new_password"],
            )
            # The session is tied to the password; this one goes on.
            with within(request.user.tenant_id):  # wherever a Super Admin works meanwhile
                request.user.refresh_from_db(fields=["password"])
            update_session_auth_hash(request, request.user)
            messages.success(request, _("Your password is changed. All other sign-ins have ended."))
            return HttpResponseRedirect(reverse(_PROFILE))
    context = own_context(request, model_admin, _("Change your password")) | {
        "form": form,
        "question": _("Wherever else you are signed in, you will have to sign in again."),
        "button": _("Change the password"),
        "back": reverse(_PROFILE),
    }
    return TemplateResponse(request, "admin/console/confirm.html", context)
