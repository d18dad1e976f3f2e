"""The views for the live service's reports of its sessions (contract §15)."""

from dataclasses import asdict

from drf_spectacular.utils import OpenApiRequest, extend_schema
from rest_framework.views import APIView

from accounts.authentication.service_keys import HasServiceKey, ServiceKeyAuthentication
from config.api.limits import limited
from config.api.parsers import NDJSON, LargeJSONParser, ndjson_reader
from config.api.schema import errors
from config.api.views import EnvelopeMixin
from students.serializers.ingest import (
    BulkResultSerializer,
    GradeReportSerializer,
    SessionLineSerializer,
    SessionReportSerializer,
    StoredGradeSerializer,
    StoredSessionSerializer,
    StoredTranscriptSerializer,
    TranscriptReportSerializer,
    line_validator,
)
from students.services import ingest
from students.services.ingest.stream import LineError, Result, store_lines

MOST_LINES = 10_000


class IngestView(EnvelopeMixin, APIView):
    """An endpoint for a tenant's live service alone: users' tokens do not open it."""

    authentication_classes = (ServiceKeyAuthentication,)
    permission_classes = (HasServiceKey,)
    parser_classes = (LargeJSONParser,)

    @property
    def tenant(self):
        """The tenant whose key it is."""
        return self.request.auth.tenant


class SessionReportView(IngestView):
    @errors("400", "409")
    @extend_schema(
        request=SessionReportSerializer,
        responses=StoredSessionSerializer,
        operation_id="ingest_session",
    )
    def put(self, request, session_id: str):
        """Report a session's state: the first report creates it, a repeated one changes nothing.

        Whatever order reports arrive in, none takes a session back: of every field the further
        value stands. Only a new session is ever refused for want of an attempt.
        """
        report = self.validated_body(SessionReportSerializer)
        session = ingest.report_session(tenant=self.tenant, session_id=session_id, report=report)
        return self.respond(StoredSessionSerializer(session).data, "Session stored successfully")


class TranscriptReportView(IngestView):
    @extend_schema(
        request=TranscriptReportSerializer,
        responses=StoredTranscriptSerializer,
        operation_id="ingest_transcript",
    )
    def put(self, request, session_id: str):
        """Store a session's transcript; a later one replaces it."""
        transcript = self.validated_body(TranscriptReportSerializer)
        stored = ingest.store_transcript(
            tenant=self.tenant, session_id=session_id, transcript=transcript
        )
        return self.respond(
            StoredTranscriptSerializer(stored).data, "Transcript stored successfully"
        )


class GradeReportView(IngestView):
    @extend_schema(
        request=GradeReportSerializer,
        responses=StoredGradeSerializer,
        operation_id="ingest_grade",
    )
    def put(self, request, session_id: str):
        """Store a session's grade; a later one replaces it."""
        grade = self.validated_body(GradeReportSerializer)
        stored = ingest.store_grade(tenant=self.tenant, session_id=session_id, grade=grade)
        return self.respond(StoredGradeSerializer(stored).data, "Grade stored successfully")


class BulkReportView(IngestView):
    @limited("bulk")
    @extend_schema(
        request={NDJSON: OpenApiRequest(SessionLineSerializer)},
        responses=BulkResultSerializer,
        operation_id="ingest_sessions_bulk",
    )
    def post(self, request):
        """Report up to 10,000 sessions, one JSON object per line.

        Good lines are kept whatever becomes of the others; sending all of them again is harmless.
        """
        errors: list[LineError] = []
        result = Result()
        store_lines(
            tenant=self.tenant,
            read=ndjson_reader(request),
            validate=line_validator(),
            into=result,
            on_error=errors.append,
            at_most=MOST_LINES,
        )
        answer = {**asdict(result), "lines": result.lines, "errors": errors}
        return self.respond(BulkResultSerializer(answer).data, "Sessions stored successfully")
