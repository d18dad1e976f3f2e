"""The web pages that may read the API's answers: those of the origins that tenants list.

django-cors-headers calls this once for each answer, preflights included; it costs one query.
"""

import re

from corsheaders.signals import check_request_enabled
from django.db import InterfaceError, OperationalError
from django.dispatch import receiver

from config.context import current_request
from tenants.models import AllowedOrigin

API = "/v1/"

# Any other text cannot be a stored origin: "null", a NUL, a megabyte.
_storable = re.compile(r"https?://[\x21-\x7e]{1,248}")


@receiver(check_request_enabled, dispatch_uid="tenants.middleware.cors")
def may_read(sender, request, **kwargs) -> bool:
    """Return whether pages of the request's origin may read the answer.

    While the caller is unknown, at a preflight or a refused sign-in, any active tenant has to list
    the origin; afterwards the caller's own. Any page may read that an unknown caller exceeded a
    limit.
    """
    origin = request.headers.get("Origin", "")
    if not request.path_info.startswith(API) or not _storable.fullmatch(origin):
        return False
    request_now = current_request()
    tenant_id = request_now.tenant_id
    if request_now.is_refused and not tenant_id:
        return True  # the answer contains nobody's data, and must cost no query
    listed = AllowedOrigin.objects.filter(origin=origin, tenant__is_active=True)
    try:
        return listed.filter(**({"tenant": tenant_id} if tenant_id else {})).exists()
    except (InterfaceError, OperationalError):
        return False  # the database is away, and the answer says so; it must not become a 500
