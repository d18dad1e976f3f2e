"""The view of what another number of attempts per student would do (contract §19)."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from config.api.query_params import IntegerParam, QueryParams
from config.permissions import Action
from students.queries.allowance import effect_of_allowance
from students.serializers.allowance import AllowanceEffectSerializer
from tenants.views import AcrossTenants


class AllowanceParams(QueryParams):
    """The number that is thought of."""

    max_sessions_per_student = IntegerParam(
        low=1, high=100, help_text="Without it, the default: 3."
    )


class AllowanceViewSet(AcrossTenants):
    """A look at a change of the AI configuration, before it is made."""

    @extend_schema(parameters=[AllowanceParams], responses=AllowanceEffectSerializer)
    @action(
        detail=True,
        url_path="ai-config/effect",
        url_name="ai-config-effect",
        requires=Action.VIEW,
        pagination_class=None,
        filter_backends=(),
    )
    def effect(self, request, *args, **kwargs):
        """How many students would gain or lose attempts by another number of them."""
        asked = AllowanceParams.read(request)
        effect = effect_of_allowance(self.get_object(), asked["max_sessions_per_student"])
        return self.respond(AllowanceEffectSerializer(effect).data)
