"""How answers become bytes, and bytes values (contract §1.1, §1.6)."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils.functional import lazystr
from django.utils.safestring import mark_safe
from rest_framework.exceptions import ErrorDetail, ParseError

from accounts.models import UserStatus
from config.api.parsers import StrictJSONParser
from config.api.renderers import EnvelopeJSONRenderer
from config.permissions import Module

LAGOS = timezone(timedelta(hours=1))
NEW_YORK = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime(2026, 6, 4, 9, tzinfo=UTC), '"2026-06-04T09:00:00Z"'),
        (datetime(2026, 6, 4, 9, 0, 59, 999_999, tzinfo=UTC), '"2026-06-04T09:00:59Z"'),
        (datetime(2026, 6, 4, 0, 30, tzinfo=LAGOS), '"2026-06-03T23:30:00Z"'),
        (datetime(2026, 12, 31, 20, tzinfo=NEW_YORK), '"2027-01-01T01:00:00Z"'),
        (datetime(2026, 6, 4, 9, 0, 0, 5), '"2026-06-04T09:00:00Z"'),  # noqa: DTZ001
        (datetime(33, 4, 3, 15, tzinfo=UTC), '"0033-04-03T15:00:00Z"'),
        (date(2026, 6, 4), '"2026-06-04"'),
        (Decimal("82.5"), "82.5"),
        (Decimal("100.0"), "100.0"),
        (0.1, "0.1"),
        (12, "12"),
        (True, "true"),
        (None, "null"),
        ("Ünïcode, 統一碼, 🎓", '"Ünïcode, 統一碼, 🎓"'),
        ('<a href="x">\n', '"<a href=\\"x\\">\\n"'),
        (lazystr("later"), '"later"'),
        (mark_safe("safe"), '"safe"'),
        (ErrorDetail("wrong", code="invalid"), '"wrong"'),
        (UserStatus.ACTIVE, '"ACTIVE"'),
        (Module.FEEDBACK, '"FEEDBACK"'),
        ([{"at": [datetime(2026, 6, 4, tzinfo=LAGOS)]}], '[{"at":["2026-06-03T23:00:00Z"]}]'),
    ],
)
def test_renderer_writes(value, written):
    assert EnvelopeJSONRenderer().render(value) == written.encode()


def test_renderer_keeps_the_order_of_keys():
    body = {"success": True, "data": {"b": 1, "a": 2}, "message": None}

    assert EnvelopeJSONRenderer().render(body) == json.dumps(body, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'{"name": "\xc3\x9cmit"}', {"name": "Ümit"}),
        (rb'{"name": "\u00dcmit \ud83c\udf93"}', {"name": "Ümit 🎓"}),
        (b"[1, 2.5, null, true]", [1, 2.5, None, True]),
        (b'"text"', "text"),
    ],
)
def test_parser_reads(body, value):
    assert StrictJSONParser().parse(BytesIO(body)) == value


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"",
        b"{'name': 1}",
        b'{"name": 1,}',
        b'{"name": "\xff"}',
        '{"name": "ü"}'.encode("latin-1"),
        '{"name": "ü"}'.encode("utf-16"),
        rb'{"name": "\ud83c"}',
        b"NaN",
        b"Infinity",
        b"1e999",
        b"[" * 100_000,
    ],
)
def test_parser_refuses(body):
    with pytest.raises(ParseError):
        StrictJSONParser().parse(BytesIO(body))
