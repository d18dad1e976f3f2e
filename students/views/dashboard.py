"""The view of the dashboard (contract §19)."""

from drf_spectacular.utils import extend_schema

from config.api.viewsets import ConsoleViewSet
from config.permissions import Action, Module
from students.queries.dashboard import dashboard
from students.serializers.dashboard import DashboardSerializer, as_answer
from tenants.models import Tenant
from tenants.time_zones import zone_of


class DashboardViewSet(ConsoleViewSet):
    """The figures of the admin's first page."""

    permission_module = Module.USER_MANAGEMENT
    permission_actions = {"retrieve": Action.VIEW}
    permission_alternatives = {
        "retrieve": [
            (Module.STUDENT_PERFORMANCE, Action.VIEW),
            (Module.ATTEMPT_MANAGEMENT, Action.VIEW),
        ]
    }
    queryset = Tenant.objects.none()
    serializer_class = DashboardSerializer
    pagination_class = None

    @extend_schema(responses=DashboardSerializer)
    def retrieve(self, request, *args, **kwargs):
        """What the caller's role may see of their tenant, at most a minute old."""
        shown = dashboard(tenant=self.tenant, viewer=request.user)
        zone = str(zone_of(self.tenant))
        return self.respond(
            DashboardSerializer(as_answer(shown, time_zone=zone, viewer=request.user)).data
        )
