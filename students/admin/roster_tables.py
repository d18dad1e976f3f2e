"""The report of a roster's check, as tables for the page of the import."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from students.models import RosterImport

_KINDS = {
    "created": gettext_lazy("New"),
    "updated": gettext_lazy("Changed"),
    "deactivated": gettext_lazy("Deactivated"),
    "reactivated": gettext_lazy("Active again"),
}


@dataclass(frozen=True)
class ReportTable:
    """A table with a title, a sentence above it, and one below where there is more."""

    id: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    intro: str = ""
    more: str = ""


def tables_of(row: RosterImport) -> Iterator[ReportTable]:
    """Yield the tables of an import: what is wrong first, then what changes, then what was read."""
    report = row.report
    if report.get("bad_rows") or report.get("errors"):
        yield _bad_rows(report)
    if report.get("changes") or report.get("lines"):
        yield _changes(report)
    for number, understood in enumerate(report.get("understood", ()), 1):
        yield _understood(number, understood)


def _bad_rows(report: dict[str, Any]) -> ReportTable:
    rows = [[one["file"], str(one["line"]), one["message"]] for one in report.get("bad_rows", ())]
    # Release 1.0 wrote whole lines.
    rows += [["", "", line] for line in report.get("errors", ())]
    more = report.get("more_bad_rows") or report.get("more_errors")
    columns = (_("File"), _("Line"), _("What is wrong"))
    return ReportTable("bad-rows", _("Bad rows"), columns, rows, more=_and_more(more))


def _changes(report: dict[str, Any]) -> ReportTable:
    rows = [
        [_KINDS.get(one["kind"], one["kind"]), one["email"], one["text"]]
        for one in report.get("changes", ())
    ]
    rows += [["", "", line] for line in report.get("lines", ())]
    more = report.get("more_changes") or report.get("more_lines")
    columns = (_("What"), _("Who"), _("In full"))
    return ReportTable("changes", _("Changes"), columns, rows, more=_and_more(more))


def _understood(number: int, understood: dict[str, Any]) -> ReportTable:
    parted = understood.get("parted_by")
    intro = f"{understood['format']}, {understood['encoding']}"
    intro += _(", parted by %(mark)s") % {"mark": parted} if parted else ""
    intro += "."
    if ignored := understood.get("ignored"):
        intro += " " + _("Columns left aside: %(names)s.") % {"names": ", ".join(ignored)}
    return ReportTable(
        f"understood-{number}", understood["file"], understood["used"], understood["rows"], intro
    )


def _and_more(number: int | None) -> str:
    return _("… and %(number)s more") % {"number": f"{number:,}"} if number else ""
