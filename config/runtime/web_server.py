"""The web server granian, changed so that its processes can be stopped from their start on.

Each is forked, and would handle SIGTERM like its parent until the application is loaded: it would
record that the parent has to stop, and go on.
"""

import os
import signal

from granian.cli import entrypoint


def _hold() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})


def _release() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _end_by_it() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _release()


if __name__ == "__main__":
    os.register_at_fork(before=_hold, after_in_parent=_release, after_in_child=_end_by_it)
    entrypoint()
