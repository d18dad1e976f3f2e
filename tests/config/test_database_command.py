"""`python -m config.database COMMAND`: other programs beside the embedded PostgreSQL."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

from config.db import roles

pytestmark = pytest.mark.system


def beside(data_dir, *command: str) -> subprocess.CompletedProcess[str]:
    ours = {"DATABASE_URL", "SYSTEM_DATABASE_URL", "OWNER_DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    environment = {key: value for key, value in os.environ.items() if key not in ours}
    return subprocess.run(
        [sys.executable, "-m", "config.database", *command],
        cwd=settings.BASE_DIR,
        env=environment | {"DATA_DIR": str(data_dir)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_postgresqls_own_programs_find_the_database(tmp_path):
    result = beside(tmp_path, "psql", "-Atc", "SELECT current_database(), lower('Ü')")

    assert (result.returncode, result.stdout) == (0, "command_center|ü\n"), result.stderr
    assert not (tmp_path / "postgres" / "postmaster.pid").exists()  # stopped with the command


def test_commands_are_told_the_database_and_return_their_own_exit_code(tmp_path):
    told = 'echo "$DATABASE_URL" "$SYSTEM_DATABASE_URL" "$OWNER_DATABASE_URL"; exit 7'

    result = beside(tmp_path, "sh", "-c", told)

    users = re.findall("postgresql://(.*?)@/command_center[?]", result.stdout)
    assert users == [roles.APPLICATION, roles.SYSTEM, "postgres"]
    assert result.returncode == 7


def test_misuse_is_told_in_one_sentence(tmp_path):
    assert beside(tmp_path).stderr.startswith("usage: ")
    assert beside(tmp_path, "no-such-program").stderr == (
        "error: there is no program no-such-program.\n"
    )
