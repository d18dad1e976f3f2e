"""The pages keep what they promise: their size, the map, the names that they mention."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import README, ROOT, pages, written
from tests.docs.test_links import links

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
DECISIONS = ROOT / "docs" / "decisions.md"
GLOSSARY = ROOT / "docs" / "glossary.md"
MAP = ROOT / "docs" / "index.md"

# What somebody reads on arriving, in bytes.
README_LIMIT = 8 * 1024

# `students/views/students.py`, `config/api/`; not a part of an address or a pattern.
NAMED_PATH = re.compile(
    r"`((?:accounts|benchmarks|config|deploy|docs|programmes|rehearsals|students|templates|tenants|tests)"
    r"/[a-z0-9_./-]*)(?:::\w+)?`"
)
NUMBERED = re.compile(r"^[0-9]+\. `([^`]+)`", re.MULTILINE)
IN_CODE = re.compile(r"`([A-Za-z_]+)`")

# The heading of the glossary below which it tells what is gone.
GIVEN_UP = "## Words given up"


def named_paths(text: str) -> list[str]:
    return NAMED_PATH.findall(text.partition(GIVEN_UP)[0])


def absent(paths: list[str]) -> list[str]:
    return [path for path in paths if not (ROOT / path).exists()]


def way_to(what: str) -> list[str]:
    """Return the files to open, in order, that CONTRIBUTING names for something."""
    text = CONTRIBUTING.read_text()
    return NUMBERED.findall(text.partition(what)[2].partition("\n\n")[2].partition("\n\n")[0])


def test_the_readme_is_short():
    assert len(README.read_bytes()) <= README_LIMIT


def test_the_map_shows_every_page():
    shown = {(MAP.parent / target).resolve() for target in links(MAP.read_text())} | {MAP}
    of_the_project = {*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")}

    assert len(of_the_project) > 12
    assert of_the_project - shown == set()


def test_every_path_that_a_page_names_exists():
    found = {page: named_paths(page.read_text()) for page in pages()}

    assert sum(map(len, found.values())) > 200
    gone = {str(page.relative_to(ROOT)): absent(paths) for page, paths in found.items()}
    assert {page: paths for page, paths in gone.items() if paths} == {}


def test_a_path_that_is_gone_is_found():
    assert absent(named_paths("see `students/views/nothing.py` and `config/api/`")) == [
        "students/views/nothing.py"
    ]


@pytest.mark.parametrize(
    ("what", "at_most"),
    [("`GET /v1/console/students`", 5), ("`POST /v1/console/attempts/grant`", 9)],
)
def test_a_way_through_the_code_is_short_and_exists(what, at_most):
    files = way_to(what)

    assert 4 <= len(files) <= at_most
    assert absent(files) == []


def test_decisions_are_numbered_without_a_gap():
    numbers = re.findall(r"^### D([0-9]+) \S", DECISIONS.read_text(), re.MULTILINE)

    assert [*map(int, numbers)] == [*range(1, len(numbers) + 1)]


def names_in(source: Path) -> set[str]:
    return set(re.findall(r"\w+", source.read_text()))


def test_the_glossary_names_what_there_is():
    current, _, given_up = GLOSSARY.read_text().partition(GIVEN_UP)
    names = set().union(*map(names_in, written(".py")))

    assert len(IN_CODE.findall(current)) > 60
    assert [name for name in IN_CODE.findall(current) if name not in names] == []
    now = re.findall(r"^\|[^|]+\|([^|]+)\|$", given_up, re.MULTILINE)
    assert [name for cell in now for name in IN_CODE.findall(cell) if name not in names] == []


def test_a_word_has_one_entry():
    entries = re.findall(r"^\| (\*\*.+?) \|", GLOSSARY.read_text(), re.MULTILINE)

    assert len(entries) > 70
    assert sorted(set(entries)) == sorted(entries)
