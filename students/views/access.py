"""The view of who has access to a university (contract §19)."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers

from config.permissions import Action
from students.queries.access import access_of
from tenants.views import AcrossTenants


class AccessSerializer(serializers.Serializer):
    """The numbers of active people and keys of a tenant."""

    staff = serializers.IntegerField()
    students = serializers.IntegerField()
    service_keys = serializers.IntegerField(help_text="Without revoked ones.")


class AccessViewSet(AcrossTenants):
    """Who would lose access if a tenant was deleted."""

    permission_actions = {"retrieve": Action.VIEW}
    serializer_class = AccessSerializer
    pagination_class = None

    @extend_schema(responses=AccessSerializer)
    def retrieve(self, request, *args, **kwargs):
        """How many active people and keys have access."""
        return self.respond(AccessSerializer(access_of(self.get_object())).data)
