"""What must not stand in a line of the log, nor in the audit trail."""

import logging
import re
from functools import cache

from django.conf import settings


def without_secrets(text: str) -> str:
    """Leave out what follows in the addresses of SECRET_PATHS: there, who has it is in."""
    return _secrets().sub(r"\1…", text)


@cache
def _secrets() -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, settings.SECRET_PATHS))
    return re.compile(rf"({prefixes})[^\s\"'<>]+")


class LineFormatter(logging.Formatter):
    """Leaves secrets out of the finished line, traceback included.

    So it holds for every logger: Django and its servers write paths too, each in another place.
    """

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))
