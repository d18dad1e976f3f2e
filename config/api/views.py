"""The parts that all views of the API share, and the base of those that are no console resource."""

from typing import Any

from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from config.api import envelope


class EnvelopeMixin(APIView):
    """Answers in the success envelope."""

    serializer_class: type[serializers.Serializer]

    # No OPTIONS: the OpenAPI document contains more.
    http_method_names = ["get", "head", "post", "put", "patch", "delete"]

    def finalize_response(self, *args: Any, **kwargs: Any) -> Response:
        """Keep answers out of every cache: they hold tokens, or people's data."""
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
