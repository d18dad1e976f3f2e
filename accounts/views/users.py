"""The views of the people of the Command Center (contract §5)."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from accounts.filtersets import UserFilterSet
from accounts.models import User
from accounts.queries.ways_in import ways_in_of
from accounts.serializers.access import UserAccessSerializer
from accounts.serializers.users import (
    EmailChangeSerializer,
    UserInviteSerializer,
    UserRowSerializer,
    UserSerializer,
    UserUpdateSerializer,
)
from accounts.services import addresses, invitations, password_resets, second_factor, users
from accounts.views.sessions import UserSessionsMixin
from config.api.filters import FilterBackend
from config.api.limits import limited
from config.api.schema import errors
from config.api.viewsets import (
    CreateMixin,
    DestroyMixin,
    ListMixin,
    RetrieveMixin,
    UpdateMixin,
)
from config.permissions import Action, Module
from tenants.views import HistoryMixin


class UserViewSet(
    ListMixin,
    RetrieveMixin,
    CreateMixin,
    UpdateMixin,
    DestroyMixin,
    HistoryMixin,
    UserSessionsMixin,
):
    """Those whose role gives access to the Command Center are listed; by id, everybody is found."""

    permission_module = Module.USER_MANAGEMENT
    queryset = User.objects.select_related("role")
    serializer_class = UserSerializer
    row_serializer_class = UserRowSerializer
    filter_backends = (FilterBackend,)
    filterset_class = UserFilterSet
    lookup_url_kwarg = "user_id"
    noun = "User"
    audit_target = "user"
    create_serializer_class = UserInviteSerializer
    update_serializer_class = UserUpdateSerializer
    deletes_softly = True

    def get_queryset(self):
        everybody = super().get_queryset()
        if self.action == "list":
            return everybody.with_console_access().newest_first()
        return everybody

    @limited("invite")
    @errors("400", "404", "409")
    def create_row(self, *, actor, tenant, **values) -> User:
        """Invite a user, who signs in through single sign-on and is active at once."""
        return users.invite_user(actor=actor, tenant=tenant, **values)

    @errors("400", "409")
    def update_row(self, *, actor, row, **values) -> User:
        """Change any user of the tenant, students included; DELETED needs can_delete too.

        ``sis_id`` and ``cohort`` are for students alone (400); a SIS id is one person's (409).

        Whoever acts upon a user here has to hold each flag that the user's role holds (403). The
        last active user who can edit both users and roles stays (400).
        """
        return users.update_user(actor=actor, user=row, **values)

    @errors("400")
    def delete_row(self, *, actor, row) -> User:
        """Mark a user as deleted: access ends at once. Nothing is lost. Guarded as PATCH is."""
        return users.soft_delete_user(actor=actor, user=row)

    @extend_schema(responses=UserAccessSerializer)
    @action(detail=True, requires=Action.VIEW, pagination_class=None, filter_backends=())
    def access(self, request, *args, **kwargs):
        """How a user comes in: their latest invitation, and whether there is a second factor."""
        return self.respond(UserAccessSerializer(ways_in_of(self.get_object())).data)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"], requires=Action.EDIT)
    def activate(self, request, *args, **kwargs):
        """Let a user in again, a deleted one too. Guarded as PATCH is."""
        user = users.activate_user(actor=request.user, user=self.get_object())
        return self.respond_row(user, "User activated successfully")

    @errors("400")
    @extend_schema(request=None)
    @action(detail=True, methods=["post"], requires=Action.EDIT)
    def deactivate(self, request, *args, **kwargs):
        """Lock a user out: access ends at once, the data stays. Guarded as PATCH is."""
        user = users.deactivate_user(actor=request.user, user=self.get_object())
        return self.respond_row(user, "User deactivated successfully")

    @limited("invite")
    @errors("400")
    @extend_schema(request=None)
    @action(detail=True, methods=["post"], url_path="resend-invite", requires=Action.EDIT)
    def resend_invite(self, request, *args, **kwargs):
        """Mail a fresh invitation to a user who has not accepted yet; the former one dies.

        Somebody with console access who was never invited and has no password gets their first
        one. Guarded as PATCH is.
        """
        user = invitations.resend_invitation(actor=request.user, user=self.get_object())
        return self.respond_row(user, "Invite resent successfully")

    @errors("409")
    @extend_schema(request=EmailChangeSerializer)
    @action(detail=True, methods=["post"], url_path="change-email", requires=Action.EDIT)
    def change_email(self, request, *args, **kwargs):
        """Give any user of the tenant another address, students included; sign-ins stay.

        An invitation that nobody has accepted is sent anew, to the new address. Guarded as PATCH
        is.
        """
        values = self.validated_body(EmailChangeSerializer)
        user = addresses.change_email(actor=request.user, user=self.get_object(), **values)
        return self.respond_row(user, "Email changed successfully")

    @errors("400")
    @extend_schema(request=None)
    @action(detail=True, methods=["delete"], url_path="second-factor", requires=Action.EDIT)
    def second_factor(self, request, *args, **kwargs):
        """Remove the second factor of somebody who has lost phone and recovery codes.

        Make sure first that it is they who ask. Guarded as PATCH is; 404 where there is none.
        """
        user = second_factor.remove_of(actor=request.user, user=self.get_object())
        return self.respond_row(user, "Second factor removed successfully")

    @limited("invite")
    @errors("400")
    @extend_schema(request=None)
    @action(detail=True, methods=["post"], url_path="reset-password", requires=Action.EDIT)
    def reset_password(self, request, *args, **kwargs):
        """Mail a user a link to choose a new password, good for an hour; a former one dies.

        Their password and their sign-ins stay as they are until the link is used. Guarded as PATCH
        is.
        """
        user = password_resets.send_reset(actor=request.user, user=self.get_object())
        return self.respond_row(user, "Password reset sent successfully")
