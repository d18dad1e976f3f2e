"""The parts that all views of the API share, and the base of those that are no console resource."""

from typing import Any

from rest_framework import serializers
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from config.api import envelope
from config.db import reads
from config.db.replica.base import ReplicaFailed


class EnvelopeMixin(APIView):
    """Answers in the success envelope."""

    serializer_class: type[serializers.Serializer]

    # Whether a replica may answer what is only read.
    reads_from_replica = False

    # No OPTIONS: the OpenAPI document contains more.
    http_method_names = ["get", "head", "post", "put", "patch", "delete"]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # Whoever may not call was refused by now, and the call was counted.
        if self.reads_from_replica and request.method in SAFE_METHODS:
            reads.may_read_from_replica()

    def handle_exception(self, exc: Exception) -> Response:
        """Answer anew from the primary where a replica failed; nothing was sent yet."""
        if not isinstance(exc, ReplicaFailed):
            return super().handle_exception(exc)
        reads.turn_to_primary(exc)
        try:
            answer = getattr(self, str(self.request.method).lower())
            return answer(self.request, *self.args, **self.kwargs)
        except Exception as fault:  # noqa: BLE001 - the usual handler says what it is
            return super().handle_exception(fault)

    def finalize_response(self, *args: Any, **kwargs: Any) -> Response:
        """Keep answers out of every cache: they hold tokens, or people's data."""
        reads.read_from_primary()
        response = super().finalize_response(*args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def respond(self, data: Any, message: str | None = None, *, status: int = 200) -> Response:
        """Return a success envelope; writes say in ``message`` what happened."""
        return Response(envelope.success(data, message), status=status)

    def validated_body(
        self,
        serializer_class: type[serializers.Serializer] | None = None,
        *,
        partial: bool = False,
    ) -> dict[str, Any]:
        """Return the body as the view's serializer, or another one, validated it; else 422.

        ``partial`` reads it as a PATCH.
        """
        serializer = (serializer_class or self.serializer_class)(
            data=self.request.data, partial=partial, context={"request": self.request}
        )
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data


class EnvelopeView(EnvelopeMixin, APIView):
    """An endpoint with a body to read: authentication and the own profile."""
