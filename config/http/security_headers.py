"""Security headers for browsers, beyond those that Django sends by itself."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

type Answering = Callable[[HttpRequest], HttpResponseBase]


def set_csp[R: HttpResponseBase](response: R, policy: dict[str, list[str]]) -> R:
    """Give a response a content policy of its own that depends on the request.

    It sets the same as Django's ``csp_override``, which has to know the policy beforehand.
    """
    answer: Any = response
    answer._csp_config = policy  # noqa: SLF001 - as said above
    return response


def policies_for_browsers(get_response: Answering) -> Answering:
    """Switch off device features that we do not use, and give the admin its own content policy.

    A middleware, below Django's ContentSecurityPolicyMiddleware, which writes the policy out.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        has_own = hasattr(response, "_csp_config")
        if request.path.startswith(settings.ADMIN_PATH) and not has_own:
            set_csp(response, settings.ADMIN_CSP)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response

    return answer
