"""Which limits a request counts against."""

from accounts.models import ServiceKey, User
from accounts.throttling.addresses import neighbourhood
from accounts.throttling.permits import spend
from config.api.limits import limit_of
from config.requests import client_address


class RequestThrottle:
    """REST framework asks it once the caller may do what he asks.

    Where nobody has to say who he is, his address is counted; what ``@limited`` marks is counted
    for the caller as well.
    """

    def allow_request(self, request, view) -> bool:
        if not view.authentication_classes:
            spend_address(request)
        elif name := limit_of(view, request):
            key = request.auth if isinstance(request.auth, ServiceKey) else request.user
            spend(**{name: key.pk})
        return True


def spend_user(user: User) -> None:
    """Count a request of somebody who is signed in, for him and his tenant."""
    spend(tenant=user.tenant_id, account=user.pk)


def spend_address(request) -> None:
    """Count a request of somebody unknown."""
    spend(address=neighbourhood(client_address(request)))
