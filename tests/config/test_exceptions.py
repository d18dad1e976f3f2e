"""Whatever goes wrong under /v1/ leaves as the error envelope (contract §1.4)."""

import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from rest_framework import exceptions as drf

from config import errors
from tests.config.refusals import INTERNAL, NOT_FOUND, invalid, refusal, throw

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.probes")]

ECHO = "/v1/probe/echo"
SECRET = "the cellar key hangs behind the door"


NOT_JSON = invalid(("", "The body is not valid JSON."))
NOT_SENT_AS_JSON = invalid(("", "Send the body as application/json."))


@pytest.mark.parametrize(
    ("content_type", "body", "answer"),
    [
        ("application/json", b"{", NOT_JSON),
        ("application/json", b'{"title": "\xff"}', NOT_JSON),
        ("application/json", rb'{"extra": "\ud800"}', NOT_JSON),
        ("application/json", b'{"extra": NaN}', NOT_JSON),
        ("application/json", b'{"extra": ' + b"[" * 100_000, NOT_JSON),
        ("application/json; charset=utf-16", '{"title": "a"}'.encode("utf-16"), NOT_JSON),
        ("application/json; charset=zlib", b"abc", NOT_JSON),
        ("", b'{"title": "a"}', NOT_SENT_AS_JSON),
        ("text/plain", b'{"title": "a"}', NOT_SENT_AS_JSON),
        ("application/x-www-form-urlencoded", b"title=a", NOT_SENT_AS_JSON),
        ("multipart/form-data; boundary=x", b"--x--", NOT_SENT_AS_JSON),
        ("application/json", b" " * 2_621_441, invalid(("", "The request is too large."))),
    ],
)
def test_body_that_can_not_be_read_is_422(anonymous, content_type, body, answer):
    response = anonymous.generic("POST", ECHO, body, content_type)

    assert response.status_code == 422
    assert response.json() == answer


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON"])
def test_body_is_read_as_utf8_json(anonymous, content_type):
    response = anonymous.generic("POST", ECHO, '{"title": "Ümit", "unknown": 1}', content_type)

    assert response.status_code == 200
    assert response.json() == {"success": True, "data": {"title": "Ümit"}, "message": None}


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ([1], [("", "Invalid data. Expected a dictionary, but got list.")]),
        (None, [("", "No data provided")]),
        ({"title": "a\0b"}, [("title", "Null characters are not allowed.")]),
        ({"title": "x" * 11}, [("title", "Ensure this field has no more than 10 characters.")]),
        ({"title": "clash"}, [("", "The two do not go together.")]),
        ({"address": {}}, [("address.name", "This field is required.")]),
        ({"address": 5}, [("address", "Invalid data. Expected a dictionary, but got int.")]),
        ({"user_ids": [1, 2, 3, "x"]}, [("user_ids.3", "A valid integer is required.")]),
        ({"user_ids": 4}, [("user_ids", 'Expected a list of items but got type "int".')]),
        (
            {"members": [{"name": "a"}, {}, {"name": None}]},
            [
                ("members.1.name", "This field is required."),
                ("members.2.name", "This field may not be null."),
            ],
        ),
        ({"members": 4}, [("members", 'Expected a list of items but got type "int".')]),
        (
            {"members": ["a"]},
            [("members.0", "Invalid data. Expected a dictionary, but got str.")],
        ),
        (
            {"title": None, "user_ids": ["x", "y"]},
            [
                ("title", "This field may not be null."),
                ("user_ids.0", "A valid integer is required."),
                ("user_ids.1", "A valid integer is required."),
            ],
        ),
    ],
)
def test_field_error_names_the_field_dotted_and_indexed(anonymous, body, problems):
    response = anonymous.generic("POST", ECHO, json.dumps(body), "application/json")

    assert response.status_code == 422
    assert response.json() == invalid(*problems)


@pytest.mark.parametrize(
    ("exception", "status", "body"),
    [
        (errors.RuleViolation("No."), 400, refusal("No.", "VALIDATION_ERROR")),
        (
            errors.RuleViolation("Used up.", {"attempts_remaining": 0}),
            400,
            refusal("Used up.", "VALIDATION_ERROR", {"attempts_remaining": 0}),
        ),
        (errors.TenantUnresolved("Which?"), 400, refusal("Which?", "TENANT_ERROR")),
        (errors.Unauthenticated("Who?"), 401, refusal("Who?", "AUTHENTICATION_ERROR")),
        (errors.PermissionDenied("No."), 403, refusal("No.", "AUTHORIZATION_ERROR")),
        (errors.NotFound("Gone."), 404, refusal("Gone.", "NOT_FOUND")),
        (
            errors.Conflict("In use.", {"users": 4}),
            409,
            refusal("In use.", "CONFLICT", {"users": 4}),
        ),
        (errors.InvalidInput([("a.0", "Odd."), ("", "All of it.")]), 422,
         invalid(("a.0", "Odd."), ("", "All of it."))),
        (
            errors.RateLimited("Enough", retry_after=61),
            429,
            refusal(
                "Enough; try again in 2 minutes.", "RATE_LIMITED", {"retry_after": 61}
            ),
        ),
        (Http404("of a model"), 404, NOT_FOUND),
        (drf.NotFound("of a row"), 404, NOT_FOUND),
        (PermissionDenied("No."), 403, refusal("No.", "AUTHORIZATION_ERROR")),
        (PermissionDenied(), 403, refusal("Permission denied.", "AUTHORIZATION_ERROR")),
        (ValidationError("Odd."), 422, invalid(("", "Odd."))),
        (
            ValidationError({"name": ["Empty.", "Short."], "__all__": ["Both."]}),
            422,
            invalid(("name", "Empty."), ("name", "Short."), ("", "Both.")),
        ),
        (drf.ValidationError("Odd."), 422, invalid(("", "Odd."))),
    ],
)  # fmt: skip
def test_exception_becomes(provoke, exception, status, body):
    response = provoke(lambda: throw(exception))

    assert response.status_code == status
    assert response.json() == body
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers.get("Retry-After") == ("61" if status == 429 else None)
    assert response.headers.get("WWW-Authenticate") == ("Bearer" if status == 401 else None)


@pytest.mark.parametrize(
    "exception",
    [RuntimeError(SECRET), KeyError(SECRET), OSError(5, SECRET), drf.APIException(SECRET)],
)
def test_unexpected_exception_is_500_and_tells_the_log_alone(provoke, log, exception):
    response = provoke(lambda: throw(exception))

    assert response.status_code == 500
    assert response.json() == INTERNAL
    (first, *_) = log.getvalue().splitlines()
    assert f" ERROR config.api.exceptions [{response.headers['X-Request-ID']}]" in first
    assert SECRET in log.getvalue()


def test_expected_refusals_are_not_logged_as_errors(provoke, log):
    provoke(lambda: throw(errors.Conflict("In use.")))

    assert "ERROR" not in log.getvalue()
