from django.urls import re_path
from rest_framework.routers import SimpleRouter

from config.ids import ID_REGEX
from tenants.views import AllowedOriginViewSet, AuditEventViewSet, TenantViewSet

router = SimpleRouter(trailing_slash=False)
router.register("tenants", TenantViewSet, basename="tenant")
router.register("audit-events", AuditEventViewSet, basename="audit-event")

origins = rf"tenants/(?P<tenant_id>{ID_REGEX})/allowed-origins"

urlpatterns = [
    *router.urls,
    re_path(rf"^{origins}$", AllowedOriginViewSet.as_view({"get": "list", "post": "create"})),
    # An encoded origin reaches us decoded, with slashes and any other characters.
    re_path(
        rf"^{origins}/(?P<origin>[^/][\s\S]*)$", AllowedOriginViewSet.as_view({"delete": "destroy"})
    ),
]
