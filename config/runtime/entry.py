"""What holds in a web server, unless its environment says otherwise."""

import os


def choose_defaults() -> None:
    """Set what a web server wants in the environment; call it before Django's settings are read."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
    # A server keeps its connections to the database; a command opens one and ends with it.
    os.environ.setdefault("DATABASE_POOL_SIZE", "8")
