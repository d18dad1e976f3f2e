"""What a line of the log looks like, and what must not stand in one."""

import logging
import re
from collections.abc import Iterable
from typing import Any


class LineFormatter(logging.Formatter):
    """Leaves out what follows in an address after ``secret_prefixes``: there, who has it is in.

    It works on the finished line, traceback included, so that it holds for every logger: Django
    and its servers write paths, too, and each in another place.
    """

    def __init__(self, *args: Any, secret_prefixes: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        prefixes = "|".join(map(re.escape, secret_prefixes))
        self._secret = re.compile(rf"({prefixes})[^\s\"'<>]+") if prefixes else None

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return self._secret.sub(r"\1…", line) if self._secret else line
