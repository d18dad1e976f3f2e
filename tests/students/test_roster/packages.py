"""ZIP files and workbooks for the tests, made in memory."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from students.services.roster.formats.detection import Roster, open_roster
from tests.students.test_roster.rosters import named

HEADER = ["user_id", "login_id", "first_name", "last_name", "email", "status", "notes"]
ADA = ["0007", "ada", "Adaeze", "Nwosu", "adaeze@uni.example", "active", None]
EXPORT = ["Student Name", "Email", "Programme", "Status"]
KINDS = "[Content_Types].xml"
SHEET = "xl/worksheets/sheet1.xml"


def workbook(rows: list[list[Any]], change: Callable[[Worksheet], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def rewritten(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook of which one part is another."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return packed({**parts, part: change(parts.get(part, b""))})


def opened(content: bytes, **beside) -> Roster:
    return open_roster(named(content, "roster.xlsx"), **beside)


def read(*rows: list[Any]) -> list:
    return list(opened(workbook([HEADER, *rows])).read())


def packed(files: dict[str, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", compression) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def also(part: str) -> Callable[[bytes], bytes]:
    """Return a change of the list of parts: it says of one that it holds the shared texts."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    more = f'<Override PartName="/xl/{part}.xml" ContentType="{kind}"/></Types>'
    return lambda old: old.replace(b"</Types>", more.encode())


def with_shared_texts(count: int) -> bytes:
    """Return a workbook as Excel writes it: texts stand in a part of their own, each once."""
    texts = [*EXPORT, "Ada Obi", "ada@uni.example", "", "active"]
    strings = "".join(f"<si><t>{text}</t></si>" for text in texts) + "<si/>" * count
    cells = ["".join(f'<c t="s"><v>{n}</v></c>' for n in range(k, k + 4)) for k in (0, 4)]
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rows = "".join(f"<row>{row}</row>" for row in cells)
    content = workbook([EXPORT])
    content = rewritten(content, KINDS, also("sharedStrings"))
    content = rewritten(
        content, "xl/sharedStrings.xml", lambda _: f"<sst {space}>{strings}</sst>".encode()
    )
    return rewritten(
        content,
        SHEET,
        lambda _: f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>".encode(),
    )
