"""Lines of newline-delimited JSON, however they come."""

import tracemalloc
from io import BytesIO

import pytest

from config import ndjson
from config.ndjson import numbered_lines


def lines(body: bytes, longest: int = 10) -> list:
    return list(numbered_lines(BytesIO(body).read, longest=longest))


@pytest.fixture(autouse=True, params=[1, 2, 3, 7, 1 << 16])
def chunk(request, monkeypatch) -> None:
    """However the bytes are cut on the way."""
    monkeypatch.setattr(ndjson, "CHUNK", request.param)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", []),
        (b"\n\n \r\n", []),
        (b"a", [(1, b"a")]),
        (b"a\n", [(1, b"a")]),
        (b"a\nb", [(1, b"a"), (2, b"b")]),
        (b"a\r\nb\r\n", [(1, b"a"), (2, b"b")]),
        (b"\na\n\nb\n", [(2, b"a"), (4, b"b")]),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb", [(1, b"a"), (2, b"\xef\xbb\xbfb")]),
        (b"\xef\xbb\xbf\na", [(2, b"a")]),
        (b"\x00\n", [(1, b"\x00")]),
        (b"0123456789\n", [(1, b"0123456789")]),
        (b"01234567890\na\n", [(1, None), (2, b"a")]),
        (b"01234567890", [(1, None)]),
        (b"a\n" + b"x" * 100 + b"\nb", [(1, b"a"), (2, None), (3, b"b")]),
        (b" " * 11 + b"\na", [(1, None), (2, b"a")]),
    ],
)
def test_lines_are_numbered_and_blank_ones_left_out(body, expected):
    assert lines(body) == expected


class Endless:
    """A gigabyte without a line's end, made as it is read."""

    left = 1 << 30

    def read(self, size: int) -> bytes:
        size = min(size, self.left)
        self.left -= size
        return b"x" * size


@pytest.mark.parametrize("chunk", [1 << 16], indirect=True)
def test_a_line_without_end_needs_no_memory():
    tracemalloc.start()
    try:
        found = list(numbered_lines(Endless().read, longest=1 << 20))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert found == [(1, None)]
    assert most < 4 << 20
