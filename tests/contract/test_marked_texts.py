"""Every text of every page and mail is marked for translation: an unmarked one is found here.

Each marked text is rendered as ``⟦…⟧``, as by a catalogue of a language of its own. What people see
outside such brackets has to be data.
"""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models
from django.utils import translation
from lxml import html

from tests.clients import OperatorClient
from tests.contract.pages import PAGES, Page
from tests.factories import SuperAdminFactory

pytestmark = pytest.mark.django_db

OPENED = [page for page in PAGES if page.status == 200 and page.access != "nobody"]

OPEN, CLOSE = "⟦", "⟧"
MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
WORD = re.compile(r"[^\W\d_]{2,}")
SHOWN = ("title", "aria-label", "alt", "placeholder", "data-label")
# What is said to no one, and what is a picture: an icon's name is its letters.
UNSEEN = {"script", "style", "template", "svg", "noscript"}

# The same in every language: names of the product, of formats and programs, and of keys.
NAMES = re.compile(
    r"Command Center|https?://\S+|\S+@\S+|\b(?:CSV|XLSX|NDJSON|PDF|UTC|WAT|CAS|URL|Ctrl K|ZIP)\b"
)


@pytest.fixture
def brackets(monkeypatch):
    """Turn each marked text into one in brackets."""
    for name in ("gettext", "pgettext", "ngettext", "npgettext"):
        real = getattr(translation.trans_real, name)
        monkeypatch.setattr(translation._trans, name, bracketed(real), raising=False)


def bracketed(real):
    def translate(*texts):
        text = real(*texts)
        return f"{OPEN}{text}{CLOSE}" if WORD.search(text) else text

    return translate


def data() -> set[str]:
    """Return the texts that the database holds, but for the words of choices."""
    found: set[str] = set()
    for model in apps.get_models():
        fields = [
            field.attname
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.JSONField)
            and not field.choices
        ]
        for row in model._base_manager.values_list(*fields):
            found.update(*map(texts_in, row))
    return {text for text in found if len(text) > 1}


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value.strip()
        yield from value.splitlines()
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts_in(each)


def shown(element, depth: int = 0) -> Iterator[tuple[str, int]]:
    """Yield the texts that an element shows, each with how many brackets are open before it."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    for name in SHOWN:
        if element.get(name):
            yield element.get(name), 0
    if element.tag == "input" and element.get("type") in {"submit", "button", "reset"}:
        yield element.get("value", ""), 0
    if "material-symbols-outlined" in element.get("class", ""):
        return
    yield element.text or "", depth
    inside = depth + balance(element.text)
    for child in element:
        yield from shown(child, inside)
        yield child.tail or "", inside
        inside += balance(child.tail)


def balance(text: str | None) -> int:
    return (text or "").count(OPEN) - (text or "").count(CLOSE)


def unmarked(page, known: re.Pattern) -> list[str]:
    """Return the words that a page shows, and that are neither marked nor data."""
    found = []
    for text, depth in shown(page):
        rest = OPEN * depth + text
        rest += CLOSE * max(balance(rest), 0)
        while MARKED.search(rest):
            rest = MARKED.sub(" ", rest)
        if WORD.search(rest) and WORD.search(known.sub(" ", NAMES.sub(" ", rest))):
            found.append(" ".join(text.split()))
    return found


def pattern_of(texts: set[str]) -> re.Pattern:
    """Return what finds any of these texts, the longest first, as whole words."""
    longest = sorted(texts, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in longest) or r"(?!)")


@pytest.mark.parametrize("page", OPENED, ids=str)
def test_every_text_of_a_page_is_marked(page: Page, tenant, brackets):
    client = OperatorClient(SuperAdminFactory(tenant=tenant))
    url = page.url_in(tenant)

    answer = client.get(url)

    assert answer.status_code == 200
    if "text/html" in answer.headers["Content-Type"]:
        tree = html.fromstring(answer.content.decode())
        assert unmarked(tree, pattern_of(data())) == []
