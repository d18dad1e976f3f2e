"""Prometheus's own judge of rules and queries, and the names of figures in them."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.servers import installed

# Names of PromQL that are no figures, and are followed by no bracket.
_WORDS = {
    *("and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right"),
    *("bool", "offset", "inf", "nan", "start", "end"),
}
_TEXTS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_LABELS = re.compile(
    r"\{[^{}]*\}|\[[^\]]*\]|\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)"
)
_NAME = re.compile(r"(?<![\w.$])([a-zA-Z_:][\w:]*)\b(?!\s*\()")


def promtool() -> str:
    """Return the path of the machine's promtool; end the program where there is none."""
    return installed(["promtool"], "No promtool is installed; the tests of alerts need it.")


def ask_promtool(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run promtool; the result has what it says in ``stdout``."""
    return subprocess.run(
        [promtool(), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def figures_in(expressions: Iterable[str]) -> set[str]:
    """Return the names of the figures that PromQL expressions ask for."""
    found = set()
    for expression in expressions:
        bare = _LABELS.sub(" ", _TEXTS.sub(" ", expression))
        found |= {name for name in _NAME.findall(bare) if name.lower() not in _WORDS}
    return found


if __name__ == "__main__":
    promtool()
