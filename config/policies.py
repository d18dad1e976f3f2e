"""What browsers are told to refuse on our behalf, beyond what Django tells them by itself."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csp import csp_override

type Answering = Callable[[HttpRequest], HttpResponseBase]


def policies_for_browsers(get_response: Answering) -> Answering:
    """Switch off devices that we have no use for, and give the admin its own content policy.

    A middleware, below Django's ContentSecurityPolicyMiddleware, which writes the policy out.
    """
    in_admin = csp_override(settings.ADMIN_CSP)(get_response)

    def answer(request: HttpRequest) -> HttpResponseBase:
        is_admin = request.path.startswith(settings.ADMIN_PATH)
        response = in_admin(request) if is_admin else get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response

    return answer
