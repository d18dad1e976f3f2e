"""Which web pages may read the API's answers: those of the origins that tenants list.

django-cors-headers asks here, twice at most per request of a browser and with one query: whether
a preflight may pass, and whether an answer may be read.
"""

from corsheaders.signals import check_request_enabled
from django.dispatch import receiver

from config.context import current_request
from tenants.models import AllowedOrigin

API = "/v1/"


@receiver(check_request_enabled, dispatch_uid="tenants.cors")
def may_read(sender, request, **kwargs) -> bool:
    """Say whether pages of the request's origin may read the answer.

    Before anybody is known, at a preflight or a refused sign-in, an active tenant has to list the
    origin; afterwards the caller's own.
    """
    origin = request.headers.get("Origin")
    if not origin or not request.path_info.startswith(API):
        return False
    listed = AllowedOrigin.objects.filter(origin=origin, tenant__is_active=True)
    tenant_id = current_request().tenant_id
    return listed.filter(**({"tenant": tenant_id} if tenant_id else {})).exists()
