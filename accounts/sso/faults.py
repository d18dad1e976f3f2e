"""The faults of a connection with a CAS server."""


class CASFault(Exception):
    """A CAS server cannot be reached, or gives an answer that must not be trusted.

    ``reason`` and ``advice`` are sentences for operators. They go into the log, and so never
    quote an address' query, an answer or another exception: those may hold tickets.
    """

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


class TicketRefused(CASFault):
    """The CAS server answered properly, and does not confirm the ticket."""

    def __init__(self, code: str) -> None:
        super().__init__(f"The CAS server does not accept the ticket ({code}).")
        self.code = code
