"""What deploy/containers/first.sh makes, as the services of compose.yaml are given it."""

import subprocess
from pathlib import Path

from django.conf import settings

from config.runtime.environment_file import variables

FIRST = settings.BASE_DIR / "deploy" / "containers" / "first.sh"
HOST_NAME = "console.example.edu"


def prepare(folder: Path, mail: str = "smtp://127.0.0.1:25", sender: str = "no-reply@example.edu"):
    """Run the script; return its result."""
    return subprocess.run(
        [FIRST, HOST_NAME, mail, sender, folder], capture_output=True, text=True, check=False
    )


def given(folder: Path, *names: str) -> dict[str, str]:
    """Return the variables of some of the files."""
    found: dict[str, str] = {}
    for name in names:
        found |= variables((folder / f"{name}.env").read_text())
    return found
