"""The tenant's programmes by the names that rosters use."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from django.utils.translation import gettext as _

from config.errors import RuleViolation
from programmes.models import Programme
from students.services.roster.formats.rows import BadRow, Enrolments, ProgrammeLabel, shortened

type Programmes = frozenset[str]
"""Ids of programmes."""

# The most readings of one label that are tried.
_ENOUGH = 50


class Catalogue:
    """The tenant's programmes for the names in a roster; it counts the ``unknown_codes``."""

    def __init__(self, programmes: Iterable[Programme]) -> None:
        self._by_id = {programme.pk: programme for programme in programmes}
        self._by_code = {programme.code: programme for programme in self._by_id.values()}
        self._by_name: dict[str, list[Programme]] = {}
        for programme in self._by_id.values():
            self._by_name.setdefault(programme.name.strip(), []).append(programme)
        self._read: dict[str, Programmes] = {}
        self._same: dict[Programmes, Programmes] = {}
        self.unknown_codes: Counter[str] = Counter()

    def require(self, code: str) -> Programme:
        """Return the active programme with this code, or raise RuleViolation."""
        programme = self._by_code.get(code)
        if programme is None:
            raise RuleViolation(_("There is no programme %(code)s.") % {"code": code})
        if not programme.is_active:
            raise RuleViolation(
                _("The programme %(code)s is not active any more.") % {"code": code}
            )
        return programme

    @property
    def codes(self) -> dict[str, str]:
        """The codes by the programmes' ids."""
        return {pk: programme.code for pk, programme in self._by_id.items()}

    def after(
        self,
        wish: ProgrammeLabel | Enrolments | None,
        before: Programmes,
        also: Programmes = frozenset(),
    ) -> Programmes:
        """Return the memberships that a row requires, with ``also`` added, or raise BadRow.

        A programme that is not active any more keeps its members, and takes no new ones (§5).
        """
        after = self._wished(wish, before) | also
        for programme in after - before:
            if not self._by_id[programme].is_active:
                code = self._by_id[programme].code
                raise BadRow(f"The programme {code} is not active any more.")
        # All students together have few different sets.
        return self._same.setdefault(after, after)

    def _wished(self, wish: ProgrammeLabel | Enrolments | None, before: Programmes) -> Programmes:
        if wish is None:
            return before
        if isinstance(wish, Enrolments):
            return before - self._known(wish.left) | self._known(wish.joined)
        if wish.text == self._label(before):  # however many readings it has
            return before
        if wish.text not in self._read:
            self._read[wish.text] = self._reading(wish.text)
        return self._read[wish.text]

    def _known(self, codes: Iterable[str]) -> Programmes:
        self.unknown_codes.update(code for code in codes if code not in self._by_code)
        return frozenset(self._by_code[code].pk for code in codes if code in self._by_code)

    def _label(self, programmes: Programmes) -> str:
        ordered = sorted((self._by_id[pk] for pk in programmes), key=lambda one: one.code)
        return ", ".join(programme.name for programme in ordered).strip()

    def _reading(self, label: str) -> Programmes:
        readings = set(islice(self._readings(label.split(", "), ()), _ENOUGH)) if label else {()}
        meanings = {frozenset(reading) for reading in readings}
        if not meanings:
            raise BadRow(f"{shortened(label)} names no programmes of this university.")
        if len(meanings) > 1:
            codes = self.codes
            ways = sorted(" and ".join(sorted(codes[pk] for pk in one)) for one in meanings)
            raise BadRow(f"{shortened(label)} may mean {' or '.join(ways[:3])}.")
        return meanings.pop()

    def _readings(self, words: list[str], found: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the possible lists of names in the words: a name itself may contain ", "."""
        if not words:
            yield found
        for length in range(1, len(words) + 1):
            for programme in self._by_name.get(", ".join(words[:length]), ()):
                if programme.pk not in found:
                    yield from self._readings(words[length:], (*found, programme.pk))
