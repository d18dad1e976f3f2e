"""The product with its filters broken, to see what the walls hold; and without walls.

This patches classes, in tests alone: the product has no switch for it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection

from config.db.precompiled import PrecompiledQuery
from students.queries.students.criteria import Criteria
from tenants.models import Tenant
from tenants.models.scoping import TenantOwnedQuerySet
from tests.contents import contents
from tests.walled.worlds import walled_tables

_TELLING = re.compile(r'"([0-9a-f]{24}|[^"@ ]+@[^"@ ]+)"')


@contextmanager
def no_filters() -> Iterator[None]:
    """Make ``for_tenant`` return everything, also in queries that were compiled before."""
    compiled_each_time = property(PrecompiledQuery._compiled.func)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TenantOwnedQuerySet, "for_tenant", lambda rows, tenant: rows.all())
        patch.setattr(PrecompiledQuery, "_compiled", compiled_each_time)
        yield


@contextmanager
def panel_of(tenant: Tenant) -> Iterator[None]:
    """Make the lists of students ask for those of this tenant, whoever looks at them."""
    usual = Criteria.parameters.fget
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            Criteria, "parameters", property(lambda asked: usual(asked) | {"tenant": tenant.pk})
        )
        yield


def take_down_the_walls() -> None:
    """Switch off row-level security to the end of the transaction; call it before all else."""
    with connection.cursor() as cursor:
        for table in walled_tables():
            cursor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")


class Traces:
    """What betrays the rows of a tenant: their ids, and people's addresses.

    ``sent`` is what the request says; a page may repeat it.
    """

    def __init__(self, tenant: Tenant, sent: str = "") -> None:
        self._tenant = tenant
        self._before = contents(tenant)
        rows = "".join(row for rows in self._before.values() for row in rows)
        # A Super Admin sees the tenants themselves, of whichever they are.
        words = set(_TELLING.findall(rows)) - {tenant.pk}
        self._words = {word for word in words if word not in sent}

    def found_in(self, answer: Any) -> list[str]:
        """Return what an answer shows, and the tables in which it changed something."""
        text, after = text_of(answer), contents(self._tenant)
        changed = [table for table, rows in self._before.items() if after[table] != rows]
        return sorted(word for word in self._words if word in text) + changed


def text_of(answer: Any) -> str:
    """Return the text of an answer, or of all that is in a workbook."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as book:
            content = b"".join(book.read(name) for name in book.namelist())
    return content.decode()
