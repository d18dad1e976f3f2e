"""The views of the students panel (contract §8)."""

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from config import exports
from config.api.filters import FilterBackend, SortBackend
from config.api.limits import limited
from config.api.query_params import BooleanParam, ChoiceParam, QueryParams
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet, ListMixin, RetrieveMixin
from config.permissions import Module
from students.filtersets import StudentFilterSet
from students.models import Student
from students.queries.profiles import profile_of
from students.queries.students import StudentList, student_line
from students.serializers import StudentProfileSerializer, StudentRowSerializer


class ProfileParams(QueryParams):
    """How much of a student is shown."""

    include_case_studies = BooleanParam(default=True, help_text="False leaves the cards out.")


class ExportParams(QueryParams):
    """Which kind of file."""

    format = ChoiceParam(list(exports.MEDIA_TYPES), default="csv")


class StudentViewSet(ListMixin, RetrieveMixin, ConsoleViewSet):
    """Students across programmes, with what is assigned to them and when they were last seen.

    Search, filters and sorting combine; rows without a value sort last in both directions.
    """

    permission_module = Module.USER_MANAGEMENT
    queryset = Student.objects.all()
    serializer_class = StudentRowSerializer
    filter_backends = (FilterBackend, SortBackend)
    filterset_class = StudentFilterSet
    sort_keys = StudentList.sort_keys
    default_sort = ("last_seen", "desc")
    default_limit = 10
    lookup_url_kwarg = "user_id"

    def get_object(self):
        student = student_line(self.tenant.pk, self.kwargs["user_id"])
        if student is None:
            raise Http404
        return student

    def get_rows(self) -> StudentList:
        return StudentList.of(self.tenant.pk)

    def list(self, request, *args, **kwargs):
        """One page of the students that match, newest activity first unless asked otherwise."""
        return super().list(request, *args, **kwargs)

    @extend_schema(parameters=[ProfileParams], responses=StudentProfileSerializer)
    def retrieve(self, request, *args, **kwargs):
        """One student: profile, and a card with all attempts per attempted case study."""
        include = ProfileParams.read(request)["include_case_studies"]
        profile = profile_of(self.get_object())
        return self.respond(StudentProfileSerializer(profile, include_case_studies=include).data)

    @extend_schema(
        parameters=[ExportParams],
        filters=True,
        responses={(200, media): OpenApiTypes.BINARY for media in exports.MEDIA_TYPES.values()},
    )
    @limited("export")
    @errors("400")
    @action(detail=False)
    def export(self, request, *args, **kwargs):
        """The filtered list as a file, in the same order, with at most 50,000 rows."""
        kind = ExportParams.read(request)["format"]
        return exports.respond_with_list(
            self.filter_queryset(self.get_rows()), kind=kind, name=f"students_{self.tenant.slug}"
        )
