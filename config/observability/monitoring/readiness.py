"""The readiness of this process; the checks run seldom enough to be no burden."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread

from django.conf import settings
from django.db import connections

from config.observability.monitoring import checks

logger = logging.getLogger(__name__)

# Seconds that all checks together may take; one that takes longer has failed.
PATIENCE = 3.0


@dataclass(eq=False)
class Check:
    """One check, the seconds for which its result is good, and its last result."""

    name: str
    run: Callable[[], None]
    lasting: float
    passed: bool | None = None
    _due: float = 0.0
    _running: Thread | None = field(default=None, repr=False)

    def begin(self) -> None:
        """Start the check in a thread if its result is too old, and it does not run already."""
        if time.monotonic() < self._due or self.is_running:
            return
        self._running = Thread(target=self._judge, name=f"readiness-{self.name}", daemon=True)
        self._running.start()

    def end(self, deadline: float) -> None:
        """Wait for the result; a check that has none by the deadline counts as failed."""
        if self._running:
            self._running.join(max(0.0, deadline - time.monotonic()))
            if self._running.is_alive():
                self._note("it takes too long")

    @property
    def is_running(self) -> bool:
        return self._running is not None and self._running.is_alive()

    def forget(self) -> None:
        """Forget the result, so that the next request runs the check again."""
        self._due = 0.0

    def _judge(self) -> None:
        try:
            self.run()
        except checks.OutOfOrder as fault:
            self._note(str(fault))
        except Exception as error:  # noqa: BLE001 - whatever it is, we are not ready
            # Messages of drivers name hosts and users; the log shall not depend on them.
            self._note(type(error).__name__)
        else:
            self._note(None)
        finally:
            self._due = time.monotonic() + self.lasting
            connections.close_all()

    def _note(self, fault: str | None) -> None:
        """Keep the result, and log a change."""
        before, self.passed = self.passed, fault is None
        if fault and before is not False:
            logger.warning("Not ready: %s (%s)", self.name, fault)
        elif not fault and before is False:
            logger.info("Ready again: %s", self.name)


CHECKS = (
    Check("database", checks.database, lasting=2),
    Check("migrations", checks.migrations, lasting=5),
    Check("queue", checks.queue, lasting=5),
    Check("static", checks.static, lasting=60),
    # Mail servers take somebody who comes every second for an attacker.
    Check("mail", checks.mail, lasting=15),
)

# What nobody needs: without a replica, the primary answers.
BESIDES = (Check("replicas", checks.replicas, lasting=5),)

_asking = Lock()


def failing(*, excluding: frozenset[str] = frozenset()) -> list[str]:
    """Return the names of the checks that fail, in the order of ``CHECKS``.

    One caller at a time runs them; the others get the last results, so that a thousand requests
    cost no more than one. A check that never ran counts as failing.
    """
    needed = [check for check in CHECKS if check.name not in excluding]
    wanted = [*needed, *_besides()]
    if _asking.acquire(blocking=False):
        try:
            deadline = time.monotonic() + PATIENCE
            for check in wanted:
                check.begin()
            for check in wanted:
                check.end(deadline)
        finally:
            _asking.release()
    return [check.name for check in needed if not check.passed]


def failing_besides() -> list[str] | None:
    """Return the names of what failed that nobody needs; None where there is none of it."""
    besides = _besides()
    return [check.name for check in besides if not check.passed] if besides else None


def _besides() -> tuple[Check, ...]:
    return BESIDES if settings.DATABASE_REPLICAS else ()
