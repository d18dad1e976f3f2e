"""The views for Super Admins alone: all tenants (contract §3, G20), and their audit trail (§11)."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action

from config.api.filters import FilterBackend
from config.api.limits import limited
from config.api.permissions import STANDARD_ACTIONS, IsSuperAdmin
from config.api.preconditions import conditional, tag_of, tagged
from config.api.query_params import ChoiceParam, QueryParams
from config.api.schema import errors
from config.api.viewsets import (
    ConsoleViewSet,
    CreateMixin,
    DestroyMixin,
    ListMixin,
    RetrieveMixin,
    UpdateMixin,
)
from config.context import show_rows_of
from config.lines import MEDIA_TYPES
from config.models import Fold
from config.permissions import Action, Module
from tenants.filtersets import AuditEventFilterSet, TenantFilterSet
from tenants.models import AuditEvent, Tenant
from tenants.queries.configuration import allowed_origins
from tenants.queries.histories import events_about
from tenants.queries.retention import retention_of
from tenants.serializers import (
    AIConfigSerializer,
    AllowedOriginSerializer,
    AuditEventSerializer,
    BrandingSerializer,
    HistoryEventSerializer,
    RetentionSerializer,
    SSOConfigSerializer,
    TenantCreateSerializer,
    TenantRowSerializer,
    TenantSerializer,
    TenantUpdateSerializer,
)
from tenants.services import configuration, retention, tenants
from tenants.services.exports import export_events

ORIGINS = serializers.ListSerializer(child=serializers.CharField())
ORIGIN = OpenApiParameter(
    "origin",
    location=OpenApiParameter.PATH,
    description="URL-encoded: https%3A%2F%2Fapp.example.edu",
)


class HistoryMixin(ConsoleViewSet):
    """GET on the history of one row, for whoever may see the row: as in the admin.

    ``audit_target`` is what the trail calls such rows.
    """

    audit_target: str

    @extend_schema(filters=False, responses=HistoryEventSerializer(many=True))
    @action(
        detail=True,
        requires=Action.VIEW,
        filter_backends=(),
        default_limit=50,
        max_limit=100,
    )
    def history(self, request, *args, **kwargs):
        """What happened to the row, newest first, as the audit trail tells it."""
        page = self.paginate_queryset(self.events_of(self.get_object()))
        return self.get_paginated_response(HistoryEventSerializer(page, many=True).data)

    def events_of(self, row):
        """Return the events that make up the history of a row."""
        trail_of = getattr(row, "tenant_id", None) or row.pk
        return events_about(trail_of, self.audit_target, row.pk, viewer=self.request.user)


class AcrossTenants(ConsoleViewSet):
    """A resource that is not limited to the caller's own tenant."""

    permission_module = Module.TENANT_MANAGEMENT
    queryset = Tenant.objects.order_by(Fold("name"), "pk")
    serializer_class = TenantSerializer
    lookup_url_kwarg = "tenant_id"

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if tenant_id := kwargs.get(self.lookup_url_kwarg):
            show_rows_of(tenant_id)

    def get_queryset(self):
        return self.queryset.all()


