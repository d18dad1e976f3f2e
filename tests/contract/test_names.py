"""Names mean one thing each, and words that were given up do not come back (docs/glossary.md)."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

FOLDERS = ("config", "tenants", "programmes", "accounts", "students")

# What Django and argparse have us call the same in every module.
OF_DJANGO = {"Meta", "Command", "Media", "Migration", "DatabaseWrapper"}

# Of the words that were given up, those that mean nothing else here.
GIVEN_UP = (
    *("letterhead", "neighbourhood", "Participants", "StandingCount", "Crew", "Letterhead"),
    *("foresee_change", "nothing_yet", "OfStudentsMixin", "ShownRowsMixin", "hold_to"),
    *("measuring_bodies", "act_for", "act_in", "require_held", "take_back", "InstantField"),
    *("parse_instant", "read_body", "row_page", "may_continue", "ParameterReader"),
)


def sources() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def classes_of(texts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return each class's name with the modules that define it, nested classes too."""
    found: dict[str, list[str]] = defaultdict(list)
    for where, text in texts:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef) and node.name not in OF_DJANGO:
                found[node.name].append(where)
    return found


def twice(classes: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: where for name, where in classes.items() if len(where) > 1}


def test_no_class_name_has_two_meanings():
    texts = ((str(path.relative_to(settings.BASE_DIR)), path.read_text()) for path in sources())
    assert twice(classes_of(texts)) == {}


def test_a_name_with_two_meanings_is_found():
    texts = [("a.py", "class Line: pass"), ("b.py", "class Other:\n    class Line: pass")]
    assert twice(classes_of(texts)) == {"Line": ["a.py", "b.py"]}


def test_words_that_were_given_up_stay_away():
    pattern = re.compile(rf"\b({'|'.join(GIVEN_UP)})\b")
    files = [*sources(), *(settings.BASE_DIR / "templates").rglob("*.html")]
    found = {
        str(path.relative_to(settings.BASE_DIR)): words
        for path in files
        if (words := sorted(set(pattern.findall(path.read_text()))))
    }
    assert found == {}
