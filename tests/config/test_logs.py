"""What must not stand in a line of the log."""

import json
import logging
import re
from unittest.mock import ANY

import pytest
from django.db import DatabaseError, connection, transaction

from config.observability.logs import LONGEST, JSONFormatter, shortened, without_secrets
from tests.clients import ApiClient


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("GET /invitations/abc_-1 200", "GET /invitations/… 200"),
        ('"GET /invitations/abc HTTP/1.1" 404', '"GET /invitations/… HTTP/1.1" 404'),
        ("see https://x.example/invitations/a/b?c#d.", "see https://x.example/invitations/…"),
        ("GET /callback?state=abc&ticket=ST-1 200", "GET /callback?state=…&ticket=… 200"),
        ("https://a.edu/cb?code=abc&page=2", "https://a.edu/cb?code=…&page=2"),
        ('"/login?service=https%3A%2F%2Fa%3Fstate%3Db"', '"/login?service=…"'),
        ("https%3A%2F%2Fa%3Fstate%3Db%26x c", "https%3A%2F%2Fa%3Fstate%3D… c"),
        ("?ticketing=open&estate=x", "?ticketing=open&estate=x"),
        ("/invitations/a /invitations/b", "/invitations/… /invitations/…"),
        ("/invitations/ and /v1/invitations", "/invitations/ and /v1/invitations"),
    ],
)
def test_tokens_in_addresses_are_left_out(line, kept):
    assert without_secrets(line) == kept


def test_tokens_are_left_out_of_tracebacks_too(log):
    error = ValueError("/invitations/hush")

    logging.getLogger("anybody").error("for %s", "/invitations/hush", exc_info=error)

    assert "for /invitations/…\nValueError: /invitations/…\n" in log.getvalue()


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl here", "got … here"),
        ("key Ab3dEf7h." + "x1" * 16 + ".", "key Ab3dEf7h…."),
        ("Authorization: Bearer abc.def", "Authorization: Bearer …"),
        ("Authorization: Api-Key abc", "Authorization: Api-Key …"),
        ("argon2$argon2id$v=19$m=1,t=2$c2FsdA$aGFzaA", "…"),
        ("pbkdf2_sha256$1000$salt$hash=", "…"),
        ("?ticket=ST-12-abcdef&next=/", "?ticket=…&next=/"),
        ("no PGTIOU-84678-8a9d2sfas23casd", "no …"),
        ("no ST-1-ab=c~d+e/f:g%3Dh, said the server", "no …, said the server"),
        ("/cb?SAMLRequest=fZFB%2B&RelayState=e1s1", "/cb?SAMLRequest=…&RelayState=…"),
        ("/cb?a=1&state=xyz&code=123", "/cb?a=1&state=…&code=…"),
        ("/Invitations/" + "aB3-" * 11, "/Invitations/…"),
        # And what only resembles them.
        ("/v1/console/students/6650a1b2c3d4e5f6a7b8c9d0", None),
        ("BEST-1 and a REST-API, estate=open", None),
        ("Task id=1 path=a.b state=FAILED", None),
        ("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", None),
        ("/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui.css", None),
    ],
)
def test_what_looks_like_a_secret_is_left_out(line, kept):
    assert without_secrets(line) == (line if kept is None else kept)


@pytest.fixture
def json_log(log, monkeypatch):
    """What production writes, read back."""
    (handler,) = (handler for handler in logging.getLogger().handlers if handler.name == "console")
    monkeypatch.setattr(handler, "formatter", JSONFormatter())
    return lambda: [json.loads(line) for line in log.getvalue().splitlines()]


def test_json_line_says_who_asked_for_what(json_log, admin):
    client = ApiClient(admin)
    user = "a" * 24

    client.get(f"/v1/console/users/{user}?x=hush", headers={"X-Request-ID": "trace-1"})

    (line,) = json_log()
    assert line == {
        "time": ANY,
        "level": "INFO",
        "logger": "config.requests",
        "message": ANY,
        "request_id": "trace-1",
        "tenant": admin.tenant_id,
        "user": admin.pk,
        "address": "127.0.0.1",
        "method": "GET",
        "route": "/v1/console/users/{user_id}",
        "path": f"/v1/console/users/{user}",
        "status": 404,
        "duration_ms": ANY,
        "queries": 2,
    }
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line["time"])
    assert line["message"].startswith(f"GET /v1/console/users/{user} 404 ")
    assert line["duration_ms"] > 0


