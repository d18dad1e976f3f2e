"""The door for WSGI servers."""

import os
from collections.abc import Callable, Iterable
from io import BytesIO

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
# A server keeps its connections to the database; a command opens one and is done.
os.environ.setdefault("DATABASE_POOL_SIZE", "8")

type Application = Callable[[dict, Callable], Iterable[bytes]]


def measuring_bodies(application: Application) -> Application:
    """Measure bodies whose length was not announced, as when they come in chunks.

    Django takes such a body for none at all: a PATCH would change nothing and say that it did.
    Where the server tells a body's end, it is read as far as Django would take it, and one byte
    more, by which Django sees that it is too large.
    """

    def measured(environ: dict, start_response: Callable) -> Iterable[bytes]:
        if environ.get("wsgi.input_terminated") and not environ.get("CONTENT_LENGTH"):
            body = environ["wsgi.input"].read(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
            environ["wsgi.input"] = BytesIO(body)
            environ["CONTENT_LENGTH"] = str(len(body))
        return application(environ, start_response)

    return measured


application = measuring_bodies(get_wsgi_application())
