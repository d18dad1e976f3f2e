"""What must not stand in a line of the log."""

import logging

import pytest

from config.logs import without_secrets


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
