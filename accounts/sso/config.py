"""The CAS server of a tenant, if its configuration may be used (contract §2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from accounts.sso.faults import CASFault
from config.errors import NotFound
from tenants.branding import sso_config_of
from tenants.models import Tenant, TenantSSOConfig
from tenants.models.configuration import SSOProvider
from tenants.validators import normalise_origin, validate_sso_url


class SSONotOffered(NotFound):
    """The tenant has no single sign-on, has switched it off, or is switched off itself."""

    def __init__(self) -> None:
        super().__init__("This organisation does not sign in here through its own server.")


@dataclass(frozen=True)
class SSOConfig:
    """A tenant's CAS server, checked by every rule at every use: rows may be older than a rule."""

    tenant: Tenant
    server_url: str
    """ASCII, ends with a slash: what is below it are the server's endpoints."""
    callback_url: str
    """The front end's page that takes codes."""
    email_attribute: str
    """The only attribute that tells the address; empty for the usual names."""
    user_is_email: bool
    """Whether the server's own name for a person is an address of theirs."""
    renew: bool
    """Whether people show who they are at every sign-in, also when they are signed in there."""

    @classmethod
    def of(cls, tenant: Tenant) -> Self:
        """Return the configuration of a tenant whose people may sign in now.

        Raises SSONotOffered where single sign-on is absent, switched off or faulty, or the tenant
        is inactive. Reads ``sso_config``, which is best fetched along with the tenant.
        """
        row = sso_config_of(tenant)
        if row is None or not tenant.is_active or row.is_enabled is not True or faults(tenant):
            raise SSONotOffered
        return cls._of_row(tenant)

    @classmethod
    def drafted(cls, tenant: Tenant) -> Self | None:
        """Return a configuration before it is switched on; None while it has ``faults``."""
        return None if faults(tenant) else cls._of_row(tenant)

    @classmethod
    def _of_row(cls, tenant: Tenant) -> Self:
        row = tenant.sso_config
        return cls(
            tenant,
            _base(row.server_url),
            iri_to_uri(row.callback_url),
            row.email_attribute or "",
            row.user_is_email is True,
            row.renew is True,
        )

    def service_url(self, state: str) -> str:
        """Return the address to which the server sends the browser back; tickets are bound to it.

        It follows from our own settings and the tenant, never from the request.
        """
        path = reverse("sso-callback", kwargs={"tenant_slug": self.tenant.slug})
        return f"{settings.PUBLIC_URL}{path}?{urlencode({'state': state})}"

    def landing_url(self, **said: str) -> str:
        """Return the front end's page with what is said to it: a code, or why there is none."""
        parts = urlsplit(self.callback_url)
        query = "&".join(filter(None, (parts.query, urlencode(said))))
        return urlunsplit(parts._replace(query=query, fragment=""))


def faults(tenant: Tenant) -> list[CASFault]:
    """Return the reasons why a tenant's configuration cannot be used, enabled or not."""
    row = sso_config_of(tenant)
    if row is None or not (row.server_url or row.callback_url):
        advice = _(
            "Set server_url to the address of the CAS server without its /login, and callback_url "
            "to the page of your front end that takes the code."
        )
        return [CASFault(_("Single sign-on is not configured."), advice)]
    return list(_faults(row))


def _faults(row: TenantSSOConfig) -> Iterator[CASFault]:
    if row.provider != SSOProvider.CAS:
        yield CASFault(
            _("The provider %(provider)r is unknown.") % {"provider": row.provider},
            _("Set provider to cas."),
        )
    for name in ("server_url", "callback_url"):
        url = getattr(row, name) or ""
        try:
            validate_sso_url(url)
        except ValidationError as error:
            reason = " ".join(error.messages) if url else _("It is not set.")
            yield CASFault(
                f"{name}: {reason}",
                _("Correct %(name)s in the university's SSO settings.") % {"name": name},
            )
    try:
        row.clean()
    except ValidationError as error:
        yield CASFault(" ".join(error.messages), _("Correct the university's SSO settings."))


def _base(url: str) -> str:
    parts = urlsplit(url)
    origin = normalise_origin(f"{parts.scheme}://{parts.netloc}")
    # Without the slash, the path's last part would give way to what is appended.
    return origin + iri_to_uri(parts.path).rstrip("/") + "/"
