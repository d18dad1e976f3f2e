"""The pages behind mailed links, on which people choose a password (contract §2, §16)."""

from http import HTTPStatus

from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from accounts.forms import ChoosePasswordForm
from accounts.models import LinkState, MailedLink
from accounts.queries.mailed_links import find_link
from accounts.views import pages
from config.errors import RuleViolation
from config.hashing import TooManyAtOnce
from tenants.branding import Theme, signs_in_elsewhere
from tenants.language import in_language_of
from tenants.time_zones import in_zone_of

# The header values of requests that the user made on our own page; older browsers send none.
_FROM_HERE = {None, "same-origin", "none"}


@method_decorator(csrf_exempt, name="dispatch")
@method_decorator(sensitive_post_parameters(), name="dispatch")
class MailedLinkPage(View):
    """The page behind the link of a ``kind``; its templates are in ``folder``, one for each state.

    To look changes nothing, since mail scanners look before people do. Only the form does, and it
    is guarded without a cookie: no other site knows the token in its address, and a browser that
    says where a request comes from is listened to. Django's own guard would refuse everybody,
    because pages without a referrer post with ``Origin: null``.
    """

    http_method_names = ("get", "head", "post")
    kind: type[MailedLink]
    folder: str

    def takes_password(self, link: MailedLink) -> bool:
        """Return whether an open link leads to a password."""
        raise NotImplementedError

    def save(self, password: str) -> None:
        """Use the link; raises RuleViolation where somebody was faster, or things have changed."""
        raise NotImplementedError

    def dispatch(self, request, *args, token: str, **kwargs):
        self.token = token
        # The address contains the token; a logo's server, or the next page's, must not get it.
        return pages.protect(super().dispatch(request, *args, **kwargs), referrer="no-referrer")

    def get(self, request):
        link = self._find()
        return self._page(link, link and ChoosePasswordForm(link.user))

    def post(self, request):
        """Give the account its password; where it needs none, show the way in as ``get`` does."""
        if request.headers.get("Sec-Fetch-Site") not in _FROM_HERE:
            return self._render("foreign", None, status=HTTPStatus.FORBIDDEN)
        link = self._find()
        if link is None or link.state != LinkState.OPEN:
            return self._page(link)
        form = ChoosePasswordForm(link.user, request.POST)
        with in_language_of(link.user.tenant, request):
            is_refused = not self.takes_password(link) or not form.is_valid()
        if is_refused:
            return self._page(link, form)
        try:
            self.save(form.cleaned_data["password1"])
        except RuleViolation:
            return self._page(self._find(), form)
        except TooManyAtOnce as refusal:
            with in_language_of(link.user.tenant, request):
                form.add_error("password1", TooManyAtOnce().message)
            response = self._page(link, form, status=refusal.status)
            response.headers["Retry-After"] = refusal.details["retry_after"]
            return response
        return self._render("welcome", link)

    def _find(self) -> MailedLink | None:
        return find_link(self.kind, token=self.token)

    def _page(
        self, link: MailedLink | None, form: ChoosePasswordForm | None = None, status: int = 0
    ):
        if link is None:
            return self._render("unknown", None, status=HTTPStatus.NOT_FOUND)
        if link.state != LinkState.OPEN:
            return self._render(link.state, link, status=HTTPStatus.GONE)
        refused = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
        return self._render(
            "open",
            link,
            form=form,
            takes_password=self.takes_password(link),
            status=status or refused,
        )

    def _render(
        self, page: str, link: MailedLink | None, *, status: int = HTTPStatus.OK, **context
    ):
        tenant = link and link.user.tenant
        if tenant is not None:
            context |= {
                "link": link,
                "theme": Theme.of(tenant),
                "sso": signs_in_elsewhere(tenant),
                "sso_login": reverse("sso-login", kwargs={"tenant_slug": tenant.slug}),
            }
        with in_language_of(tenant, self.request), in_zone_of(tenant):
            return render(self.request, f"{self.folder}/{page}.html", context, status=status)
