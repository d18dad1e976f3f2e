"""The client for one tenant's CAS server: its addresses, and the reading of its answers."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin

from cas import CASClientV3
from django.conf import settings
from django.utils.translation import gettext as _
from lxml import etree

from accounts.sso import http, xml
from accounts.sso.attributes import USUAL_NAMES, values_of
from accounts.sso.config import SSOConfig
from accounts.sso.faults import CASFault, NoAddress, TicketRefused
from config.addresses import same_address

_LONGEST_SUBJECT = 255
_LONGEST_EMAIL = 254

# The most different addresses of one person: each is looked up here.
_MOST_EMAILS = 20

# The marks around and between addresses that are written as one text.
_MARKS = frozenset('<>()[],;:"\\')


@dataclass(frozen=True)
class Assertion:
    """The person whom a CAS server confirms."""

    subject: str
    """Its own name for the person."""
    emails: tuple[str, ...]
    """The addresses that it tells, each once."""


class TenantCASClient(CASClientV3):
    """A client for one sign-in at one tenant's server; it calls out through ``http.fetch`` only."""

    # CAS 2.0 alone: what a server is asked that does not know the one of 3.0.
    former_suffix = "serviceValidate"

    def __init__(self, config: SSOConfig, state: str, *, gateway: bool = False) -> None:
        super().__init__(
            service_url=config.service_url(state),
            server_url=config.server_url,
            session=http.fetch,
            renew=config.renew,
            extra_login_params={"gateway": "true"} if gateway else None,
        )
        self.config = config
        self.is_former = False
        """Whether the server has turned out to speak CAS 2.0 alone."""

    def confirmation(self, ticket: str) -> etree._Element:
        """Return what the server says of the user of a ticket, if it confirms exactly one.

        Raises CASFault, TicketRefused among them.
        """
        began = time.monotonic()
        answer = self._ask(self.url_suffix, ticket, settings.SSO_PATIENCE)
        if answer.status == 404:
            self.is_former = True
            # Both together have the time of one.
            left = settings.SSO_PATIENCE - (time.monotonic() - began)
            answer = self._ask(self.former_suffix, ticket, left)
        if answer.status == 200:
            return xml.success(answer.body)
        if answer.status >= 400 and (code := xml.failure_code(answer.body)):
            raise TicketRefused(code)
        raise CASFault(
            _("The CAS server answers a validation with status %(status)s.")
            % {"status": answer.status},
            _(
                "Check that server_url is the address up to and without /login, and that the "
                "server offers p3/serviceValidate or serviceValidate there."
            ),
        )

    def _ask(self, suffix: str, ticket: str, patience: float) -> http.Answer:
        query = {"service": self.service_url, "ticket": ticket}
        if self.renew:
            query["renew"] = "true"
        url = f"{urljoin(self.server_url, suffix)}?{urlencode(query)}"
        return self.session(url, patience=patience)

    def assertion(self, ticket: str) -> Assertion:
        """Return the person whom the server confirms; raises CASFault, TicketRefused among them."""
        success = self.confirmation(ticket)
        subject = (success.findtext(f"{xml.CAS}user") or "").strip()
        if not subject or len(subject) > _LONGEST_SUBJECT:
            raise CASFault(_("The answer does not name exactly one user."))
        told = values_of(success, self.config.email_attribute)
        if self.config.user_is_email and _is_address(subject):
            told = [*(told or ()), subject]
        return Assertion(subject, _emails(told, self.config.email_attribute))

    @classmethod
    def ticket_of(cls, logout_request: bytes) -> str:
        """Return the ticket that a single logout request is about; raises CASFault."""
        (index,) = cls.get_saml_slos(xml.logout_request(logout_request))
        # A form that was not encoded turns each + into a blank; no ticket has one.
        return (index.text or "").strip().replace(" ", "+")


def _emails(told: list[str] | None, name: str) -> tuple[str, ...]:
    """Return the different addresses among the values; raises NoAddress where there is none."""
    if name:
        advice = _("Have it release the attribute %(name)s.") % {"name": name}
    else:
        advice = _("Have it release one of these attributes: %(names)s.") % {
            "names": ", ".join(USUAL_NAMES)
        }
    if told is None:
        raise NoAddress(_("The CAS server does not tell the user's e-mail address."), advice)
    given = [text for value in told for part in _listed(value) if (text := part.strip())]
    if not given:
        raise NoAddress(_("The CAS server tells an empty e-mail address."), advice)
    emails = _each_once(value for value in given if _is_address(value))
    if not emails:
        raise NoAddress(_("What the CAS server tells for an e-mail address is none."), advice)
    if len(emails) > _MOST_EMAILS:
        raise NoAddress(
            _("The CAS server tells more than %(most)s different e-mail addresses.")
            % {"most": _MOST_EMAILS},
            advice,
        )
    return emails


def _listed(value: str) -> list[str]:
    """Return the values in one: Jasig's old server writes a list as ``[one, another]``."""
    text = value.strip()
    return text[1:-1].split(",") if text[:1] == "[" and text[-1:] == "]" else [text]


def _each_once(emails: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses without those that are the same as one before, up to one too many."""
    kept: list[str] = []
    for email in dict.fromkeys(emails):
        if not any(same_address(email, other) for other in kept):
            kept.append(email)
        if len(kept) > _MOST_EMAILS:
            break
    return tuple(kept)


def _is_address(text: str) -> bool:
    local, _at, domain = text.partition("@")
    return (
        bool(local and domain)
        and "@" not in domain
        and len(text) <= _LONGEST_EMAIL
        and text.isprintable()
        and not any(map(str.isspace, text))
        and _MARKS.isdisjoint(text)
    )
