"""Our own students export (contract §8) as a roster."""

from config.formulas import unguarded
from students.services.roster.formats.layouts import Layout
from students.services.roster.formats.reader import Cells, RosterReader
from students.services.roster.formats.rows import (
    BadRow,
    EnrolmentStatus,
    ProgrammeLabel,
    RosterRow,
    cohort,
    full_name,
    shortened,
    sis_id,
)

LAYOUT = Layout(
    "our students export",
    ("Student Name", "Email", "Programme", "Status"),
    optional=("SIS ID", "Cohort"),
    sis_id="SIS ID",
    aliases={"sis_id": "sis id"},
)

_STATUSES = {"active": EnrolmentStatus.ACTIVE, "inactive": EnrolmentStatus.INACTIVE}


class OwnExport(RosterReader):
    """The students of an export; its figures are derived and therefore not read."""

    merges = False

    def address(self, cells: Cells) -> str:
        return unguarded(cells["email"])

    def sis_id(self, cells: Cells) -> str | None:
        return sis_id(unguarded(cells.get("sis id", "")))

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        status = _STATUSES.get(cells["status"].casefold())
        if status is None:
            raise BadRow(f"The status is {shortened(cells['status'])}, not active or inactive.")
        cell = cells["student name"]
        name = unguarded(cell)
        return RosterRow(
            line,
            email,
            status,
            full_name(name, guarded=name != cell),
            ProgrammeLabel(unguarded(cells["programme"]).strip()),
            sis_id=self.sis_id(cells),
            cohort=cohort(unguarded(cells.get("cohort", ""))),
        )
