"""Identifiers: 24 lower-case hexadecimal characters that sort by creation (contract §1.5)."""

import re
import secrets
import time
from base64 import urlsafe_b64encode
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

ID_LENGTH = 24
ID_REGEX = r"[0-9a-f]{24}"

_whole_id = re.compile(rf"\A{ID_REGEX}\Z")

ID_RULE = "An id is 24 lower-case hexadecimal characters."

validate_id = RegexValidator(_whole_id, ID_RULE)

_SECOND = 1_000_000_000


def new_id() -> str:
    """Return a new id: 4 bytes of seconds, 3 bytes of the second's fraction, 5 random bytes.

    The fraction (steps of 60 ns) keeps ids of one second in order across processes too, and no
    state is shared, so forks and threads need no care.
    """
    seconds, nanoseconds = divmod(time.time_ns(), _SECOND)
    fraction = (nanoseconds << 24) // _SECOND
    return f"{seconds:08x}{fraction:06x}{secrets.token_hex(5)}"


def secret_of(tenant_id: str) -> str:
    """Return a new secret for a link or a code that is good at one tenant.

    43 characters for addresses: the first 16 are the tenant's id, by which a door before several
    cells finds the way (deploy/cells); the rest is 160 random bits, which nobody guesses.
    """
    return urlsafe_b64encode(bytes.fromhex(tenant_id)).decode() + secrets.token_urlsafe(20)


def is_id(text: str) -> bool:
    """Return whether a text has the form of an id."""
    return _whole_id.match(text) is not None


def typed_id(text: str) -> str | None:
    """Return the id that somebody looks for, in any case and with blanks around it, or None."""
    typed = text.strip().lower()
    return typed if is_id(typed) else None


class IdField(models.CharField):
    """A 24-hex id column; compared byte by byte, whatever the database's language."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["max_length"] = ID_LENGTH
        kwargs["db_collation"] = "C"
        super().__init__(**kwargs)
        self.validators.append(validate_id)

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Return the type by its full name: for "varchar" Django adds a second index for LIKE.

        In collation "C" the first index serves LIKE just as well.
        """
        return f"character varying({ID_LENGTH})"

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"], kwargs["db_collation"]
        return name, path, args, kwargs
