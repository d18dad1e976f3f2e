"""The test of a tenant's CAS configuration, before anybody depends on it."""

import secrets
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import SSOIdentity
from accounts.sso import http
from accounts.sso.attributes import USUAL_NAMES
from accounts.sso.client import TenantCASClient
from accounts.sso.config import SSOConfig, faults
from accounts.sso.faults import CASFault, TicketRefused
from tenants.branding import logo_fault, sso_config_of
from tenants.models import Tenant, TenantSSOConfig
from tenants.queries.configuration import allowed_origins
from tenants.validators import normalise_origin


class Level(StrEnum):
    OK = "ok"
    NOTE = "note"
    """Works, and somebody should know."""
    FAULT = "fault"
    """Nobody can sign in like this."""


@dataclass(frozen=True)
class Finding:
    """One result of the test, with advice."""

    level: Level
    text: str
    advice: str = ""


def check_sso(tenant: Tenant) -> list[Finding]:
    """Return the results of a test of a tenant's CAS server with a ticket that nobody issued.

    It need not be enabled. Changes nothing, here or there; takes up to twice SSO_PATIENCE seconds
    when the server is slow, so call it outside of transactions.
    """
    return list(_findings(tenant))


def drafted(tenant: Tenant, values: Mapping[str, Any]) -> Tenant:
    """Return the tenant as it would be with these settings of its single sign-on, unsaved."""
    row = copy(sso_config_of(tenant)) or TenantSSOConfig(tenant=tenant)
    for name, value in values.items():
        setattr(row, name, value)
    return with_sso_config(tenant, row)


def with_sso_config(tenant: Tenant, row: TenantSSOConfig) -> Tenant:
    """Return the tenant as it would be with this row for its single sign-on, unsaved."""
    draft = copy(tenant)
    draft.sso_config = row
    return draft


def is_proven(tenant: Tenant) -> bool:
    """Return whether somebody has come back from the tenant's CAS server so far."""
    config = SSOConfig.drafted(tenant)
    known = SSOIdentity.objects.for_tenant(tenant)
    return config is not None and known.filter(server_url=config.server_url).exists()


def is_usable(findings: list[Finding]) -> bool:
    """Return whether people can sign in, as far as a test without a real user can show."""
    return all(finding.level != Level.FAULT for finding in findings)


def _findings(tenant: Tenant) -> Iterator[Finding]:
    config = SSOConfig.drafted(tenant)
    if config is None:
        yield from map(_fault, faults(tenant))
        return
    yield from _about_us(config)
    # Each of these needs what the one before found.
    for step in (_name, _login_page, _validation):
        try:
            yield from step(config)
        except CASFault as fault:
            yield _fault(fault)
            return
    yield Finding(
        Level.NOTE,
        _("Only a real sign-in shows whether the server tells people's e-mail addresses."),
        _release(config),
    )


def _release(config: SSOConfig) -> str:
    wanted = {"wanted": config.email_attribute or ", ".join(USUAL_NAMES)}
    match bool(config.email_attribute), config.user_is_email:
        case True, True:
            text = _(
                "Have it release %(wanted)s to this service unless its user names are the "
                "addresses, and sign in once."
            )
        case True, False:
            text = _("Have it release %(wanted)s to this service, and sign in once.")
        case False, True:
            text = _(
                "Have it release one of %(wanted)s to this service unless its user names are the "
                "addresses, and sign in once."
            )
        case _both:
            text = _("Have it release one of %(wanted)s to this service, and sign in once.")
    return text % wanted


def _about_us(config: SSOConfig) -> Iterator[Finding]:
    tenant = config.tenant
    if not tenant.is_active:
        yield Finding(Level.FAULT, _("The university is switched off."), _("Switch it on first."))
    if not tenant.sso_config.is_enabled:
        yield Finding(
            Level.NOTE,
            _("Single sign-on is not enabled yet."),
            _("Enable it once nothing else is wrong here."),
        )
    if settings.SSO_REQUIRES_HTTPS and not settings.PUBLIC_URL.startswith("https://"):
        yield Finding(
            Level.FAULT,
            _("PUBLIC_URL is no https address: tickets would come back in the clear."),
            _("Set PUBLIC_URL to where people reach this console."),
        )
    yield Finding(
        Level.OK,
        _("We sign in as the service %(service)s") % {"service": service_pattern(tenant)},
        _("Have the CAS server know this service, with single logout over the back channel."),
    )
    if config.renew:
        yield Finding(
            Level.NOTE,
            _("People show who they are each time, also when they are signed in at the server."),
            _(
                "Pages that ask with gateway=true therefore learn of nobody. Set renew to "
                "false unless that is meant."
            ),
        )
    if fault := logo_fault(tenant):
        yield Finding(Level.NOTE, _("The logo is not shown where people sign in."), fault)
    origin = _origin(config.callback_url)
    if origin not in allowed_origins(tenant):
        yield Finding(
            Level.NOTE,
            _("The front end's origin %(origin)s is not allowed to call the API.")
            % {"origin": origin},
            _(
                "Add it to the university's allowed origins, unless its own server fetches the "
                "tokens."
            ),
        )


