"""The entry point for WSGI servers."""

from config.runtime.entry import choose_defaults
from config.runtime.workers import share_figures

choose_defaults()
share_figures()  # before anything imports prometheus_client

from django.core.wsgi import get_wsgi_application  # noqa: E402

from config.http.chunked_bodies import buffer_chunked_json, plain_types  # noqa: E402

application = plain_types(buffer_chunked_json(get_wsgi_application()))
