"""``python -m benchmarks.visits``: opens pages of the admin inside one process, and times them.

Reads from standard input {"tenant": …, "email": …, "pages": [{"path": …, "anew": …}], "times": …},
and writes for each page the seconds that each call took, and how many queries one more asked. A
page that is read ``anew`` finds nothing that was remembered for the one before.
"""

import json
import logging
import sys
import time

import django


def main() -> None:
    django.setup()
    logging.disable(logging.INFO)
    asked = json.load(sys.stdin)
    client = _client(asked["tenant"], asked["email"])
    json.dump([_visit(client, page, asked["times"]) for page in asked["pages"]], sys.stdout)


def _client(tenant: str, email: str):
    # Django is set up only now.
    from django.test import Client  # noqa: PLC0415

    from accounts.models import User  # noqa: PLC0415
    from accounts.services.activity import note_activity  # noqa: PLC0415
    from config.context import within  # noqa: PLC0415

    client = Client(headers={"Host": "127.0.0.1"})
    # A web server's connection shows one tenant's rows.
    with within(tenant):
        user = User.objects.select_related("role", "tenant").get(email=email)
        client.force_login(user)
        note_activity(user)
    return client


def _visit(client, page: dict, repetitions: int) -> dict:
    from django.core.cache import cache  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    seconds = []
    for _ in range(repetitions + 1):
        if page["anew"]:
            cache.clear()
        began = time.perf_counter()
        answer = client.get(page["path"])
        seconds.append(time.perf_counter() - began)
        if answer.status_code != 200:
            raise SystemExit(f"{page['path']} answers {answer.status_code}.")
    with CaptureQueriesContext(connection) as captured:
        client.get(page["path"])
    # The first call finds nothing ready; the next ones tell what it costs from day to day.
    return {"seconds": seconds[1:], "queries": len(captured)}


if __name__ == "__main__":
    main()
