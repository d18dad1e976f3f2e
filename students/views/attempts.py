"""The views of students' attempts at case studies, and of changes to them (contract §9)."""

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action

from config.api.filters import FilterBackend, SortBackend
from config.api.limits import limited
from config.api.query_params import IdParam, PastTimestampParam, QueryParams, text_schema
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet, ListMixin
from config.errors import InvalidInput
from config.ids import ID_REGEX
from config.permissions import Action, Module
from students.filtersets import AttemptFilterSet, JobFilterSet
from students.models import BulkJob, Student
from students.queries.attempts import AttemptList
from students.queries.entitlements import find_case_study_with_base
from students.queries.figures import attempt_figures
from students.queries.jobs import with_actors
from students.queries.profiles import history_of, ledger_of
from students.serializers.attempts import (
    AttemptFiguresSerializer,
    BulkGrantSerializer,
    BulkRevokeSerializer,
    EntitlementSerializer,
    GrantSerializer,
    HistorySerializer,
    JobDetailsSerializer,
    JobRowSerializer,
    JobSerializer,
    LedgerRowSerializer,
    ParticipantSerializer,
    RevokeSerializer,
)
from students.services import attempts
from students.services.exports import export_attempts
from students.views.files import FILES, ExportParams


class AttemptListParams(QueryParams):
    """At which case study."""

    case_study_id = IdParam(required=True)


class HistoryParams(QueryParams):
    """At which case study, and when."""

    case_study_id = IdParam(required=True)
    as_of = PastTimestampParam(
        help_text="A moment of the past, to the end of its second or day. The answer is then what "
        "the student could do at that moment: by the ledger as it was, the tenant's setting of "
        "then, and the sessions that had begun, each used up from a minute after its start.",
    )


class LedgerParams(QueryParams):
    """What a student's ledger is narrowed by."""

    case_study_id = IdParam(help_text="Narrows to one.")


IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    text_schema(max_length=128),
    OpenApiParameter.HEADER,
    description="The same as idempotency_key in the body.",
)


