"""The door for ASGI servers."""

import os

from config.workers import share_figures

share_figures()  # before anything imports prometheus_client

from django.core.asgi import get_asgi_application  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
# A server keeps its connections to the database; a command opens one and is done.
os.environ.setdefault("DATABASE_POOL_SIZE", "8")

application = get_asgi_application()