def test_json_line_is_one_line_with_its_traceback(json_log):
    logging.getLogger("anybody").error("two\nlines", exc_info=ValueError("/invitations/hush"))

    (line,) = json_log()
    assert line["message"] == "two\nlines"
    assert line["exception"] == "ValueError: /invitations/…"
    assert (line["request_id"], line["tenant"], line["user"]) == ("-", None, None)


def broken(statement: str, parameters: list) -> DatabaseError:
    """Return the error that a statement ends in, with what Django made of it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, parameters)
    except DatabaseError as error:
        return error
    raise AssertionError("It did not fail.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("INSERT INTO t (a) VALUES (%s)", 'null value in column "b" of relation "t"'),
        ("INSERT INTO t (a, b) VALUES (%s, 1), ('heron', 1)", "duplicate key value"),
        ("INSERT INTO t (a, b) VALUES (%s, 0)", 'violates check constraint "positive"'),
        ("SELECT %s::int", "[22P02]"),
        ("SELECT %s FROM nowhere", 'relation "nowhere" does not exist'),
    ],
)
def test_rows_that_the_database_quotes_are_left_out_of_tracebacks(log, statement, told):
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE t (a text UNIQUE, b int NOT NULL CONSTRAINT positive CHECK (b > 0))"
            " ON COMMIT DROP"
        )
    error = broken(statement, ["heron"])
    if told != 'relation "nowhere" does not exist':
        assert "heron" in str(error)

    logging.getLogger("anybody").error("Unexpected", exc_info=error)

    assert told in log.getvalue()
    assert "heron" not in log.getvalue()


SECRETS = [
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlc2lnbmF0dXJl",
    "Ab3dEf7h." + "x1" * 16,
    "ST-12-abcdefghijklmnopqrstuvwxyz",
    "ST-abcd=efghij~klmnop+qrstuvwxyz",
    "argon2$argon2id$v=19$m=102400,t=2,p=8$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo",
    "Bearer abcdefghijklmnopqrstuvwxyz",
    "?token=abcdefghijklmnopqrstuvwxyz",
    "/invitations/abcdefghijklmnopqrstuvwxyz",
]


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_that_a_cut_goes_through_is_left_out_all_the_same(secret):
    """Wherever the cut goes through it, no four characters of what is secret in it are kept."""
    prefix = re.match(r"Bearer |\?token=|/invitations/|argon2\$|ST-|Ab3dEf7h\.|", secret).group()
    hidden = secret.removeprefix(prefix)
    for kept in range(len(secret) + 2):
        before = "a/" * (LONGEST // 2)
        text = before[: LONGEST - kept - 1] + " " + secret + " and more" * 9

        line = without_secrets(shortened(text))

        assert len(line) <= LONGEST + 1
        assert hidden[:4] not in line.removeprefix(before[: LONGEST - kept - 1]), kept


@pytest.mark.parametrize("path", ["/aaaa" * 4_000, "/" + "eyJ" * 5_000, "/v1/" + "%C3%A4" * 5_000])
@pytest.mark.parametrize("headers", [{}, {"Host": "b" * 9_000}, {"User-Agent": "b" * 9_000}])
@pytest.mark.parametrize("is_json", [False, True])
@pytest.mark.django_db
def test_of_a_request_no_more_than_two_kilobytes_are_logged(
    path, headers, is_json, log, monkeypatch, anonymous
):
    if is_json:
        (handler,) = (one for one in logging.getLogger().handlers if one.name == "console")
        monkeypatch.setattr(handler, "formatter", JSONFormatter())
    seen = []
    monkeypatch.setattr(
        "config.observability.logs.without_secrets", lambda text: seen.append(text) or text
    )
    monkeypatch.setattr(
        "config.observability.middleware.without_secrets", lambda text: seen.append(text) or text
    )

    anonymous.get(path, headers=headers)
    logging.getLogger("django.request").error("Not Found: %s", path)

    assert log.getvalue().count("\n") >= 2
    # Beside it, the time, the level and the rest of a line.
    assert max(len(text) for text in seen) < LONGEST + 200


def test_a_traceback_that_repeats_what_was_sent_is_cut_at_both_ends(log):
    error = ValueError("\n".join(["x" * 10_000] * 20 + ["the end"]))

    logging.getLogger("anybody").error("Failed", exc_info=error)

    assert "ValueError: " in log.getvalue()
    assert log.getvalue().endswith("the end\n")
    assert len(log.getvalue()) < 40_000
    assert max(map(len, log.getvalue().splitlines())) <= LONGEST + 1