class AttemptViewSet(ListMixin, ConsoleViewSet):
    """Attempts of students at case studies: what is left, what was granted, what was revoked."""

    permission_module = Module.ATTEMPT_MANAGEMENT
    queryset = Student.objects.all()
    serializer_class = HistorySerializer
    row_serializer_class = ParticipantSerializer
    lookup_url_kwarg = "user_id"
    default_limit = 50
    filter_backends = (FilterBackend, SortBackend)
    filterset_class = AttemptFilterSet
    sort_keys = AttemptList.sort_keys
    default_sort = ("student_name", "asc")

    def get_rows(self) -> AttemptList:
        asked = AttemptListParams.read(self.request)
        return AttemptList(find_case_study_with_base(self.tenant, asked["case_study_id"]))

    @errors("404")
    @extend_schema(parameters=[AttemptListParams], filters=True)
    def list(self, request, *args, **kwargs):
        """Students at one case study: who may see it, and whoever has a session or ledger line."""
        return super().list(request, *args, **kwargs)

    @limited("export")
    @errors("400", "404")
    @extend_schema(parameters=[AttemptListParams, ExportParams], filters=True, responses=FILES)
    @action(detail=False, pagination_class=None)
    def export(self, request, *args, **kwargs):
        """The filtered list as a file, in the same order, with at most 50,000 rows."""
        kind = ExportParams.read(request)["format"]
        rows = self.filter_queryset(self.get_rows())
        return export_attempts(actor=request.user, tenant=self.tenant, attempts=rows, kind=kind)

    @errors("404")
    @extend_schema(parameters=[AttemptListParams], filters=True, responses=AttemptFiguresSerializer)
    @action(
        detail=False,
        pagination_class=None,
        requires=Action.VIEW,
        filter_backends=(FilterBackend,),
    )
    def summary(self, request, *args, **kwargs):
        """How many students are where at one case study, by all filters but the status."""
        rows = self.filter_queryset(self.get_rows())
        figures = {"case_study": rows.case_study, "figures": attempt_figures(rows)}
        return self.respond(AttemptFiguresSerializer(figures).data)

    @extend_schema(parameters=[HistoryParams])
    def retrieve(self, request, *args, **kwargs):
        """One student at one case study: entitlement, sessions, ledger."""
        asked = HistoryParams.read(request)
        history = history_of(self.get_object(), asked["case_study_id"], as_of=asked["as_of"])
        return self.respond(HistorySerializer(history).data)

    @extend_schema(
        parameters=[LedgerParams], responses=LedgerRowSerializer(many=True), filters=True
    )
    @action(detail=True, requires=Action.VIEW, filter_backends=())
    def transactions(self, request, *args, **kwargs):
        """A student's ledger across case studies, newest first."""
        case_study_id = LedgerParams.read(request)["case_study_id"]
        ledger = ledger_of(self.get_object()).select_related("case_study")
        if case_study_id:
            ledger = ledger.filter(case_study=case_study_id)
        page = self.paginate_queryset(ledger)
        return self.get_paginated_response(LedgerRowSerializer(page, many=True).data)

    @errors("404", "409")
    @extend_schema(
        parameters=[IDEMPOTENCY_KEY], request=GrantSerializer, responses=EntitlementSerializer
    )
    @action(detail=False, methods=["post"], requires=Action.CREATE)
    def grant(self, request, *args, **kwargs):
        """Grant attempts to one student; the answer is what they are entitled to then."""
        values = self._change(GrantSerializer)
        entitlement = attempts.grant_attempts(actor=request.user, tenant=self.tenant, **values)
        return self.respond(
            EntitlementSerializer(entitlement).data, "Attempts granted successfully"
        )

    @errors("400", "404", "409")
    @extend_schema(
        parameters=[IDEMPOTENCY_KEY], request=RevokeSerializer, responses=EntitlementSerializer
    )
    @action(detail=False, methods=["post"], requires=Action.EDIT)
    def revoke(self, request, *args, **kwargs):
        """Take back attempts that are not used."""
        values = self._change(RevokeSerializer)
        entitlement = attempts.revoke_attempts(actor=request.user, tenant=self.tenant, **values)
        return self.respond(
            EntitlementSerializer(entitlement).data, "Attempts revoked successfully"
        )

    @limited("bulk")
    @errors("404", "409")
    @extend_schema(
        parameters=[IDEMPOTENCY_KEY], request=BulkGrantSerializer, responses={202: JobSerializer}
    )
    @action(detail=False, methods=["post"], url_path="grant/bulk", requires=Action.CREATE)
    def grant_in_bulk(self, request, *args, **kwargs):
        """Grant attempts to up to 500 students; each succeeds or fails by itself."""
        values = self._change(BulkGrantSerializer)
        return self._accepted(
            attempts.grant_attempts_in_bulk(actor=request.user, tenant=self.tenant, **values)
        )

    @limited("bulk")
    @errors("404", "409")
    @extend_schema(
        parameters=[IDEMPOTENCY_KEY], request=BulkRevokeSerializer, responses={202: JobSerializer}
    )
    @action(detail=False, methods=["post"], url_path="revoke/bulk", requires=Action.EDIT)
    def revoke_in_bulk(self, request, *args, **kwargs):
        """Take back attempts of up to 500 students; each succeeds or fails by itself."""
        values = self._change(BulkRevokeSerializer)
        return self._accepted(
            attempts.revoke_attempts_in_bulk(actor=request.user, tenant=self.tenant, **values)
        )

    @extend_schema(responses=JobRowSerializer(many=True), filters=True)
    @action(
        detail=False,
        requires=Action.VIEW,
        filter_backends=(FilterBackend,),
        filterset_class=JobFilterSet,
    )
    def jobs(self, request, *args, **kwargs):
        """The bulk jobs, newest first; a dry run is a job that changed nothing."""
        found = self.filter_queryset(BulkJob.objects.for_tenant(self.tenant).defer("results"))
        page = with_actors(self.paginate_queryset(found))
        return self.get_paginated_response(JobRowSerializer(page, many=True).data)

    @extend_schema(responses=JobDetailsSerializer)
    @action(detail=False, url_path=f"jobs/(?P<job_id>{ID_REGEX})", requires=Action.VIEW)
    def job(self, request, *args, job_id: str, **kwargs):
        """A bulk job with the outcome of every row."""
        job = BulkJob.objects.for_tenant(self.tenant).filter(pk=job_id).first()
        if job is None:
            raise Http404
        return self.respond(JobDetailsSerializer(with_actors([job])[0]).data)

    def _change(self, serializer_class) -> dict:
        """Return the validated body; a key in the header must be the same as there."""
        values = self.validated_body(serializer_class)
        header = self.request.headers.get("Idempotency-Key", "").strip()
        if header and values.get("idempotency_key") not in {None, header}:
            raise InvalidInput([("idempotency_key", "The header Idempotency-Key says otherwise.")])
        if len(header) > 128:
            raise InvalidInput([("Idempotency-Key", "A key has at most 128 characters.")])
        if header:
            values["idempotency_key"] = header
        return values

    def _accepted(self, job: BulkJob):
        return self.respond(JobSerializer(job).data, "Bulk job accepted", status=202)
