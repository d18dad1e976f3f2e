"""Records as lines of CSV or NDJSON, and files of any number of them (contract §18)."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import StringIO
from typing import Any

import orjson

from config.exports import BYTE_ORDER_MARK, Writer
from config.formulas import guarded
from config.timestamps import format_timestamp

type Record = Mapping[str, Any]

MEDIA_TYPES = {"csv": "text/csv", "ndjson": "application/x-ndjson"}


def json_text(value: Any) -> bytes:
    """Return a record as JSON, its timestamps as the API writes them."""
    return orjson.dumps(value, default=_plain, option=orjson.OPT_PASSTHROUGH_DATETIME)


def csv_line(cells: Iterable[Any]) -> bytes:
    """Return a line of a CSV file: no cell is a formula, and lists are written as JSON."""
    line = StringIO()
    csv.writer(line).writerow(map(_cell, cells))
    return line.getvalue().encode()


def writer_of_lines(kind: str, header: Sequence[str], records: Iterable[Record]) -> Writer:
    """Return what writes records as a ``csv`` or ``ndjson`` file."""
    lines = _csv(header, records) if kind == "csv" else _ndjson(records)
    return lambda file: file.writelines(lines)


def _csv(header: Sequence[str], records: Iterable[Record]) -> Iterator[bytes]:
    yield BYTE_ORDER_MARK + csv_line(header)
    for record in records:
        yield csv_line(record[name] for name in header)


def _ndjson(records: Iterable[Record]) -> Iterator[bytes]:
    for record in records:
        yield json_text(record) + b"\n"


def _plain(value: Any) -> Any:
    """Return a value of a kind that JSON lacks as one that it has."""
    if isinstance(value, datetime):
        return format_timestamp(value)
    return float(value) if isinstance(value, Decimal) else str(value)


def _cell(value: Any) -> Any:
    if isinstance(value, datetime):
        return format_timestamp(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return guarded(json_text(value).decode())
    return guarded(value) if isinstance(value, str) else value
