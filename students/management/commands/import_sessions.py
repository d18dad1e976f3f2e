"""``manage.py import_sessions``: stores a file's sessions as if they had been reported live."""

import hashlib
import os
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

import orjson
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from config.commands import add_tenant_argument
from students.serializers.ingest import line_validator
from students.services.ingest.stream import LineError, Result, store_lines
from tenants.management.about_tenant import about_tenant
from tenants.models import EventType, Tenant
from tenants.services import audit


class Source:
    """A file that is read once, and hashed while it is read."""

    def __init__(self, file: BinaryIO, bar: tqdm) -> None:
        self._file, self._bar = file, bar
        self._digest = hashlib.sha256()

    def read(self, size: int) -> bytes:
        chunk = self._file.read(size)
        self._digest.update(chunk)
        self._bar.update(len(chunk))
        return chunk

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


class Command(BaseCommand):
    help = (
        "Stores sessions, transcripts and grades from newline-delimited JSON, line by line as the "
        "bulk endpoint takes them (contract §15), in any number. Good lines are kept whatever "
        "becomes of the others; running it again changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.ndjson")
        add_tenant_argument(parser)

    def handle(self, *args: Any, file: Path, tenant: str, **options: Any) -> None:
        with about_tenant(tenant) as importing_tenant:
            try:
                stream = file.open("rb")
            except OSError as error:
                raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
            with stream:
                result = self._import(importing_tenant, stream)
        if result.failed:
            raise CommandError(f"{result.failed:,} of {result.lines:,} lines were not stored.")

    def _import(self, tenant: Tenant, stream: BinaryIO) -> Result:
        result, complete = Result(), False
        size = os.fstat(stream.fileno()).st_size
        with tqdm(total=size, unit="B", unit_scale=True, disable=None) as bar:
            source = Source(stream, bar)
            try:
                store_lines(
                    tenant=tenant,
                    read=source.read,
                    validate=line_validator(),
                    into=result,
                    on_error=self._show,
                )
                complete = True
            finally:
                # Rows stored by an interrupted import stay, and so they are in the audit trail.
                audit.record(
                    EventType.SESSIONS_IMPORTED,
                    actor=None,
                    tenant=tenant,
                    target_id=None,
                    file=Path(stream.name).name,
                    sha256=source.sha256 if complete else None,
                    complete=complete,
                    lines=result.lines,
                    **asdict(result),
                )
        self.stdout.write(
            f"{result.lines:,} lines: {result.created:,} sessions created, {result.updated:,} "
            f"updated, {result.unchanged:,} unchanged, {result.failed:,} failed."
        )
        return result

    def _show(self, error: LineError) -> None:
        named = f" ({error.session_id})" if error.session_id else ""
        details = f" {orjson.dumps(error.details).decode()}" if error.details else ""
        with tqdm.external_write_mode(file=self.stderr):
            self.stderr.write(f"line {error.line}{named}: {error.code}: {error.error}{details}")
