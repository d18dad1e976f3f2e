"""Lines as programs write them: any delimiter, any quotation, any line end, any encoding."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import RuleViolation
from config.formulas import unguarded
from students.services.roster.formats.csv_files import DELIMITERS
from students.services.roster.formats.encodings import NAMED, known_encoding, label
from students.services.roster.formats.rows import FullName, RosterRow, RowError
from tests.students.test_roster.rosters import export, roster

HEADER = ["Student Name", "Email", "Programme", "Status"]
ROW = "Ada Obi,ada@uni.example,,active"

# What a cell may hold that has a meaning for CSV, and letters beyond ASCII.
LABELS = st.text(alphabet="aé Ł'\"|;,\t王\n\r=", max_size=12)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
ENCODINGS = st.sampled_from(
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("gb18030", "gb18030")]
)


def written(rows: list[list[str]], **style) -> str:
    text = StringIO(newline="")
    csv.writer(text, **style).writerows([HEADER, *rows])
    return text.getvalue()


@given(
    labels=st.lists(LABELS, max_size=5),
    delimiter=st.sampled_from(sorted(DELIMITERS)),
    line_end=LINE_ENDS,
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    encoding=ENCODINGS,
    names_delimiter=st.booleans(),
    empty_lines=st.integers(0, 2),
)
def test_cells_come_back_as_they_were_written(
    labels, delimiter, line_end, quoting, encoding, names_delimiter, empty_lines
):
    rows = [[f"Ada {n}", f"a{n}@uni.example", text, "active"] for n, text in enumerate(labels)]
    text = written(rows, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    text = line_end * empty_lines + text
    if names_delimiter:
        text = f"sep={delimiter}{line_end}{text}"
    codec, named = encoding

    read = list(roster(text.encode(codec), encoding=named).read())

    assert [row.name for row in read] == [FullName(f"Ada {n}") for n in range(len(labels))]
    assert [row.programmes.text for row in read] == [
        unguarded(text.strip()).strip() for text in labels
    ]


@given(surplus=st.integers(0, 5), cut=st.integers(0, 2))
def test_empty_cells_at_the_end_may_be_missing_or_too_many(surplus, cut):
    header = "Student Name,Email,Programme,Status,Notes,Room"
    line = f"{ROW},,"[: len(f"{ROW},,") - cut] + "," * surplus
    (row,) = roster(f"{header}\n{line}\n").read()
    assert isinstance(row, RosterRow)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Ada Obi,ada@uni.example,", "is cut off: it has 3 cells for 4 columns"),
        (f"{ROW},,x", "is too long: it has 6 cells for 4 columns"),
    ],
)
def test_cells_that_are_needed_or_in_the_way_make_a_bad_row(line, reason):
    (row,) = export(line).read()
    assert isinstance(row, RowError)
    assert reason in row.reason


@pytest.mark.parametrize(
    "line", ["sep=;", "SEP=;", '"sep=;"', "sep=;;;;", "sep=^", "sep=\t", "sep=\\t"]
)
def test_the_line_that_names_the_delimiter_is_no_header(line):
    delimiter = "\t" if "t" in line.removeprefix("sep") or "\t" in line else line.strip('"')[4]
    text = "\n".join([",".join(HEADER), ROW]).replace(",", delimiter)
    file = roster(f"{line}\r\n{text}\r\n")
    assert [(row.line, row.email) for row in file.read()] == [(3, "ada@uni.example")]


def test_a_delimiter_that_is_named_is_the_only_one():
    with pytest.raises(RuleViolation, match="header of another kind"):
        roster(f"sep=;\n{','.join(HEADER)}\n{ROW}\n")


@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff\ufeff", "\u200b", "\u00a0"])
def test_marks_before_the_header_are_not_of_its_name(mark):
    (row,) = roster(f"{mark}{','.join(HEADER)}\n{ROW}\n").read()
    assert row.email == "ada@uni.example"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("\r\n ,,\r\n", "is empty: there is nothing in its lines"),
        ("\ufeff", "is empty: there is nothing in its lines"),
        ("\x1a", "is empty: there is nothing in its lines"),
        (
            f"Students of 2026\n\n{','.join(HEADER)}\n{ROW}\n",
            "has something above its header, which seems to be line 3; delete the lines above it",
        ),
        ("sep=;\n\n", "is empty: there is nothing in its lines"),
    ],
)
def test_where_the_header_is_or_is_not_is_said(content, message):
    with pytest.raises(RuleViolation, match=message):
        roster(content)


@pytest.mark.parametrize("end", ["\x1a", "\r\n\x1a", "\r\n\x1a\r\n", "\x1a\x1a\x1a"])
def test_the_end_of_a_file_as_dos_marks_it_is_no_cell(end):
    (row,) = roster(f"{','.join(HEADER)}\r\n{ROW}{end}").read()
    assert (row.email, row.status.value) == ("ada@uni.example", "active")


def test_a_person_may_be_called_anything_between_quotation_marks():
    (row,) = export('"Ada ""Ady"" Obi; the | first",ada@uni.example,,active').read()
    assert row.name == FullName('Ada "Ady" Obi; the | first')


@pytest.mark.parametrize("name", NAMED)
def test_every_encoding_that_is_offered_reads_a_file(name):
    content = f"{','.join(HEADER)}\r\n{ROW}\r\n".encode(name)
    file = roster(content, encoding=known_encoding(name))
    assert [row.email for row in file.read()] == ["ada@uni.example"]
    assert label(known_encoding(name)) in file.tables[0].description


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Windows-1250", "cp1250"),
        (" latin1 ", "iso8859-1"),
        ("UTF8", "utf-8"),
        ("", ""),
        ("cp932",) * 2,
    ],
)
def test_encodings_have_several_names(name, known):
    assert known_encoding(name) == known


@pytest.mark.parametrize(
    "name", ["rot13", "hex", "zlib", "idna", "punycode", "undefined", "unicode_escape", "x\0", "é"]
)
def test_what_is_no_encoding_of_text_is_none(name):
    with pytest.raises(ValueError, match="no encoding that is known here"):
        known_encoding(name)


@pytest.mark.parametrize(
    ("content", "encoding", "message"),
    [
        (
            f"{ROW}\n".encode("utf-8-sig"),
            "cp1252",
            "begins with the mark of UTF-8, and is not Windows-1252",
        ),
        (f"{ROW}\n".encode("utf-16"), "utf-8", "begins with the mark of UTF-16, and is not UTF-8"),
        (b"J\x81,\xe9\n", "cp1252", "is not Windows-1252, or is damaged"),
        ("Zoë,Björn,Łukasz,Jiří,é\n".encode(), "gb18030", "is UTF-8, and not GB18030: leave the"),
        ("Zoë,Björn,Łukasz,Jiří,é\n".encode(), "cp1251", "is UTF-8, and not Windows-1251: leave"),
        ("Ada,é\n".encode("utf-16")[:-1], "", "is not UTF-16, or is damaged"),
        ("Ada,é\n".encode("cp1252"), "utf-8", "line 1 is not UTF-8"),
    ],
)
def test_an_encoding_that_does_not_fit_is_said(content, encoding, message):
    with pytest.raises(RuleViolation, match=message):
        roster(content, encoding=encoding)


def test_three_cells_are_shown_and_no_more():
    rows = [f"Zoë {n},zoe{n}@uni.example,,active" for n in range(9)]
    content = "\n".join([",".join(HEADER), *rows]).encode("cp1252")
    with pytest.raises(RuleViolation) as refused:
        roster(content)
    assert "windows-1252: 'Zoë 0', 'Zoë 1', 'Zoë 2';" in refused.value.message
    assert "Zoë 3" not in refused.value.message


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("windows-1250", "Jiří Dvořák"),
        ("windows-1251", "Иван Щербаков"),
        ("windows-1253", "Ελένη Παππά"),
        ("windows-1254", "Ayşe Güneş"),
        ("windows-1255", "אברהם כהן"),
        ("windows-1256", "محمد علي"),
        ("koi8-r", "Иван Щербаков"),
        ("macintosh", "Zoë Müller"),
        ("cp850", "Zoë Müller"),
        ("shift_jis", "田中由紀"),
        ("gb18030", "王小明"),
        ("big5", "陳大文"),
        ("euc-kr", "김철수"),
        ("tis-620", "สมชาย"),
    ],
)
def test_the_right_encoding_is_among_those_that_are_shown(encoding, name):
    content = f"{','.join(HEADER)}\n{name},a@uni.example,,active\n".encode(encoding)
    with pytest.raises(RuleViolation) as refused:
        roster(content)
    assert f"{name}'" in refused.value.message


def test_ukrainian_is_not_taken_for_damaged_utf8():
    # "Сі" is in Windows-1251 what another letter is in UTF-8.
    content = f"{','.join(HEADER)}\nСірко Ткаченко,s@uni.example,,active\n".encode("cp1251")
    with pytest.raises(RuleViolation, match=r"is not UTF-8, and no other.*windows-1251: 'Сірко Тк"):
        roster(content)


def test_the_bytes_of_the_wrong_cell_are_not_shown():
    content = f"{','.join(HEADER)}\nZoë,zoe@uni.example,,active\n".encode("cp1252")
    with pytest.raises(RuleViolation) as refused:
        roster(content)
    assert "zoe@uni.example" not in refused.value.message
