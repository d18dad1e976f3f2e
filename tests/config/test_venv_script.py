"""deploy/venv.sh: a Python that will not do is refused in one line, before pip speaks."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = [pytest.mark.system, pytest.mark.drill]

SCRIPT = settings.BASE_DIR / "deploy" / "venv.sh"


def made_by(python: str | Path, folder: Path, unreachable: str = "/nowhere/"):
    return subprocess.run(
        [SCRIPT, folder],
        env=os.environ | {"PYTHON": str(python), "UNREACHABLE": unreachable},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def debians(tmp_path) -> Path:
    """A Python that says of itself that it is Debian 12's."""
    program = tmp_path / "python3"
    older = "import sys; sys.version_info = (3, 11, 2, 'final', 0)"
    program.write_text(f'#!/bin/sh\n{{ echo "{older}"; cat; }} | exec "{sys.executable}" "$@"\n')
    program.chmod(0o755)
    return program


def refusal(result: subprocess.CompletedProcess[str]) -> str:
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_a_python_that_is_too_old_is_refused(debians, tmp_path):
    said = refusal(made_by(debians, tmp_path))

    assert "is Python 3.11, and 3.12 or newer is needed" in said
    assert not (tmp_path / ".venv").exists()


def test_a_python_where_the_units_find_nothing_is_refused(tmp_path):
    place = str(Path(sys.executable).resolve().parent)

    assert "where units with ProtectHome find nothing" in refusal(
        made_by(sys.executable, tmp_path, unreachable=place)
    )


def test_a_python_that_is_not_there_is_refused(tmp_path):
    assert refusal(made_by("/opt/no/python3", tmp_path)).startswith(
        "error: there is no /opt/no/python3; install Python 3.12 or newer"
    )


def test_others_make_the_environment_with_what_the_release_requires(tmp_path):
    (tmp_path / "requirements.txt").write_text("")

    result = made_by(sys.executable, tmp_path)

    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / ".venv" / "bin" / "python").exists()


@pytest.fixture
def wheel(tmp_path) -> Path:
    """A package of nothing but a module."""
    file = tmp_path / "tiny-1-py3-none-any.whl"
    about = "tiny-1.dist-info"
    with zipfile.ZipFile(file, "w") as files:
        files.writestr("tiny.py", "")
        files.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1\n")
        files.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        files.writestr(f"{about}/RECORD", "")
    return file


@pytest.mark.parametrize("digest", ["", "0" * 64])
def test_a_package_without_the_hash_that_stands_there_is_not_installed(tmp_path, wheel, digest):
    hashed = f" --hash=sha256:{digest}" if digest else ""
    (tmp_path / "requirements.txt").write_text(f"{wheel.as_uri()}{hashed}\n")

    result = made_by(sys.executable, tmp_path)

    assert result.returncode != 0
    assert "HASH" in result.stderr.upper()
    assert not [*tmp_path.glob(".venv/lib/*/site-packages/tiny.py")]


def test_a_package_with_its_hash_is_installed(tmp_path, wheel):
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (tmp_path / "requirements.txt").write_text(f"{wheel.as_uri()} --hash=sha256:{digest}\n")

    result = made_by(sys.executable, tmp_path)

    assert (result.returncode, result.stderr) == (0, "")
    assert [*tmp_path.glob(".venv/lib/*/site-packages/tiny.py")]
