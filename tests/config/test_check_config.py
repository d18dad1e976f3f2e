"""``manage.py check_config``: each fault that a server would start with is told with its remedy."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks

from config.deployment_checks import WEB_UNIT, unit_stops_too_early
from config.http.static_files import ReleaseStaticFilesStorage
from tests.config.deployments import told
from tests.config.test_settings import COMPLETE


def test_a_sound_configuration_has_nothing_to_mend(sound):
    assert "fault" not in told()
    assert told().endswith("Nothing is wrong.\n")


def authority(folder: Path, content: str) -> str:
    (folder / "authority.pem").write_text(content)
    return str(folder / "authority.pem")


FAULTS = {
    "a redirect that leads to itself": (
        {"TRUSTED_PROXIES": 0},
        "Every page would lead to itself",
        "Set TRUSTED_PROXIES to the number of your proxies",
    ),
    "another host": (
        {"PUBLIC_URL": "https://console.example.com"},
        "PUBLIC_URL leads to console.example.com, which is not among ALLOWED_HOSTS",
        "Add console.example.com to ALLOWED_HOSTS",
    ),
    "a path": (
        {"PUBLIC_URL": "https://console.example.edu/console"},
        "PUBLIC_URL is https://console.example.edu/console",
        "Set PUBLIC_URL to scheme and host alone",
    ),
    "a port that is none": (
        {"PUBLIC_URL": "https://console.example.edu:x"},
        "PUBLIC_URL is https://console.example.edu:x",
        "Set PUBLIC_URL to scheme and host alone",
    ),
    "no thread": ({"WEB_THREADS": 0}, "WEB_THREADS is 0.", "Set it to 1 or more"),
    "no process": ({"WEB_WORKERS": 0}, "WEB_WORKERS is 0.", "Set it to 1 or more"),
    "no such port": ({"PORT": "70000"}, "PORT is 70000.", "from 1 to 65535"),
    "fewer proxies than none": ({"TRUSTED_PROXIES": -1}, "TRUSTED_PROXIES is -1.", "0 or more"),
    "a pool that is too small": (
        {"DATABASE_POOL_SIZE": 2, "WEB_THREADS": 4},
        "requests would wait for a connection",
        "Leave DATABASE_POOL_SIZE unset",
    ),
    "no time for locks": ({"WEB_LOCK_SECONDS": 0}, "WEB_LOCK_SECONDS is 0.", "Set it to 1 or more"),
    "no time for statements": (
        {"WEB_STATEMENT_SECONDS": 5},
        "WEB_LOCK_SECONDS is 5 and WEB_STATEMENT_SECONDS is 5: no wait for a lock would be told",
        "Set WEB_LOCK_SECONDS to less",
    ),
    "no time between statements": (
        {"WEB_TRANSACTION_SECONDS": 0},
        "WEB_TRANSACTION_SECONDS is 0.",
        "Set it to 1 or more",
    ),
    "longer than the unit waits": (
        {"WEB_STOP_SECONDS": 150},
        "kills the server 150 seconds after it was told to stop",
        "Set TimeoutStopSec there to 180, or WEB_STOP_SECONDS to 120.",
    ),
    "longer than the server takes": (
        {"WEB_STOP_SECONDS": 1801},
        "WEB_STOP_SECONDS is 1801; the server does not start.",
        "Set it to 1800 or less.",
    ),
    "equal secrets": (
        {"METRICS_TOKEN": "y" * 60},
        "JWT_SIGNING_KEY and METRICS_TOKEN are the same",
        "Make one for each",
    ),
    "a former secret that is the present one": (
        {"JWT_SIGNING_KEY_FALLBACKS": ["y" * 60]},
        "JWT_SIGNING_KEY_FALLBACKS holds the value of JWT_SIGNING_KEY itself",
        "Leave the value that JWT_SIGNING_KEY had before",
    ),
    "a former secret that another one is made of": (
        {"SECRET_KEY_FALLBACKS": ["y" * 60]},
        "SECRET_KEY_FALLBACKS and JWT_SIGNING_KEY are the same",
        "Make one for each",
    ),
    "a former secret that can be guessed": (
        {"SECRET_KEY_FALLBACKS": ["former"]},
        "SECRET_KEY_FALLBACKS holds a secret that can be guessed",
        "Remove what has less than 32 characters.",
    ),
    "a sender that is none": (
        {"DEFAULT_FROM_EMAIL": "Command Center"},
        "DEFAULT_FROM_EMAIL is 'Command Center', from which no mail can come.",
        "Set it to an address",
    ),
    "a folder that is not there": (
        {"STATIC_ROOT": Path("/nowhere/at/all")},
        "STATIC_ROOT is /nowhere/at/all, and there is no folder for it.",
        "Make it",
    ),
    "a file that is not there": (
        {"SSO_CA_FILE": "/nowhere.pem"},
        "SSO_CA_FILE is /nowhere.pem, which cannot be read (No such file or directory).",
        "Name a file that the service's user may read",
    ),
}


@pytest.mark.parametrize(("changes", "fault", "remedy"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_remedy(sound, changes, fault, remedy):
    for name, value in changes.items():
        setattr(sound, name, value)

    said = told()
    assert fault in said
    assert remedy in said
    assert "has to be mended" in said


def test_check_deploy_tells_the_same(sound):
    sound.TRUSTED_PROXIES = 0

    messages = run_checks(include_deployment_checks=True)
    assert [one.id for one in messages if "lead to itself" in one.msg] == ["config.E010"]


def test_equal_secrets_are_told(sound):
    sound.SIMPLE_JWT = sound.SIMPLE_JWT | {"SIGNING_KEY": sound.SECRET_KEY}

    assert "SECRET_KEY and JWT_SIGNING_KEY are the same" in told()


def test_a_file_without_certificates_is_told(sound, tmp_path):
    sound.SSO_CA_FILE = authority(tmp_path, "no certificate")

    assert "which holds no certificate." in told()


def test_static_files_that_were_not_collected_are_told(sound, tmp_path):
    (tmp_path / "static" / ReleaseStaticFilesStorage.manifest_name).unlink()

    said = told()
    assert "lacks the static files of this release" in said
    assert "Run collectstatic." in said


def test_the_unit_that_is_installed_counts_with_what_was_changed_beside_it(sound, tmp_path):
    (tmp_path / WEB_UNIT).write_text("[Service]\nTimeoutStopSec=150\n")
    assert "kills the server" not in told()

    beside = tmp_path / f"{WEB_UNIT}.d"
    beside.mkdir()
    (beside / "override.conf").write_text("[Service]\nTimeoutStopSec=30\n")

    assert "kills the server 30 seconds after" in told()


def test_a_unit_without_a_limit_has_no_fault(sound, tmp_path):
    (tmp_path / WEB_UNIT).write_text("[Service]\nUser=x\n")

    assert [*unit_stops_too_early(tmp_path / WEB_UNIT)] == []


@pytest.mark.system
@pytest.mark.parametrize(
    ("variable", "said"),
    [
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT is 'xml'; it may be line or json, or nothing at all."),
        ({"EMAIL_URL": "smtp://mail.example.edu:smtp"}, "EMAIL_URL has a port that is none"),
        ({"WEB_THREADS": "four"}, "WEB_THREADS is 'four'; it has to be a whole number."),
        ({"SECURE_SSL_REDIRECT": "maybe"}, "SECURE_SSL_REDIRECT is 'maybe'; it may be true or"),
        ({"METRICS_NETWORKS": "10.0.0.1/8"}, "METRICS_NETWORKS: 10.0.0.1/8 has host bits set"),
        ({"RATE_LIMIT_ACCOUNT": "lots"}, "RATE_LIMIT_ACCOUNT is 'lots'; it is written as requests"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is not set; production does not start without it."),
        ({"BROWSER_SESSION_DAYS": "x"}, "BROWSER_SESSION_DAYS is 'x'; it has to be a whole"),
    ],
)
def test_what_no_setting_can_be_made_of_is_one_sentence(settings, variable, said):
    result = subprocess.run(
        [sys.executable, "manage.py", "check_config"],
        cwd=settings.BASE_DIR,
        env={"PATH": "/usr/bin:/bin"}
        | COMPLETE
        | {"DJANGO_SETTINGS_MODULE": "config.settings.production"}
        | variable,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert result.stderr.startswith(f"error: {said}")
    assert result.stderr.count("\n") == 1
