"""Changes to request bodies and their headers before Django sees them."""

import re
from collections.abc import Callable, Iterable
from io import BytesIO

from django.conf import settings

type Application = Callable[[dict, Callable], Iterable[bytes]]

# Bytes; more than any view reads of a JSON body.
_LONGEST = 16 * 1024 * 1024 + 1

# A media type by RFC 9110, and the boundary of a form with files by RFC 2046.
_media_type = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,100}/[A-Za-z0-9!#$&^_.+-]{1,100}")
_boundary = re.compile(r"; ?boundary=(\"?)([A-Za-z0-9'()+_,./:=?-]{1,70})\1(?:;|\Z)", re.IGNORECASE)
_LONGEST_TYPE = 300


def plain_types(application: Application) -> Application:
    """Remove the parameters of a body's type that we do not use, such as the charset.

    We read UTF-8 alone. Django decodes the address by a charset that a caller names, and reads the
    other parameters in quadratic time, before any of our code can refuse it.
    """

    def plain(environ: dict, start_response: Callable) -> Iterable[bytes]:
        if claimed := environ.get("CONTENT_TYPE"):
            environ["CONTENT_TYPE"] = _plain(claimed)
        return application(environ, start_response)

    return plain


def _plain(claimed: str) -> str:
    claimed = claimed[:_LONGEST_TYPE]
    media_type = claimed.partition(";")[0].strip()
    if not _media_type.fullmatch(media_type):
        return ""
    boundary = _boundary.search(claimed)
    return f"{media_type}; boundary={boundary[2]}" if boundary else media_type


def buffer_chunked_json(application: Application) -> Application:
    """Read JSON that comes without a length (in chunks) into memory, and set its length.

    Django takes such a body for an empty one: a PATCH would change nothing and answer that it did.
    Where the server marks a body's end, it is read up to there, or until it is longer than any
    limit. Other types are left to the views that read them piece by piece.
    """

    def measured(environ: dict, start_response: Callable) -> Iterable[bytes]:
        unmeasured = environ.get("wsgi.input_terminated") and not environ.get("CONTENT_LENGTH")
        if unmeasured and environ.get("CONTENT_TYPE", "").lower().startswith("application/json"):
            # Without credentials, no more is read than the views themselves read.
            known = "HTTP_AUTHORIZATION" in environ
            most = _LONGEST if known else settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1
            body = environ["wsgi.input"].read(most)
            environ["wsgi.input"] = BytesIO(body)
            environ["CONTENT_LENGTH"] = str(len(body))
        return application(environ, start_response)

    return measured
