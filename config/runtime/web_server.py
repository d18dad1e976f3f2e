"""granian, whose processes can be told to stop from their first moment on.

Each is forked, and would have its parent's way with SIGTERM until the application is loaded: it
would note that the parent was told to stop, and go on.
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
