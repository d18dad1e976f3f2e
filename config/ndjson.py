"""A reader of newline-delimited JSON, in constant memory however long a file or line is."""

from collections.abc import Callable, Iterator

CHUNK = 1 << 16

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def numbered_lines(
    read: Callable[[int], bytes], *, longest: int
) -> Iterator[tuple[int, bytes | None]]:
    """Yield (number from 1, line) for every line that is not blank.

    ``read`` returns the next bytes, at most as many as asked for, and nothing at the end. A line
    of more than ``longest`` bytes comes as None; its bytes are passed over. Line ends may be LF
    or CRLF, the last one may be missing, and a byte order mark at the beginning is left out.
    """
    for number, line in enumerate(_lines(read, longest), start=1):
        if line is None:
            yield number, None
        elif text := line.removeprefix(BYTE_ORDER_MARK if number == 1 else b"").strip():
            yield number, text


def _lines(read: Callable[[int], bytes], longest: int) -> Iterator[bytes | None]:
    kept = bytearray()
    too_long = False
    while chunk := read(CHUNK):
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            kept += piece
            yield None if too_long or len(kept) > longest else bytes(kept)
            kept.clear()
            too_long = False
        kept += rest
        if len(kept) > longest:
            kept.clear()
            too_long = True
    if too_long or kept:
        yield None if too_long else bytes(kept)
