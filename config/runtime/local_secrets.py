"""Secrets of machines that hold no real person's data."""

import os
import secrets
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError


def demo_password() -> str:
    """Return the password of the demo accounts; raise CommandError where there must be none."""
    if not settings.DEMO_PASSWORD:
        raise CommandError(
            "these settings have no DEMO_PASSWORD: they are not meant for demo data."
        )
    return settings.DEMO_PASSWORD


def local_secret(path: Path) -> str:
    """Return the secret kept in ``path``, and create one at the first call.

    Processes that start at the same time agree: a finished file is linked into place, and the
    second process finds the name taken and reads the file that is there.
    """
    try:
        return path.read_text()
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    # mkstemp opens the file for its owner only (0600), and the link keeps that.
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()
    return path.read_text()
