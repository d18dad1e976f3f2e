"""The students panel (contract §8)."""

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from config import exports
from config.api import envelope
from config.api.filters import FilterBackend, SortBackend
from config.api.limits import limited
from config.api.pagination import read_window
from config.api.parameters import ParameterReader
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet, ListMixin, RetrieveMixin
from config.permissions import Module
from students.filtersets import StudentFilterSet
from students.models import Student
from students.queries import students as panel
from students.queries.profiles import profile_of
from students.serializers import StudentProfileSerializer, StudentRowSerializer

INCLUDE_CASE_STUDIES = OpenApiParameter(
    "include_case_studies", bool, default=True, description="False leaves the cards out."
)
EXPORT_FORMAT = OpenApiParameter("format", str, enum=list(exports.MEDIA_TYPES), default="csv")


class StudentViewSet(ListMixin, RetrieveMixin, ConsoleViewSet):
    """Students across programmes, with what is assigned to them and when they were last seen.

    Search, filters and sorting combine; rows without a value sort last in both directions.
    """

    permission_module = Module.USER_MANAGEMENT
    queryset = Student.objects.all()
    serializer_class = StudentRowSerializer
    filter_backends = (FilterBackend, SortBackend)
    filterset_class = StudentFilterSet
    # ``students.queries.students`` sorts by hand; the backend reads and describes the parameters.
    sort_keys = panel.SORT_KEYS
    default_sort = ("last_seen", "desc")
    default_limit = 10
    lookup_url_kwarg = "user_id"

    def get_object(self):
        student = panel.student(self.tenant.pk, self.kwargs["user_id"])
        if student is None:
            raise Http404
        return student

    def list(self, request, *args, **kwargs):
        """One page of the students that match, newest activity first unless asked otherwise."""
        selection = self.selection()
        skip, limit = read_window(
            request.query_params, default=self.default_limit, maximum=self.max_limit
        )
        total = panel.total(selection, skip)
        lines = panel.page(selection, total, skip=skip, limit=limit)
        rows = self.get_serializer(lines, many=True).data
        return Response(envelope.page(rows, total=total.rows, skip=skip, limit=limit))

    def selection(self) -> panel.Selection:
        """Return what the query asks for; a bad parameter is 422."""
        values = FilterBackend().values(self.request, self)
        sort_by, descending = SortBackend().chosen(self.request, self)
        return StudentFilterSet.selection(
            values, tenant=self.tenant, sort_by=sort_by, descending=descending
        )

    @extend_schema(parameters=[INCLUDE_CASE_STUDIES], responses=StudentProfileSerializer)
    def retrieve(self, request, *args, **kwargs):
        """One student: profile, and a card with all attempts per attempted case study."""
        read = ParameterReader(request.query_params)
        include = read.boolean("include_case_studies", default=True)
        read.check()
        profile = profile_of(self.get_object())
        return self.respond(StudentProfileSerializer(profile, include_case_studies=include).data)

    @extend_schema(
        parameters=[EXPORT_FORMAT],
        filters=True,
        responses={(200, media): OpenApiTypes.BINARY for media in exports.MEDIA_TYPES.values()},
    )
    @limited("export")
    @errors("400")
    @action(detail=False)
    def export(self, request, *args, **kwargs):
        """The filtered list as a file, in the same order, with at most 50,000 rows."""
        read = ParameterReader(request.query_params)
        kind = read.choice("format", default="csv", values=list(exports.MEDIA_TYPES))
        read.check()
        return panel.file(self.selection(), tenant=self.tenant, kind=kind)
