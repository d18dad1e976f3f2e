"""Files that may be anything."""

from hashlib import sha256

import pytest

from config.errors import RuleViolation
from students.services.roster.formats import csv_files as files
from students.services.roster.formats.detection import NamedFile, open_roster
from students.services.roster.formats.rows import FullName
from tests.students.test_roster.rosters import EXPORT_HEADER, named, roster

LINE = "Zoë Müller,zoe@uni.example,,active,0,\r\n"


def names(content: bytes) -> list[str]:
    return [row.name for row in roster(content).read()]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ((EXPORT_HEADER + LINE).encode("utf-8"), "UTF-8"),
        ((EXPORT_HEADER + LINE).encode("utf-8-sig"), "UTF-8 with BOM"),
        ((EXPORT_HEADER + LINE).encode("utf-16"), "UTF-16"),
        ((EXPORT_HEADER + LINE).encode("utf-32"), "UTF-32"),
    ],
)
def test_encoding_is_found_out_and_said(content, encoding):
    file = roster(content)
    assert [row.name for row in file.read()] == [FullName("Zoë Müller")]
    (table,) = file.tables
    assert table.file.encoding_name == encoding
    assert table.description == f"users.csv: our students export, {encoding}"
    assert (table.file.sha256, table.file.size) == (sha256(content).hexdigest(), len(content))


def test_encoding_shows_at_the_last_letter_too():
    plain = "Ada Obi,ada@uni.example,,active,0,\r\n" * 20_000
    content = (EXPORT_HEADER + plain + LINE).encode("cp1252")
    with pytest.raises(RuleViolation, match=r"line 20002 is not UTF-8"):
        roster(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04\x14\x00\x06\x00", "is a spreadsheet or a ZIP file"),
        (EXPORT_HEADER.encode() + b"A\0B,a@b.example,,active,,\r\n", "line 2 has a NUL byte"),
        (b"\0" * 100, "line 1 has a NUL byte"),
        # One letter of UTF-8, and one cut in half: Windows-1252 would make "ZoÃ«" of the first.
        (
            (EXPORT_HEADER + LINE).encode() + b"J\xc3,j@b.example,,active,,\r\n",
            "line 3 is damaged: the file is UTF-8, but not all of it",
        ),
        (
            EXPORT_HEADER.encode("utf-8-sig") + LINE.encode("cp1252"),
            "line 2 is damaged: the file is UTF-8, but not all of it",
        ),
        (
            EXPORT_HEADER.encode() + b"J\x81\xe9,j@b.example,,active,,\r\n",
            "line 2 is not UTF-8, and no other encoding was named",
        ),
        (b"x" * (2 << 20), "line 1 is longer than 1 MiB"),
    ],
)
def test_files_that_are_no_csv_are_refused(content, message):
    with pytest.raises(RuleViolation, match=message):
        roster(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('A B,a@b.example,"MPH,active,0,\r\nB C,b@b.example,,active,0,\r\n', "line 3 opens a quo"),
        ('A B,a@b.example,"MPH" x,active,0,\r\n', "line 3 has a quotation mark in the wrong place"),
        (f'A B,a@b.example,"{"x\n" * 70_000}",active,0,\r\n', "cell beyond all measure"),
    ],
)
def test_records_without_a_clear_end_stop_the_reading(content, message):
    file = roster(EXPORT_HEADER + LINE + content)
    lines = file.read()
    assert next(lines).name == FullName("Zoë Müller")
    with pytest.raises(RuleViolation, match=message):
        list(lines)


def test_two_gigabytes_are_refused_without_reading_them(tmp_path):
    path = tmp_path / "users.csv"
    with path.open("wb") as file:
        file.truncate(2 << 30)
    with path.open("rb") as file:
        with pytest.raises(RuleViolation, match=r"users\.csv is larger than 256 MiB"):
            open_roster(NamedFile(file, path.name))
        assert file.tell() == 2 << 30  # at its end, which was looked for


def test_too_many_lines_are_refused(monkeypatch):
    monkeypatch.setattr(files, "MAX_LINES", 3)
    assert len(list(roster(EXPORT_HEADER + LINE * 2).read())) == 2
    for many in (LINE * 3, LINE + "\n\n", LINE + ",,,,\n,,,,\n"):
        with pytest.raises(RuleViolation, match="has more than 3 lines"):
            roster(EXPORT_HEADER + many)


def test_file_that_changes_under_the_reading_is_refused():
    file = named(EXPORT_HEADER + LINE)
    opened = open_roster(file)
    file.file.seek(0)
    file.file.write((EXPORT_HEADER + "Zoé").encode())
    with pytest.raises(RuleViolation, match="was changed while it was read"):
        list(opened.read())
