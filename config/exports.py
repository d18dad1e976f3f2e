"""Files that people open in a spreadsheet: CSV and XLSX, in constant memory (contract §8).

An export is a query whose columns the database writes as finished cells, by its functions
``text_cell`` and ``instant_cell``. Nothing of it is held in memory: a CSV goes from PostgreSQL's
COPY straight to the caller, an XLSX through a temporary file.
"""

import csv
import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, ClassVar, Protocol, Self
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import connection, models, transaction
from django.db.models import Func, QuerySet
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from config.errors import RuleViolation, Unavailable

logger = logging.getLogger(__name__)

MAX_ROWS = 50_000

MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# The least bytes of a chunk that is sent.
_CHUNK_BYTES = 64 * 1024
_CHUNK_ROWS = 2_000

# Excel takes a CSV for UTF-8 only when it begins with this.
_BYTE_ORDER_MARK = "\ufeff"

_NO_ROOM = "There is no room for a workbook at the moment. A CSV file needs none."


class TextCell(Func):
    """Text for a cell: never a formula, whoever chose the first character."""

    function = "text_cell"
    output_field = models.TextField()


class TimestampCell(Func):
    """A moment as the API writes it; blank when there is none."""

    function = "instant_cell"
    output_field = models.TextField()


@dataclass(frozen=True)
class Rows:
    """A query for the cells of an export, row by row."""

    query: str
    parameters: Any

    @classmethod
    def of(cls, queryset: QuerySet) -> Self:
        """Return the rows of a queryset of values."""
        return cls(*queryset.query.get_compiler(connection=connection).as_sql())


def require_exportable(total: int) -> None:
    """Raise RuleViolation when there are more rows than a file may have."""
    if total > MAX_ROWS:
        raise RuleViolation(
            f"{total} rows match, and an export has at most {MAX_ROWS}. Narrow the filters.",
            {"limit": MAX_ROWS, "total": total},
        )


class ExportableList(Protocol):
    """A list that can become a file: it can be counted, and each row is the cells of a line."""

    export_header: ClassVar[tuple[str, ...]]

    def count(self) -> int: ...

    def export_rows(self) -> Rows: ...


def respond_with_list(rows: ExportableList, *, kind: str, name: str) -> HttpResponseBase:
    """Return a list as a file; raises RuleViolation when it is longer than a file may be."""
    require_exportable(rows.count())
    return respond(kind, name, rows.export_header, rows.export_rows())


def respond(kind: str, name: str, header: Sequence[str], rows: Rows) -> HttpResponseBase:
    """Return ``rows`` as a ``csv`` or ``xlsx`` file; its name contains today's date in UTC.

    A CSV is UTF-8 with commas and CRLF, quoted where needed; a workbook has one sheet, in which
    numbers stay numbers.
    """
    if kind == "csv":
        response = StreamingHttpResponse(_csv(header, rows))
    else:
        response = FileResponse(_xlsx(header, rows))
        response.block_size = _CHUNK_BYTES
    response.headers["Content-Type"] = MEDIA_TYPES[kind]
    filename = f"{name}_{timezone.now():%Y-%m-%d}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _csv(header: Sequence[str], rows: Rows) -> Iterator[bytes]:
    line = StringIO()
    csv.writer(line).writerow(header)
    yield (_BYTE_ORDER_MARK + line.getvalue()).encode()
    chunk = bytearray()
    with connection.cursor() as cursor:
        statement = cursor.mogrify(f"COPY ({rows.query}) TO STDOUT (FORMAT csv)", rows.parameters)
        with cursor.copy(statement) as copy:
            # PostgreSQL hands over row by row, each ending with a line feed.
            for row in copy:
                chunk += memoryview(row)[:-1]
                chunk += b"\r\n"
                if len(chunk) >= _CHUNK_BYTES:
                    yield bytes(chunk)
                    chunk.clear()
    if chunk:
        yield bytes(chunk)


def _xlsx(header: Sequence[str], rows: Rows) -> IO[bytes]:
    """Return the workbook as an open file without a name: it is removed when it is closed."""
    try:
        with ExitStack() as undo:
            file = undo.enter_context(TemporaryFile())
            _write_book(file, header, rows)
            file.seek(0)
            undo.pop_all()
    except (OSError, SerialisationError) as error:
        logger.error("A workbook could not be written: %s", error)  # noqa: TRY400 - a full disk
        raise Unavailable(_NO_ROOM, retry_after=60) from error
    return file


def _write_book(file: IO[bytes], header: Sequence[str], rows: Rows) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    # ``book.save`` would leave its archive open when the disk is full.
    with ZipFile(file, "w", ZIP_DEFLATED) as archive, _without_rest(sheet):
        sheet.append(header)
        with transaction.atomic(savepoint=False), connection.chunked_cursor() as cursor:
            cursor.execute(rows.query, rows.parameters)
            while chunk := cursor.fetchmany(_CHUNK_ROWS):
                for row in chunk:
                    sheet.append(row)
        ExcelWriter(book, archive).write_data()


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
