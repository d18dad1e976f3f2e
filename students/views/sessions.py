"""The views of all students' sessions, and of the history of one (contract §10)."""

from drf_spectacular.utils import extend_schema

from config.api.filters import FilterBackend, SortBackend
from config.api.schema import errors
from config.api.viewsets import ListMixin
from config.permissions import Module
from students.filtersets import SessionFilterSet
from students.models import Session, Student
from students.queries.sessions import SessionList
from students.serializers.performance import SessionRowSerializer
from tenants.views import HistoryMixin


class SessionViewSet(ListMixin, HistoryMixin):
    """Sessions of students, counted and graded or not."""

    permission_module = Module.STUDENT_PERFORMANCE
    queryset = Session.objects.all()
    serializer_class = SessionRowSerializer
    lookup_url_kwarg = "session_id"
    filter_backends = (FilterBackend, SortBackend)
    filterset_class = SessionFilterSet
    sort_keys = SessionList.sort_keys
    default_sort = ("started_at", "desc")
    default_limit = 50
    audit_target = "transcript"

    def get_queryset(self):
        students = Student.objects.for_tenant(self.tenant).values("pk")
        return super().get_queryset().started().filter(user__in=students)

    def get_rows(self) -> SessionList:
        return SessionList(self.tenant)

    @errors("400")
    @extend_schema(filters=True)
    def list(self, request, *args, **kwargs):
        """The started sessions of all students at all case studies, newest first."""
        return super().list(request, *args, **kwargs)
