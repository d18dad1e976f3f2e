"""The views of open sign-ins, one's own and other people's (contract §16)."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from accounts.serializers.sessions import OpenSignInSerializer
from accounts.services import sessions
from accounts.services.sign_ins import SIGN_IN_CLAIM
from config.api.permissions import STANDARD_ACTIONS, IsSignedIn
from config.api.schema import errors
from config.api.views import EnvelopeView
from config.api.viewsets import ConsoleViewSet
from config.permissions import Action


def _listed(user, request) -> list[dict]:
    found = sessions.list_sessions(user=user, current_id=request.auth[SIGN_IN_CLAIM])
    return OpenSignInSerializer(found, many=True).data


class SessionsView(EnvelopeView):
    permission_classes = (IsSignedIn,)
    serializer_class = OpenSignInSerializer

    @extend_schema(responses=OpenSignInSerializer(many=True), operation_id="users_me_sessions_list")
    def get(self, request):
        """Where the caller is signed in, in browsers and by tokens: the hundred that were used
        last, the latest first."""
        return self.respond(_listed(request.user, request))

    @extend_schema(responses={200: None}, operation_id="users_me_sessions_end_others")
    def delete(self, request):
        """End all sign-ins of the caller but this one."""
        sessions.end_other_sessions(user=request.user, current_id=request.auth[SIGN_IN_CLAIM])
        return self.respond(None, "Sessions ended successfully")


class SessionView(EnvelopeView):
    permission_classes = (IsSignedIn,)

    @errors("404")
    @extend_schema(request=None, responses={200: None}, operation_id="users_me_sessions_end")
    def delete(self, request, session_id: str):
        """End one of the caller's sign-ins."""
        sessions.end_session(user=request.user, session_id=session_id)
        return self.respond(None, "Session ended successfully")


class UserSessionsMixin(ConsoleViewSet):
    """The sign-ins of a user, for operators."""

    permission_actions = STANDARD_ACTIONS | {"sessions": Action.VIEW, "end_sessions": Action.EDIT}

    @extend_schema(responses=OpenSignInSerializer(many=True))
    @action(detail=True, pagination_class=None, filter_backends=(), reads_from_replica=False)
    def sessions(self, request, *args, **kwargs):
        """Where a user is signed in: the hundred sign-ins that were used last, the latest first."""
        return self.respond(_listed(self.get_object(), request))

    @extend_schema(request=None, responses={200: None})
    @sessions.mapping.delete
    def end_sessions(self, request, *args, **kwargs):
        """Sign a user out everywhere. Guarded as PATCH is."""
        sessions.end_sessions(actor=request.user, user=self.get_object())
        return self.respond(None, "Sessions ended successfully")
