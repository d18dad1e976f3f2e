"""The environment of a server that works on the tests' database as in production."""

from pathlib import Path

from django.conf import settings

from config.db.roles import APPLICATION, SYSTEM
from tests.servers import database_url

METRICS_TOKEN = "a token for the figures of a test"


def as_in_production(folder: Path, **changes: str) -> dict[str, str]:
    """Return the variables of a server with one process, roles and a pool; tokens are ours."""
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "DATABASE_URL": database_url(user=APPLICATION),
        "SYSTEM_DATABASE_URL": database_url(user=SYSTEM),
        "DATA_DIR": str(folder),
        "SECRET_KEY": settings.SECRET_KEY,
        "PUBLIC_URL": settings.PUBLIC_URL,
        "METRICS_TOKEN": METRICS_TOKEN,
        "RATE_LIMITS": "false",
        "WEB_WORKERS": "1",
        **changes,
    }
