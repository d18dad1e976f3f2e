"""Bodies that come in chunks, without a length, against the running server."""

import json
from collections.abc import Iterator
from io import BytesIO

import pytest

from accounts.models import User
from config.bodies import measuring_bodies
from tests.clients import ApiClient
from tests.factories import UserFactory
from tests.servers import RunningServer, running_server

pytestmark = pytest.mark.django_db(transaction=True)

ME = "/v1/users/me"


@pytest.fixture
def user() -> User:
    return UserFactory(title="Mr")


@pytest.fixture
def server(user) -> Iterator[RunningServer]:
    with running_server() as running:
        yield running


def patch(server: RunningServer, user: User, chunks: Iterator[bytes]) -> tuple[int, dict]:
    token = ApiClient(user).tokens.access_token
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection = server.connect()
    connection.request("PATCH", ME, chunks, headers, encode_chunked=True)
    response = connection.getresponse()
    answer = json.loads(response.read())
    connection.close()
    return response.status, answer


def test_a_body_in_chunks_is_read_and_measured(server, user):
    status, answer = patch(server, user, iter([b'{"title"', b': "Dr"}']))

    assert (status, answer["data"]["title"]) == (200, "Dr")

    megabytes = (b" " * 1_000_000 for _ in range(3))
    status, answer = patch(server, user, megabytes)

    problem = {"field": "", "message": "The request is too large."}
    assert (status, answer["details"]) == (422, {"errors": [problem]})


def test_a_body_of_another_type_is_left_to_who_reads_it_piece_by_piece():
    environ = {
        "wsgi.input_terminated": True,
        "wsgi.input": BytesIO(b"line"),
        "CONTENT_TYPE": "application/x-ndjson",
    }

    measuring_bodies(lambda environ, start_response: [])(environ, None)

    assert environ["wsgi.input"].tell() == 0
    assert "CONTENT_LENGTH" not in environ
