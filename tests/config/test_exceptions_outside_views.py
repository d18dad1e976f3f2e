"""What never reaches a view, or comes from none of ours (contract §1.4)."""

import pytest

from tests.config.refusals import INTERNAL, NOT_FOUND, refusal

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.probes")]

HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize("accept", ["application/json", "text/html", "*/*", "image/png", ""])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize("path", ["/v1/", "/v1/nothing", "/v1/users/me/", "/v1/console/students/x"])
def test_unknown_path_of_the_api_is_json(anonymous, path, method, accept):
    response = anonymous.generic(method, path, headers={"Accept": accept})

    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/json"
    assert response.json() == NOT_FOUND


@pytest.mark.parametrize("path", ["/v1/users/me", "/v1/nothing", "/v1/docs"])
def test_bad_host_is_refused_in_json_under_the_api(anonymous, path):
    response = anonymous.get(path, headers={"Host": "evil.example", "Accept": "text/html"})

    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/json"
    assert response.json() == refusal("The request is malformed.", "VALIDATION_ERROR")


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/v1/probe/outside-drf", 500, INTERNAL),
        (
            "/v1/probe/refused-outside-drf",
            403,
            refusal("Permission denied.", "AUTHORIZATION_ERROR"),
        ),
    ],
)
def test_fault_of_a_plain_view_is_json_under_the_api(anonymous, path, status, body):
    response = anonymous.get(path, headers={"Accept": "text/html"})

    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/json"
    assert response.json() == body


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/nothing", "testserver", 404),
        ("/v1x/nothing", "testserver", 404),
        ("/html-fault", "testserver", 500),
        ("/html-refusal", "testserver", 403),
        ("/nothing", "evil.example", 400),
    ],
)
def test_pages_elsewhere_stay_html(anonymous, path, host, status):
    response = anonymous.get(path, headers={"Host": host})

    assert response.status_code == status
    assert response.headers["Content-Type"] == HTML
    assert b"cellar" not in response.content
    assert b"your eyes" not in response.content


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("OPTIONS", "/v1/probe/echo", {"POST"}),
        ("GET", "/v1/probe/echo", {"POST"}),
        ("GET", "/v1/auth/login", {"POST"}),
        ("PROPFIND", "/v1/probe/fault", {"GET", "HEAD"}),
        ("TRACE", "/v1/probe/fault", {"GET", "HEAD"}),
    ],
)
def test_method_that_a_path_does_not_know_is_405_and_names_those_it_knows(
    anonymous, method, path, allowed
):
    response = anonymous.generic(method, path)

    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == allowed
    assert response.json() == refusal(f'Method "{method}" not allowed.', "METHOD_NOT_ALLOWED")


@pytest.mark.parametrize("token", ["nonsense", "a.b.c", "", "a b"])
def test_refused_token_is_401_and_says_how_to_authenticate(anonymous, token):
    response = anonymous.get("/v1/users/me", headers={"Authorization": f"Bearer {token}"})

    assert response.status_code == 401
    assert response.json()["code"] == "AUTHENTICATION_ERROR"
    assert response.headers["WWW-Authenticate"].startswith("Bearer")


def test_missing_token_is_401_and_says_how_to_authenticate(anonymous):
    response = anonymous.get("/v1/users/me")

    assert response.status_code == 401
    assert response.json() == refusal(
        "Authentication credentials were not provided.", "AUTHENTICATION_ERROR"
    )
    assert response.headers["WWW-Authenticate"].startswith("Bearer")
