"""The environment variables of the settings, and the folder of the project."""

import sys
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from config.runtime.database.process_role import role_of

env = environ.Env()


def number(name: str, default: int) -> int:
    """Return a variable as an integer; a blank one, as compose files leave it, counts as unset."""
    return int(env(name, default="") or default)


def names(text: str) -> list[str]:
    """Return the items of a variable, which commas separate."""
    return [name.strip() for name in text.split(",") if name.strip()]


def one_of(name: str, *allowed: str) -> str:
    """Return a variable that has one of these values; the first one is for what is not set."""
    value = env(name, default="") or allowed[0]
    if value not in allowed:
        choice = " or ".join(filter(None, allowed))
        raise ImproperlyConfigured(f"{name} is {value!r}; it may be {choice}, or nothing at all.")
    return value


# The role of the database that this process needs, and the address it finds it at.
DATABASE_ROLE = role_of(sys.argv)


def database_url() -> str:
    """Return the address of the database for this process; ``""`` where none is set."""
    return next(filter(None, (env(name, default="") for name in DATABASE_ROLE.variables)), "")


BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(env("DATA_DIR", default="") or BASE_DIR / ".data")
