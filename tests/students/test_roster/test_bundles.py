"""ZIP files: bundles of Canvas and OneRoster, and those that are damaged or made to do harm."""

import stat
import struct
import tracemalloc
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile, ZipInfo

import pytest

from config.errors import RuleViolation
from students.services.roster.formats import archives
from students.services.roster.formats.detection import Roster, open_roster
from students.services.roster.formats.rows import EnrolmentStatus, NotAStudent, RosterRow
from tests.factories import FacultyFactory, StudentFactory
from tests.students.test_roster.packages import packed
from tests.students.test_roster.rosters import (
    CANVAS,
    ENROLLMENTS,
    ONEROSTER,
    ROLES,
    named,
    people,
    run,
)

MANIFEST = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n"
USERS = "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,email\n"
CHANGED = "2026-11-01T09:00:00.000Z"


def bundle(files: dict[str, str | bytes], **options) -> Roster:
    return open_roster(named(packed(files, **options), "roster.zip"))


def manifest(**modes: str) -> str:
    return MANIFEST + "".join(f"file.{file},{mode}\n" for file, mode in modes.items())


def test_a_bundle_is_what_its_files_are():
    apart = open_roster(named(CANVAS), enrolments=named(ENROLLMENTS, "enrollments.csv"))
    together = bundle({"users.csv": CANVAS, "enrollments.csv": ENROLLMENTS})

    assert list(together.read()) == list(apart.read())
    assert list(together.read()) == list(together.read())
    assert together.sha256 == apart.sha256


def test_files_are_told_by_their_headers():
    files = {
        "out/2026/leute.csv": CANVAS,
        "out/2026/kurse.txt": ENROLLMENTS,
        "__MACOSX/._leute.csv": b"\0\0",
        ".DS_Store": b"\0",
        "out/terms.csv": "term_id,name,status\n1,Autumn,active\n",
        "readme.pdf": b"%PDF-1.7",
    }

    roster = bundle(files)

    assert [table.file.name for table in roster.tables] == [
        "roster.zip/out/2026/leute.csv",
        "roster.zip/out/2026/kurse.txt",
    ]
    assert roster.notes == ("Not read: out/terms.csv, readme.pdf.",)


def test_encodings_in_a_bundle_are_proven_and_may_be_named():
    files = {"users.csv": CANVAS.encode("cp1252"), "enrollments.csv": ENROLLMENTS}

    with pytest.raises(RuleViolation, match=r"roster\.zip/users\.csv, line 3 is not UTF-8"):
        bundle(files)
    roster = open_roster(named(packed(files), "roster.zip", "cp1252"))
    assert next(line for line in roster.read() if line.line == 3).name.last == "Åkesson"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"notes.txt": "Hello"}, "has no file of people in it: notes.txt"),
        ({}, "has no file of people in it: it is empty"),
        (
            {"a/users.csv": CANVAS, "b/users.csv": CANVAS},
            r"more than one file of people in it \(a/users.csv, b/users.csv\); leave one",
        ),
        (
            {"users.csv": CANVAS, "1.csv": ENROLLMENTS, "2.csv": ENROLLMENTS},
            r"more than one Canvas SIS enrollments.csv in it \(1.csv, 2.csv\)",
        ),
        (
            {"users.csv": CANVAS, "more.zip": packed({"users.csv": CANVAS})},
            r"has a ZIP file or a workbook in it \('more.zip'\): take it out",
        ),
        (
            {"users.csv": CANVAS, "enrollments.csv": packed({"a": "b"})},
            r"has a ZIP file or a workbook in it \('enrollments.csv'\)",
        ),
        ({"users.csv": CANVAS, "../../etc/users.csv": "x"}, "a path that leads outside"),
        ({"/users.csv": CANVAS}, "a path that leads outside"),
        ({"C:\\users.csv": CANVAS}, "a path that leads outside"),
        ({"a\\..\\..\\users.csv": CANVAS}, "a path that leads outside"),
        ({"users.csv": CANVAS, "USERS.csv": CANVAS}, "'users.csv' in it more than once"),
        ({f"{n}.csv": "x" for n in range(600)}, "has more than 500 files in it"),
        ({f"{n}.csv": "x" for n in range(3_000)}, "has more than 500 files in it"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "has no file of people"),
    ],
)
def test_bundles_of_another_kind_are_refused(files, message):
    with pytest.raises(RuleViolation, match=message):
        bundle(files)


@pytest.mark.parametrize("compression", [ZIP_BZIP2, ZIP_LZMA])
def test_only_the_usual_packing_is_read(compression):
    with pytest.raises(RuleViolation, match="is packed in an uncommon way"):
        bundle({"users.csv": CANVAS}, compression=compression)


def test_a_link_is_refused():
    info = ZipInfo("users.csv")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr(info, "/etc/passwd")

    with pytest.raises(RuleViolation, match="which is a link and no file"):
        open_roster(named(content.getvalue(), "roster.zip"))


