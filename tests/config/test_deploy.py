"""What is deployed: production's settings behind a proxy, static files, units of systemd."""

import json
import os
import re
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings

from tests.config.test_settings import COMPLETE
from tests.servers import RunningServer, database_url, running_server, serve

pytestmark = pytest.mark.system

# What the proxy adds.
HEADERS = {"Host": "console.example.edu", "X-Forwarded-Proto": "https", "X-Forwarded-For": "::1"}


@pytest.fixture(scope="module")
def server(django_db_setup, django_db_blocker, tmp_path_factory):
    """Production, as an operator sets it up; without a mail server, which nothing here asks."""
    with django_db_blocker.unblock():
        production = COMPLETE | {
            "DATABASE_URL": database_url(),
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "STATIC_ROOT": str(tmp_path_factory.mktemp("static")),
            "TRUSTED_PROXIES": "1",
            "WEB_WORKERS": "1",
        }
        collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity=0"]
        subprocess.run(collect, cwd=settings.BASE_DIR, env=os.environ | production, check=True)
        with running_server(serve, **production) as running:
            yield running


def get(server: RunningServer, path: str, **headers: str):
    with closing(server.connect()) as call:
        call.request("GET", path, headers=HEADERS | headers)
        answer = call.getresponse()
        answer.body = answer.read()
        return answer


def test_static_files_are_named_by_content_compressed_and_kept_for_ever(server):
    page = get(server, "/v1/docs").body.decode()

    files = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert len(files) >= 4
    for file in files:
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", file)
        answer = get(server, file, **{"Accept-Encoding": "gzip"})
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"
        if not file.endswith(".png"):
            assert answer.headers["Content-Encoding"] == "gzip"


def test_answers_over_tls_ask_to_stay_there(server):
    answer = get(server, "/v1/users/me")

    told = "max-age=31536000; includeSubDomains"
    assert (answer.status, answer.headers["Strict-Transport-Security"]) == (401, told)
    assert json.loads(answer.body)["code"] == "AUTHENTICATION_ERROR"


def test_plain_http_and_other_hosts_are_turned_away(server):
    plain = get(server, "/v1/users/me", **{"X-Forwarded-Proto": "http"})
    other = get(server, "/v1/users/me", Host="evil.example")

    assert plain.status == 301
    assert plain.headers["Location"] == "https://console.example.edu/v1/users/me"
    assert other.status == 400


def test_cookies_are_for_this_host_over_tls_alone():
    asked = (
        *("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "ORGANISATION_COOKIE_NAME"),
        *("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"),
        *("SESSION_COOKIE_PATH", "SESSION_COOKIE_DOMAIN", "SESSION_COOKIE_SAMESITE"),
        "DEVICE_COOKIE_NAME",
    )
    code = (
        "import json, sys; from django.conf import settings;"
        " print(json.dumps([getattr(settings, name) for name in sys.argv[1:]]))"
    )
    environment = COMPLETE | {"DJANGO_SETTINGS_MODULE": "config.settings.production"}
    result = subprocess.run(
        [sys.executable, "-c", code, *asked],
        cwd=settings.BASE_DIR,
        env=os.environ | environment,
        capture_output=True,
        check=True,
    )

    names = ["__Host-sessionid", "__Host-csrftoken", "__Host-organisation"]
    # Without these path and domain, browsers ignore cookies of such names.
    assert json.loads(result.stdout) == [*names, True, True, "/", None, "Lax", "__Host-device"]