class TenantViewSet(
    ListMixin,
    RetrieveMixin,
    CreateMixin,
    UpdateMixin,
    DestroyMixin,
    HistoryMixin,
    AcrossTenants,
):
    """Universities, and how each of them is set up; by id, deleted ones are found too."""

    permission_actions = STANDARD_ACTIONS | {
        "retention": Action.VIEW,
        "change_retention": Action.EDIT,
    }
    noun = "Tenant"
    audit_target = "tenant"
    row_serializer_class = TenantRowSerializer
    create_serializer_class = TenantCreateSerializer
    update_serializer_class = TenantUpdateSerializer
    deletes_softly = True
    filter_backends = (FilterBackend,)
    filterset_class = TenantFilterSet

    def get_queryset(self):
        tenants = super().get_queryset()
        if self.action == "retrieve":
            return tenants.select_related("branding", "sso_config", "ai_config")
        return tenants

    @errors("409")
    def create_row(self, *, actor, tenant, **values) -> Tenant:
        """Create a tenant with its four system roles; it is configured afterwards."""
        return tenants.create_tenant(actor=actor, **values)

    @errors("400", "409")
    def update_row(self, *, actor, row, **values) -> Tenant:
        """Change core fields; ``is_active: true`` restores a deleted tenant."""
        return tenants.update_tenant(actor=actor, tenant=row, **values)

    @errors("400")
    def delete_row(self, *, actor, row) -> Tenant:
        """Switch the tenant off: all its people lose access at once. Nothing is lost."""
        return tenants.soft_delete_tenant(actor=actor, tenant=row)

    @conditional
    @extend_schema(request=BrandingSerializer, responses=BrandingSerializer)
    @action(detail=True, methods=["patch"], requires=Action.EDIT)
    def branding(self, request, *args, **kwargs):
        """Change how the tenant looks."""
        return self._configure(BrandingSerializer, configuration.update_branding, "Branding")

    @conditional
    @errors("400")
    @extend_schema(request=SSOConfigSerializer, responses=SSOConfigSerializer)
    @action(detail=True, methods=["patch"], requires=Action.EDIT)
    def sso(self, request, *args, **kwargs):
        """Change where the tenant's people sign in."""
        return self._configure(SSOConfigSerializer, configuration.update_sso_config, "SSO config")

    @conditional
    @extend_schema(request=AIConfigSerializer, responses=AIConfigSerializer)
    @action(detail=True, methods=["patch"], url_path="ai-config", requires=Action.EDIT)
    def ai_config(self, request, *args, **kwargs):
        """Change the defaults of simulations, and how many attempts students have."""
        return self._configure(AIConfigSerializer, configuration.update_ai_config, "AI config")

    @tagged
    @extend_schema(responses=RetentionSerializer)
    @action(detail=True, pagination_class=None, filter_backends=())
    def retention(self, request, *args, **kwargs):
        """For how long the tenant's audit events and transcripts are kept."""
        return self.respond_tagged(self._retention())

    @conditional
    @extend_schema(request=RetentionSerializer, responses=RetentionSerializer)
    @retention.mapping.patch
    def change_retention(self, request, *args, **kwargs):
        """Change it; what is older goes with the next daily tidying up, and does not come back."""
        values = self.validated_body(RetentionSerializer, partial=True)
        tenant = self.get_object()
        with self.if_match(tenant, self._retention):
            row = retention.update_retention(actor=request.user, tenant=tenant, **values)
        return self.respond_tagged(RetentionSerializer(row).data, "Retention updated successfully")

    def _retention(self):
        return RetentionSerializer(retention_of(self.get_object())).data

    def _configure(self, serializer_class, update, thing: str):
        """Change a part of the tenant, whose tag is that of the whole."""
        values = self.validated_body(serializer_class, partial=True)
        tenant = self.get_object()
        with self.if_match(tenant, self.represent):
            row = update(actor=self.request.user, tenant=tenant, **values)
        return self.respond_tagged(
            serializer_class(row).data,
            f"{thing} updated successfully",
            tag=tag_of(self.represent()),
        )


class AllowedOriginViewSet(AcrossTenants):
    """The web origins whose pages may call the API for a tenant."""

    permission_actions = {
        "list": Action.VIEW,
        "create": Action.EDIT,
        "destroy": Action.EDIT,
    }
    serializer_class = AllowedOriginSerializer
    pagination_class = None

    @extend_schema(responses=ORIGINS)
    def list(self, request, *args, **kwargs):
        """All of them, in the order in which they were added."""
        return self.respond(allowed_origins(self.get_object()))

    @errors("409")
    @extend_schema(responses={200: ORIGINS})
    def create(self, request, *args, **kwargs):
        """Allow an origin; one that is allowed already changes nothing."""
        values = self.validated_body()
        origins = configuration.add_allowed_origin(
            actor=request.user, tenant=self.get_object(), **values
        )
        return self.respond(origins, "Origin added successfully")

    @conditional
    @extend_schema(parameters=[ORIGIN], responses={200: None})
    def destroy(self, request, *args, **kwargs):
        """Take an origin back; the path names it URL-encoded, If-Match the tenant's tag."""
        tenant = self.get_object()
        with self.if_match(tenant, lambda: TenantSerializer(self.get_object()).data):
            configuration.remove_allowed_origin(
                actor=request.user, tenant=tenant, origin=kwargs["origin"]
            )
        return self.respond(None, "Origin removed successfully")


class EventExportParams(QueryParams):
    """Which kind of file."""

    format = ChoiceParam(list(MEDIA_TYPES), default="csv")


class AuditEventViewSet(ListMixin, ConsoleViewSet):
    """Who did what in the caller's tenant, newest first."""

    permission_classes = (IsSuperAdmin,)
    queryset = AuditEvent.objects.all()
    serializer_class = AuditEventSerializer
    filter_backends = (FilterBackend,)
    filterset_class = AuditEventFilterSet
    default_limit = 50
    max_limit = 200

    def page_rows(self, window):
        """Return a page's rows; skipped ones are read from an index only."""
        return AuditEvent.objects.filter(pk__in=window.values("pk"))

    @extend_schema(
        parameters=[EventExportParams],
        filters=True,
        responses={(200, media): OpenApiTypes.BINARY for media in MEDIA_TYPES.values()},
    )
    @limited("export")
    @action(detail=False, pagination_class=None)
    def export(self, request, *args, **kwargs):
        """The filtered trail as a file of any length, newest first; this is recorded as well."""
        asked = request.query_params
        return export_events(
            actor=request.user,
            tenant=self.tenant,
            events=self.filter_queryset(self.get_queryset()),
            filters={name: asked.get(name) for name in AuditEventFilterSet.base_filters},
            kind=EventExportParams.read(request)["format"],
        )
