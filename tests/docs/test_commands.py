"""What README and docs tell people to run is there."""

import re
from collections.abc import Iterator
from importlib.util import find_spec

from django.conf import settings
from django.core.management import get_commands

PAGES = [settings.BASE_DIR / "README.md", *sorted((settings.BASE_DIR / "docs").glob("**/*.md"))]

# Within `code` or a block: `manage.py NAME`, and `make NAME` with what may stand before it.
MANAGE = re.compile(r"manage\.py ([a-z_]+)")
MAKE = re.compile(r"(?:^|`)(?:[A-Z_]+=\S+ )*make ([a-z-]+)", re.MULTILINE)
MODULE = re.compile(r"python -m ([a-z_.]+)")


def named(pattern: re.Pattern) -> Iterator[tuple[str, str]]:
    """Yield (page, name) for all that a pattern finds."""
    for page in PAGES:
        for name in pattern.findall(page.read_text()):
            yield page.name, name


def test_commands_of_manage_py_exist():
    found = list(named(MANAGE))

    assert len(found) > 10
    assert [one for one in found if one[1] not in get_commands()] == []


def test_targets_of_make_exist():
    targets = re.findall(r"^([a-z-]+):", (settings.BASE_DIR / "Makefile").read_text(), re.MULTILINE)
    found = list(named(MAKE))

    assert len(found) > 5
    assert [one for one in found if one[1] not in targets] == []


def test_modules_that_are_run_exist():
    found = list(named(MODULE))

    assert len(found) > 1
    assert [one for one in found if find_spec(one[1]) is None] == []
