"""Each function, trigger and view has one file with its current text, and a line in the docs."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

DOCS = settings.BASE_DIR / "docs" / "database.md"

# Functions, triggers and views that do not come with an extension: what makes each, and what tells
# whether it was made anew.
OBJECTS = """
SELECT 'function ' || proname, string_agg(pg_get_functiondef(oid), '' ORDER BY oid),
    string_agg(xmin::text, ' ' ORDER BY oid)
FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid
        AND deptype = 'e'
)
GROUP BY proname -- for arguments of several types
UNION ALL
SELECT 'view ' || relname, pg_get_viewdef(pg_class.oid), pg_rewrite.xmin::text
FROM pg_class JOIN pg_rewrite ON ev_class = pg_class.oid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
UNION ALL
SELECT format('trigger %s on %s', tgname, tgrelid::regclass), pg_get_triggerdef(oid), xmin::text
FROM pg_trigger WHERE NOT tgisinternal
"""

pytestmark = pytest.mark.django_db


def current_files() -> list[Path]:
    """Return the files with current texts; those of former versions end with .v1.sql and so on."""
    return [
        path
        for path in sorted(settings.BASE_DIR.glob("*/sql/*.sql"))
        if not re.search(r"\.v\d+\.sql$", path.name)
    ]


def objects() -> dict[str, tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(OBJECTS)
        return {name: (text, version) for name, text, version in cursor.fetchall()}


def definitions() -> dict[str, str]:
    return {name: text for name, (text, _) in objects().items()}


def apply(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text)


def made_by(path: Path) -> set[str]:
    """Return what a file makes, as the database sees it: each of these is made anew."""
    before = objects()
    apply(path.read_text(encoding="utf-8"))
    return {name for name, found in objects().items() if before.get(name) != found}


def named(path: Path) -> str:
    return path.relative_to(settings.BASE_DIR).as_posix()


def test_a_migrated_database_has_the_texts_of_the_files():
    migrated = definitions()
    assert len(migrated) > 90

    for path in current_files():
        apply(path.read_text(encoding="utf-8"))

    assert definitions() == migrated


@pytest.mark.parametrize(
    ("file", "text", "other", "found"),
    [
        ("tenants/sql/refuse_change.sql", "append-only", "fixed", "function refuse_change"),
        ("students/sql/last_seen_difference.sql", "max(", "min(", "view expected_last_seen"),
        (
            "students/sql/ledger_append_only.sql",
            "UPDATE OR DELETE",
            "UPDATE",
            "trigger append_only on students_attempttransaction",
        ),
    ],
)
def test_a_text_that_no_migration_applied_is_found(file, text, other, found):
    migrated = definitions()
    written = (settings.BASE_DIR / file).read_text(encoding="utf-8")

    apply(written.replace(text, other))

    now = definitions()
    assert {name for name in now if now[name] != migrated.get(name)} == {found}


def test_each_object_stands_in_one_file_and_in_the_docs():
    files = {named(path): made_by(path) for path in current_files()}

    everything = sorted(name for made in files.values() for name in made)
    assert everything == sorted(definitions())
    assert documented() == files


def documented() -> dict[str, set[str]]:
    """Return the objects of each file as the tables in docs/database.md list them."""
    rows = re.findall(r"^\| `(\w+/sql/\w+\.sql)` \| ([^|]+) \|", DOCS.read_text(), re.MULTILINE)
    return {file: set(cell.replace("`", "").strip().split(", ")) for file, cell in rows}


def test_each_file_says_first_what_it_keeps_true():
    for path in current_files():
        assert path.read_text(encoding="utf-8").startswith("-- "), named(path)
