"""The way back for students who were made staff (contract §16)."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from accounts.models import User
from accounts.serializers.users import UserSerializer
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet
from config.permissions import Action, Module
from students.services.returns import return_to_students


class ReturnViewSet(ConsoleViewSet):
    """Every user of the tenant, for what concerns their time as a student."""

    permission_module = Module.USER_MANAGEMENT
    queryset = User.objects.select_related("role")
    serializer_class = UserSerializer
    lookup_url_kwarg = "user_id"

    @errors("400")
    @extend_schema(request=None)
    @action(detail=True, methods=["post"], url_path="return-to-students", requires=Action.EDIT)
    def return_to_students(self, request, *args, **kwargs):
        """Make a student again of somebody who was given a role; what they did is as it was.

        It is for users with a SIS id, sessions, attempts or programmes. Guarded as PATCH is.
        """
        user = return_to_students(actor=request.user, user=self.get_object())
        return self.respond_row(user, "User returned to students successfully")
