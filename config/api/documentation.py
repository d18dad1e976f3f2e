"""The OpenAPI document, and the page on which the API is read and tried out."""

from functools import cache
from hashlib import sha256
from threading import Lock
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from drf_spectacular.renderers import OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView
from rest_framework.request import Request

_making = Lock()


class _Document(NamedTuple):
    body: bytes
    etag: str


@cache
def _make() -> _Document:
    schema = SpectacularAPIView.generator_class().get_schema(request=None, public=True)
    body = OpenApiYamlRenderer().render(schema, renderer_context={})
    return _Document(body, f'"{sha256(body).hexdigest()}"')


def _document() -> _Document:
    """Return the document of this release; when several threads ask at first, one makes it."""
    with _making:
        return _make()


class SchemaView(SpectacularAPIView):
    """The OpenAPI document, made once in each process: that takes half a second.

    A caller that has it already sends its ETag, and is answered 304 while it is still the same.
    """

    renderer_classes = [OpenApiYamlRenderer]

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        document = _document()
        response = HttpResponse(
            document.body,
            content_type=f"{OpenApiYamlRenderer.media_type}; charset=utf-8",
            headers={
                "Cache-Control": "no-cache",
                "Content-Disposition": f'inline; filename="{self._get_filename(request, None)}"',
                "ETag": document.etag,
            },
        )
        conditional = get_conditional_response(request, etag=document.etag, response=response)
        return conditional or response


class DocumentationView(SpectacularSwaggerView):
    """The library's page, closed to windows of other sites like all our pages.

    The library leaves it open to them for sign-ins in a second window, which this API has not.
    """

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        response = super().get(request, *args, **kwargs)
        del response.headers["Cross-Origin-Opener-Policy"]
        return response
