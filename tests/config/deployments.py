"""A deployment with nothing wrong, for tests of what is said of one that is not."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from config.http.static_files import ReleaseStaticFilesStorage
from config.management.commands import check_config
from config.runtime.mail import mail_server as mailer

STATIC = {"BACKEND": "config.http.static_files.ReleaseStaticFilesStorage"}


@pytest.fixture
def sound(settings, tmp_path, monkeypatch):
    """Settings as production has them, with nothing wrong."""
    settings.SECURE_SSL_REDIRECT = True
    settings.TRUSTED_PROXIES = 1
    settings.PUBLIC_URL = "https://console.example.edu"
    settings.ALLOWED_HOSTS = ["console.example.edu"]
    settings.SIMPLE_JWT = settings.SIMPLE_JWT | {"SIGNING_KEY": "y" * 60}
    settings.METRICS_TOKEN = ""
    settings.DEFAULT_FROM_EMAIL = "Command Center <no-reply@example.edu>"
    settings.MAILERS = {"default": mailer("smtp://127.0.0.1:1")}
    settings.STATIC_ROOT = tmp_path / "static"
    settings.SSO_REQUIRES_HTTPS, settings.SSO_ALLOWS_PRIVATE_NETWORKS = True, False
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.STORAGES = settings.STORAGES | {"staticfiles": STATIC}
    (tmp_path / "static").mkdir()
    names = '{"version": "1.1", "paths": {"a.css": "a.0.css"}, "hash": ""}'
    (tmp_path / "static" / ReleaseStaticFilesStorage.manifest_name).write_text(names)
    monkeypatch.setattr(check_config, "INSTALLED_UNITS", tmp_path)
    return settings


def told(*options: str) -> str:
    """Return what the command says, its last sentence included."""
    out = StringIO()
    try:
        call_command("check_config", *options, stdout=out)
    except CommandError as error:
        out.write(str(error))
    return out.getvalue()
