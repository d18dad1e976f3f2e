"""The strength of a password against guesses by people who know its owner (contract §2)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from zxcvbn.feedback import get_feedback
from zxcvbn.matching import L33T_TABLE, omnimatch
from zxcvbn.scoring import most_guessable_match_sequence

# How long a password may be that somebody chooses (contract §2).
LENGTHS = {"min_length": 8, "max_length": 100}

# The most characters that are estimated: the estimator takes four times as long for twice as many,
# and a text that is hard to guess up to there stays so.
_JUDGED = 24

_EASY = _("This password is too easy to guess.")
_NAMES = _("Names of yours, of your organisation or of this site do not count.")
_HELP = _("Three or four words that have nothing to do with each other are hard to guess.")

# What the estimator says of a password; its own words are English.
_WEAKNESSES = (
    gettext_noop("Straight rows of keys are easy to guess."),
    gettext_noop("Short keyboard patterns are easy to guess."),
    gettext_noop('Repeats like "aaa" are easy to guess.'),
    gettext_noop('Repeats like "abcabcabc" are only slightly harder to guess than "abc".'),
    gettext_noop('Sequences like "abc" or "6543" are easy to guess.'),
    gettext_noop("Recent years are easy to guess."),
    gettext_noop("Dates are often easy to guess."),
    gettext_noop("This is a top-10 common password."),
    gettext_noop("This is a top-100 common password."),
    gettext_noop("This is a very common password."),
    gettext_noop("This is similar to a commonly used password."),
    gettext_noop("A word by itself is easy to guess."),
    gettext_noop("Names and surnames by themselves are easy to guess."),
    gettext_noop("Common names and surnames are easy to guess."),
)

# Digits and signs that people write for a letter.
_SIGNS = frozenset().union(*L33T_TABLE.values())
_ALIKE = {letter: f"[{letter}{re.escape(''.join(signs))}]" for letter, signs in L33T_TABLE.items()}


class StrengthValidator:
    """A validator that refuses passwords of fewer than ``min_guesses`` (AUTH_PASSWORD_VALIDATORS).

    Names of the person and of their tenant, and ``names`` that everybody knows, do not make a
    password stronger, in any case, backwards, or with digits and signs for letters.
    """

    def __init__(self, *, min_guesses: int, names: Sequence[str]) -> None:
        self.min_guesses = min_guesses
        self.names = names

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raise ValidationError, with advice, when a password is guessed too early."""
        text = unicodedata.normalize("NFKC", password)
        guesses, reason = _estimate(text)
        if guesses >= self.min_guesses:
            names = [*self.names, *_names_of(user)]
            guesses = min(_estimate(_without(names, one))[0] for one in _spellings(text, names))
            reason = _NAMES
        if guesses < self.min_guesses:
            sentences = map(str, filter(None, (_EASY, reason, _HELP)))
            raise ValidationError(" ".join(sentences), code="password_too_easy")

    def get_help_text(self) -> str:
        return " ".join((gettext("Your password must be hard to guess."), str(_HELP)))


def _estimate(text: str) -> tuple[float, str]:
    """Return the number of guesses that a text takes, and its weakness, if it has one."""
    text = text[:_JUDGED]
    if not text:
        return 0, ""
    found = most_guessable_match_sequence(text, omnimatch(text))
    weakness = get_feedback(0, found["sequence"])["warning"]
    return found["guesses"], gettext(weakness) if weakness else ""


def _spellings(text: str, names: list[str]) -> Iterator[str]:
    """Yield a text as it is, and without accents and separators if that shows a name in it."""
    yield text
    letters = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in letters if letter.isalnum() or letter in _SIGNS)
    if bare != text and _without(names, bare) != bare:
        yield bare


def _names_of(user: AbstractBaseUser | None) -> Iterator[str]:
    if user is not None:
        yield from (user.first_name, user.middle_name or "", user.last_name, user.email)
        yield from (user.tenant.name, user.tenant.slug, user.tenant.domain or "")


def _without(names: Iterable[str], text: str) -> str:
    """Return the rest of a text without the words of names, however they are written.

    The estimator's own list of personal words is not used: its words still count a little, and it
    belongs to a module that all threads share.
    """
    words = {spelling for word in _words(names) for spelling in (word, word[::-1])}
    known = "|".join(
        "".join(_ALIKE.get(letter, letter) for letter in word)
        for word in sorted(words, key=len, reverse=True)
    )
    return re.sub(known, "", text, flags=re.IGNORECASE) if known else text


def _words(names: Iterable[str]) -> Iterator[str]:
    """Yield the words of names, with their accents and without."""
    for name in names:
        accented = unicodedata.normalize("NFKC", name.lower())
        letters = unicodedata.normalize("NFD", accented)
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
        for spelling in (accented, plain):
            yield from (word for word in re.split(r"[\W_]+", spelling) if len(word) > 2)
