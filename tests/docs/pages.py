"""Helpers for the tests of documents: the repository's files that people wrote."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOT = settings.BASE_DIR
README = ROOT / "README.md"

# A fenced block: what stands in it is no prose and has no links.
FENCED = re.compile(r"^( *)```.*?^\1```$", re.MULTILINE | re.DOTALL)

_NOT_OURS = ("node_modules", "staticfiles", "__pycache__")


def written(*suffixes: str) -> Iterator[Path]:
    """Yield the files with these suffixes, except installed or generated ones."""
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.is_dir():
                is_hidden = path.name.startswith(".") and path.name != ".github"
                if not is_hidden and path.name not in _NOT_OURS:
                    folders.append(path)
            elif path.suffix in suffixes:
                yield path


def pages() -> list[Path]:
    """Return the pages of documentation."""
    return list(written(".md"))
