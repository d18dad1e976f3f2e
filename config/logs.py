"""What must not stand in a line of the log, nor in the audit trail."""

import logging
import re
from functools import cache

from django.conf import settings


def without_secrets(text: str) -> str:
    """Leave out what follows in the addresses of SECRET_PATHS, and after SECRET_PARAMETERS: who
    has it is in."""
    in_parameters, in_paths = _secrets()
    return in_paths.sub(r"\1…", in_parameters.sub(r"\1…", text))


@cache
def _secrets() -> tuple[re.Pattern[str], re.Pattern[str]]:
    prefixes = "|".join(map(re.escape, settings.SECRET_PATHS))
    names = "|".join(map(re.escape, settings.SECRET_PARAMETERS))
    # An address inside another one has its marks encoded: %3Fstate%3D…
    parameters = rf"((?:[?&]|%3F|%26)(?:{names})(?:=|%3D))[^\s\"'<>&]+"
    return re.compile(parameters, re.IGNORECASE), re.compile(rf"({prefixes})[^\s\"'<>]+")


class LineFormatter(logging.Formatter):
    """Leaves secrets out of the finished line, traceback included.

    So it holds for every logger: Django and its servers write paths too, each in another place.
    """

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))
