"""The migration operation that applies a version of a file with database code."""

import pytest
from django.apps import apps
from django.db import connection, migrations
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter

from config.db.sql_objects import ApplySQL

DROP = "DROP VIEW planted"

pytestmark = pytest.mark.django_db


@pytest.fixture
def sql(tmp_path, monkeypatch):
    """An empty folder for the files of an app."""
    monkeypatch.setattr(apps.get_app_config("tenants"), "path", str(tmp_path))
    folder = tmp_path / "sql"
    folder.mkdir()
    return folder


def view(columns: str) -> str:
    return f"-- 100% of it.\nCREATE OR REPLACE VIEW planted AS SELECT {columns};\n"


def migrate(operation: ApplySQL, *, back: bool = False) -> None:
    turn = operation.database_backwards if back else operation.database_forwards
    with connection.schema_editor(atomic=False) as editor:
        turn("tenants", editor, ProjectState(), ProjectState())


def planted() -> tuple | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('planted')")
        if cursor.fetchone() == (None,):
            return None
        cursor.execute("SELECT * FROM planted")
        return cursor.fetchone()


def test_the_first_version_is_made_and_dropped(sql):
    (sql / "planted.sql").write_text(view("1 AS a"))
    first = ApplySQL("planted", drop=DROP)

    migrate(first)
    assert planted() == (1,)

    migrate(first, back=True)
    assert planted() is None


def test_an_older_migration_goes_on_applying_its_own_version(sql):
    (sql / "planted.v1.sql").write_text(view("1 AS a"))
    (sql / "planted.v2.sql").write_text(view("2 AS a"))
    (sql / "planted.sql").write_text(view("3 AS a"))
    history = [
        ApplySQL("planted", drop=DROP),
        ApplySQL("planted", version=2),
        ApplySQL("planted", version=3),
    ]

    seen = []
    for operation in history:
        migrate(operation)
        seen.append(planted())
    for operation in reversed(history):
        migrate(operation, back=True)
        seen.append(planted())

    assert seen == [(1,), (2,), (3,), (2,), (1,), None]


def test_what_cannot_be_replaced_is_dropped_between_versions(sql):
    (sql / "planted.v1.sql").write_text(view("1 AS a"))
    (sql / "planted.sql").write_text(view("2 AS b"))
    migrate(ApplySQL("planted", drop=DROP))
    second = ApplySQL("planted", version=2, drop=DROP)

    migrate(second)
    assert planted() == (2,)

    migrate(second, back=True)
    assert planted() == (1,)


def test_a_version_without_the_text_before_is_refused(sql):
    (sql / "planted.sql").write_text(view("2 AS a"))

    with pytest.raises(FileNotFoundError, match=r"planted\.v1\.sql, the text before"):
        migrate(ApplySQL("planted", version=2))


def test_the_first_version_needs_a_way_back():
    with pytest.raises(ValueError, match="needs statements that drop it"):
        ApplySQL("planted")


def test_the_operation_is_written_into_migrations_and_says_what_it_does():
    operation = ApplySQL("planted", version=2, drop=DROP)
    migration = type("Migration", (migrations.Migration,), {"operations": [operation]})

    text = MigrationWriter(migration("0002_planted", "tenants")).as_string()

    written: dict = {}
    exec(text, written)  # noqa: S102 - our own text
    (read,) = written["Migration"].operations
    assert read.deconstruct() == operation.deconstruct()
    assert read.describe() == "Apply version 2 of planted.sql"
