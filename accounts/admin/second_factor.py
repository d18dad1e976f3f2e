"""The pages on which operators set up their own second factor, replace it, or remove it (§16)."""

import json
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminTextInputWidget

from accounts.admin.profile import own_context, password_field
from accounts.forms import CODE_HELP, CODE_INPUT, FIRST_CODE_HELP
from accounts.models import User
from accounts.queries.second_factor import factor_of, is_required_of
from accounts.services import second_factor
from accounts.services.second_factor import OfferedFactor
from config import sealing
from config.admin.forms import ConsoleForm

_PAGE = "admin:accounts_user_second_factor"

_PURPOSE = "accounts.admin.second_factor"


class _PasswordForm(ConsoleForm):
    """The current password, without which a borrowed browser binds nothing to the account."""

    current_password = password_field(
        _("Your current password"), "current-password", max_length=1000
    )


class _CodeForm(ConsoleForm):
    """A code of the second factor."""

    code = forms.CharField(
        label=_("Code"),
        help_text=CODE_HELP,
        max_length=second_factor.LONGEST_CODE,
        widget=UnfoldAdminTextInputWidget(CODE_INPUT),
    )


class _OfferForm(_CodeForm):
    """The first code, and the secret that it is of, which nobody can read on the way."""

    offer = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = FIRST_CODE_HELP


def second_factor_page(request, model_admin):
    """Show whether there is one, and set it up, or another one in its place."""
    _require_password(request.user)
    if "offer" in request.POST:
        return _confirm(request, model_admin)
    factor = factor_of(request.user)
    form_class = _CodeForm if factor else _PasswordForm
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.showing_rejections():
            version = second_factor.prove(actor=request.user, recent=False, **form.cleaned_data)
            offered = second_factor.offer(request.user, replaces=version)
            return _offer_page(request, model_admin, offered)
    context = own_context(request, model_admin, _("Second factor")) | {
        "form": form,
        "factor": factor,
        "is_required": is_required_of(request.user),
        "button": _("Set up another app") if factor else _("Set up a second factor"),
        "back": reverse("admin:accounts_user_profile"),
    }
    return TemplateResponse(request, "admin/console/second_factor.html", context)


def recovery_codes_page(request, model_admin):
    """Make new recovery codes, and show them once."""
    return _with_code(
        request,
        model_admin,
        title=_("New recovery codes"),
        question=_("The recovery codes that you have now will not work any more."),
        act=lambda code: _codes_page(
            request,
            model_admin,
            second_factor.renew_recovery_codes(actor=request.user, code=code),
        ),
    )


def remove_page(request, model_admin):
    """Remove the operator's own second factor."""

    def remove(code: str) -> HttpResponse:
        second_factor.remove_own(actor=request.user, code=code)
        messages.success(request, _("Your second factor is removed."))
        return HttpResponseRedirect(reverse(_PAGE))

    return _with_code(
        request,
        model_admin,
        title=_("Remove the second factor"),
        question=_("From then on, your password alone signs you in."),
        act=remove,
        variant=ActionVariant.DANGER,
    )


def _with_code(
    request,
    model_admin,
    *,
    title: str,
    question: str,
    act: Callable[[str], HttpResponse],
    variant: ActionVariant = ActionVariant.PRIMARY,
) -> HttpResponse:
    """Return a page that asks for a code, and what the act answers once one was typed."""
    _require_password(request.user)
    if factor_of(request.user) is None:
        messages.warning(request, _("There is no second factor yet."))
        return HttpResponseRedirect(reverse(_PAGE))
    form = _CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.showing_rejections():
            return act(form.cleaned_data["code"])
    context = own_context(request, model_admin, title) | {
        "form": form,
        "question": question,
        "button": title,
        "variant": variant.value,
        "back": reverse(_PAGE),
    }
    return TemplateResponse(request, "admin/console/confirm.html", context)


def _confirm(request, model_admin) -> HttpResponse:
    form = _OfferForm(request.POST)
    offered = _read(request.user, request.POST["offer"])
    if offered is None:
        messages.error(request, _("The page was open for too long. Begin again."))
        return HttpResponseRedirect(reverse(_PAGE))
    if form.is_valid():
        with form.showing_rejections():
            codes = second_factor.activate(
                user=request.user,
                secret=offered.secret,
                code=form.cleaned_data["code"],
                replaces=offered.replaces,
            )
            return _codes_page(request, model_admin, codes)
    return _offer_page(request, model_admin, offered, form)


def _offer_page(
    request, model_admin, offered: OfferedFactor, form: _OfferForm | None = None
) -> HttpResponse:
    context = own_context(request, model_admin, _("Set up the authenticator app")) | {
        "form": form or _OfferForm(initial={"offer": _sealed(request.user, offered)}),
        "offer": offered,
        "button": _("Confirm"),
        "back": reverse(_PAGE),
    }
    return TemplateResponse(request, "admin/console/second_factor_offer.html", context)


def _codes_page(request, model_admin, codes: list[str]) -> HttpResponse:
    context = own_context(request, model_admin, _("Your recovery codes")) | {
        "codes": "\n".join(codes),
        "back": reverse(_PAGE),
    }
    return TemplateResponse(request, "admin/console/recovery_codes.html", context)


def _require_password(user: User) -> None:
    if not user.has_usable_password():
        raise Http404


def _sealed(user: User, offered: OfferedFactor) -> str:
    return sealing.seal(json.dumps([user.pk, offered.secret, offered.replaces]), _PURPOSE)


def _read(user: User, sealed: str) -> OfferedFactor | None:
    """Return what was offered to this user, unless it was too long ago."""
    try:
        max_age = int(second_factor.SET_UP_TIME.total_seconds())
        owner, secret, replaces = json.loads(sealing.unseal(sealed, _PURPOSE, max_age=max_age))
    except sealing.Unreadable:
        return None
    return second_factor.offer(user, replaces=replaces, secret=secret) if owner == user.pk else None
