"""The texts of the pages for signing in, of mails and of errors: all marked, all in French."""

import gettext
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.template.base import Lexer, Token, TokenType

from config.languages import known_language

# Where people read the university's language. The admin is English: its texts are marked, and
# may wait for their translation.
TEMPLATES = (
    *("sign_in/*", "invitations/*", "password_resets/*", "sso/*"),
    *("letter*.html", "message.html", "tenant_page.html", "[45]*.html"),
)
CODE = (
    *("accounts/forms.py", "accounts/mail.py", "accounts/templatetags/*.py"),
    *("accounts/views/**/*.py", "accounts/sso/*.py", "accounts/validators/*.py"),
    *("accounts/services/sign_ins.py", "accounts/services/second_factor/*.py"),
    *("config/errors.py", "config/hashing.py", "config/admin/display.py"),
)
CATALOGUES = sorted((settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/django.po"))
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]

# Names that are the same in every language.
NAMES = ("Command Center",)


def templates() -> list[Path]:
    folder = settings.BASE_DIR / "templates"
    return sorted(path for pattern in TEMPLATES for path in folder.glob(pattern))


def code() -> list[Path]:
    return sorted(path for pattern in CODE for path in settings.BASE_DIR.glob(pattern))


def compiled(path: Path) -> gettext.GNUTranslations:
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def program(name: str) -> str:
    """Return where a program of gettext is."""
    path = shutil.which(name)
    assert path, "gettext is lacking; `make gettext` installs it."
    return path


def unmarked(text: str) -> list[str]:
    """Return what a template shows without having it translated."""
    is_open, shown = False, ""
    for token in Lexer(text).tokenize():
        if token.token_type == TokenType.BLOCK:
            is_open = is_translated(token, is_open)
        elif token.token_type == TokenType.TEXT and not is_open:
            shown += token.contents
        else:
            shown += "·"
    without_styles = re.sub(r"<style.*?</style>|<!--.*?-->", "", shown, flags=re.DOTALL)
    said = re.findall(r'(?:alt|title|aria-label|placeholder)="([^"]*)"', without_styles)
    words = [*re.split(r"<[^>]*>", without_styles), *said]
    found = (re.sub("|".join(NAMES), "", word).strip() for word in words)
    return [word for word in found if re.search(r"[^\W\d_]{2}", word.replace("&nbsp;", ""))]


def is_translated(token: Token, is_open: bool) -> bool:
    tag = token.contents.split()[0]
    return (is_open or tag == "blocktranslate") and tag != "endblocktranslate"


def test_a_text_without_a_mark_is_found():
    assert unmarked("<p>Hello <b>you</b></p>{% translate 'Good' %}") == ["Hello", "you"]
    assert unmarked('<img alt="A dog">{{ name }}') == ["A dog"]
    assert unmarked("{% blocktranslate %}Hello{% endblocktranslate %} · Command Center") == []


@pytest.mark.parametrize("path", templates(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_text_of_these_pages_is_marked(path):
    assert unmarked(path.read_text()) == []


@pytest.mark.system
def test_every_marked_text_has_its_translation(tmp_path):
    attributes = program("msgattrib")
    for path in (*templates(), *code(), *CATALOGUES):
        copy = tmp_path / path.relative_to(settings.BASE_DIR)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)

    django = [sys.executable, "-m", "django", "makemessages", "--all"]
    options = ["--no-location", "--no-obsolete", "--no-wrap"]
    # Without our settings, it knows no other place for catalogues.
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run([*django, *options], cwd=tmp_path, env=env, check=True)

    for path in CATALOGUES:
        collected = tmp_path / path.relative_to(settings.BASE_DIR)
        assert "Your invitation" in collected.read_text()
        for state in ("--untranslated", "--only-fuzzy"):
            found = subprocess.run(
                [attributes, state, "--no-obsolete", "--no-wrap", collected],
                capture_output=True,
                text=True,
                check=True,
            )
            assert "msgid" not in found.stdout, f"{path.parts[-3]}: {found.stdout}"


@pytest.mark.system
@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_programs_read_was_made_of_the_catalogue(path, tmp_path):
    made = tmp_path / "made.mo"
    subprocess.run([program("msgfmt"), "--check-format", "-o", made, path], check=True)

    assert compiled(path.with_suffix(".mo"))._catalog == compiled(made)._catalog, (
        "`make compiled-messages` makes it anew."
    )


def test_each_language_has_a_catalogue():
    assert [path.parts[-3] for path in CATALOGUES] == LANGUAGES


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_has_the_placeholders_and_the_marks_of_its_text(path):
    pattern = re.compile(r"%\(\w+\)[sd]|<[^>]+>")
    for key, translated in compiled(path.with_suffix(".mo"))._catalog.items():
        if key and not isinstance(key, tuple):  # plurals are held by msgfmt
            assert sorted(pattern.findall(key)) == sorted(pattern.findall(translated)), key


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_french_signs_stand_behind_a_space_that_does_not_break(path):
    for key, translated in compiled(path.with_suffix(".mo"))._catalog.items():
        text = re.sub(r"<[^>]*>", "", translated)
        assert not key or not re.search(r"(?<![\u00a0\u202f])[;!?»](?!\w)|[\w)]:\s| :", text), key
        assert "'" not in text or not key, key


@pytest.mark.parametrize(
    ("said", "language"),
    [
        *(("fr", "fr"), ("FR", "fr"), ("fr-CA", "fr"), ("fr_FR", "fr"), ("en", "en-gb")),
        *(("en-US", "en-gb"), (None, "en-gb"), ("", "en-gb"), ("de", "en-gb")),
        *(("français", "en-gb"), ("../fr", "en-gb"), ("f\0r", "en-gb"), ("zz-zz", "en-gb")),
    ],
)
def test_a_language_that_we_do_not_speak_is_english(said, language):
    assert known_language(said) == language
