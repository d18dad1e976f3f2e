"""The views of student performance: list, file, and one attempt in full (contract §10)."""

from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from config import exports
from config.api.filters import FilterBackend, SortBackend
from config.api.limits import limited
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet, ListMixin
from config.ids import ID_REGEX
from config.permissions import Action, Module
from students.filtersets import PerformanceFilterSet
from students.models import CaseStudyProgress, Grade, Session, Student
from students.models.sessions import GradingStatus
from students.queries.performance import PerformanceList
from students.queries.profiles import attempt_of
from students.serializers.performance import (
    PerformanceRowSerializer,
    SessionDetailsSerializer,
    SessionGradeSerializer,
    SessionTranscriptSerializer,
)
from students.services.transcripts import read_transcript

ATTEMPT = f"attempts/(?P<session_id>{ID_REGEX})"


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
    @extend_schema(filters=True, responses={(200, exports.MEDIA_TYPES["csv"]): OpenApiTypes.BINARY})
    @action(detail=False, pagination_class=None)
    def export(self, request, *args, **kwargs):
        """The filtered list as a CSV file, in the same order, with at most 50,000 rows."""
        rows = self.filter_queryset(self.get_rows())
        name = f"student_performance_{self.tenant.slug}"
        return exports.respond_with_list(rows, kind="csv", name=name)

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
        """Return a started session of a person who is still a student."""
        sessions = Session.objects.for_tenant(self.tenant).started()
        students = Student.objects.for_tenant(self.tenant)
        sessions = sessions.filter(user__in=students.values("pk"))
        return get_object_or_404(sessions.select_related("user", "case_study"), pk=session_id)
