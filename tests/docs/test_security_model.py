"""What the security model says is held by a test or a file is held by one that exists."""

import re

from django.conf import settings

PAGE = settings.BASE_DIR / "docs" / "security.md"
NAMED = re.compile(r"`((?:[a-z_]+/)+[a-z_]+\.py)(?:::(test_\w+))?`")


def test_everything_that_holds_an_answer_exists():
    named = NAMED.findall(PAGE.read_text())

    missing = [
        f"{path}::{test}"
        for path, test in named
        if not (settings.BASE_DIR / path).exists()
        or (test and f"def {test}(" not in (settings.BASE_DIR / path).read_text())
    ]

    assert len(named) > 50
    assert missing == []


def test_every_threat_names_what_holds_its_answer():
    tables = re.findall(r"^\| Threat .*\n\|[-|]+\n((?:\|.*\n)+)", PAGE.read_text(), re.MULTILINE)
    threats = [row for table in tables for row in table.splitlines()]

    assert len(tables) == 9
    assert [row for row in threats if not NAMED.search(row.rsplit("|", 2)[1])] == []
