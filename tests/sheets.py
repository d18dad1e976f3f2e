"""Files of lists as tests read them: CSV, and workbooks by the reader that most people have."""

import csv
from io import BytesIO, StringIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape


def sheet(content: bytes, **how: bool) -> list[list[Any]]:
    """Return the cells of a workbook's sheet; openpyxl leaves the standard's escapes to others."""
    rows = load_workbook(BytesIO(content), **how).active.iter_rows(values_only=True)
    return [[unescape(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


def lines_of(answer: Any, kind: str) -> list[list[Any]]:
    """Return the lines of a file, its header among them."""
    content = b"".join(answer.streaming_content)
    if kind == "xlsx":
        return sheet(content)
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
