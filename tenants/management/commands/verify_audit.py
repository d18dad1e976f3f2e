"""``manage.py verify_audit``: verifies each audit trail against its seals."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from config.commands import report_rejections
from config.context import within
from tenants.models import Tenant
from tenants.queries.resolution import tenant_called
from tenants.queries.seals import head_of
from tenants.queries.verification import Verification

_head = re.compile(r"\b([a-z0-9-]+):([1-9][0-9]*):([0-9a-f]{64})\b")

type Heads = dict[str, dict[int, str]]
"""Slug → number of a seal → its hash."""


def heads(text: str) -> list[tuple[str, int, str]]:
    """Return the heads that an argument, or the file that it names, has in it."""
    if not (found := _head.findall(text)):
        try:
            found = _head.findall(Path(text).read_text(encoding="utf-8"))
        except (OSError, UnicodeError) as error:
            raise ArgumentTypeError(
                f"{text!r} is no head, written TENANT:NUMBER:HASH, and no file with heads either."
            ) from error
    if not found:
        raise ArgumentTypeError(f"{text!r} has no head in it, written TENANT:NUMBER:HASH.")
    return [(slug, int(number), digest) for slug, number, digest in found]


class Command(BaseCommand):
    help = (
        "Verifies the audit trail of each tenant against its seals, and names the first event that "
        "was changed, removed, slipped in or put into another place; fails when there is one."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--tenant", metavar="SLUG", help="one tenant's alone")
        parser.add_argument(
            "--print-head",
            action="store_true",
            help="print each tenant's last seal, to be kept outside; verifies nothing",
        )
        parser.add_argument(
            "--expect-head",
            action="append",
            type=heads,
            default=[],
            metavar="TENANT:NUMBER:HASH",
            help="a head that was kept outside, or a file with such; may be given again",
        )

    def handle(self, *args: Any, tenant: str | None, **options: Any) -> None:
        expected = _by_tenant(options["expect_head"])
        with report_rejections():
            chosen = (
                [tenant_called(tenant, deleted_too=True)]
                if tenant
                else list(Tenant.objects.order_by("slug"))
            )
        if options["print_head"]:
            self._print_heads(chosen)
            return
        if not tenant and (unknown := expected.keys() - {one.slug for one in chosen}):
            raise CommandError(f"there is no tenant {min(unknown)}, whose head is known outside")
        faulty = [one for one in chosen if self._verify(one, expected.get(one.slug, {}))]
        if faulty:
            raise CommandError(f"{len(faulty)} trails are not what was sealed.")

    def _print_heads(self, tenants: list[Tenant]) -> None:
        for tenant in tenants:
            with within(tenant.pk):
                head = head_of(tenant)
            self.stdout.write(
                f"{head} {head.sealed_at:%Y-%m-%dT%H:%M:%SZ} {head.events}"
                if head
                else f"{tenant.slug}: nothing is sealed yet"
            )

    def _verify(self, tenant: Tenant, expected: dict[int, str]) -> bool:
        """Print what was found; return whether something is wrong."""
        with _snapshot(), within(tenant.pk):
            verification = Verification(tenant.pk, expected=expected)
            first, more = None, 0
            for fault in verification:
                more += first is not None
                first = first or fault
        if first:
            others = f" {more} more faults come after it." if more else ""
            self.stdout.write(f"{tenant.slug}: {first}{others}")
        self.stdout.write(
            f"{tenant.slug}: {verification.verified:,} events verified by "
            f"{verification.seals:,} seals, {verification.unsealed:,} not sealed yet"
        )
        return first is not None


def _by_tenant(found: list[list[tuple[str, int, str]]]) -> Heads:
    expected: Heads = {}
    for slug, number, digest in (head for each in found for head in each):
        known = expected.setdefault(slug, {})
        if known.setdefault(number, digest) != digest:
            raise CommandError(f"two different heads are given for seal {number} of {slug}.")
    return expected


@contextmanager
def _snapshot() -> Iterator[None]:
    """Read all data in the state of one moment: seals are made meanwhile, and events let go."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
