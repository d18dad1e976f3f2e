"""How the second file of a roster agrees with the first: whose lines are about nobody in it."""

from accounts.validators.campus import is_rounded
from students.services.roster.formats.repeated import Repeated
from students.services.roster.formats.rows import shortened

_EXAMPLES = 3


class Join:
    """The lines of a second file, and those of them whose person is not in the first."""

    def __init__(self, what: str, source: str, people: str, known: Repeated) -> None:
        self._what, self._source, self._people = what, source, people
        self._known, self._ids = known, known.ids
        self.lines = self.strangers = 0
        self._examples: list[str] = []
        self._rounded = self._without_zeros = False
        self.is_partial = False
        self.told = 0  # lines that name somebody, those who were taken out among them

    def note(self, sis_id: str) -> None:
        """Note a line of the second file by its person's id."""
        self.lines += 1
        if hash(sis_id) in self._ids:
            return
        self.strangers += 1
        if len(self._examples) < _EXAMPLES and sis_id not in self._examples:
            self._examples.append(sis_id)
        self._rounded = self._rounded or is_rounded(sis_id)
        self._without_zeros = self._without_zeros or (
            sis_id.isdecimal()
            and (
                self._known.knows(sis_id.lstrip("0"))
                or any(self._known.knows(sis_id.zfill(width)) for width in range(2, 13))
            )
        )

    @property
    def remark(self) -> str | None:
        """A sentence about the strangers, or None."""
        if not self.strangers:
            return None
        some = ", ".join(map(shortened, self._examples))
        return (
            f"{self.strangers:,} of {self.lines:,} {self._what} in {self._source} are of people "
            f"who are not in {self._people} (such as {some})."
        )

    @property
    def refusal(self) -> str | None:
        """The sentence that refuses files which do not belong together, or None."""
        if self.is_partial:
            return None
        if not self.told:
            return (
                f"{self._source} says nothing of anybody: it has no {self._what} with an id in it. "
                "Export both files together."
            )
        certain = self._rounded or self._without_zeros
        if not certain and 2 * self.strangers <= self.lines:
            return None
        if self._rounded:
            why = "A spreadsheet has rounded the ids; make the column text, and export it again."
        elif self._without_zeros:
            why = "The ids have lost their leading zeros in one of the files; export both again."
        else:
            why = "Export both files together, with the same ids in them."
        return f"{self.remark} {why}"
