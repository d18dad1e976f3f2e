"""Two cells' rows of one tenant, held against each other."""

from concurrent.futures import ThreadPoolExecutor

from django.core.management.base import CommandError
from psycopg import Cursor

from config.db.tenant_rows import Fingerprint, TenantTable
from config.management.cells import Cell


def compare(
    reading: Cursor, source: Cell, target: Cell, tenant_id: str, tables: list[TenantTable]
) -> dict[str, Fingerprint]:
    """Return each table's fingerprint; raises a CommandError where the target's is another.

    Both cells reckon at the same time: nobody may write meanwhile.
    """
    with ThreadPoolExecutor(1) as beside, target.connection.cursor() as cursor:
        theirs = beside.submit(target.fingerprints, cursor, tenant_id, tables)
        ours = source.fingerprints(reading, tenant_id, tables)
        arrived = theirs.result()
    for name, found in ours.items():
        if arrived[name] != found:
            raise CommandError(f"{name} holds other rows in {target} than in {source}.")
    return ours
