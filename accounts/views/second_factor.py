"""The views of the own second factor (contract §16)."""

from drf_spectacular.utils import extend_schema

from accounts.queries.second_factor import factor_of, is_required_of
from accounts.serializers.second_factor import (
    CodeSerializer,
    OfferSerializer,
    RecoveryCodesSerializer,
    SecondFactorSerializer,
    SecondFactorSetupSerializer,
)
from accounts.services import second_factor, sign_ins
from config.api.permissions import IsSignedIn
from config.api.schema import errors
from config.api.views import EnvelopeView


class SecondFactorView(EnvelopeView):
    permission_classes = (IsSignedIn,)
    serializer_class = SecondFactorSerializer

    @extend_schema(operation_id="users_me_second_factor")
    def get(self, request):
        """Whether the caller has a second factor, and how many recovery codes are left."""
        factor = factor_of(request.user)
        state = {
            "is_active": factor is not None,
            "since": factor and factor.since,
            "recovery_codes_left": len(factor.recovery_digests) if factor else 0,
            "is_required": is_required_of(request.user),
        }
        return self.respond(SecondFactorSerializer(state).data)

    @errors("400", "409")
    @extend_schema(
        request=SecondFactorSetupSerializer,
        responses=OfferSerializer,
        operation_id="users_me_second_factor_begin",
    )
    def post(self, request):
        """Get a secret for an authenticator app. It becomes the second factor once it is confirmed.

        Ten minutes after the sign-in, it takes the current password; where a second factor is
        active, a code of it, which is then replaced.
        """
        offered = second_factor.begin(
            actor=request.user,
            sign_in_id=request.auth[sign_ins.SIGN_IN_CLAIM],
            **self.validated_body(SecondFactorSetupSerializer),
        )
        return self.respond(OfferSerializer(offered).data, "Second factor begun successfully")

    @errors("400", "404", "409")
    @extend_schema(
        request=CodeSerializer,
        responses={200: None},
        operation_id="users_me_second_factor_remove",
    )
    def delete(self, request):
        """Remove the own second factor, by a code of the app or a recovery code."""
        second_factor.remove_own(actor=request.user, **self.validated_body(CodeSerializer))
        return self.respond(None, "Second factor removed successfully")


class ConfirmSecondFactorView(EnvelopeView):
    permission_classes = (IsSignedIn,)
    serializer_class = CodeSerializer

    @errors("400", "409")
    @extend_schema(responses=RecoveryCodesSerializer, operation_id="users_me_second_factor_confirm")
    def post(self, request):
        """Confirm the secret by a code that the app shows. Answers ten recovery codes, once."""
        codes = second_factor.confirm(actor=request.user, **self.validated_body())
        return _answer(self, codes, "Second factor added successfully")


class RecoveryCodesView(EnvelopeView):
    permission_classes = (IsSignedIn,)
    serializer_class = CodeSerializer

    @errors("400", "404", "409")
    @extend_schema(
        responses=RecoveryCodesSerializer, operation_id="users_me_second_factor_recovery_codes"
    )
    def post(self, request):
        """Get ten new recovery codes, by a code. The former ones do not work any more."""
        codes = second_factor.renew_recovery_codes(actor=request.user, **self.validated_body())
        return _answer(self, codes, "Recovery codes created successfully")


def _answer(view: EnvelopeView, codes: list[str], message: str):
    return view.respond(RecoveryCodesSerializer({"recovery_codes": codes}).data, message)
