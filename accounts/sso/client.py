"""The client for one tenant's CAS server: its addresses, and the reading of its answers."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin

from cas import CASClientV3

from accounts.sso import http, xml
from accounts.sso.config import SSOConfig
from accounts.sso.faults import CASFault
from config.addresses import same_address

# The names that universities use for the attribute with the address.
EMAIL_ATTRIBUTES = ("email", "mail", "emailAddress")

_LONGEST_SUBJECT = 255
_LONGEST_EMAIL = 254


@dataclass(frozen=True)
class Assertion:
    """The person whom a CAS server confirms."""

    subject: str
    """Its own name for the person."""
    email: str


class TenantCASClient(CASClientV3):
    """A client for one sign-in at one tenant's server; it calls out through ``http.fetch`` only."""

    def __init__(self, config: SSOConfig, state: str) -> None:
        super().__init__(
            service_url=config.service_url(state), server_url=config.server_url, session=http.fetch
        )

    def get_verification_response(self, ticket: str) -> bytes:
        """Return the server's answer about a ticket, if it confirms exactly one user."""
        query = urlencode({"service": self.service_url, "ticket": ticket})
        answer = self.session(f"{urljoin(self.server_url, self.url_suffix)}?{query}")
        if answer.status != 200:
            raise CASFault(
                f"The CAS server answers a validation with status {answer.status}.",
                "Check that server_url is the address up to and without /login, and that the "
                "server offers p3/serviceValidate there.",
            )
        return xml.success(answer.body)

    def assertion(self, ticket: str) -> Assertion:
        """Return the person whom the server confirms; raises CASFault, TicketRefused among them."""
        subject, attributes, _ = self.verify_ticket(ticket)
        subject = (subject or "").strip()
        if not subject or len(subject) > _LONGEST_SUBJECT:
            raise CASFault("The answer does not name exactly one user.")
        return Assertion(subject, _email(attributes or {}))

    @classmethod
    def ticket_of(cls, logout_request: bytes) -> str:
        """Return the ticket that a single logout request is about; raises CASFault."""
        (index,) = cls.get_saml_slos(xml.logout_request(logout_request))
        return (index.text or "").strip()


def _email(attributes: dict[str, Any]) -> str:
    """Return the one address among the attributes; several have to be the same."""
    found = [attributes[name] for name in EMAIL_ATTRIBUTES if name in attributes]
    if not found:
        raise CASFault(
            "The CAS server does not tell the user's e-mail address.",
            f"Have it release one of these attributes: {', '.join(EMAIL_ATTRIBUTES)}.",
        )
    # More than one address under a name makes a list of it.
    emails = {value.strip() if isinstance(value, str) else "" for value in found}
    email = emails.pop()
    if not email or any(not same_address(email, other) for other in emails):
        raise CASFault(
            "The CAS server tells several e-mail addresses, or an empty one.",
            "Have it release the one address that the person is invited by.",
        )
    if len(email) > _LONGEST_EMAIL or any(map(str.isspace, email)):
        raise CASFault("What the CAS server tells for an e-mail address is none.")
    return email
