"""The views of the own profile (contract §2)."""

from drf_spectacular.utils import extend_schema

from accounts.models import User
from accounts.serializers.profile import (
    ChangePasswordSerializer,
    ProfileSerializer,
    ProfileUpdateSerializer,
)
from accounts.services import profile, sign_ins
from config.api.permissions import IsSignedIn
from config.api.preconditions import PreconditionMixin, conditional, tagged
from config.api.schema import errors
from config.api.views import EnvelopeView


class ProfileView(PreconditionMixin, EnvelopeView):
    permission_classes = (IsSignedIn,)
    serializer_class = ProfileSerializer

    @tagged
    @extend_schema(operation_id="users_me")
    def get(self, request):
        """The caller's own profile, with what the role permits at this moment."""
        return self.respond_tagged(ProfileSerializer(request.user).data)

    @conditional
    @extend_schema(
        request=ProfileUpdateSerializer,
        responses=ProfileSerializer,
        operation_id="users_me_update",
    )
    def patch(self, request):
        """Change the own name, title or department."""
        values = self.validated_body(ProfileUpdateSerializer, partial=True)
        with self.if_match(request.user, lambda: _profile(request.user)):
            user = profile.update_profile(actor=request.user, **values)
        return self.respond_tagged(ProfileSerializer(user).data, "Profile updated successfully")


def _profile(user: User):
    """Return the profile of somebody as it is now, whatever the request has read before."""
    rows = User.objects.for_tenant(user.tenant_id).select_related("role", "tenant")
    return ProfileSerializer(rows.get(pk=user.pk)).data


class ChangePasswordView(EnvelopeView):
    permission_classes = (IsSignedIn,)
    serializer_class = ChangePasswordSerializer

    @errors("400")
    @extend_schema(responses={200: None}, operation_id="users_me_change_password")
    def post(self, request):
        """Change the own password. It ends all other sign-ins; this one goes on."""
        profile.change_password(
            actor=request.user,
            sign_in_id=request.auth[sign_ins.SIGN_IN_CLAIM],
            **self.validated_body(),
        )
        return self.respond(None, "Password changed successfully")
