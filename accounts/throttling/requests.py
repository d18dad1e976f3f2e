"""The limits that a request counts against."""

from accounts.models import ServiceKey, User
from accounts.throttling.networks import network_of
from accounts.throttling.quotas import consume
from config.api.limits import limit_of
from config.context import current_request
from config.http.requests import match_of


class RequestThrottle:
    """The count of ``@limited`` handlers; REST framework calls it after the permissions."""

    def allow_request(self, request, view) -> bool:
        if name := limit_of(view, request):
            key = request.auth if isinstance(request.auth, ServiceKey) else request.user
            consume(**{name: key.pk})
        return True


def consume_for_user(user: User) -> None:
    """Count a request of a signed-in user, for them and their tenant."""
    consume(tenant=user.tenant_id, account=user.pk)


def consume_for_address(request) -> None:
    """Count a request of an unknown caller, once."""
    if not current_request().is_counted:
        consume(address=network_of(request))


def consume_for_preflight(request) -> None:
    """Count a preflight, which a browser sends before nearly every call of a page."""
    consume(preflight=network_of(request))


def shows_credentials(request) -> bool:
    """Return whether an API request has an Authorization that its view will check, and count.

    All other requests come from unknown callers: a scheme that the view does not know, a view
    without authentication, an address without a view.
    """
    try:
        scheme, _ = request.headers.get("Authorization", "").split()
    except ValueError:
        return False
    match = match_of(request)
    if match is None:
        return False
    view = match.func
    options = getattr(view, "initkwargs", {})
    classes = getattr(getattr(view, "cls", None), "authentication_classes", ())
    schemes = (
        one().authenticate_header(request).partition(" ")[0]
        for one in options.get("authentication_classes", classes)
    )
    return scheme.lower() in {one.lower() for one in schemes}
