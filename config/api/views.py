"""The base of endpoints that are no console resource: authentication and the own profile."""

from typing import Any

from rest_framework.response import Response
from rest_framework.views import APIView

from config.api import envelope


class EnvelopeView(APIView):
    """Reads a validated body, answers in the envelope."""

    # No OPTIONS: preflights are answered before a view is asked, and nothing else needs it.
    http_method_names = ("get", "head", "post", "put", "patch", "delete")
    serializer_class: type

    def body(self) -> dict[str, Any]:
        """Return the validated body; a bad one is 422."""
        serializer = self.serializer_class(data=self.request.data)
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data

    def answer(self, data: Any, message: str | None = None) -> Response:
        return Response(envelope.success(data, message))