def test_a_password_is_refused():
    content = bytearray(packed({"users.csv": CANVAS}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1

    with pytest.raises(RuleViolation, match="is protected by a password"):
        open_roster(named(bytes(content), "roster.zip"))


@pytest.mark.parametrize("length", [4, 30, 100, -30, -1])
def test_a_file_that_is_cut_off_is_refused(length):
    with pytest.raises(RuleViolation, match="is a spreadsheet or a ZIP file, and damaged"):
        open_roster(named(packed({"users.csv": CANVAS})[:length], "roster.zip"))


def test_a_file_with_a_wrong_byte_is_refused():
    content = bytearray(packed({"users.csv": CANVAS * 50}))
    content[120] ^= 0xFF

    with pytest.raises(RuleViolation, match=r"is damaged|has no file of people"):
        list(open_roster(named(bytes(content), "roster.zip")).read())


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = packed({"users.csv": CANVAS.encode() + bytes(40 << 20)})

    tracemalloc.start()
    try:
        with pytest.raises(RuleViolation, match="to more than 200 times its size"):
            open_roster(named(bomb, "roster.zip"))
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


def test_a_file_that_lies_about_its_size_yields_no_more_than_it_says():
    content = bytearray(packed({"users.csv": CANVAS.encode() + bytes(40 << 20)}))
    claimed = struct.pack("<L", 4_000)
    content[22:26] = claimed
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = claimed

    tracemalloc.start()
    try:
        with pytest.raises(RuleViolation):
            list(open_roster(named(bytes(content), "roster.zip")).read())
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


def test_all_of_a_bundle_together_is_bounded(monkeypatch):
    monkeypatch.setattr(archives, "MAX_TOTAL", 1_000)
    with pytest.raises(RuleViolation, match="is larger than 0 MiB when it is unpacked"):
        bundle({"users.csv": CANVAS, "enrollments.csv": ENROLLMENTS * 5})


def test_a_list_that_claims_to_be_endless_is_not_read():
    content = packed({"users.csv": CANVAS})
    end = content.rindex(b"PK\x05\x06")
    claimed = content[: end + 12] + struct.pack("<L", 1 << 31) + content[end + 16 :]
    locator = content[:end] + b"PK\x06\x07" + bytes(16) + content[end:]

    for harmful in (claimed, locator):
        with pytest.raises(RuleViolation, match="more than 500 files in it, or is larger than 4"):
            open_roster(named(harmful, "roster.zip"))


@pytest.mark.drill
def test_a_large_bundle_is_read_in_little_memory():
    lines = (f"{n},s{n}@uni.example,Ada {n},Obi,active\n" for n in range(20_000))
    users = "user_id,login_id,first_name,last_name,status\n" + "".join(lines)
    file = named(packed({"users.csv": users}), "roster.zip")
    del users

    tracemalloc.start()
    try:
        count = sum(isinstance(line, RosterRow) for line in open_roster(file).read())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert count == 20_000
    # Two hashes a person, to know who stands there twice; the buffers take a megabyte.
    assert peak < 8 << 20


# OneRoster's manifest


def test_a_manifest_is_no_remark():
    roster = bundle(
        {
            "manifest.csv": manifest(users="bulk", roles="bulk", classes="bulk", orgs="absent"),
            "users.csv": ONEROSTER,
            "roles.csv": ROLES,
            "classes.csv": "sourcedId,title\nc,C\n",
            "academicSessions.csv": "sourcedId,title\nt,T\n",
        }
    )

    assert sum(isinstance(line, RosterRow) for line in roster.read()) == 4
    assert roster.notes == ("Not read: classes.csv, academicSessions.csv.",)


@pytest.mark.parametrize(
    ("modes", "message"),
    [
        ({"users": "absent"}, "its manifest, which says that users.csv is absent, but it is there"),
        ({"roles": "bulk"}, "its manifest, which says that roles.csv is there, but it is not"),
        ({"users": "full"}, "line 4 says 'full' of users.csv, which is neither bulk, delta nor"),
    ],
)
def test_a_bundle_agrees_with_its_manifest(modes, message):
    with pytest.raises(RuleViolation, match=message):
        bundle({"manifest.csv": manifest(**modes), "users.csv": ONEROSTER})


def test_a_delta_says_nothing_of_roles_that_have_not_changed():
    users = USERS + "".join(
        f"u{n},{status},{CHANGED},true,{name},{name},Obi,{name}@uni.example\n"
        for n, (name, status) in enumerate(
            [("ada", "active"), ("ben", "active"), ("chi", "active"), ("dayo", "tobedeleted")]
        )
    )
    roles = (
        "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate\n"
        f"r1,active,{CHANGED},u1,primary,student,,\n"
        f"r2,tobedeleted,{CHANGED},u2,primary,student,,\n"
        f"r8,active,{CHANGED},elsewhere,primary,student,,\n"
        f"r9,active,{CHANGED},elsewhere,primary,student,,\n"
    )
    roster = bundle(
        {
            "manifest.csv": manifest(users="delta", roles="delta"),
            "users.csv": users,
            "roles.csv": roles,
        }
    )

    ada, ben, chi, dayo = roster.read()

    assert (ada.only_known, ben.only_known) == (True, False)
    assert chi == NotAStudent(4)
    assert (dayo.status, dayo.sis_id) == (EnrolmentStatus.GONE, "u3")
    assert roster.refusal is None
    assert any("2 of 3 roles" in remark for remark in roster.remarks)
    assert "This is a delta: people who are not in it stay as they are." in roster.notes


def test_a_delta_changes_who_is_known_and_creates_nobody_whose_role_it_does_not_tell(university):
    ada = StudentFactory(tenant=university, email="ada@uni.example", first_name="Old")
    FacultyFactory(tenant=university, email="eve@uni.example")
    users = USERS + "".join(
        f"{name},active,{CHANGED},true,{name},{name.title()},Obi,{name}@uni.example\n"
        for name in ("ada", "eve", "new")
    )
    files = {
        "manifest.csv": manifest(users="delta", roles="delta"),
        "users.csv": users,
        "roles.csv": "userSourcedId,roleType,role\nsomebody,primary,student\n",
    }

    plan = run(university, bundle(files))

    assert (plan.counts["updated"], plan.counts["not_students"]) == (1, 2)
    assert people(university)[ada.email][0] == "Ada"
    with pytest.raises(RuleViolation, match="is a delta: who is not in it is not missing"):
        run(university, bundle(files), deactivate_missing=True)
