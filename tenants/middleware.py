"""What an operator's request is about."""

from django.conf import settings

from tenants.acting import acting_tenant


class ActingTenantMiddleware:
    """Give requests of the operators' panel the ``tenant`` that they are about."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(settings.ADMIN_PATH) and request.user.is_authenticated:
            request.tenant = acting_tenant(request)
        return self.get_response(request)
