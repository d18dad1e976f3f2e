"""Pages can be written from the right as well: nothing in them is tied to the left."""

import re

import pytest
from django.conf import settings

TEMPLATES = [
    path
    for folder in ("templates", "config/templates")
    for path in sorted((settings.BASE_DIR / folder).rglob("*.html"))
]
SHEETS = sorted((settings.BASE_DIR / "config/static/console").glob("*.css"))

# Classes such as ml-2, and what they have instead: ms-2.
CLASSES = re.compile(
    r"(?<![\w-])(?:-?m[lr]-[\w.]+|p[lr]-[\w.]+|text-(?:left|right)|(?:left|right)-\d\S*"
    r"|border-[lr](?![\w])|rounded-[lr](?![\w]))"
)
PROPERTIES = re.compile(
    r"(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right)\s*:"
    r"|text-align\s*:\s*(?:left|right)"
)
# Where a corner of the screen is meant, which the university chose by its name.
CORNERS = ".branding-preview[data-widget$="


def classes(text: str) -> list[str]:
    return [
        found for said in re.findall(r'class="([^"]*)"', text) for found in CLASSES.findall(said)
    ]


def properties(text: str) -> list[str]:
    lines = (line for line in text.splitlines() if not line.startswith(CORNERS))
    return [found for line in lines for found in PROPERTIES.findall(line)]


def test_what_is_tied_to_the_left_is_found():
    assert classes('<p class="px-2 ml-2 lg:pr-4 text-left left-0 ms-2 html">') == [
        *("ml-2", "pr-4", "text-left", "left-0")
    ]
    assert properties("a { margin-left: 1rem; left: 0 }\nb { text-align: right }") == [
        *("margin-left", "left:", "text-align: right")
    ]
    assert properties(f'{CORNERS}"left"] b {{ left: 0 }}\na {{ inset-inline-start: 0 }}') == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_template_is_tied_to_the_left(path):
    text = path.read_text()
    assert classes(text) == []
    assert properties("".join(re.findall(r"(?s)<style.*?</style>", text))) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_style_sheet_is_tied_to_the_left(path):
    assert properties(path.read_text()) == []
