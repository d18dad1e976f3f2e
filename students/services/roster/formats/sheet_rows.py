"""The rows of a sheet as openpyxl parses them: a date that there is not spoils its own row alone.

openpyxl raises at the first one, which would be the end of the workbook, and tells nothing of rows
that are hidden: so its parser is asked directly.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet._reader import VALUE_TAG, WorkSheetParser

from students.services.roster.formats.number_formats import NotFollowed, shown_number, shown_text

IS_DATE = "is a date to Excel"
_NO_DATE = "is a date that there is not"
_NOT_FOLLOWED = "is a number that its format shows as something else"
_TOO_LONG = "is a number beyond the 15 digits that Excel keeps"

# Excel keeps 15 digits of a number; beyond that it writes zeros.
_EXACT = 10**15
_BAD_DATE = "no date"
_FIRST_YEAR = 1900
# Formats of dates that have a number and no text, since each East Asian Excel writes them its way.
_LOCAL_DATES = frozenset((*range(27, 37), *range(50, 59)))


class SheetCell(NamedTuple):
    """A cell as Excel shows it, why it should not be taken, and whether it is a bare number."""

    text: str = ""
    fault: str | None = None
    is_number: bool = False


class Row(NamedTuple):
    """A row of a sheet, up to its last cell."""

    line: int
    cells: list[SheetCell]
    is_hidden: bool


_EMPTY = SheetCell()


class _Parser(WorkSheetParser):
    """openpyxl's own, which lets dates pass that there are not."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        try:
            cell = super().parse_cell(element)
        except ValueError:
            if element.get("t") != "d":
                raise
            text = element.findtext(VALUE_TAG)
            cell = {"value": text, "data_type": _BAD_DATE, "style_id": 0}
            return cell | {"row": self.row_counter, "column": self.col_counter}
        if cell["data_type"] == "e" and element.get("t", "n") == "n":
            cell["data_type"] = _BAD_DATE
        return cell


def rows_of(sheet: Any) -> Iterator[Row]:
    """Yield the rows of a sheet that its file has, empty ones too."""
    book = sheet.parent
    local = {n for n, style in enumerate(book._cell_styles) if style.numFmtId in _LOCAL_DATES}  # noqa: SLF001
    with sheet._get_source() as source:  # noqa: SLF001 - no other way to its rows
        parser = _Parser(
            source,
            sheet._shared_strings,  # noqa: SLF001
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats | local,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        for line, found in parser.parse():
            cells = [_EMPTY] * max((cell["column"] for cell in found), default=0)
            for cell in found:
                cells[cell["column"] - 1] = _shown(ReadOnlyCell(sheet, **cell))
            # Kept for each row, however many there are.
            how = parser.row_dimensions.pop(str(line), {})
            yield Row(line, cells, how.get("hidden") in {"1", "true"})


def _shown(cell: ReadOnlyCell) -> SheetCell:
    value = cell.value
    if value is None:
        return _EMPTY
    if cell.data_type == _BAD_DATE:
        return SheetCell(str(value), _NO_DATE)
    if isinstance(value, str):
        if cell.data_type == "e":
            return SheetCell(value, f"is the error {value}")
        return _text(value, cell)
    if isinstance(value, bool):
        return SheetCell(str(value).casefold())
    if isinstance(value, date | time | timedelta):
        return _date(value)
    if isinstance(value, int | float):
        return _number(value, cell)
    return SheetCell(str(value), IS_DATE)


def _date(value: date | time | timedelta) -> SheetCell:
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        return SheetCell(str(value), _NO_DATE)
    day = value.date() if isinstance(value, datetime) else value
    return SheetCell(day.isoformat() if isinstance(day, date) else str(day), IS_DATE)


def _text(value: str, cell: ReadOnlyCell) -> SheetCell:
    try:
        return SheetCell(shown_text(value, _format_of(cell)))
    except NotFollowed:
        return SheetCell(value)


def _number(value: float, cell: ReadOnlyCell) -> SheetCell:
    if value != int(value):
        return SheetCell(str(value), is_number=True)
    whole = int(value)
    if abs(whole) >= _EXACT:
        return SheetCell(str(whole), _TOO_LONG)
    try:
        text = shown_number(whole, _format_of(cell))
    except NotFollowed:
        return SheetCell(str(whole), _NOT_FOLLOWED)
    return SheetCell(text, is_number=text == str(whole))


def _format_of(cell: ReadOnlyCell) -> str:
    try:
        return cell.number_format
    except IndexError:
        return "General"  # a style that the workbook has not
