"""The pages about open sign-ins: one's own, and those of other people (contract §16)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.admin.profile import own_context
from accounts.queries.sign_ins import MOST, OpenSignIn
from accounts.services import sessions
from config.admin.display import moment
from config.admin.object_views import object_view
from config.errors import DomainError, NotFound
from config.permissions import Action

_PAGE = "admin:accounts_user_sessions"
_TEMPLATE = "admin/console/sessions.html"

# What browsers and systems write into their names; those that imitate others come first.
_BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser/": "Samsung Internet",
    "Firefox/": "Firefox",
    "FxiOS/": "Firefox",
    "CriOS/": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
_SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "CrOS": "ChromeOS",
    "Windows": "Windows",
    "Mac OS X": "macOS",
    "Linux": "Linux",
}
_WAYS = {"password": _("a password"), "cas": _("single sign-on")}


def program(user_agent: str | None) -> str:
    """Return a program's name as people know it, such as Firefox on Linux; else as it is."""
    said = user_agent or ""
    browser = next((name for sign, name in _BROWSERS.items() if sign in said), "")
    system = next((name for sign, name in _SYSTEMS.items() if sign in said), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return said or _("An unknown program")


def sessions_page(request, model_admin):
    """Show where the operator is signed in, and end what they choose."""
    current_id = request.session.row.public_id
    if request.method == "POST":
        _end(request, current_id)
        return HttpResponseRedirect(reverse(_PAGE))
    found = sessions.list_sessions(user=request.user, current_id=current_id)
    context = own_context(request, model_admin, _("Where you are signed in")) | {
        "sessions": shown_sessions(found),
        "is_own": True,
        "may_end": are_others(found),
        "most": MOST,
        "back": reverse("admin:accounts_user_profile"),
    }
    return TemplateResponse(request, _TEMPLATE, context)


def _end(request, current_id: str) -> None:
    session_id = request.POST.get("session")
    if session_id is None:
        ended = sessions.end_other_sessions(user=request.user, current_id=current_id)
        said = (
            _("You are signed out everywhere else.")
            if ended.total
            else _("There was nothing to end.")
        )
        messages.success(request, said)
        return
    try:
        sessions.end_session(user=request.user, session_id=session_id)
    except NotFound:
        messages.warning(request, _("That sign-in has ended already."))
    else:
        messages.success(request, _("That sign-in has ended."))


def shown_sessions(found: list[OpenSignIn]) -> list[dict]:
    """Return sign-ins as the templates show them."""
    return [
        {
            "id": one.id,
            "program": program(one.user_agent),
            "user_agent": one.user_agent,
            "address": one.address,
            "created_at": moment(one.created_at),
            "last_used_at": moment(one.last_used_at),
            "is_browser": one.kind == "browser",
            "way": _WAYS[one.via],
            "is_current": one.current,
        }
        for one in found
    ]


def are_others(found: list[OpenSignIn]) -> bool:
    """Return whether there is a sign-in to end besides the one that asks."""
    return any(not one.current for one in found)


class SessionsMixin:
    """The page of a user that shows where they are signed in, and signs them out."""

    @object_view(description=_("Sign-ins"), requires=Action.VIEW, icon="devices")
    def signed_in(self, request, user):
        may_end = self.has_change_permission(request, user)
        if request.method == "POST":
            if not may_end:
                raise PermissionDenied
            return self._sign_out(request, user)
        current_id = request.session.row.public_id
        found = sessions.list_sessions(user=user, current_id=current_id)
        context = self.page_context(
            request,
            user,
            _("Where %(display_name)s is signed in") % {"display_name": user.display_name},
        ) | {
            "sessions": shown_sessions(found),
            "may_end": may_end and are_others(found),
            "most": MOST,
        }
        return TemplateResponse(request, _TEMPLATE, context)

    def _sign_out(self, request, user) -> HttpResponseRedirect:
        try:
            ended = sessions.end_sessions(actor=request.user, user=user)
        except DomainError as refusal:
            messages.error(request, refusal.message)
        else:
            told = (
                _("%(user)s is signed out everywhere.")
                if ended.total
                else _("%(user)s was signed in nowhere.")
            )
            messages.success(request, told % {"user": user})
        return HttpResponseRedirect(self.row_url(user))
