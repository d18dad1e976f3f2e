"""Where somebody is signed in, in short, below their profile or their page (contract §16)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.admin.profile import profile_page
from accounts.admin.sessions import SessionsMixin, are_others, shown_sessions
from accounts.models import User
from accounts.services import sessions

# The most sign-ins of a summary; the page that it leads to has the rest.
_LATEST = 5


def summary(request: Any, user: User, *, url: str, may_end: bool) -> dict[str, Any]:
    """Return the context of the summary; ``url`` is the page of all of the user's sign-ins."""
    found = sessions.list_sessions(user=user, current_id=request.session.row.public_id)
    return {
        "sign_ins": shown_sessions(found[:_LATEST]),
        "more_sign_ins": len(found) > _LATEST,
        "sign_ins_url": url,
        "sign_ins_are_own": user == request.user,
        "may_end_sign_ins": may_end and are_others(found),
    }


def profile_page_with_sessions(request: HttpRequest, model_admin: Any) -> HttpResponse:
    """Show the operator's own account, and below it where they are signed in."""
    answer: Any = profile_page(request, model_admin)
    if answer.status_code == HttpResponse.status_code:  # no redirect
        url = reverse("admin:accounts_user_sessions")
        answer.context_data |= summary(request, request.user, url=url, may_end=True)
    return answer


class SessionSummaryMixin(SessionsMixin):
    """The page of a user, which ends with where they are signed in."""

    change_form_outer_after_template = "admin/console/session_summary.html"

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            url = reverse("admin:accounts_user_signed_in", args=[obj.pk])
            may_end = self.has_change_permission(request, obj)
            context |= summary(request, obj, url=url, may_end=may_end)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
