"""Pages whose forms may be sent so often, together with the API's endpoint of the same work."""

from accounts import throttling
from config.admin.parameters import PRESERVED, takes
from config.errors import RateLimited


class LimitedAddMixin:
    """A page that adds a row, counted against one of RATE_LIMITS: ``add_limit``."""

    add_limit: str

    @takes(PRESERVED)
    def add_view(self, request, form_url="", extra_context=None):
        if request.method == "POST" and self.has_add_permission(request):
            try:
                throttling.consume(**{self.add_limit: request.user.pk})
            except RateLimited as refusal:
                request.rejection = refusal
        return super().add_view(request, form_url, extra_context)
