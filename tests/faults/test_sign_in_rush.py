"""A hundred people who sign in at once: some are sent to come again, and all others are served."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.clients import LOGIN, ApiClient
from tests.factories import PASSWORD, UserFactory
from tests.faults.environments import as_in_production
from tests.servers import RunningServer, running_server, serve

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

PEOPLE = 100


def ask(server: RunningServer, method: str, path: str, body: object = None, **headers: str):
    """Return the status, when to come back, and the answer."""
    with closing(server.connect()) as call:
        sent = None if body is None else json.dumps(body)
        headers |= {"Host": "127.0.0.1", "Content-Type": "application/json"}
        call.request(method, path, sent, headers)
        answer = call.getresponse()
        return answer.status, answer.headers["Retry-After"], json.load(answer)


def test_a_hundred_sign_ins_at_once_leave_reads_answered(tenant, settings, tmp_path: Path):
    settings.PASSWORD_HASHERS = ["config.hashing.FewArgon2Hasher"]
    user = UserFactory(tenant=tenant, password=PASSWORD)
    token = f"Bearer {ApiClient(user).tokens.access_token}"
    body = {"email": user.email, "password": PASSWORD, "tenant_slug": tenant.slug}
    reads: list[int] = []

    with (
        running_server(serve, **as_in_production(tmp_path, WEB_THREADS="4")) as server,
        ThreadPoolExecutor(PEOPLE) as people,
    ):
        asked = [people.submit(ask, server, "POST", LOGIN, body) for _ in range(PEOPLE)]
        while not all(one.done() for one in asked):
            reads.append(ask(server, "GET", "/v1/users/me", Authorization=token)[0])
        answers = [one.result() for one in asked]

    statuses = Counter(status for status, _, _ in answers)
    assert statuses.keys() == {200, 503}
    assert {(again, answer["code"]) for status, again, answer in answers if status == 503} == {
        ("2", "INTERNAL_ERROR")
    }
    assert reads
    assert set(reads) == {200}
