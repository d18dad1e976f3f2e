"""Files that people open in a spreadsheet: CSV and XLSX, in constant memory (contract §8).

An export is a query whose columns the database writes as finished cells, by its functions
``text_cell`` and ``instant_cell``. Nothing of it is held in memory: a file is written to the disk,
as a whole and before anybody gets a byte of it, so that one that was cut off is never taken for
whole.
"""

import csv
import logging
from collections.abc import Buffer, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import StringIO
from tempfile import TemporaryFile
from typing import IO, Any, ClassVar, Protocol, Self

from django.db import models
from django.db.models import Func, QuerySet
from django.http import FileResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from lxml.etree import SerialisationError

from config import workbooks
from config.context import unhurried
from config.db import reads
from config.errors import RuleViolation, Sentence, Unavailable

logger = logging.getLogger(__name__)

MAX_ROWS = 50_000

MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# The bytes of a chunk that is written, and sent.
_CHUNK_BYTES = 64 * 1024

# Lines of one cell. No XML holds these two signs, so that nothing in it is quoted.
_AS_THEY_ARE = r"FORMAT csv, DELIMITER E'\x02', QUOTE E'\x01'"

# Excel takes a CSV for UTF-8 only when it begins with this.
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_NO_ROOM = gettext_lazy(
    "There is no room for the file at the moment. Try again later, or narrow the filters."
)


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
        return cls(*queryset.query.get_compiler(connection=reads.connection()).as_sql())


def asked_kind(text: str | None) -> str:
    """Return the kind of file that an address of the admin names, CSV where it names none."""
    return text if text in MEDIA_TYPES else "csv"


def require_exportable(total: int) -> None:
    """Raise RuleViolation when there are more rows than a file may have."""
    if total > MAX_ROWS:
        raise RuleViolation(
            _("%(total)s rows match, and an export has at most %(most)s. Narrow the filters.")
            % {"total": total, "most": MAX_ROWS},
            {"limit": MAX_ROWS, "total": total},
        )


class ExportableList(Protocol):
    """A list that can become a file: it can be counted, and each row is the cells of a line."""

    export_header: ClassVar[tuple[str, ...]]

    def count(self) -> int: ...

    def export_rows(self) -> Rows: ...


type Writer = Callable[[IO[bytes]], Any]
"""Writes the content of a file."""


def writer_of_list(rows: ExportableList, kind: str) -> Writer:
    """Return what writes a list as a ``csv`` or ``xlsx`` file.

    A CSV is UTF-8 with commas and CRLF, quoted where needed; a workbook has one sheet, in which
    numbers stay numbers.
    """
    write = _write_csv if kind == "csv" else _write_book
    return partial(write, header=rows.export_header, rows=rows.export_rows())


def respond_with_file(file: IO[bytes], filename: str, media_type: str) -> FileResponse:
    """Return an open file as an answer with its length, which closes it.

    Where a connection breaks, everybody in between sees by the length that bytes are missing.
    """
    response = FileResponse(file, content_type=media_type)
    response.block_size = _CHUNK_BYTES
    name_file(response, filename)
    return response


def dated(name: str, kind: str) -> str:
    """Return the name of a file of today, in UTC."""
    return f"{name}_{timezone.now():%Y-%m-%d}.{kind}"


def name_file(response: HttpResponseBase, filename: str) -> None:
    """Have an answer be kept as a file of this name, in plain letters."""
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'


@contextmanager
def closed_on_failure(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """Close a file if this fails: it reaches nobody who would."""
    try:
        yield file
    except BaseException:
        file.close()
        raise


def written_whole[T](
    write: Callable[[IO[bytes]], T], what: str, no_room: Sentence = _NO_ROOM
) -> tuple[IO[bytes], T]:
    """Return an open file that ``write`` has written, and what that returned.

    The file has no name, and is removed when it is closed. Raises Unavailable with the sentence
    ``no_room`` where it could not be written; the log then says so of ``what``.
    """
    try:
        # A file takes its time; whoever else waits for the database does not wait for it.
        with unhurried(), closed_on_failure(TemporaryFile(buffering=_CHUNK_BYTES)) as file:
            result = write(file)
            file.seek(0)
    except (OSError, SerialisationError) as error:
        logger.error("%s could not be written: %s", what, error)  # noqa: TRY400 - a full disk
        raise Unavailable(no_room, retry_after=60) from error
    return file, result


def _write_csv(file: IO[bytes], header: Sequence[str], rows: Rows) -> None:
    line = StringIO()
    csv.writer(line).writerow(header)
    file.write(BYTE_ORDER_MARK + line.getvalue().encode())
    for row in _copied(rows.query, rows.parameters, "FORMAT csv"):
        # It ends with a line feed.
        file.write(memoryview(row)[:-1])
        file.write(b"\r\n")


def _write_book(file: IO[bytes], header: Sequence[str], rows: Rows) -> None:
    query = workbooks.row_query(rows.query, len(header))
    workbooks.write_book(file, header, _copied(query, rows.parameters, _AS_THEY_ARE))


def _copied(query: str, parameters: Any, form: str) -> Iterator[Buffer]:
    """Yield the rows of a query as PostgreSQL copies them, each with its line feed."""
    connection = reads.connection()
    with connection.wrap_database_errors, connection.cursor() as cursor:
        statement = cursor.mogrify(f"COPY ({query}) TO STDOUT ({form})", parameters)
        with cursor.copy(statement) as copy:
            yield from copy
