"""The web server granian, changed so that it can be stopped at any moment.

Its processes are forked, and would handle SIGTERM like their parent until the application is
loaded: they would record that the parent has to stop, and go on. The parent itself waits for an
event, whose lock is its own at times: a handler that sets the event then would wait for ever.

And they end with their parent, however it ends: without it nobody would replace or stop them, and
they would hold the port.
"""

import os
import signal
from functools import partial
from threading import Thread
from typing import Any

from granian import cli
from granian.server.mp import MPServer

from config.observability.output import log_output
from config.runtime.entry import choose_defaults
from config.runtime.processes import end_with

# granian's own lines are lines of ours: whoever is asked to log hands them on.
_HANDED_ON: dict[str, Any] = {
    "formatters": {},
    "handlers": {},
    "loggers": {name: {"handlers": []} for name in ("_granian", "granian.access")},
}


class StoppableServer(MPServer):
    """granian's parent process, which handles its signals in threads, where waiting is harmless."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"log_dictconfig": _HANDED_ON})

    def signal_handler_interrupt(self, *args: Any, **kwargs: Any) -> None:
        Thread(target=super().signal_handler_interrupt).start()

    def signal_handler_reload(self, *args: Any, **kwargs: Any) -> None:
        Thread(target=super().signal_handler_reload).start()


def _hold() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})


def _release() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _end_by_it_and_with(parent: int) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with(parent)
    _release()


if __name__ == "__main__":
    choose_defaults()
    log_output()
    in_child = partial(_end_by_it_and_with, os.getpid())
    os.register_at_fork(before=_hold, after_in_parent=_release, after_in_child=in_child)
    # The command makes the server that it knows by this name.
    cli.Server = StoppableServer  # type: ignore[attr-defined]
    cli.entrypoint()
