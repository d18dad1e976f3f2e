"""The faults of a connection with a CAS server, and what people are told of a refusal."""

from enum import StrEnum

from django.utils.translation import gettext, gettext_noop


class Trouble(StrEnum):
    """What a refused sign-in failed at: one sentence for the person, with what to do."""

    COOKIE = gettext_noop(
        "The cookie with which your sign-in began did not come back: allow this site to keep "
        "cookies in your browser, then sign in again."
    )
    NOTHING_UNDER_WAY = gettext_noop(
        "No sign-in is under way in this browser: there is neither the cookie that it begins with "
        "nor a ticket of your university. Sign in again."
    )
    NO_TICKET = gettext_noop(
        "Your university’s sign-in sent you back without a ticket. Sign in again; if that happens "
        "once more, ask the help desk of your university."
    )
    BROKEN_TICKET = gettext_noop(
        "The ticket that you came back with is damaged. Sign in again, from the beginning."
    )
    TICKET = gettext_noop(
        "Your university’s sign-in does not accept the ticket that you came back with: it was used "
        "already, or too late. Sign in again."
    )
    SERVICE = gettext_noop(
        "Your university’s sign-in issued the ticket for another address than this one, or does "
        "not know this console. Sign in again; if that happens once more, ask the help desk of "
        "your university to register this console."
    )
    SERVER = gettext_noop(
        "The sign-in of your university gives no answer that can be used. Try again in some "
        "minutes; if it goes on, tell the help desk of your university."
    )
    SILENT = gettext_noop(
        "The sign-in of your university has not answered for a while, so it is left alone for a "
        "moment. Sign in again in a minute; if it goes on, tell the help desk of your university."
    )
    NO_ADDRESS = gettext_noop(
        "Your university’s sign-in does not tell us your e-mail address. Ask the help desk of your "
        "university to release it to this console."
    )
    UNKNOWN_ADDRESS = gettext_noop(
        "Nobody here has the e-mail address that your university’s sign-in tells. Sign out there, "
        "and use the account with the address that you were invited by."
    )
    SEVERAL_ADDRESSES = gettext_noop(
        "Your university’s sign-in tells several e-mail addresses, and they belong to different "
        "people here. Ask the help desk of your university to release only one of them."
    )
    SWITCHED_OFF = gettext_noop(
        "Your account here is switched off. Ask whoever invited you to have it switched on."
    )
    ANOTHER_PERSON = gettext_noop(
        "Your university’s sign-in calls you by another name than before. Ask whoever invited you "
        "to confirm that you are the same person."
    )
    USED = gettext_noop("The ticket that you came back with was used already. Sign in again.")
    TOO_OFTEN = gettext_noop("This sign-in has come back too often. Begin a new one.")
    SIGNED_OUT = gettext_noop("You were signed out at your university meanwhile. Sign in again.")

    @property
    def in_words(self) -> str:
        """The sentence in the language of the moment."""
        return gettext(self.value)


class CASFault(Exception):
    """A CAS server cannot be reached, or gives an answer that must not be trusted.

    ``reason`` and ``advice`` are sentences for operators. They go into the log, and so never
    quote an address' query, an answer or another exception: those may hold tickets.
    """

    trouble = Trouble.SERVER

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.reason = str(reason)
        self.advice = str(advice)


class NotCalled(CASFault):
    """The CAS server was not called; ``retry_after`` is when it may be, in seconds."""

    def __init__(self, reason: str, advice: str, retry_after: int) -> None:
        super().__init__(reason, advice)
        self.retry_after = retry_after


class ServerBusy(NotCalled):
    """As many calls are under way as there may be, to whichever servers."""

    def __init__(self, host: str, retry_after: int) -> None:
        super().__init__(
            gettext("%(host)s was not called: too many calls of sign-ins are under way already.")
            % {"host": host},
            gettext("Try again. If that goes on, look into which server is slow."),
            retry_after,
        )


class ServerSilent(NotCalled):
    """The server let a call run out of time, and is left alone for a while."""

    trouble = Trouble.SILENT

    def __init__(self, host: str, retry_after: int) -> None:
        super().__init__(
            gettext("%(host)s was not called: it did not answer in time, a moment ago.")
            % {"host": host},
            gettext("Check that the server is up; it is called again in %(seconds)s seconds.")
            % {"seconds": retry_after},
            retry_after,
        )


class NoAddress(CASFault):
    """The CAS server confirms a person, and does not tell which address they have."""

    trouble = Trouble.NO_ADDRESS


class TicketRefused(CASFault):
    """The CAS server answered properly, and does not confirm the ticket."""

    def __init__(self, code: str) -> None:
        super().__init__(
            gettext("The CAS server does not accept the ticket (%(code)s).") % {"code": code}
        )
        self.code = code
        self.trouble = _OF_CODES.get(code, Trouble.SERVER)


_OF_CODES = {
    "INVALID_TICKET": Trouble.TICKET,
    "INVALID_TICKET_SPEC": Trouble.TICKET,
    "TICKET_EXPIRED": Trouble.TICKET,
    "INVALID_SERVICE": Trouble.SERVICE,
    "UNAUTHORIZED_SERVICE": Trouble.SERVICE,
}
