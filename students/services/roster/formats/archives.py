"""ZIP files of unknown quality: bundles of CSV files, and workbooks, which are ZIP files too.

Their list is checked before anything is unpacked. Members are unpacked while they are read and
never written anywhere, so that a path can lead nowhere; those that try are refused nevertheless.
"""

import re
import stat
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from io import SEEK_END
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from config.errors import RuleViolation
from students.services.roster.formats.contents import BROKEN, DAMAGED, Content, Reading
from students.services.roster.formats.table_files import MAX_BYTES, refusal

MAX_MEMBERS = 500
MAX_TOTAL = 2 * MAX_BYTES
# CSV and sheets shrink to a tenth, seldom to a fiftieth.
MAX_RATIO = 200
_SMALL = 1 << 20

# The record at the end of a ZIP file, and the mark of the one that files beyond 4 GiB have as well.
_END = struct.Struct("<4s4H2LH")
_END_MARK, _LOCATOR_MARK, _LOCATOR_SIZE = b"PK\x05\x06", b"PK\x06\x07", 20
_MAX_LIST = MAX_MEMBERS * 1_000
_MAX_COMMENT = (1 << 16) - 1

# What opening a ZIP file, or a member of it, raises when its list leads nowhere.
_UNREADABLE = (*DAMAGED, ValueError, OSError, struct.error)

_leads_outside = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\0")
_junk = re.compile(r"(?:^|/)(?:__MACOSX/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)")


class Member(Content):
    """A member of a ZIP file, unpacked anew for each reading."""

    def __init__(self, archive: ZipFile, info: ZipInfo) -> None:
        self._archive, self._info = archive, info

    @property
    def size(self) -> int:
        return self._info.file_size

    def open(self) -> Reading:
        """Return a reading; raise RuleViolation where the member is not what the list says."""
        try:
            return Reading(cast("BinaryIO", self._archive.open(self._info)))
        except _UNREADABLE as error:
            raise RuleViolation(BROKEN) from error


@dataclass(frozen=True)
class Archive:
    """A ZIP file whose list was checked; ``names`` are those of its files, without rubbish."""

    name: str
    file: BinaryIO
    zip: ZipFile
    infos: Sequence[ZipInfo]

    @property
    def names(self) -> list[str]:
        return [info.filename for info in self.infos]

    def member(self, name: str) -> Member:
        return Member(self.zip, self.zip.getinfo(name))

    def size(self, name: str) -> int:
        return self.zip.getinfo(name).file_size


def open_archive(file: BinaryIO, name: str) -> Archive:
    """Return a ZIP file; raise RuleViolation for one that is damaged, or made to do harm."""
    _require_short(file, name)
    try:
        archive = ZipFile(file)
    except _UNREADABLE as error:
        raise _damaged(name) from error
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_MEMBERS:
        raise refusal(name, _("has more than %(most)s files in it") % {"most": MAX_MEMBERS})
    for info in infos:
        if what := _fault(info):
            raise refusal(name, what)
    folded = [info.filename.casefold() for info in infos]
    if twice := next((path for path in folded if folded.count(path) > 1), None):
        raise refusal(
            name, _("has %(twice)r in it more than once; make it anew") % {"twice": twice}
        )
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise refusal(
            name,
            _("is larger than %(most)s MiB when it is unpacked") % {"most": MAX_TOTAL >> 20},
        )
    return Archive(name, file, archive, [info for info in infos if not _junk.search(info.filename)])


def _fault(info: ZipInfo) -> str | None:
    path = info.filename[:80]
    if _leads_outside.search(info.orig_filename) or _leads_outside.search(info.filename):
        return _("has %(path)r in it, a path that leads outside; make it anew") % {"path": path}
    if stat.S_ISLNK(info.external_attr >> 16):
        return _("has %(path)r in it, which is a link and no file; put the file itself there") % {
            "path": path
        }
    if info.flag_bits & 0x1:
        return _("is protected by a password; make it without one")
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return _("is packed in an uncommon way; make it anew as a usual ZIP file")
    if info.file_size > _SMALL and info.file_size > MAX_RATIO * info.compress_size:
        return _("unpacks %(path)r to more than %(most)d times its size, as no roster does") % {
            "path": path,
            "most": MAX_RATIO,
        }
    return None


def _require_short(file: BinaryIO, name: str) -> None:
    """Raise RuleViolation where the file, or the list of its members, is too long to be read."""
    size = file.seek(0, SEEK_END)
    if size > MAX_BYTES:
        raise refusal(
            name,
            _("is larger than %(most)s MiB; send it in parts") % {"most": MAX_BYTES >> 20},
        )
    length = min(size, _MAX_COMMENT + _END.size + _LOCATOR_SIZE)
    file.seek(size - length)
    tail = file.read(length)
    place = tail.rfind(_END_MARK)
    if place < 0 or len(tail) - place < _END.size:
        raise _damaged(name)
    *_disks, entries, list_size, _offset, _comment = _END.unpack_from(tail, place)
    is_large = tail[max(place - _LOCATOR_SIZE, 0) :].startswith(_LOCATOR_MARK)
    if is_large or entries > 2 * MAX_MEMBERS or list_size > _MAX_LIST:
        raise refusal(
            name,
            _("has more than %(most)s files in it, or is larger than 4 GiB")
            % {"most": MAX_MEMBERS},
        )


def _damaged(name: str) -> Exception:
    return refusal(
        name, _("is a spreadsheet or a ZIP file, and damaged; make it anew, or send CSV")
    )
