"""Whether the web server of this container answers; ends with 1 when it does not.

It asks /healthz, and not /readyz: a container whose database is away is not to be started anew.
"""

import os
import sys
from contextlib import closing
from http.client import HTTPConnection, HTTPException

SECONDS = 8


def answers(port: int) -> bool:
    try:
        with closing(HTTPConnection("127.0.0.1", port, timeout=SECONDS)) as call:
            call.request("GET", "/healthz")
            return call.getresponse().status == 200
    except (OSError, HTTPException):
        return False


if __name__ == "__main__":
    sys.exit(not answers(int(os.environ.get("PORT") or 8000)))
