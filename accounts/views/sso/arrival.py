"""What a browser brings back from the CAS server in the address."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from accounts.sso.state import State

# Shibboleth's tickets have up to 403 characters, those in JSON Web Tokens more: any that are seen.
_ticket = re.compile(r"[\x21-\x7e]{1,2048}")


@dataclass(frozen=True)
class Arrival:
    """State and ticket; what is missing, written twice or malformed is empty."""

    state: State | None
    ticket: str
    has_ticket: bool
    """Whether there is a ticket at all, be it broken."""

    @classmethod
    def of(cls, request) -> "Arrival":
        states, tickets = _values(request, "state"), _values(request, "ticket")
        state = State.parse(states[0]) if len(states) == 1 else None
        is_sound = len(tickets) == 1 and bool(_ticket.fullmatch(tickets[0]))
        return cls(state, tickets[0] if is_sound else "", bool(tickets))

    @property
    def state_text(self) -> str:
        return self.state.text if self.state else ""


def _values(request, name: str) -> list[str]:
    """Return a parameter's values with each + as it is: it is part of a ticket, never a blank."""
    fields = (field.partition("=") for field in request.META.get("QUERY_STRING", "").split("&"))
    return [unquote(value, errors="replace") for key, _, value in fields if unquote(key) == name]
