"""One university out of one database and into another: all of it, as it was, or nothing."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from config.db.tenant_rows import LEFT_BEHIND, OWN_NUMBERS, tenant_tables
from config.management.tenant_files import LIST
from tests.factories import StudentFactory, TenantFactory
from tests.owned import Owned, owned_database, owner_role
from tests.scratch import Scratch
from tests.walled.catalogue import NOT_WALLED
from tests.walled.worlds import furnished_tenant, walled_tables

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def university():
    """A university with a row in every table, beside another one."""
    StudentFactory(tenant=TenantFactory())
    return furnished_tenant()


@pytest.fixture
def file(university, tmp_path) -> Path:
    path = tmp_path / "university.zip"
    call_command("export_tenant", tenant=university.slug, output=path, stdout=StringIO())
    return path


@contextmanager
def other_cell() -> Iterator[Owned]:
    """An empty cell, whose owner is no superuser and may not load rows yet."""
    with owner_role("mover") as owner, owned_database("other", owner) as other:
        other.manage("migrate", "--verbosity=0", "--no-input")
        yield other


@contextmanager
def allowed_to_load(other: Owned) -> Iterator[None]:
    """Give the right that import_tenant asks an administrator for, for the block's length."""
    right = "SET ON PARAMETER session_replication_role"
    with connection.cursor() as administrator:
        administrator.execute(f"GRANT {right} TO {other.owner}")
        try:
            yield
        finally:
            administrator.execute(f"REVOKE {right} FROM {other.owner}")


def test_every_table_of_tenants_comes_along_or_is_named():
    with connection.cursor() as cursor:
        tables = tenant_tables(cursor)

    assert {table.name for table in tables} == (
        {"tenants_tenant"} | set(walled_tables()) | set(NOT_WALLED)
    ) - set(LEFT_BEHIND)
    columns = {table.name: table.columns for table in tables}
    assert set(OWN_NUMBERS) <= set(columns)
    assert all(number not in columns[name] for name, number in OWN_NUMBERS.items())


@pytest.mark.drill
@pytest.mark.system
def test_a_university_is_the_same_in_another_database(university, file, tmp_path):
    with other_cell() as other, allowed_to_load(other):
        tried = other.manage("import_tenant", str(file), "--dry-run")
        assert "nothing was kept" in tried
        assert "loaded, and the same as there" in other.manage("import_tenant", str(file))

        assert tables_of(other, university.pk) == rows_of(file)
        for command in ("verify_ledger", "verify_derived", "verify_audit"):
            other.manage(command)
        # The way back holds the same rows.
        again = tmp_path / "again.zip"
        other.manage("export_tenant", "--tenant", university.slug, "--output", str(again))
        assert contents(again) == contents(file)
        with other.connect() as there:
            assert there.execute("SELECT slug FROM tenants_tenant").fetchall() == [
                (university.slug,)
            ]
        with pytest.raises(AssertionError, match="has this university already"):
            other.manage("import_tenant", str(file))


def test_a_university_that_is_there_already_stays_as_it_is(university, file):
    StudentFactory(tenant=university)
    people = User.objects.count()
    with pytest.raises(CommandError, match="has this university already"):
        call_command("import_tenant", file)
    assert User.objects.count() == people


@pytest.mark.drill
@pytest.mark.system
def test_nothing_is_kept_of_a_file_that_tells_something_else(university, file, tmp_path):
    changed = tmp_path / "changed.zip"
    rewrite(file, changed, {"accounts_role.copy": lambda text: text.replace(b"Faculty", b"Admin ")})
    with other_cell() as other:
        with pytest.raises(AssertionError, match="GRANT SET ON PARAMETER"):
            other.manage("import_tenant", str(file))
        with (
            allowed_to_load(other),
            pytest.raises(AssertionError, match="accounts_role holds other rows"),
        ):
            other.manage("import_tenant", str(changed))
        with other.connect() as there:
            assert there.execute("SELECT count(*) FROM tenants_tenant").fetchone() == (0,)


def test_a_file_of_another_release_is_refused(university, file, tmp_path):
    def of_another(text: bytes) -> bytes:
        return json.dumps(json.loads(text) | {"migrations": ["tenants.0001_initial"]}).encode()

    other = tmp_path / "other.zip"
    rewrite(file, other, {LIST: of_another})
    with pytest.raises(CommandError, match="of different releases"):
        call_command("import_tenant", other)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive at all"])
def test_something_else_is_no_file_of_ours(tmp_path, content):
    path = tmp_path / "broken.zip"
    path.write_bytes(content)
    with pytest.raises(CommandError, match="is no file that export_tenant has written"):
        call_command("import_tenant", path)


def test_a_file_that_was_cut_off_is_none(university, file):
    whole = file.read_bytes()
    for length in (len(whole) // 3, len(whole) - 1):
        file.write_bytes(whole[:length])
        with pytest.raises(CommandError, match="is no file that export_tenant has written"):
            call_command("import_tenant", file)


def test_an_existing_file_is_never_written_over(university, file):
    before = file.read_bytes()
    with pytest.raises(CommandError, match="exists already"):
        call_command("export_tenant", tenant=university.slug, output=file)
    assert file.read_bytes() == before


def test_nobody_else_may_read_the_file(university, file):
    assert file.stat().st_mode & 0o077 == 0


def test_an_unknown_university_is_refused(tmp_path):
    with pytest.raises(CommandError, match="no tenant with the slug nowhere"):
        call_command("export_tenant", tenant="nowhere", output=tmp_path / "nowhere.zip")


def contents(path: Path) -> dict:
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(LIST))


def rows_of(path: Path) -> dict[str, int]:
    return {name: found["rows"] for name, found in contents(path)["tables"].items()}


def tables_of(there: Scratch, tenant_id: str) -> dict[str, int]:
    """Count a tenant's rows in another database, without the code under test."""
    with there.connect() as reading, connection.cursor() as cursor:
        return {
            table.name: reading.execute(
                f"SELECT count(*) FROM {table.name} WHERE {table.owner} = %s",  # noqa: S608
                [tenant_id],
            ).fetchone()[0]
            for table in tenant_tables(cursor)
        }


def rewrite(path: Path, changed: Path, changes: dict) -> None:
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(changed, "w") as other:
        for name in archive.namelist():
            text = archive.read(name)
            new = changes[name](text) if name in changes else text
            assert name not in changes or new != text, "the change must change something"
            other.writestr(name, new)
