"""The environment variables of the settings, and the folder of the project."""

from pathlib import Path

import environ

env = environ.Env()


def number(name: str, default: int) -> int:
    """Return a variable as an integer; a blank one, as compose files leave it, counts as unset."""
    return int(env(name, default="") or default)


def names(text: str) -> list[str]:
    """Return the items of a variable, which commas separate."""
    return [name.strip() for name in text.split(",") if name.strip()]


BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(env("DATA_DIR", default="") or BASE_DIR / ".data")
