"""Patterns that meet text from outside take twice as long for twice as much, and no longer.

All of the project's are found by themselves: what modules, their classes and their collections
hold, what models and serializers validate with, what addresses are matched by, and what stands as a
text in a call of ``re``.
"""

import ast
import importlib
import math
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from re import _parser as parser

import pytest
from django.apps import apps
from django.conf import settings
from django.core.validators import RegexValidator
from django.urls import get_resolver
from rest_framework.serializers import BaseSerializer

from config.observability import logs

PACKAGES = ("config", "tenants", "programmes", "accounts", "students")

# What is compiled of texts that only the project itself knows, and where: not found by itself.
MADE_WHILE_RUNNING = {
    ("config/observability/logs.py", "compile"): logs._secrets,
    # From the project's own routes, once for each.
    ("config/observability/middleware.py", "sub"): lambda: (),
    # Of names, over a password: one word beside the other, of classes of one letter each.
    ("accounts/validators/passwords.py", "sub"): lambda: (),
}

# Characters of a pattern's input; and how long, in seconds of the processor, is too short to tell.
LENGTH = 4_000
SHORT = 0.005


def of_text(pattern: str | bytes, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern, one of bytes as one of characters."""
    if isinstance(pattern, bytes):
        pattern = pattern.decode("latin-1")
    return re.compile(pattern, flags & ~re.UNICODE)


def modules() -> Iterator:
    for name in PACKAGES:
        package = importlib.import_module(name)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{name}."):
            parts = found.name.split(".")
            if not {"settings", "migrations", "__main__", "asgi", "wsgi"} & set(parts):
                yield importlib.import_module(found.name)


def held(value, depth: int = 3) -> Iterator[re.Pattern]:
    """Yield the patterns that a value is, or has in it."""
    match value:
        case re.Pattern():
            yield of_text(value.pattern, value.flags)
        case RegexValidator():
            yield of_text(value.regex.pattern, value.regex.flags)
        case dict() if depth:
            yield from (found for one in value.values() for found in held(one, depth - 1))
        case list() | tuple() | set() | frozenset() if depth:
            yield from (found for one in value for found in held(one, depth - 1))
        case type() if depth and value.__module__.partition(".")[0] in PACKAGES:
            yield from held(dict(vars(value)), depth - 1)
            if issubclass(value, BaseSerializer) and hasattr(value, "_declared_fields"):
                fields = value._declared_fields.values()
                yield from held([one.validators for one in fields], depth)


def of_models() -> Iterator[re.Pattern]:
    for model in apps.get_models():
        if model.__module__.partition(".")[0] in PACKAGES:
            yield from held(
                [getattr(field, "validators", ()) for field in model._meta.get_fields()]
            )


def of_addresses(entries: Iterable) -> Iterator[re.Pattern]:
    for entry in entries:
        yield re.compile(entry.pattern.regex.pattern)
        yield from of_addresses(getattr(entry, "url_patterns", ()))


def of_calls() -> Iterator[re.Pattern]:
    """Yield what stands as a text in calls of ``re``; what does not, is held or explained."""
    for package in PACKAGES:
        for path in (Path(settings.BASE_DIR) / package).rglob("*.py"):
            for call in ast.walk(ast.parse(path.read_text())):
                match call:
                    case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=name)) if (
                        name not in {"escape", "Pattern"}
                    ):
                        where = str(path.relative_to(settings.BASE_DIR)), name
                        match call.args[0]:
                            case ast.Constant(value=text):
                                yield of_text(text)
                            case _ if where in MADE_WHILE_RUNNING:
                                yield from MADE_WHILE_RUNNING[where]()
                            case made:
                                assert ast.unparse(made) in KNOWN, f"{where}: {ast.unparse(made)}"


# Texts that patterns of modules are compiled of; those are found where they are held.
KNOWN = {
    "pattern",
    "DOMAIN_PATTERN",
    "_LOCAL_PART",
    "_SUSPECT",
    r"f'\\A{ID_REGEX}\\Z'",
    r"f'\\A[{_UNSEEN}]*[{_SIGNS}]'",
    r"'\\b(?:' + '|'.join((name for name in _LABELS if '_' in name)) + ')\\b'",
    r"f'{re.escape(settings.ADMIN_PATH + _SIGN)}([^/]*)(/|\\Z)'",
    r"f'{_TAG.pattern}(?:\\s*,\\s*{_TAG.pattern})*'",
}


@cache
def patterns() -> list[re.Pattern]:
    found = {
        *(one for module in modules() for one in held(dict(vars(module)))),
        *of_models(),
        *of_addresses(get_resolver().url_patterns),
        *of_calls(),
    }
    return sorted(found, key=lambda one: (one.pattern, one.flags))


def pieces(pattern: re.Pattern) -> set[str]:
    """Return texts that a pattern is made of: what may be repeated to make it work hard."""
    found = {"a", "0", " ", "/", "-"}
    whole = example(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE), found)
    # A beginning of it that never comes to its end is what makes a search begin anew.
    return found | {whole[:length] for length in range(1, min(len(whole), 24))}


def example(parsed, found: set[str]) -> str:
    """Return a text that roughly fits what was parsed, and add its parts to those found."""
    text = ""
    for kind, what in parsed:
        match str(kind):
            case "LITERAL":
                text += chr(what)
            case "IN":
                found.add(member(what))
                text += member(what)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                text += example(what[2], found) * min(max(what[0], 1), 40)
            case "SUBPATTERN" | "ASSERT":
                text += example(what[-1], found)
            case "ATOMIC_GROUP":
                text += example(what, found)
            case "BRANCH":
                text += max((example(branch, found) for branch in what[1]), key=len)
            case "ANY":
                text += "x"
    if text:
        found.add(text)
    return text


def member(choices) -> str:
    """Return a character out of a set."""
    for kind, value in choices:
        match str(kind):
            case "LITERAL":
                return chr(value)
            case "RANGE":
                return chr(value[0])
            case "CATEGORY":
                return "0" if "DIGIT" in str(value) else " " if "SPACE" in str(value) else "a"
    return "x"


def seconds(pattern: re.Pattern, text: str) -> float:
    began = time.thread_time()
    for _ in pattern.finditer(text):
        pass
    return time.thread_time() - began


def growth(pattern: re.Pattern, start: str, piece: str, end: str) -> float:
    """Return by how much longer an input of twice the length takes; 0 for what is too quick."""

    def made(length: int) -> str:
        return start + piece * (length // len(piece)) + end

    # What doubles with each character takes long for a few already, and for ever for many.
    for length in (12, 16, 20):
        if min(seconds(pattern, made(length)) for _ in range(3)) > SHORT:
            return math.inf
    if seconds(pattern, made(LENGTH)) <= SHORT:
        return 0
    once, twice = (
        min(seconds(pattern, made(length)) for _ in range(3)) for length in (LENGTH, 2 * LENGTH)
    )
    return twice / once if once > SHORT else 0


def hard_inputs(pattern: re.Pattern) -> Iterator[tuple[str, str, str]]:
    parts = sorted(pieces(pattern))
    yield from product(["", max(parts, key=len)], parts, ["", "\0"])


def test_patterns_are_found():
    """Those of every kind, each by the way that it is found."""
    texts = {pattern.pattern for pattern in patterns()}

    assert r"[A-Za-z0-9._:/+=-]{1,128}" in texts  # a module's
    assert r"(?<=/)[\w-]{40,}" in texts  # in a list
    assert any("invitations" in text and "[^" in text for text in texts)  # made while running
    assert any("(?P<user_id>" in text for text in texts)  # an address's
    assert {one.pattern for one in of_models()} <= texts


@pytest.mark.parametrize("pattern", patterns(), ids=lambda one: one.pattern[:60])
def test_a_pattern_takes_twice_as_long_for_twice_as_much(pattern):
    for start, piece, end in hard_inputs(pattern):
        assert growth(pattern, start, piece, end) < 3, (start, piece, end)


@pytest.mark.parametrize(
    "bad",
    [
        r"eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?",
        r"(a+)+$",
        r"\s+$",
        r"^r/(.+)/(.+)/\Z",
    ],
)
def test_a_bad_pattern_is_told_by_its_inputs(bad):
    pattern = re.compile(bad)

    assert any(growth(pattern, *made) >= 3 for made in hard_inputs(pattern))


def test_what_hides_secrets_takes_twice_as_long_for_twice_as_much():
    """All patterns of the log together, on what each of them begins with."""
    for piece in ("eyJ", "Bearer ", "?token=", "ST-", "/invitations/", "argon2", ".", "T-", "%3F"):
        text = piece * (20_000 // len(piece))
        once, twice = (
            min(cpu(logs.without_secrets, text * times) for _ in range(3)) for times in (1, 2)
        )
        assert once < SHORT or twice / once < 3, piece


def cpu(call, *arguments) -> float:
    began = time.thread_time()
    call(*arguments)
    return time.thread_time() - began
