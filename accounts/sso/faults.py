"""What can be wrong between us and a CAS server."""


class CASFault(Exception):
    """A CAS server is out of reach, or answers what must not be believed.

    ``reason`` and ``advice`` are sentences for operators. They go into the log, and so never
    quote an address' query, an answer or another exception: those may hold tickets.
    """

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


class TicketRefused(CASFault):
    """The CAS server answered properly, and does not vouch for the ticket."""

    def __init__(self, code: str) -> None:
        super().__init__(f"The CAS server does not accept the ticket ({code}).")
        self.code = code
