"""The page on which the API is read and tried out."""

from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularSwaggerView


class DocumentationView(SpectacularSwaggerView):
    """The library's page, closed to windows of other sites like all pages of ours.

    It would stay open to them for sign-ins in a second window, which this API has none of.
    """

    @extend_schema(exclude=True)
    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        del response.headers["Cross-Origin-Opener-Policy"]
        return response
