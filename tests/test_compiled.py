"""What a test run compiles is kept for the next one, and for the programs that tests start."""

import importlib
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest


@pytest.fixture
def module(tmp_path, monkeypatch) -> str:
    """The name of a module that can be imported, and was not yet."""
    (tmp_path / "never_seen.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    yield "never_seen"
    sys.modules.pop("never_seen", None)


def test_what_the_run_imports_is_kept(module, tmp_path):
    importlib.import_module(module)

    assert Path(cache_from_source(str(tmp_path / "never_seen.py"))).exists()


@pytest.mark.system
def test_what_a_program_imports_is_kept(module, tmp_path):
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True)

    assert Path(cache_from_source(str(tmp_path / "never_seen.py"))).exists()
