"""Production starts only with what it needs, and never with the demo's password."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.system

COMPLETE = {
    "SECRET_KEY": "x" * 60,
    "JWT_SIGNING_KEY": "y" * 60,
    "DATABASE_URL": "postgresql://nobody@localhost/none",
    "ALLOWED_HOSTS": "console.example.edu",
    "EMAIL_URL": "smtp+tls://user:pass@mail.example.edu:587",
    "DEFAULT_FROM_EMAIL": "no-reply@example.edu",
    "PUBLIC_URL": "https://console.example.edu",
}


def load_production(
    show: str = "DEMO_PASSWORD", **environment: str
) -> subprocess.CompletedProcess[str]:
    inherited = {k: v for k, v in os.environ.items() if k not in {*COMPLETE, "DEMO_PASSWORD"}}
    return subprocess.run(
        [sys.executable, "-c", f"import config.settings.production as p; print(p.{show})"],
        cwd=settings.BASE_DIR,
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_what_it_needs_and_has_no_demo_password():
    result = load_production(**COMPLETE)

    assert (result.returncode, result.stdout.strip()) == (0, "None"), result.stderr


@pytest.mark.parametrize(
    ("environment", "required"),
    [
        ({}, "True"),
        ({"SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS": "false"}, "False"),
    ],
)
def test_production_requires_a_second_factor_of_super_admins_unless_told_otherwise(
    environment, required
):
    result = load_production("SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS", **COMPLETE | environment)

    assert result.stdout.strip() == required, result.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY_FALLBACKS", "JWT_SIGNING_KEY_FALLBACKS"])
def test_production_reads_former_secrets(name):
    former, before = "former-" * 6, "the-one-before-" * 3
    result = load_production(name, **COMPLETE, **{name: f"{former}, {before}"})

    assert result.stdout.strip() == str([former, before]), result.stderr


@pytest.mark.parametrize(
    ("environment", "preloads"), [({}, "False"), ({"HSTS_PRELOAD": "true"}, "True")]
)
def test_production_asks_for_no_preloading_unless_told_to(environment, preloads):
    result = load_production("SECURE_HSTS_PRELOAD", **COMPLETE | environment)

    assert result.stdout.strip() == preloads, result.stderr


@pytest.mark.parametrize("missing", COMPLETE)
def test_production_refuses_to_start_without(missing):
    result = load_production(**{k: v for k, v in COMPLETE.items() if k != missing})

    assert result.returncode != 0
    assert f"{missing} is not set" in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("JWT_SIGNING_KEY", "short"),
        ("SECRET_KEY_FALLBACKS", f"{'x' * 60},short"),
        ("JWT_SIGNING_KEY_FALLBACKS", "short"),
    ],
)
def test_production_refuses_a_secret_that_can_be_guessed(name, value):
    result = load_production(**COMPLETE | {name: value})

    assert result.returncode != 0
    assert f"{name} is too short" in result.stderr


def test_production_refuses_to_answer_for_every_host():
    result = load_production(**COMPLETE | {"ALLOWED_HOSTS": "console.example.edu, *"})

    assert result.returncode != 0
    assert "ALLOWED_HOSTS names every host" in result.stderr


@pytest.mark.parametrize("url", ["http://console.example.edu", "console.example.edu", "//x"])
def test_production_refuses_links_without_tls(url):
    result = load_production(**COMPLETE | {"PUBLIC_URL": url})

    assert result.returncode != 0
    assert "PUBLIC_URL is no https address" in result.stderr


def test_production_refuses_networks_that_are_none():
    result = load_production(**COMPLETE, SSO_PRIVATE_NETWORKS="10.3.0.0/16, 10.3.0.1/8")

    assert result.returncode != 0
    assert "10.3.0.1/8 has host bits set" in result.stderr


def test_production_refuses_a_pooler_of_another_kind():
    result = load_production(**COMPLETE, DATABASE_POOLER="statement")

    assert result.returncode != 0
    assert (
        "DATABASE_POOLER is 'statement'; it may be session or transaction, or nothing at all."
        in result.stderr
    )


def test_production_refuses_the_demo_password():
    result = load_production(**COMPLETE, DEMO_PASSWORD="demo-Passw0rd")

    assert result.returncode != 0
    assert "DEMO_PASSWORD is set" in result.stderr


@pytest.mark.parametrize("command", ["demo", "demo_data"])
def test_demo_refuses_settings_without_a_demo_password(command, settings):
    settings.DEMO_PASSWORD = None

    with pytest.raises(CommandError, match="no DEMO_PASSWORD"):
        call_command(command)
