"""The views of programmes and case studies (contract §6, §7)."""

from config.api.filters import FilterBackend
from config.api.schema import errors
from config.api.viewsets import (
    CreateMixin,
    DestroyMixin,
    ListMixin,
    RetrieveMixin,
    UpdateMixin,
)
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
from tenants.views import HistoryMixin


class ProgrammeViewSet(
    ListMixin, RetrieveMixin, CreateMixin, UpdateMixin, DestroyMixin, HistoryMixin
):
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

    noun = "Programme"
    audit_target = "programme"
    create_serializer_class = update_serializer_class = ProgrammeInputSerializer

    @errors("409")
    def create_row(self, *, actor, tenant, **values) -> Programme:
        """Create a programme under a code that the tenant does not use yet."""
        return programmes.create_programme(actor=actor, tenant=tenant, **values)

    @errors("409")
    def update_row(self, *, actor, row, **values) -> Programme:
        """Change a programme; a new code carries over to its users and case studies."""
        return programmes.update_programme(actor=actor, programme=row, **values)

    @errors("409")
    def delete_row(self, *, actor, row) -> None:
        """Delete a programme that nobody uses; otherwise ``details`` counts who does."""
        programmes.delete_programme(actor=actor, programme=row)


class CaseStudyViewSet(
    ListMixin, RetrieveMixin, CreateMixin, UpdateMixin, DestroyMixin, HistoryMixin
):
    """The simulations that students work through."""

    permission_module = Module.CASE_STUDIES
    queryset = CaseStudy.objects.prefetch_related("programmes").order_by("sort_title", "pk")
    serializer_class = CaseStudySerializer
    filter_backends = (FilterBackend,)
    filterset_class = CaseStudyFilterSet
    lookup_url_kwarg = "case_study_id"

    noun = "Case study"
    audit_target = "case_study"
    create_serializer_class = CaseStudyCreateSerializer
    update_serializer_class = CaseStudyUpdateSerializer
    deletes_softly = True

    @errors("400", "409")
    def create_row(self, *, actor, tenant, **values) -> CaseStudy:
        """Create a case study; without programmes it is open to all."""
        return case_studies.create_case_study(actor=actor, tenant=tenant, **values)

    @errors("400", "409")
    def update_row(self, *, actor, row, **values) -> CaseStudy:
        """Change a case study; ``is_active: true`` restores a deleted one."""
        return case_studies.update_case_study(actor=actor, case_study=row, **values)

    def delete_row(self, *, actor, row) -> CaseStudy:
        """Withdraw a case study; what was done with it stays."""
        return case_studies.delete_case_study(actor=actor, case_study=row)
