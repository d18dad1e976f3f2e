"""Workbooks of one sheet, whose rows the database makes (contract §8).

openpyxl makes all that is around the rows: the package, the styles, the header. Fifty thousand
rows would keep it busy for seconds. PostgreSQL writes them as XML in a moment, by its functions
``sheet_cell``, and they go to the sheet as they come.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BufferedWriter, BytesIO
from pathlib import Path
from typing import IO, Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

_SHEET = "xl/worksheets/sheet1.xml"
_END_OF_ROWS = b"</sheetData>"

# Rows repeat themselves: the quickest way to press them takes a third of the usual one's time, and
# leaves files a fifth larger.
_QUICKLY = 1
_CHUNK_BYTES = 64 * 1024
# In characters of a usual letter; a column is at least as wide as its title.
_WIDTH = 18


def row_query(query: str, columns: int) -> str:
    """Return a query for the rows of a query, each as one text: XML for a sheet, on one line."""
    names = [f"c{number}" for number in range(columns)]
    cells = " || ".join(f"sheet_cell({name})" for name in names)
    listed = ", ".join(names)
    return f"SELECT '<row>' || {cells} || '</row>' FROM ({query}) AS line ({listed})"  # noqa: S608


def write_book(file: IO[bytes], header: Sequence[str], rows: Iterable[Any]) -> None:
    """Write a workbook with these titles, and below them ``rows`` of a ``row_query``."""
    frame = ZipFile(_frame(header))
    before, end, after = frame.read(_SHEET).partition(_END_OF_ROWS)
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_QUICKLY) as book:
        for part in frame.namelist():
            if part != _SHEET:
                book.writestr(part, frame.read(part))
        with book.open(_SHEET, "w", force_zip64=True) as entry:
            sheet = BufferedWriter(cast("Any", entry), _CHUNK_BYTES)
            sheet.write(before)
            for row in rows:
                sheet.write(row)
            sheet.write(end + after)
            sheet.flush()


def _frame(header: Sequence[str]) -> BytesIO:
    """Return a workbook that has its titles, which stay in sight, and no row below them."""
    book = Workbook(write_only=True)  # else it would say how many rows it has
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    titles = []
    for number, title in enumerate(header, start=1):
        width = max(_WIDTH, len(title) + 2)
        sheet.column_dimensions[get_column_letter(number)].width = width
        titles.append(WriteOnlyCell(sheet, title))
        titles[-1].font = Font(bold=True)
    content = BytesIO()
    with ZipFile(content, "w") as archive, _without_rest(sheet):
        sheet.append(titles)
        ExcelWriter(book, archive).write_data()
    return content


@contextmanager
def _without_rest(sheet: Any) -> Iterator[None]:
    """Remove the temporary file of a sheet, also when the sheet is given up.

    openpyxl gathers each sheet in a file of its own, which it would keep until the process ends.
    """
    try:
        yield
    finally:
        writer = sheet._writer  # noqa: SLF001 - nothing else knows the file
        if writer is not None and Path(writer.out).exists():
            for close in (sheet.close, writer.close):
                with suppress(Exception):
                    close()
            writer.cleanup()
