"""Bodies of requests, before Django sees them."""

from collections.abc import Callable, Iterable
from io import BytesIO

from django.conf import settings

type Application = Callable[[dict, Callable], Iterable[bytes]]

# Bytes; more than any view reads of a JSON body.
_LONGEST = 16 * 1024 * 1024 + 1


def measuring_bodies(application: Application) -> Application:
    """Measure JSON whose length was not announced, as when it comes in chunks.

    Django takes such a body for none at all: a PATCH would change nothing and say that it did.
    Where the server tells a body's end, it is read up to there, or until it is too long for
    everybody. Other types are left to the views that read them piece by piece.
    """

    def measured(environ: dict, start_response: Callable) -> Iterable[bytes]:
        unmeasured = environ.get("wsgi.input_terminated") and not environ.get("CONTENT_LENGTH")
        if unmeasured and environ.get("CONTENT_TYPE", "").lower().startswith("application/json"):
            # Of somebody who shows nothing, no more than views read of them.
            known = "HTTP_AUTHORIZATION" in environ
            most = _LONGEST if known else settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1
            body = environ["wsgi.input"].read(most)
            environ["wsgi.input"] = BytesIO(body)
            environ["CONTENT_LENGTH"] = str(len(body))
        return application(environ, start_response)

    return measured
