"""The page about rosters explains each refusal there is, in words of its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from students.services.roster import formats, identity, importing, planning
from tests.docs.pages import ROOT

PAGE = ROOT / "docs" / "rosters.md"
RAISE = {"refusal", "RuleViolation", "BadRow", "RosterRefused", "_damaged"}
OTHERS = (identity, importing, planning)
FILLED_IN = re.compile(r"%\(\w+\)\w")


def written(node: ast.AST) -> str:
    """Return the text of a string in the code, with … for what is filled in."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(written(part) for part in node.values)
    if isinstance(node, ast.BinOp):  # "…" % {…}
        return written(node.left)
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
        return "".join(map(written, node.args))
    return "…" if isinstance(node, ast.FormattedValue) else ""


def says_something(text: str) -> bool:
    """Return whether a text has words of its own, and not only what is filled in."""
    return len(re.findall(r"[A-Za-z]{2,}", FILLED_IN.sub("", text))) > 1


def messages() -> Iterator[str]:
    folder = Path(formats.__file__).parent
    for path in (*sorted(folder.glob("*.py")), *(Path(one.__file__) for one in OTHERS)):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in RAISE:
                yield from filter(says_something, map(written, node.args))


def phrases() -> list[str]:
    """Return what stands in the first column of the page's table of refusals."""
    table = PAGE.read_text().partition("## What a refusal means")[2]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| ")][1:]
    return [phrase.strip() for row in rows for phrase in row.split(";") if phrase.strip()]


def test_every_refusal_is_explained():
    known = phrases()

    assert len(known) > 20
    assert sorted({text for text in messages() if not any(one in text for one in known)}) == []
