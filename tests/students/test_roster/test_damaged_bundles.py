"""ZIP files that are damaged between their list and their members, or named in a wrong encoding."""

from collections.abc import Callable
from struct import pack_into

import pytest

from config.errors import RuleViolation
from students.services.roster.formats.detection import open_pair, open_roster
from tests.students.test_roster.packages import packed
from tests.students.test_roster.rosters import CANVAS, named

LOCAL_FLAGS, LOCAL_NAME = 7, 30
LISTED_FLAGS, LISTED_PLACE = 8, 42


def other_name(content: bytearray, _entry: int) -> None:
    content[LOCAL_NAME] ^= 1


def name_that_is_no_utf8(content: bytearray, _entry: int) -> None:
    content[LOCAL_FLAGS] |= 8
    content[LOCAL_NAME] = 0xFF


def patched_data(content: bytearray, entry: int) -> None:
    content[entry + LISTED_FLAGS] |= 0x20


def strong_encryption(content: bytearray, entry: int) -> None:
    content[entry + LISTED_FLAGS] |= 0x40


def place_beyond_the_end(content: bytearray, entry: int) -> None:
    pack_into("<L", content, entry + LISTED_PLACE, 1_000_000)


def place_within_the_member(content: bytearray, entry: int) -> None:
    pack_into("<L", content, entry + LISTED_PLACE, 7)


def list_further_back(content: bytearray, _entry: int) -> None:
    # The end says that its list begins later than it does: members seem to lie before the file.
    pack_into("<L", content, content.rfind(b"PK\5\6") + 16, 0x00FF_FFFF)


@pytest.mark.parametrize(
    "damage",
    [
        other_name,
        name_that_is_no_utf8,
        patched_data,
        strong_encryption,
        place_beyond_the_end,
        place_within_the_member,
        list_further_back,
    ],
)
def test_a_member_that_cannot_be_opened_is_refused_with_a_sentence(
    damage: Callable[[bytearray, int], None],
):
    content = bytearray(packed({"users.csv": CANVAS}))
    damage(content, content.find(b"PK\1\2"))

    with pytest.raises(RuleViolation, match="damaged; make it anew"):
        open_pair(named(bytes(content), "roster.zip"), None)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_an_encoding_that_does_not_fit_a_bundle_is_refused_with_a_sentence(encoding):
    with pytest.raises(RuleViolation, match=r"has no file of people in it: users\.csv"):
        open_roster(named(packed({"users.csv": CANVAS}), "roster.zip", encoding))
