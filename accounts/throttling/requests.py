"""Which limits a request counts against."""

from accounts.models import ServiceKey, User
from accounts.throttling.networks import client_network
from accounts.throttling.quotas import consume
from config.api.limits import limit_of
from config.context import current_request
from config.http.requests import client_address, match_of


class RequestThrottle:
    """REST framework asks it once the caller may do what is asked; ``@limited`` handlers count."""

    def allow_request(self, request, view) -> bool:
        if name := limit_of(view, request):
            key = request.auth if isinstance(request.auth, ServiceKey) else request.user
            consume(**{name: key.pk})
        return True


def consume_for_user(user: User) -> None:
    """Count a request of somebody who is signed in, for them and their tenant."""
    consume(tenant=user.tenant_id, account=user.pk)


def consume_for_address(request) -> None:
    """Count a request of somebody unknown, once."""
    if not current_request().is_counted:
        consume(address=client_network(client_address(request)))


def consume_for_preflight(request) -> None:
    """Count a browser's question whether a page may call: it puts one before nearly every call."""
    consume(preflight=client_network(client_address(request)))


def shows_credentials(request) -> bool:
    """Say whether an API request has an Authorization that its view will judge, and count.

    Everything else comes from somebody unknown: a scheme that the view does not know, a view that
    asks nobody who they are, an address that nobody answers.
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
