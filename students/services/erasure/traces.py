"""The texts by which a person is found in what others wrote: their names, addresses and ids."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from accounts.models import User
from config.addresses import spellings
from tenants.models import AuditEvent

# Shorter ones are found in every text; an id of a few digits may be any number.
_SHORTEST_NAME = 2
_SHORTEST_ID = 4

_FIELDS = ("email", "sis_id", "first_name", "middle_name", "last_name")


@dataclass(frozen=True)
class Traces:
    """What a person is called, and was called before."""

    addresses: frozenset[str]
    sis_ids: frozenset[str]
    first_names: frozenset[str]
    last_names: frozenset[str]

    @classmethod
    def of(cls, user: User) -> "Traces":
        """Return those of a user, with all that the trail tells of changes."""
        found: dict[str, set[str]] = {name: {getattr(user, name) or ""} for name in _FIELDS}
        for name, text in _told(user):
            found[name].add(text)
        for texts in found.values():
            texts.discard("")
        return cls(
            addresses=frozenset(found["email"]),
            sis_ids=frozenset(found["sis_id"]),
            first_names=frozenset(found["first_name"] | found["middle_name"]),
            last_names=frozenset(found["last_name"]),
        )

    @cached_property
    def written_addresses(self) -> frozenset[str]:
        """The addresses in each way in which they may be written."""
        return frozenset(one for address in self.addresses for one in spellings(address))

    @property
    def searched(self) -> frozenset[str]:
        """Texts that occur, in any case, wherever the person can be recognised by a search."""
        return frozenset(
            {*self._identifying, *(one for one in self.last_names if len(one) >= _SHORTEST_NAME)}
        )

    def is_named_in(self, text: str) -> bool:
        """Return whether a text that somebody wrote names the person, if only by one name."""
        return bool(self._any_trace.search(_plain(text)))

    def is_told_in(self, text: str) -> bool:
        """Return whether a line of a report is about the person: others may share one name."""
        plain = _plain(text)
        return bool(
            self._any_id.search(plain)
            or (self._any_first.search(plain) and self._any_last.search(plain))
        )

    @cached_property
    def _identifying(self) -> frozenset[str]:
        return self.written_addresses | {one for one in self.sis_ids if len(one) >= _SHORTEST_ID}

    @cached_property
    def _any_id(self) -> re.Pattern[str]:
        return _any_word(self._identifying)

    @cached_property
    def _any_first(self) -> re.Pattern[str]:
        return _any_word(self.first_names)

    @cached_property
    def _any_last(self) -> re.Pattern[str]:
        return _any_word(self.last_names)

    @cached_property
    def _any_trace(self) -> re.Pattern[str]:
        return _any_word(self._identifying | self.first_names | self.last_names)


def _any_word(texts: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of the texts as whole words; of none, one that never matches."""
    plain = {_plain(text) for text in texts}
    words = "|".join(re.escape(one) for one in sorted(plain) if len(one) >= _SHORTEST_NAME)
    pattern = rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)"
    return re.compile(pattern)


def _plain(text: str) -> str:
    """Return a text without case, accents and kinds of blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    return " ".join(letters.split())


def _told(user: User) -> Iterator[tuple[str, str]]:
    """Yield what the trail says the user was called: (field, text)."""
    events = AuditEvent.objects.for_tenant(user.tenant_id).filter(
        target_id=user.pk, target_type="user"
    )
    for event in events.iterator():
        yield from _texts(event.metadata)
        for name, change in event.metadata.get("changes", {}).items():
            for text in (change.get("before"), change.get("after")):
                yield from _texts({name: text})


def _texts(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in _FIELDS:
        if isinstance(text := values.get(name), str):
            yield name, text
