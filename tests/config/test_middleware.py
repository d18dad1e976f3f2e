"""A name for every request, in its answer and in each of its log lines."""

import logging
import re

import pytest
from django.db import connection
from django.http import StreamingHttpResponse

from config.context import current_request
from config.observability.middleware import RequestIdMiddleware
from tests.config.probes import FaultView

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.probes")]

MADE = re.compile("[0-9a-f]{32}")
LINE = re.compile(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (?P<level>[A-Z]+) (?P<name>\S+) \[(?P<id>\S+)\] "
    r"\[\S+ \S+\] "
)


@pytest.mark.parametrize(
    "wished",
    [
        "a",
        "0b7c9d58-8f3e-4a53-9a54-1e3a2ad1f3ab",
        "Root=1-67891233-abcdef012345678912345678",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "a.b_c:d/e+f=",
        "x" * 128,
    ],
)
def test_acceptable_request_id_is_taken_over(anonymous, wished):
    response = anonymous.get("/v1/probe/fault", headers={"X-Request-ID": wished})

    assert response.headers["X-Request-ID"] == wished


@pytest.mark.parametrize(
    "wished",
    [
        "",
        "x" * 129,
        "two words",
        "<script>",
        "a\r\nSet-Cookie: b=c",
        "a\n2026-01-01 ERROR forged",
        "a\n",
        "é",
        "a\tb",
        "a,b",
        "a;b",
        '"a"',
        "a\0",
        "%0a",
    ],
)
def test_unacceptable_request_id_is_replaced(anonymous, wished):
    response = anonymous.get("/v1/probe/fault", headers={"X-Request-ID": wished})

    assert MADE.fullmatch(response.headers["X-Request-ID"])


def test_request_without_an_id_gets_one_of_its_own(anonymous):
    first, second = (anonymous.get("/v1/probe/fault").headers["X-Request-ID"] for _ in range(2))

    assert MADE.fullmatch(first)
    assert MADE.fullmatch(second)
    assert first != second


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/probe/fault", 200),
        ("/v1/probe/signed-in", 401),
        ("/v1/nothing", 404),
        ("/nothing", 404),
        ("/v1/probe/outside-drf", 500),
        ("/html-fault", 500),
        ("/", 302),
        ("/v1/docs", 200),
        ("/v1/schema", 200),
        ("/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui.css", 200),
    ],
)
def test_every_kind_of_answer_carries_the_request_id(anonymous, path, status):
    response = anonymous.get(path, headers={"X-Request-ID": "trace-1"})

    assert response.status_code == status
    assert response.headers["X-Request-ID"] == "trace-1"
    response.close()


def test_refused_host_is_answered_with_the_request_id(anonymous):
    response = anonymous.get("/", headers={"X-Request-ID": "trace-1", "Host": "evil.example"})

    assert response.status_code == 400
    assert response.headers["X-Request-ID"] == "trace-1"


def log_lines(log) -> list[re.Match]:
    """Return the lines of the log, without the tracebacks that follow some of them."""
    return [match for line in log.getvalue().splitlines() if (match := LINE.match(line))]


def test_request_is_logged_once_with_its_id_and_without_its_query(anonymous, log):
    anonymous.get("/v1/probe/fault?search=abdul&token=hush", headers={"X-Request-ID": "trace-1"})

    (line,) = log.getvalue().splitlines()
    assert re.fullmatch(LINE.pattern + r"GET /v1/probe/fault 200 \d+\.\d ms", line), line
    assert "[trace-1]" in line


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/probe/signed-in", 401),
        ("/v1/nothing", 404),
        ("/nothing", 404),
        ("/v1/probe/outside-drf", 500),
        ("/html-fault", 500),
    ],
)
def test_every_line_of_a_failed_request_carries_its_id_and_none_its_query(
    anonymous, log, path, status
):
    anonymous.get(f"{path}?token=hush", headers={"X-Request-ID": "trace-1"})

    lines = log_lines(log)
    assert {line["id"] for line in lines} == {"trace-1"}
    assert [line["name"] for line in lines].count("config.requests") == 1
    assert f"GET {path} {status} " in log.getvalue()
    assert "hush" not in log.getvalue()


def test_line_that_django_adds_after_the_middleware_carries_the_request_id(provoke, log):
    response = provoke(lambda: 1 // 0)

    lines = log_lines(log)
    assert [line["name"] for line in lines] == [
        "config.api.exceptions",
        "config.requests",
        "django.request",
    ]
    assert {line["id"] for line in lines} == {response.headers["X-Request-ID"]}


def test_lines_of_a_view_carry_the_request_id(anonymous, log, monkeypatch):
    def speak():
        logging.getLogger("students").warning("a student is late")
        return current_request().id

    monkeypatch.setattr(FaultView, "fault", staticmethod(speak))
    response = anonymous.get("/v1/probe/fault", headers={"X-Request-ID": "trace-1"})

    assert response.json()["data"] == "trace-1"
    assert "WARNING students [trace-1] [127.0.0.1 -] a student is late\n" in log.getvalue()


def test_an_answer_that_streams_is_logged_once_it_has_been_sent(anonymous, log, rf):
    def pieces():
        logging.getLogger("students").warning("halfway")
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        yield current_request().id.encode()

    request = rf.get("/", headers={"X-Request-ID": "trace-1"})
    response = RequestIdMiddleware(lambda request: StreamingHttpResponse(pieces()))(request)
    assert log.getvalue() == ""

    assert b"".join(response) == b"trace-1"
    response.close()

    first, second = log.getvalue().splitlines()
    assert first.endswith("WARNING students [trace-1] [127.0.0.1 -] halfway")
    assert re.fullmatch(LINE.pattern + r"GET / 200 \d+\.\d ms", second), second
    assert current_request().id is None


def test_an_answer_that_breaks_off_is_logged_with_the_request_id(log, rf):
    def pieces():
        yield b"so far"
        raise RuntimeError("gone")

    request = rf.get("/", headers={"X-Request-ID": "trace-1"})
    response = RequestIdMiddleware(lambda request: StreamingHttpResponse(pieces()))(request)
    with pytest.raises(RuntimeError):
        list(response)
    response.close()

    assert [line["id"] for line in log_lines(log)] == ["trace-1", "trace-1"]
    assert "The answer broke off" in log.getvalue()


def test_outside_of_a_request_there_is_no_id(anonymous, log):
    anonymous.get("/v1/probe/fault", headers={"X-Request-ID": "trace-1"})

    logging.getLogger("students").warning("nobody asked")

    assert current_request().id is None
    assert "WARNING students [-] [- -] nobody asked\n" in log.getvalue()


def test_a_path_can_not_forge_a_log_line(anonymous, log):
    anonymous.get("/v1/x%0A2026-01-01 00:00:00,000 ERROR forged [y] z%1b[31m%E2%80%A8")

    lines = log.getvalue().splitlines()
    assert all(LINE.match(line) for line in lines)
    assert "\x1b" not in log.getvalue()
    assert (
        r"GET /v1/x\n2026-01-01 00:00:00,000 ERROR forged [y] z\x1b[31m\u2028 404 "
        in log.getvalue()
    )
