"""Migrations beside people at work: none locks a big table, none waits for one for long."""

import shutil
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

import programmes.migrations
from tests.servers import database_url

PLANTED = """
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = {atomic}
    dependencies = [("programmes", "0001_initial")]
    operations = [
        {operation}(
            model_name="casestudy", index=models.Index(fields=["description"], name="planted")
        ),
    ]
"""


def columns(cursor) -> set[tuple[str, str]]:
    """Return each column of the database, with its table."""
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = 'public'"
    )
    return set(cursor.fetchall())


@pytest.fixture
def plant(tmp_path, monkeypatch, settings, request):
    """Add a migration to those of the programmes, in a copy that each test names its own."""
    package = f"planted_by_{request.node.name}"
    folder = tmp_path / package
    shutil.copytree(Path(programmes.migrations.__file__).parent, folder)
    monkeypatch.syspath_prepend(tmp_path)
    settings.MIGRATION_MODULES = {"programmes": package}

    def plant(operation: str, *, atomic: bool) -> None:
        text = PLANTED.format(operation=operation, atomic=atomic)
        (folder / "0003_planted.py").write_text(text)

    return plant


def lint() -> str:
    said = StringIO()
    try:
        call_command("lint_migrations", stdout=said, stderr=said)
    except CommandError as error:
        return f"{said.getvalue()}{error}"
    return said.getvalue()


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_no_migration_locks_a_big_table():
    assert lint() == "No migration locks a big table.\n"


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_a_migration_that_locks_is_found_and_named(plant):
    plant("migrations.AddIndex", atomic=True)

    fault, summary = lint().splitlines()
    assert fault.startswith("programmes.0003_planted: line 5, require-concurrent-index-creation: ")
    assert summary == "migrations would lock tables in 1 places."


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_the_same_index_beside_everybodys_work_is_no_fault(plant):
    plant("AddIndexConcurrently", atomic=False)

    assert lint() == "No migration locks a big table.\n"


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # migrations refuse poolers
def test_a_migration_gives_up_rather_than_have_everybody_wait(settings):
    settings.MIGRATION_LOCK_SECONDS = 0.2
    with connection.cursor() as cursor:
        before = columns(cursor)

    with psycopg.connect(database_url()) as reader:
        reader.execute("SELECT count(*) FROM tenants_tenant")
        with pytest.raises(CommandError, match=r"in use for more than 0\.2s"):
            call_command("migrate", "tenants", "0018_done_elsewhere", verbosity=0)

    with connection.cursor() as cursor:
        assert columns(cursor) == before
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("0",)
    call_command("migrate", verbosity=0)
