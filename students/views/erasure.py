"""The erasure of a student (contract §18)."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from accounts.models import LegacyRole, User
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet
from config.permissions import Action, Module
from students.serializers.erasure import ErasureInputSerializer, ErasureSerializer
from students.services.erasure import erase_student


class ErasureViewSet(ConsoleViewSet):
    """Every student of the tenant, deleted ones too: they can ask to be erased as well."""

    permission_module = Module.USER_MANAGEMENT
    queryset = User.objects.filter(legacy_role=LegacyRole.STUDENT).select_related("role", "tenant")
    serializer_class = ErasureSerializer
    lookup_url_kwarg = "user_id"

    @errors("409")
    @extend_schema(request=ErasureInputSerializer, responses=ErasureSerializer)
    @action(detail=True, methods=["post"], requires=Action.DELETE)
    def erase(self, request, *args, **kwargs):
        """Erase a student for ever: names, addresses, ids, transcripts and texts about them go.

        Sessions, scores and ledger lines stay under a pseudonym. It cannot be undone. Guarded as
        PATCH of a user is; 409 for somebody who is erased already.
        """
        values = self.validated_body(ErasureInputSerializer)
        erased = erase_student(actor=request.user, user=self.get_object(), **values)
        row = {"user_id": erased.user_id, "dry_run": values["dry_run"], "counts": erased.counts}
        told = "Nothing was changed" if values["dry_run"] else "Student erased successfully"
        return self.respond(ErasureSerializer(row).data, told)
