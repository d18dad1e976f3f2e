"""Pauses for a mail server that says nothing, so that one mail waits for it and not each of them.

They are this process's own: with three workers, three mails wait.
"""

from datetime import datetime, timedelta

from django.utils import timezone

# The first pause, and the longest; each is twice the one before.
_FIRST, _LONGEST = timedelta(minutes=1), timedelta(minutes=15)


class Pauses:
    """The present pause, if there is one; the next one is longer until the server speaks again."""

    def __init__(self) -> None:
        self._next = _FIRST
        self._until: datetime | None = None

    def begin(self) -> None:
        """Begin a pause: the server was silent."""
        self._until = timezone.now() + self._next
        self._next = min(self._next * 2, _LONGEST)

    def end(self) -> None:
        """Forget all pauses: the server has spoken."""
        self._next, self._until = _FIRST, None

    @property
    def end_of_present(self) -> datetime | None:
        """Return when the present pause ends; None where there is none."""
        return self._until if self._until and timezone.now() < self._until else None


pauses = Pauses()
