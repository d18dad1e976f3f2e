"""``python -m benchmarks.calls``: calls the application inside one process, and times the calls.

Reads from standard input {"email": …, "paths": […], "times": …}, and writes for each path the rows
that matched and the seconds that each call took.
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
    json.dump(
        [_call(_client(asked["email"]), path, asked["times"]) for path in asked["paths"]],
        sys.stdout,
    )


def _client(email: str):
    # Django is set up only now.
    from django.test import Client  # noqa: PLC0415

    token = access_token(email)
    return Client(headers={"Authorization": f"Bearer {token}", "Host": "127.0.0.1"})


def access_token(email: str) -> str:
    """Return a token of the one who has this address.

    The web server's role is shown one tenant at a time, so each is looked into.
    """
    from accounts.models import User  # noqa: PLC0415
    from accounts.services.sign_ins import open_sign_in  # noqa: PLC0415
    from config.context import within  # noqa: PLC0415
    from tenants.models import Tenant  # noqa: PLC0415

    for tenant in Tenant.objects.order_by("pk"):
        with within(tenant.pk):
            users = User.objects.select_related("role", "tenant").filter(tenant=tenant)
            if user := users.filter(email=email).first():
                return open_sign_in(user=user).access_token
    raise SystemExit(f"Nobody has the address {email}.")


def _call(client, path: str, repetitions: int) -> dict:
    seconds = []
    for _ in range(repetitions + 1):
        began = time.perf_counter()
        answer = client.get(path)
        seconds.append(time.perf_counter() - began)
        if answer.status_code != 200:
            raise SystemExit(f"{path} answers {answer.status_code}.")
    # The first call finds nothing ready; the next ones tell what it costs from day to day.
    return {"total": answer.json()["total"], "seconds": seconds[1:]}


if __name__ == "__main__":
    main()
