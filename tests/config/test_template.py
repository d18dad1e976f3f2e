"""The tests' databases are copies of one that the code as it is has migrated."""

import shutil

import pytest
from django.conf import settings
from django.db import connection

from tests.walled.creation import fingerprint

# A file of each kind, of which a migrated database depends.
FILES = ("requirements.txt", "config/db/roles.py", "tenants/sql/refuse_change.sql")


@pytest.mark.django_db
def test_there_is_one_template_made_by_the_code_as_it_is():
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, 'template_of_')")
        ((name,),) = cursor.fetchall()
    assert name.endswith(f"_{fingerprint(settings.BASE_DIR)}")


@pytest.fixture
def code(tmp_path):
    """Some code, of a file of each kind."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(settings.BASE_DIR / name, tmp_path / name)
    return tmp_path


def test_any_change_of_the_code_asks_for_another(code):
    seen = [fingerprint(code), fingerprint(code)]
    for name in FILES:
        with (code / name).open("a") as file:
            file.write("\n")
        seen.append(fingerprint(code))
    (code / "students" / "migrations").mkdir(parents=True)
    (code / "students" / "migrations" / "0999_more.py").touch()
    seen.append(fingerprint(code))
    (code / "students").rename(code / "accounts")
    seen.append(fingerprint(code))

    assert seen[0] == seen[1]
    assert len(set(seen)) == len(seen) - 1
