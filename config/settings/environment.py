"""The environment variables of the settings, and the folder of the project."""

import os
import sys
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config.runtime.database.process_role import DatabaseRole, role_of

_TRUE = ("true", "yes", "on", "1")
_FALSE = ("false", "no", "off", "0")


def env(name: str, default: str) -> str:
    """Return a variable as it is written: a ``$`` at its beginning is part of it."""
    return os.environ.get(name, default)


def yes(name: str, *, default: bool) -> bool:
    """Return whether a variable says yes; a blank one counts as unset."""
    value = env(name, default="").lower() or str(default).lower()
    if value not in (*_TRUE, *_FALSE):
        raise ImproperlyConfigured(f"{name} is {value!r}; it may be true or false.")
    return value in _TRUE


def number(name: str, default: int) -> int:
    """Return a variable as an integer; a blank one, as compose files leave it, counts as unset."""
    value = env(name, default="") or str(default)
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}; it has to be a whole number.") from None


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Return a variable as networks, which commas separate."""
    try:
        return [ip_network(one) for one in names(env(name, default=""))]
    except ValueError as error:
        example = "write networks such as 10.3.0.0/16, separated by commas."
        raise ImproperlyConfigured(f"{name}: {error}; {example}") from None


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


def database_replica_url() -> str:
    """Return the addresses of replicas for this process; only web servers read there."""
    is_server = DATABASE_ROLE == DatabaseRole.APPLICATION
    return env("DATABASE_REPLICA_URL", default="") if is_server else ""


BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(env("DATA_DIR", default="") or BASE_DIR / ".data")
