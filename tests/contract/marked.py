"""What finds texts that are not marked for translation.

Each marked text is rendered as ``⟦…⟧``, as by a catalogue of a language of its own (the fixture
``brackets``). What people see outside such brackets has to be data.
"""

import re
from collections.abc import Iterator

from django.apps import apps
from django.db import models
from lxml import html

from config.local_time import zone_names
from students.services.roster.formats.encodings import NAMED as ENCODINGS
from tenants.models import EventType
from tests.docs.test_people import of_one_sex

OPEN, CLOSE = "⟦", "⟧"
MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
WORD = re.compile(r"[^\W\d_]{2,}")
SHOWN = ("title", "aria-label", "alt", "placeholder", "data-label")
# What is said to no one, and what is a picture: an icon's name is its letters.
UNSEEN = {"script", "style", "template", "svg", "noscript"}

# The same in every language: names of the product, of formats and programs, and of keys.
MAIL_OR_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\S+\.\S+")
NAMES = re.compile(
    r"Command Center|Etc/UTC|https?://\S+|\S+@\S+|\S+\.(?:csv|txt)"
    r"|\b(?:CSV|XLSX|NDJSON|PDF|UTC|WAT|CAS|URL|Ctrl K|ZIP)\b"
)


# Words that people are not to read, and what they read instead.
FORBIDDEN = {
    "tenant": "university",
    "tenants": "universities",
    "ledger": "transactions",
    "credit": "attempt",
    "credits": "attempts",
    "lapse": "expire",
    "lapses": "expires",
    "lapsed": "expired",
    "color": "colour",
    "colors": "colours",
    "organization": "organisation",
    "program's": "programme’s",
    "canceled": "cancelled",
    "enroll": "enrol",
    "enrollment": "enrolment",
}


def bracketed(real):
    def translate(*texts):
        text = real(*texts)
        return f"{OPEN}{text}{CLOSE}" if WORD.search(text) else text

    return translate


def data() -> set[str]:
    """Return the texts that the database holds, but for the words of choices; and codes."""
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
    found.update(zone_names(), ENCODINGS, EventType.values)
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


def badges_in_capitals(page) -> list[str]:
    """Return the badges in which another word than the first begins with a capital letter."""
    labels = page.xpath("//td//span[contains(@class, 'uppercase') or @data-badge]")
    texts = [" ".join(label.text_content().split()).strip(OPEN + CLOSE) for label in labels]
    return [text for text in texts if re.search(r" [A-Z][a-z]", text)]


def faults(text: str) -> list[str]:
    """Return what is wrong with the words of a page or a mail, for translators and for readers."""
    page = html.fromstring(text)
    said = " ".join(text for text, _ in shown(page)).lower()
    words = set(re.findall(r"[^\W\d_]+(?:['’]s)?", MAIL_OR_ADDRESS.sub(" ", said)))
    found = [f"{word}: say {FORBIDDEN[word]}" for word in sorted(words & set(FORBIDDEN))]
    found += [f"{word}: say they" for word in of_one_sex(MAIL_OR_ADDRESS.sub(" ", said))]
    return [*found, *unmarked(page, pattern_of(data())), *badges_in_capitals(page)]
