"""The bytes of a file that can be read from their beginning any number of times."""

import hashlib
import zlib
from collections.abc import Iterator
from functools import partial
from io import SEEK_END, BufferedReader, RawIOBase, TextIOWrapper
from typing import Any, BinaryIO
from zipfile import BadZipFile

from config.errors import RuleViolation

# What reading a ZIP's member raises when the ZIP is damaged or lies about itself.
DAMAGED = (BadZipFile, zlib.error, EOFError, NotImplementedError)
BROKEN = "The ZIP file is damaged; make it anew."

_BLOCK = 1 << 18
_BEGINNING = 1 << 12


class Content:
    """The bytes of a file on disk, or in memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    @property
    def size(self) -> int:
        return self._file.seek(0, SEEK_END)

    def open(self) -> "Reading":
        self._file.seek(0)
        return Reading(self._file)

    def beginning(self) -> bytes:
        with self.open() as reading:
            return BufferedReader(reading, _BEGINNING).read(_BEGINNING)


class Reading(RawIOBase):
    """One reading of a file: it computes the digest meanwhile, and never closes the file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._file.read(len(buffer))
        except DAMAGED as error:
            raise RuleViolation(BROKEN) from error
        buffer[: len(data)] = data
        self._digest.update(data)
        return len(data)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


def text_lines(
    reading: Reading, encoding: str, longest: int, errors: str = "strict"
) -> Iterator[str]:
    """Yield the lines of a text, parted by LF, CR or both; longer ones in parts.

    Raises UnicodeDecodeError where the encoding does not fit.
    """
    buffered = BufferedReader(reading, _BLOCK)
    text = TextIOWrapper(buffered, encoding=encoding, errors=errors, newline="")
    return iter(partial(text.readline, longest + 1), "")


def byte_lines(content: Content, longest: int) -> Iterator[bytes]:
    """Yield the lines of a file in any encoding in which LF and CR are bytes of their own."""
    with BufferedReader(content.open(), _BLOCK) as file:
        while block := file.readline(longest + 1):
            yield from block.splitlines()
