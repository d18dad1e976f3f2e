"""The test of a tenant's single sign-on, before anybody depends on it (contract §19)."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from accounts.serializers.sso_check import SSOCheckSerializer
from accounts.services import sso_check
from config.api.limits import limited
from config.permissions import Action
from tenants.serializers import SSOConfigSerializer
from tenants.views import AcrossTenants


class SSOCheckViewSet(AcrossTenants):
    """A look at how people would sign in, before it is saved."""

    @limited("check")
    @extend_schema(request=SSOConfigSerializer(partial=True), responses=SSOCheckSerializer)
    @action(
        detail=True,
        methods=["post"],
        url_path="sso/check",
        url_name="sso-check",
        requires=Action.EDIT,
        pagination_class=None,
        filter_backends=(),
    )
    def check(self, request, *args, **kwargs):
        """Test the single sign-on that is stored, with the body's values in its place; save
        nothing."""
        values = self.validated_body(SSOConfigSerializer, partial=True)
        draft = sso_check.drafted(self.get_object(), values)
        findings = sso_check.check_sso(draft)
        return self.respond(
            SSOCheckSerializer(
                {
                    "is_usable": sso_check.is_usable(findings),
                    "is_proven": sso_check.is_proven(draft),
                    "service_url": sso_check.service_address(draft),
                    "findings": findings,
                }
            ).data
        )
