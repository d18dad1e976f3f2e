"""All that is held about one student, as a file for them (contract §18)."""

from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.serializers import Serializer

from accounts.models import User
from config.api.limits import limited
from config.api.viewsets import ConsoleViewSet
from config.permissions import Action, Module
from students.services.personal_data import file_name, give_personal_data, student_ever


class PersonalDataViewSet(ConsoleViewSet):
    """Students of the tenant, those whose account was deleted among them."""

    permission_module = Module.USER_MANAGEMENT
    permission_additions = {"personal_data": [(Module.STUDENT_PERFORMANCE, Action.EXPORT)]}
    queryset = User.objects.all()
    serializer_class = Serializer  # the answer is a file
    lookup_url_kwarg = "user_id"
    pagination_class = None

    def get_object(self) -> User:
        return student_ever(self.tenant, self.kwargs["user_id"])

    @extend_schema(responses={(200, "application/zip"): OpenApiTypes.BINARY})
    @limited("export")
    @action(detail=True, url_path="personal-data", requires=Action.EXPORT)
    def personal_data(self, request, *args, **kwargs):
        """Everything that is held about a student, as a ZIP of JSON and CSV; it is recorded.

        Needs `STUDENT_PERFORMANCE.can_export` as well.
        """
        student = self.get_object()
        file = give_personal_data(actor=request.user, person=student)
        return FileResponse(file, as_attachment=True, filename=file_name(student))
