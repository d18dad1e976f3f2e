"""The entry point for WSGI servers."""

import os

from config.runtime.workers import share_figures

share_figures()  # before anything imports prometheus_client

from django.core.wsgi import get_wsgi_application  # noqa: E402

from config.http.chunked_bodies import buffer_chunked_json, plain_types  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
# A server keeps its connections to the database; a command opens one and ends with it.
os.environ.setdefault("DATABASE_POOL_SIZE", "8")

application = plain_types(buffer_chunked_json(get_wsgi_application()))
