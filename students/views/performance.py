"""The views of student performance: list, file, and one attempt in full (contract §10)."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from config.api.filters import FilterBackend, SortBackend
from config.api.limits import limited
from config.api.query_params import ChoiceParam, IdParam, QueryParams
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet, ListMixin
from config.ids import ID_REGEX
from config.permissions import Action, Module
from students.filtersets import PerformanceFilterSet
from students.models import CaseStudyProgress, Grade, Session, Student
from students.models.sessions import SessionQuerySet
from students.models.states import GradingStatus
from students.queries.attention import Attention
from students.queries.entitlements import find_case_study
from students.queries.figures import score_figures
from students.queries.performance import PerformanceList
from students.queries.profiles import attempt_of
from students.queries.sessions import SessionList
from students.serializers.performance import (
    PerformanceRowSerializer,
    ScoreFiguresSerializer,
    SessionDetailsSerializer,
    SessionGradeSerializer,
    SessionRowSerializer,
    SessionTranscriptSerializer,
)
from students.services.exports import export_performance
from students.services.transcripts import read_transcript
from students.views.files import FILES, ExportParams

ATTEMPT = f"attempts/(?P<session_id>{ID_REGEX})"


class SummaryParams(QueryParams):
    """At which case study."""

    case_study_id = IdParam(required=True)


class AttentionParams(QueryParams):
    """Which sessions."""

    reason = ChoiceParam(list(Attention), required=True)


class PerformanceViewSet(ListMixin, ConsoleViewSet):
    """Results per student and case study, of attempts that counted and are graded."""

    permission_module = Module.STUDENT_PERFORMANCE
    queryset = CaseStudyProgress.objects.graded()
    serializer_class = PerformanceRowSerializer
    filter_backends = (FilterBackend, SortBackend)
    filterset_class = PerformanceFilterSet
    sort_keys = PerformanceList.sort_keys
    default_sort = ("latest_attempt_at", "desc")
    default_limit = 50

    def get_rows(self) -> PerformanceList:
        return PerformanceList(self.tenant)

    @limited("export")
    @errors("400")
    @extend_schema(parameters=[ExportParams], filters=True, responses=FILES)
    @action(detail=False, pagination_class=None)
    def export(self, request, *args, **kwargs):
        """The filtered list as a file, in the same order, with at most 50,000 rows."""
        kind = ExportParams.read(request)["format"]
        results = self.filter_queryset(self.get_rows())
        return export_performance(
            actor=request.user, tenant=self.tenant, results=results, kind=kind
        )

    @errors("404")
    @extend_schema(parameters=[SummaryParams], filters=True, responses=ScoreFiguresSerializer)
    @action(
        detail=False,
        pagination_class=None,
        requires=Action.VIEW,
        filter_backends=(FilterBackend,),
    )
    def summary(self, request, *args, **kwargs):
        """Average, median and distribution of the final scores at one case study."""
        asked = SummaryParams.read(request)
        case_study = find_case_study(self.tenant, asked["case_study_id"])
        figures = score_figures(self.filter_queryset(self.get_rows()))
        return self.respond(
            ScoreFiguresSerializer({"case_study": case_study, "figures": figures}).data
        )

    @extend_schema(
        filters=False, parameters=[AttentionParams], responses=SessionRowSerializer(many=True)
    )
    @action(detail=False, requires=Action.VIEW, filter_backends=())
    def attention(self, request, *args, **kwargs):
        """Sessions that somebody should look into, newest first, as the dashboard counts them."""
        reason = Attention(AttentionParams.read(request)["reason"])
        page = self.paginate_queryset(SessionList(self.tenant, attention=reason))
        return self.get_paginated_response(SessionRowSerializer(page, many=True).data)

    @extend_schema(filters=False, responses=SessionDetailsSerializer)
    @action(detail=False, url_path=ATTEMPT, requires=Action.VIEW)
    def attempt(self, request, *args, session_id: str, **kwargs):
        """One attempt with its place among the student's attempts at the case study."""
        placed = attempt_of(self._session(session_id))
        return self.respond(SessionDetailsSerializer(placed).data)

    @extend_schema(filters=False, responses=SessionTranscriptSerializer)
    @action(detail=False, url_path=f"{ATTEMPT}/transcript", requires=Action.VIEW)
    def transcript(self, request, *args, session_id: str, **kwargs):
        """What was said in an attempt; that somebody read it is noted in the audit trail."""
        session = self._session(session_id)
        messages = read_transcript(actor=request.user, tenant=self.tenant, session=session)
        read = {"session": session, "messages": messages}
        return self.respond(SessionTranscriptSerializer(read).data)

    @extend_schema(filters=False, responses=SessionGradeSerializer)
    @action(detail=False, url_path=f"{ATTEMPT}/grade", requires=Action.VIEW)
    def grade(self, request, *args, session_id: str, **kwargs):
        """The grade of an attempt; without one yet, its status and nothing else."""
        session = self._session(session_id)
        grade = None
        if session.grading_status == GradingStatus.COMPLETE:
            grade = Grade.objects.for_tenant(self.tenant).filter(session=session).first()
        return self.respond(SessionGradeSerializer({"session": session, "grade": grade}).data)

    def _session(self, session_id: str) -> Session:
        return get_object_or_404(self._sessions(), pk=session_id)

    def _sessions(self) -> SessionQuerySet:
        """Return the started sessions of people who are still students."""
        sessions = Session.objects.for_tenant(self.tenant).started()
        students = Student.objects.for_tenant(self.tenant)
        of_students = sessions.filter(user__in=students.values("pk"))
        return of_students.select_related("user", "case_study")
