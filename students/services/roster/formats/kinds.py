"""Files that are no text and no workbook of today, each with what to do about it."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from config.errors import Sentence

_OLD_EXCEL = (
    "is a workbook of an old Excel (.xls), or one with a password; save it as .xlsx without a "
    "password, or as CSV"
)

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_EXCEL),
    (b"\x09\x08", _OLD_EXCEL),
    (b"%PDF-", _("is a PDF; export the table as CSV or XLSX")),
    (b"{\\rtf", _("is a text of a word processor; export the table as CSV or XLSX")),
    (b"\x1f\x8b", _("is packed by gzip; unpack it")),
    (b"BZh9", _("is packed by bzip2; unpack it")),
    (b"\xfd7zXZ\x00", _("is packed by xz; unpack it")),
    (b"7z\xbc\xaf\x27\x1c", _("is a 7z archive; unpack it, or pack it as ZIP")),
    (b"Rar!\x1a\x07", _("is a RAR archive; unpack it, or pack it as ZIP")),
    (b"\x89PNG\r\n", _("is a picture; export the table as CSV or XLSX")),
    (b"\xff\xd8\xff", _("is a picture; export the table as CSV or XLSX")),
    (b"SQLite format 3", _("is a database; export the table as CSV")),
)
# By a member that packages of this kind have, what a ZIP file is that is no bundle.
_PACKAGES = (
    (re.compile(r"content\.xml"), _("is an OpenDocument file; save the table as .xlsx, or as CSV")),
    (re.compile(r"Index/.*\.iwa"), _("is of Apple Numbers; export it to Excel, or to CSV")),
    (
        re.compile(r"xl/workbook\.bin"),
        _("is a binary workbook (.xlsb); save it as .xlsx, or as CSV"),
    ),
)
_markup = re.compile(rb"<(?:!doctype html|html|table|meta|body|head|div)\b", re.IGNORECASE)
_xml = re.compile(rb"<(?:\?xml|enterprise|[A-Za-z_][\w.-]*(?:\s[^<]*)?>)")
_json = re.compile(rb"(?:\{\s{0,99}\"|\[\s{0,99}[\[{\"])")


def is_zip(beginning: bytes) -> bool:
    return beginning.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def other_package(names: Iterable[str]) -> Sentence | None:
    """Return what a ZIP file is that is no bundle, and what to do about it; else None."""
    members = list(names)
    return next(
        (what for sign, what in _PACKAGES if any(map(sign.fullmatch, members))),
        None,
    )


def other_kind(beginning: bytes) -> Sentence | None:
    """Return what a file is that is no text, or text of another kind, and what to do; else None."""
    for signature, what in _SIGNATURES:
        if beginning.startswith(signature):
            return what
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _markup.match(text):
        return _(
            "is a web page, whatever its name says; open it in Excel and save it as XLSX or CSV"
        )
    if _xml.match(text):
        return _("is XML; export the table as CSV or XLSX")
    return _("is JSON; export the table as CSV or XLSX") if _json.match(text) else None
