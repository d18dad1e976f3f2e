"""Programmes, and the case studies that are open to them (contract §6, §7)."""

from drf_spectacular.utils import extend_schema

from config.api.filters import FilterBackend
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet, ListMixin, RetrieveMixin
from config.permissions import Module
from programmes.filtersets import CaseStudyFilterSet, ProgrammeFilterSet
from programmes.models import CaseStudy, Programme
from programmes.serializers import (
    CaseStudyCreateSerializer,
    CaseStudySerializer,
    CaseStudyUpdateSerializer,
    ProgrammeInputSerializer,
    ProgrammeRowSerializer,
    ProgrammeSerializer,
)
from programmes.services import case_studies, programmes


class ProgrammeViewSet(ListMixin, RetrieveMixin, ConsoleViewSet):
    """What users study, and which case studies that opens to them."""

    permission_module = Module.PROGRAMMES
    queryset = Programme.objects.order_by("code")  # unique in a tenant: a total order
    serializer_class = ProgrammeSerializer
    row_serializer_class = ProgrammeRowSerializer
    filter_backends = (FilterBackend,)
    filterset_class = ProgrammeFilterSet
    default_limit = 50
    max_limit = 200
    lookup_url_kwarg = "programme_id"

    @errors("409")
    @extend_schema(request=ProgrammeInputSerializer, responses={201: ProgrammeSerializer})
    def create(self, request):
        """Create a programme under a code that the tenant does not use yet."""
        values = self.validated_body(ProgrammeInputSerializer)
        programme = programmes.create_programme(actor=request.user, tenant=self.tenant, **values)
        return self.respond_row(programme, "Programme created successfully", status=201)

    @errors("409")
    @extend_schema(request=ProgrammeInputSerializer)
    def partial_update(self, request, *args, **kwargs):
        """Change a programme; a new code carries over to its users and case studies."""
        values = self.validated_body(ProgrammeInputSerializer, partial=True)
        programme = programmes.update_programme(
            actor=request.user, programme=self.get_object(), **values
        )
        return self.respond_row(programme, "Programme updated successfully")

    @errors("409")
    @extend_schema(responses={200: None})
    def destroy(self, request, *args, **kwargs):
        """Delete a programme that nobody uses; otherwise ``details`` counts who does."""
        programmes.delete_programme(actor=request.user, programme=self.get_object())
        return self.respond(None, "Programme deleted successfully")


class CaseStudyViewSet(ListMixin, RetrieveMixin, ConsoleViewSet):
    """The simulations that students work through."""

    permission_module = Module.CASE_STUDIES
    queryset = CaseStudy.objects.prefetch_related("programmes").order_by("sort_title", "pk")
    serializer_class = CaseStudySerializer
    filter_backends = (FilterBackend,)
    filterset_class = CaseStudyFilterSet
    lookup_url_kwarg = "case_study_id"

    @errors("400", "409")
    @extend_schema(request=CaseStudyCreateSerializer, responses={201: CaseStudySerializer})
    def create(self, request):
        """Create a case study; without programmes it is open to all."""
        values = self.validated_body(CaseStudyCreateSerializer)
        case_study = case_studies.create_case_study(
            actor=request.user, tenant=self.tenant, **values
        )
        return self.respond_row(case_study, "Case study created successfully", status=201)

    @errors("400", "409")
    @extend_schema(request=CaseStudyUpdateSerializer)
    def partial_update(self, request, *args, **kwargs):
        """Change a case study; ``is_active: true`` restores a deleted one."""
        values = self.validated_body(CaseStudyUpdateSerializer, partial=True)
        case_study = case_studies.update_case_study(
            actor=request.user, case_study=self.get_object(), **values
        )
        return self.respond_row(case_study, "Case study updated successfully")

    def destroy(self, request, *args, **kwargs):
        """Withdraw a case study; what was done with it stays."""
        case_study = case_studies.delete_case_study(
            actor=request.user, case_study=self.get_object()
        )
        return self.respond_row(case_study, "Case study deleted successfully")
