"""The entry point for ASGI servers: the application of ``config.wsgi`` in WEB_THREADS threads."""

from config.runtime.workers import share_figures

share_figures()  # before anything imports prometheus_client

from django.conf import settings  # noqa: E402

from config.db.lent.pools import fill_pools  # noqa: E402
from config.observability import metrics  # noqa: E402
from config.runtime.door import Door  # noqa: E402
from config.wsgi import application as wsgi_application  # noqa: E402

metrics.set_threads(settings.WEB_THREADS)
fill_pools()

application = Door(wsgi_application, settings.WEB_THREADS, metrics.note_busy)