def _name(config: SSOConfig) -> Iterator[Finding]:
    parts = urlsplit(config.server_url)
    found = http.look_up(parts.hostname or "", parts.port or (443, 80)[parts.scheme == "http"])
    yield Finding(
        Level.OK,
        _("%(hostname)s is at %(addresses)s.")
        % {"hostname": parts.hostname, "addresses": ", ".join(map(str, found))},
    )
    if parts.scheme == "http":
        yield Finding(
            Level.NOTE,
            _("The CAS server is called without TLS."),
            _("Good for trying things out on one machine, and for nothing else."),
        )


def _login_page(config: SSOConfig) -> Iterator[Finding]:
    answer = http.fetch(_client(config).get_login_url())
    if answer.status == 200:
        yield Finding(Level.OK, _("The sign-in page answers."))
    elif 300 <= answer.status < 400:
        yield Finding(
            Level.NOTE,
            _("The sign-in page sends people on to %(host)s.") % {"host": _host(answer.location)},
            _("That is right if they sign in there. If not, correct server_url."),
        )
    else:
        yield Finding(
            Level.FAULT,
            _("The sign-in page answers with status %(status)s.") % {"status": answer.status},
            _(
                "%(register)s If it does know it, check that server_url is its address without "
                "/login."
            )
            % {"register": _REGISTER},
        )


def _validation(config: SSOConfig) -> Iterator[Finding]:
    client = _client(config)
    try:
        client.confirmation(f"ST-0-{secrets.token_hex(16)}")
    except TicketRefused as refusal:
        yield _refused(refusal.code)
        if client.is_former:
            yield Finding(
                Level.NOTE,
                _("The server offers serviceValidate alone, as CAS 2.0 does."),
                _(
                    "Such servers often tell no attributes. Switch p3/serviceValidate on, or set "
                    "user_is_email if its user names are the addresses."
                ),
            )
    else:
        yield Finding(
            Level.FAULT,
            _("The server vouches for a ticket that it never issued."),
            _("Do not enable it: whoever asks gets in. This is no CAS server, or a mock of one."),
        )


_REGISTER = gettext_lazy(
    "Have the CAS server know the service named above, whatever follows the question mark."
)


def _refused(code: str) -> Finding:
    match code:
        case "INVALID_TICKET" | "INVALID_TICKET_SPEC":
            return Finding(Level.OK, _("The server validates tickets, and refuses a made-up one."))
        case "INVALID_SERVICE" | "UNAUTHORIZED_SERVICE":
            return Finding(Level.FAULT, _("The server does not know our service."), str(_REGISTER))
    return Finding(
        Level.FAULT,
        _("The server refuses to validate tickets (%(code)s).") % {"code": code},
        _("Look the code up in the server's log; server_url may lead to something in front of it."),
    )


def service_pattern(tenant: Tenant) -> str:
    """Return the service address that the CAS server has to allow; a state follows the "?"."""
    return f"{service_address(tenant)}?state=…"


def service_address(tenant: Tenant) -> str:
    """Return the address of the service that the CAS server has to know."""
    return settings.PUBLIC_URL + reverse("sso-callback", kwargs={"tenant_slug": tenant.slug})


def _client(config: SSOConfig) -> TenantCASClient:
    return TenantCASClient(config, secrets.token_urlsafe(32))


def _fault(fault: CASFault) -> Finding:
    return Finding(Level.FAULT, fault.reason, fault.advice)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return normalise_origin(f"{parts.scheme}://{parts.netloc}")


def _host(location: str) -> str:
    try:
        return urlsplit(location).hostname or _("another page of its own")
    except ValueError:
        return _("an address that nobody can read")
