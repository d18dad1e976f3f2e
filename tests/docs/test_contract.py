"""What is cited of the API contract stands in docs/contract.md, and so does every route and key."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator

from tests.contract.routes import ROUTES
from tests.docs.pages import ROOT, written

CONTRACT = ROOT / "docs" / "contract.md"

SECTION = r"[0-9]+(?:\.[0-9]+)?"
# A section, a span of sections (§1.2–1.4), a point (G12). Sections of RFCs are not meant.
CITED = re.compile(
    rf"(?P<foreign>RFC [0-9]+,? )?§(?P<first>{SECTION})(?:–(?P<last>{SECTION}))?"
    r"|\b(?P<point>G[1-9][0-9]?)\b"
)
HEADING = re.compile(rf"^#{{2,4}} (?:§({SECTION})|(G[0-9]+)) \S", re.MULTILINE)
ROW = re.compile(r"^\| `([A-Z]+ /v1/\S+)` \| (.+) \|$", re.MULTILINE)


def cited(text: str) -> Iterator[str]:
    """Yield the sections and points that a text cites, as the headings write them."""
    for match in CITED.finditer(text):
        if match["point"]:
            yield match["point"]
        elif not match["foreign"]:
            yield match["first"]
            if match["last"]:
                yield match["last"]


def headings() -> list[str]:
    return [section or point for section, point in HEADING.findall(CONTRACT.read_text())]


def missing(text: str) -> set[str]:
    return set(cited(text)) - set(headings())


def test_what_the_source_cites_stands_in_the_contract():
    sources = list(written(".py", ".html", ".md", ".sql", ".txt"))
    found = {path: missing(path.read_text()) for path in sources}

    assert sum(len(list(cited(path.read_text()))) for path in sources) > 250
    assert {str(path.relative_to(ROOT)): names for path, names in found.items() if names} == {}


def test_no_heading_stands_twice():
    found = headings()

    assert len(found) > 50
    assert sorted(set(found)) == sorted(found)


# Written apart from their signs, since this file is searched as well.
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("contract {s}9.9", {"9.9"}),
        ("(contract {s}1.2–1.99, {g}1)", {"1.99"}),
        ("contract {s}77, {g}12", {"77"}),
        ("as decided ({g}98)", {"{g}98"}),
        ("RFC 9110 {s}77.5", set()),
        ("{s}9.1 and {s}12", set()),
    ],
)
def test_a_citation_of_nothing_is_found(text, names):
    signs = {"s": "§", "g": "G"}

    assert missing(text.format(**signs)) == {name.format(**signs) for name in names}


def test_the_index_holds_every_route_and_what_it_needs():
    index = CONTRACT.read_text().partition("## §14 ")[2].partition("\n## ")[0]
    needed = {
        route: [set(part.split(" or ")) for part in needs.replace("`", "").split(" and ")]
        for route, needs in ROW.findall(index)
    }

    assert needed == {
        str(route): [set(route.openers), *({one} for one in route.besides)] for route in ROUTES
    }


def names_in(document: Any) -> Iterator[str]:
    """Yield the parameters and keys that a part of the OpenAPI document describes."""
    if isinstance(document, dict):
        yield from document.get("properties", ())
        if "in" in document:
            yield document["name"]
        for part in document.values():
            yield from names_in(part)
    elif isinstance(document, list):
        for part in document:
            yield from names_in(part)


def test_every_parameter_and_key_is_told():
    document = SchemaGenerator().get_schema(request=None, public=True)
    # Both kinds of quotes, and paths: `limit`, "total", {user_id}.
    told = set(re.findall(r"[`\"{]([\w-]+)", CONTRACT.read_text()))
    names = set(names_in(document["paths"])) | set(names_in(document["components"]["schemas"]))

    assert len(names) > 150
    assert names - told == set()


def test_examples_are_json():
    examples = re.findall(r"^```json\n(.*?)^```$", CONTRACT.read_text(), re.MULTILINE | re.DOTALL)

    assert len(examples) > 15
    for example in examples:
        json.loads(example)
