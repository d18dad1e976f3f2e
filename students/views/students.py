"""The views of the students panel (contract §8)."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from accounts.models import User
from accounts.services import users
from config.api.filters import FilterBackend, SortBackend
from config.api.limits import limited
from config.api.query_params import BooleanParam, QueryParams
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet, CreateMixin, ListMixin, RetrieveMixin
from config.permissions import Action, Module
from students.filtersets import StudentFilterSet
from students.models import Student
from students.queries.assigned import not_attempted
from students.queries.profiles import find_profile, profile_of
from students.queries.students import StudentList, student_line
from students.queries.timeline import Timeline
from students.serializers import (
    StudentCreateSerializer,
    StudentProfileSerializer,
    StudentRowSerializer,
)
from students.serializers.timeline import TimelineEntrySerializer
from students.services.exports import export_students
from students.views.files import FILES, ExportParams


class ProfileParams(QueryParams):
    """How much of a student is shown."""

    include_case_studies = BooleanParam(default=True, help_text="False leaves the cards out.")
    include_not_attempted = BooleanParam(
        default=False, help_text="True adds case_studies_not_attempted."
    )


class StudentViewSet(ListMixin, RetrieveMixin, CreateMixin, ConsoleViewSet):
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
    noun = "Student"
    create_serializer_class = StudentCreateSerializer
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
        asked = ProfileParams.read(request)
        profile = find_profile(self.tenant.pk, self.kwargs["user_id"])
        if profile is None:
            raise Http404
        waiting = not_attempted(profile.student) if asked["include_not_attempted"] else None
        shown = StudentProfileSerializer(
            profile,
            include_case_studies=asked["include_case_studies"],
            not_attempted=waiting,
        )
        return self.respond(shown.data)

    @extend_schema(filters=False, responses=TimelineEntrySerializer(many=True))
    @action(detail=True, requires=Action.VIEW, filter_backends=())
    def timeline(self, request, *args, **kwargs):
        """What happened to a student, newest first: edits, readings, transactions, imports.

        Transactions and readings need the flags that show them elsewhere.
        """
        page = self.paginate_queryset(Timeline.seen_by(request.user, self.get_object()))
        return self.get_paginated_response(TimelineEntrySerializer(page, many=True).data)

    @extend_schema(responses={201: StudentProfileSerializer})
    def create(self, request, *args, **kwargs):
        return super().create(request, *args, **kwargs)

    @errors("400", "409")
    def create_row(self, *, actor, tenant, **values) -> User:
        """Add one student, active at once, who signs in through single sign-on; no mail is sent.

        The answer is the profile without its cards.
        """
        return users.create_student(actor=actor, tenant=tenant, **values)

    def respond_row(self, row, message=None, *, status=200):
        """Return an answer with the profile of a student who was added."""
        profile = profile_of(student_line(self.tenant.pk, row.pk))
        shown = StudentProfileSerializer(profile, include_case_studies=False).data
        return self.respond(shown, message, status=status)

    @extend_schema(parameters=[ExportParams], filters=True, responses=FILES)
    @limited("export")
    @errors("400")
    @action(detail=False)
    def export(self, request, *args, **kwargs):
        """The filtered list as a file, in the same order, with at most 50,000 rows."""
        kind = ExportParams.read(request)["format"]
        return export_students(
            actor=request.user,
            tenant=self.tenant,
            students=self.filter_queryset(self.get_rows()),
            kind=kind,
        )
