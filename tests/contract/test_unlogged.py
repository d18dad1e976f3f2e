"""Tables that are not logged: a standby has none of them, so they are the primary's alone."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from config.management.commands.count_rows import counts

UNLOGGED = "SELECT relname FROM pg_class WHERE relpersistence = 'u' AND relkind = 'r'"

# Who asks for the counters: each writes them, or runs at the primary alone. Two only name them, to
# leave them out.
ASKING = {
    "accounts/models/__init__.py",
    "accounts/models/access.py",
    "accounts/throttling/attempts.py",
    "accounts/throttling/quotas.py",
    "config/management/commands/tidy.py",
    "config/db/reads.py",
    "config/db/tenant_rows.py",
}


@pytest.mark.django_db
def test_only_the_counters_are_not_logged():
    with connection.cursor() as cursor:
        cursor.execute(UNLOGGED)
        assert cursor.fetchall() == [("accounts_ratecounter",)]


def test_nobody_else_asks_for_them():
    asking = {
        path.relative_to(settings.BASE_DIR).as_posix()
        for path in sources()
        if re.search(r"\b(RateCounter|accounts_ratecounter)\b", path.read_text())
    }

    assert asking == ASKING


@pytest.mark.django_db
def test_rows_are_counted_without_them():
    """Or nobody could count those of a standby, or compare a restored database."""
    with connection.cursor() as cursor:
        counted = counts(cursor)

    assert "accounts_ratecounter" not in counted
    assert len(counted) > 30


def sources() -> list[Path]:
    return [
        path
        for app in ("config", "tenants", "programmes", "accounts", "students")
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if "migrations" not in path.parts and path.name != "personal_data.py"
    ]
