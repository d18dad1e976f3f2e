"""Every relative link of a Markdown page leads to a file, and every anchor to a heading."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.pages import FENCED, README, ROOT, pages

# [text](target) and ![picture](target), in prose; a target may stand in angle brackets.
LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)")
IN_CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6} +(.+?)(?: +#+)?$", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def prose(page: Path) -> str:
    return FENCED.sub("", page.read_text())


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return the anchors of a page's headings, as GitHub and GitLab make them."""
    seen: Counter[str] = Counter()
    found = set()
    for heading in HEADING.findall(prose(page)):
        text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        anchor = re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")
        found.add(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return frozenset(found)


def links(text: str) -> Iterator[str]:
    """Yield the targets inside the repository."""
    for target in LINK.findall(IN_CODE.sub("", text)):
        if not ELSEWHERE.match(target):
            yield target


def broken(page: Path, text: str) -> Iterator[str]:
    """Yield the links of a text, which stands on a page, that lead to nothing."""
    for target in links(text):
        path, _, anchor = unquote(target).partition("#")
        file = (page.parent / path).resolve() if path else page
        is_there = file.exists() and file.is_relative_to(ROOT)
        if not is_there or (anchor and (file.suffix != ".md" or anchor not in anchors(file))):
            yield target


def test_every_link_leads_somewhere():
    found = {str(page.relative_to(ROOT)): [*broken(page, prose(page))] for page in pages()}

    assert len(found) > 15
    assert sum(len([*links(prose(page))]) for page in pages()) > 80
    assert {page: targets for page, targets in found.items() if targets} == {}


@pytest.mark.parametrize(
    "text",
    [
        "[a page](docs/nothing.md)",
        "![a picture](docs/screenshots/nothing.png)",
        "[a heading](#nothing)",
        "[a heading of another page](docs/contract.md#911-nothing)",
        "[out of the repository](../nothing)",
        "[an anchor of no page](Makefile#test)",
    ],
)
def test_a_link_to_nothing_is_found(text):
    assert [*broken(README, text)] == [text.partition("(")[2].rstrip(")")]


@pytest.mark.parametrize(
    "text",
    [
        "[a page](docs/contract.md)",
        "[a heading](docs/contract.md#91-entitlement)",
        "[another place](https://example.org/nothing)",
        "`[code](docs/nothing.md)`",
    ],
)
def test_a_link_to_something_is_none(text):
    assert [*broken(README, text)] == []
