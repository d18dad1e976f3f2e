"""Bodies that come in chunks, without a length, against the running server."""

import json
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO

import pytest

from accounts.models import User
from config.http.chunked_bodies import buffer_chunked_json, plain_types
from tests.clients import ApiClient
from tests.factories import UserFactory
from tests.servers import RunningServer, running_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

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

    buffer_chunked_json(lambda environ, start_response: [])(environ, None)

    assert environ["wsgi.input"].tell() == 0
    assert "CONTENT_LENGTH" not in environ


ODD_TYPES = [
    *(f"a/b; charset={name}" for name in ("zlib", "hex", "rot13", "idna", "undefined", "nonsense")),
    *("a/b; x*=foo''b", f"a/b; x={'a' * 12_000}", f'a/b; x="{";" * 9_000}', "nonsense", ";", "\t"),
    *("application/json; charset=unicode_escape", "multipart/form-data; boundary=" + "x" * 200),
]


@pytest.mark.parametrize(
    "path", ["/sign-in?next=%ff", "/v1/users/me?search=%5Cud800", "/?" + "a&" * 1100]
)
def test_no_type_of_a_body_is_a_fault_of_ours(server, path):
    """Django decodes by it before any middleware; granian answers 500 for what it raises there."""
    for claimed in ODD_TYPES:
        with closing(server.connect()) as connection:
            connection.request("GET", path, headers={"Content-Type": claimed})
            assert connection.getresponse().status < 500, claimed


@pytest.mark.parametrize(
    ("claimed", "left"),
    [
        ("application/json; charset=utf-8", "application/json"),
        ("Application/X-NDJSON;charset=latin-1", "Application/X-NDJSON"),
        (
            "multipart/form-data; boundary=----WebKit7x",
            "multipart/form-data; boundary=----WebKit7x",
        ),
        ('multipart/form-data; charset=zlib; boundary="a:b"', "multipart/form-data; boundary=a:b"),
        ("multipart/form-data; boundary=" + "x" * 71, "multipart/form-data"),
        (f'a/b; x="{";" * 9_000}', "a/b"),
        ("nonsense", ""),
        ("a" * 5000 + "/b", ""),
    ],
)
def test_of_a_type_is_left_what_we_go_by(claimed, left):
    seen = {}
    application = plain_types(lambda environ, start_response: seen.update(environ) or [])

    application({"CONTENT_TYPE": claimed}, lambda *_: None)

    assert seen["CONTENT_TYPE"] == left
