"""How often students may try case studies, and who changed that (contract §9)."""

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action

from config.api.filters import SortBackend, SortKey
from config.api.limits import limited
from config.api.parameters import ID_SCHEMA, INSTANT_SCHEMA, ParameterReader, text_schema
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet, ListMixin
from config.errors import InvalidInput
from config.ids import ID_REGEX
from config.permissions import Action, Module
from students.models import BulkJob, Student
from students.queries.attempts import (
    AttemptList,
    EntitlementStatus,
    find_case_study_with_base,
    load_rows,
)
from students.queries.profiles import history_of, ledger_of
from students.serializers.attempts import (
    BulkGrantSerializer,
    BulkRevokeSerializer,
    EntitlementSerializer,
    GrantSerializer,
    HistorySerializer,
    JobDetailsSerializer,
    JobSerializer,
    LedgerRowSerializer,
    ParticipantSerializer,
    RevokeSerializer,
)
from students.services import attempts

STATUS = OpenApiParameter("status", str, enum=list(EntitlementStatus))
SEARCH = OpenApiParameter(
    "search", text_schema(max_length=500), description="Part of a name or e-mail address."
)
CASE_STUDY = OpenApiParameter("case_study_id", ID_SCHEMA, required=True)
CASE_STUDY_FILTER = OpenApiParameter("case_study_id", ID_SCHEMA, description="Narrows to one.")
AS_OF = OpenApiParameter(
    "as_of",
    INSTANT_SCHEMA,
    description="A moment of the past, to the end of its second or day. The answer is then what "
    "the student could do at that moment: by the ledger as it was, the tenant's setting of then, "
    "and the sessions that had begun, each used up from a minute after its start.",
)
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
    lookup_url_kwarg = "user_id"
    default_limit = 50
    filter_backends = (SortBackend,)
    sort_keys = {
        "student_name": SortKey("sort_name"),
        "attempts_used": SortKey("attempts_used"),
        "attempts_remaining": SortKey("attempts_remaining"),
        "best_score": SortKey("best_score", nullable=True),
        "latest_attempt_at": SortKey("latest_attempt_at", nullable=True),
    }
    default_sort = ("student_name", "asc")
    sort_ties = ("sort_name", "user_id")

    @errors("404")
    @extend_schema(
        parameters=[CASE_STUDY, SEARCH, STATUS],
        responses=ParticipantSerializer(many=True),
        filters=True,
    )
    def list(self, request, *args, **kwargs):
        """Students at one case study: who may see it, and whoever has a session or ledger line."""
        read = ParameterReader(request.query_params)
        case_study_id = read.identifier("case_study_id", required=True)
        search = read.text("search", max_length=500)
        status = read.choice("status", default=None, values=list(EntitlementStatus))
        read.check()
        case_study = find_case_study_with_base(self.tenant, case_study_id)
        rows = self.filter_queryset(AttemptList(case_study, search, status))
        page = load_rows(case_study, self.paginate_queryset(rows))
        return self.get_paginated_response(ParticipantSerializer(page, many=True).data)

    @extend_schema(parameters=[CASE_STUDY, AS_OF])
    def retrieve(self, request, *args, **kwargs):
        """One student at one case study: entitlement, sessions, ledger."""
        read = ParameterReader(request.query_params)
        case_study_id = read.identifier("case_study_id", required=True)
        as_of = read.past_timestamp("as_of")
        read.check()
        history = history_of(self.get_object(), case_study_id, as_of=as_of)
        return self.respond(HistorySerializer(history).data)

    @extend_schema(
        parameters=[CASE_STUDY_FILTER], responses=LedgerRowSerializer(many=True), filters=True
    )
    @action(detail=True, requires=Action.VIEW, filter_backends=())
    def transactions(self, request, *args, **kwargs):
        """A student's ledger across case studies, newest first."""
        read = ParameterReader(request.query_params)
        case_study_id = read.identifier("case_study_id")
        read.check()
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
        """Grant attempts to one student; the answer is what he is entitled to then."""
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

    @extend_schema(responses=JobDetailsSerializer)
    @action(detail=False, url_path=f"jobs/(?P<job_id>{ID_REGEX})", requires=Action.VIEW)
    def job(self, request, *args, job_id: str, **kwargs):
        """A bulk job with the outcome of every row."""
        job = BulkJob.objects.for_tenant(self.tenant).filter(pk=job_id).first()
        if job is None:
            raise Http404
        return self.respond(JobDetailsSerializer(job).data)

    def _change(self, serializer_class) -> dict:
        """Read a body; the key may stand in the header as well, and must be the same then."""
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
