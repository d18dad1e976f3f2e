"""Bundles: ZIP files with the people and what tells more about them, as of Canvas or OneRoster.

Which file is which is told by the headers, and not by the files' names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from students.services.roster.formats import canvas, layouts, oneroster
from students.services.roster.formats.archives import Archive
from students.services.roster.formats.csv_files import glance, inspect
from students.services.roster.formats.kinds import is_zip, other_package
from students.services.roster.formats.layouts import Layout, Table
from students.services.roster.formats.table_files import Record, refusal

MANIFEST = Layout("OneRoster manifest.csv", ("propertyName", "value"))

_TEXTS = {".csv", ".txt", ".tsv", ".tab", ""}
_COMPANIONS = {canvas.USERS.name: canvas.ENROLMENTS, oneroster.USERS.name: oneroster.ROLES}
_MODES = {"absent", "bulk", "delta"}


@dataclass(frozen=True)
class Bundle:
    """The tables of a bundle that are read, and the names of its other files."""

    people: Table
    beside: Table | None
    others: tuple[str, ...]
    modes: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_delta(self) -> bool:
        return self.modes.get("users") == "delta"


def open_bundle(archive: Archive, people: tuple[Layout, ...], encoding: str) -> Bundle:
    """Recognise the files of a bundle; raise RuleViolation where it is not clear what is meant."""
    kinds = {name: _kind(archive, name, people, encoding) for name in archive.names}
    found = [name for name, layout in kinds.items() if layout in people]
    if not found:
        if what := other_package(archive.names):
            raise refusal(archive.name, what)
        raise refusal(
            archive.name,
            _("has no file of people in it: %(names)s")
            % {"names": _listed(archive.names) or "it is empty"},
        )
    if len(found) > 1:
        raise refusal(
            archive.name,
            _("has more than one file of people in it (%(found)s); leave one")
            % {"found": _listed(found)},
        )
    table = _table(archive, found[0], people, encoding)
    companion = _COMPANIONS.get(table.layout.name)
    beside = _beside(archive, kinds, companion, encoding) if companion else None
    modes = _modes(archive, kinds, encoding) if table.layout is oneroster.USERS else {}
    _require_agreement(archive, modes, beside)
    others = tuple(
        name
        for name, layout in kinds.items()
        if name != found[0] and layout is not MANIFEST and layout is not companion
    )
    return Bundle(table, beside, others, modes)


def _beside(
    archive: Archive, kinds: Mapping[str, Layout | None], companion: Layout, encoding: str
) -> Table | None:
    found = [name for name, layout in kinds.items() if layout is companion]
    if len(found) > 1:
        raise refusal(
            archive.name,
            _("has more than one %(name)s in it (%(found)s); leave one")
            % {"name": companion.name, "found": _listed(found)},
        )
    return _table(archive, found[0], (companion,), encoding) if found else None


def _kind(archive: Archive, name: str, people: tuple[Layout, ...], encoding: str) -> Layout | None:
    content = archive.member(name)
    if is_zip(content.beginning()):
        raise refusal(
            archive.name,
            _(
                "has a ZIP file or a workbook in it (%(name)r): take it out, and send it by "
                "itself or as CSV"
            )
            % {"name": name},
        )
    if PurePosixPath(name).suffix.casefold() not in _TEXTS or not content.size:
        return None
    known = (*people, canvas.ENROLMENTS, oneroster.ROLES, MANIFEST)
    return layouts.fits(glance(content, name, encoding), known)


def _table(archive: Archive, name: str, expected: tuple[Layout, ...], encoding: str) -> Table:
    file = inspect(archive.member(name), f"{archive.name}/{name}", encoding)
    return layouts.recognise(file, expected)


def _modes(archive: Archive, kinds: Mapping[str, Layout | None], encoding: str) -> dict[str, str]:
    """Return what the manifest says of each file: absent, bulk or delta."""
    name = next((name for name, layout in kinds.items() if layout is MANIFEST), None)
    if name is None:
        return {}
    modes = {}
    for record in _table(archive, name, (MANIFEST,), encoding).records():
        if isinstance(record, Record):
            what, _dot, file = record.cells["propertyname"].casefold().partition(".")
            mode = record.cells["value"].casefold()
            if what == "file" and file:
                if mode not in _MODES:
                    raise refusal(
                        f"{archive.name}/{name}",
                        _("says %(mode)r of %(file)s.csv, which is neither bulk, delta nor absent")
                        % {"mode": mode, "file": file},
                        record.line,
                    )
                modes[file] = mode
    return modes


def _require_agreement(archive: Archive, modes: Mapping[str, str], beside: Table | None) -> None:
    for file, is_there in (("users", True), ("roles", beside is not None)):
        if file in modes and (modes[file] != "absent") != is_there:
            says = _("is absent, but it is there") if is_there else _("is there, but it is not")
            raise refusal(
                archive.name,
                _("does not agree with its manifest, which says that %(file)s.csv %(says)s")
                % {"file": file, "says": says},
            )


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(names[:10]) + (", …" if len(names) > 10 else "")
