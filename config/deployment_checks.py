"""System checks of a deployment: variables that would let a server start and do harm.

They ask nothing but the settings and the files that these name, and run with ``check --deploy`` and
``check_config``.
"""

import re
import ssl
from collections.abc import Iterable, Iterator
from email.utils import parseaddr
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http.request import split_domain_port, validate_host

from config.http import static_files

# What the web server takes at most (granian's option for it).
LONGEST_STOP = 1800

# The characters of a secret that nobody finds by trial.
_SHORTEST_SECRET = 32

# Seconds that systemd leaves the server beyond its own patience.
_MARGIN = 10

UNITS = settings.BASE_DIR / "deploy" / "systemd"
WEB_UNIT = "command-center-web@.service"

# Settings that are too small to work with below these.
_AT_LEAST = {
    "WEB_WORKERS": 1,
    "WEB_THREADS": 1,
    "WEB_HEADER_SECONDS": 1,
    "WEB_STOP_SECONDS": 1,
    "DATABASE_POOL_SIZE": 0,
    "MIGRATION_LOCK_SECONDS": 1,
    "READY_QUEUE_AGE": 1,
    "TRUSTED_PROXIES": 0,
}


@checks.register(checks.Tags.security, deploy=True)
def deployment_is_sound(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Return an error for each variable that cannot be meant as it is."""
    found = (_redirects, _public_url, _numbers, _stop_seconds, _secrets, _sender, _files)
    return [
        checks.Error(fault, hint=remedy, id="config.E010")
        for judge in found
        for fault, remedy in judge()
    ]


type Faults = Iterable[tuple[str, str]]


def _redirects() -> Faults:
    if settings.SECURE_SSL_REDIRECT and not settings.TRUSTED_PROXIES:
        yield (
            (
                "Every page would lead to itself: plain HTTP is redirected (SECURE_SSL_REDIRECT),"
                " and with TRUSTED_PROXIES=0 nobody is believed to have come by TLS."
            ),
            "Set TRUSTED_PROXIES to the number of your proxies in front: 1 with deploy/nginx.conf.",
        )


def _public_url() -> Faults:
    url = urlsplit(settings.PUBLIC_URL)
    remedy = "Set PUBLIC_URL to scheme and host alone, such as https://console.example.edu."
    try:
        host, _ = split_domain_port(url.netloc)
        _ = url.port
    except ValueError:
        host = ""
    if url.path or url.query or url.fragment or "@" in url.netloc or not host:
        yield f"PUBLIC_URL is {settings.PUBLIC_URL}; links in mails would lead nowhere.", remedy
    elif not validate_host(host, settings.ALLOWED_HOSTS):
        yield (
            (
                f"PUBLIC_URL leads to {host}, which is not among ALLOWED_HOSTS: links in mails are"
                " refused."
            ),
            f"Add {host} to ALLOWED_HOSTS, or correct PUBLIC_URL.",
        )


def _numbers() -> Faults:
    for name, least in _AT_LEAST.items():
        if (value := getattr(settings, name)) < least:
            yield f"{name} is {value}.", f"Set it to {least} or more, or leave it unset."
    if not 0 < int(settings.PORT) < 65536:
        yield f"PORT is {settings.PORT}.", "Set it to a number from 1 to 65535."
    if 0 < settings.DATABASE_POOL_SIZE < settings.WEB_THREADS:
        yield (
            (
                f"DATABASE_POOL_SIZE is {settings.DATABASE_POOL_SIZE} and WEB_THREADS is"
                f" {settings.WEB_THREADS}: requests would wait for a connection, and fail after two"
                " seconds."
            ),
            "Leave DATABASE_POOL_SIZE unset; it is then the number of threads.",
        )


def _stop_seconds() -> Faults:
    if settings.WEB_STOP_SECONDS > LONGEST_STOP:
        yield (
            f"WEB_STOP_SECONDS is {settings.WEB_STOP_SECONDS}; the server does not start.",
            f"Set it to {LONGEST_STOP} or less.",
        )
    yield from unit_stops_too_early(UNITS / WEB_UNIT)


def unit_stops_too_early(unit: Path) -> Faults:
    """Yield the fault of a unit whose server is killed before it may have ended its requests."""
    seconds = _timeout_of(unit)
    if seconds is not None and seconds < settings.WEB_STOP_SECONDS + _MARGIN:
        yield (
            (
                f"WEB_STOP_SECONDS is {settings.WEB_STOP_SECONDS}, and {unit} kills the server"
                f" {seconds} seconds after it was told to stop: exports would be cut off."
            ),
            (
                f"Set TimeoutStopSec there to {settings.WEB_STOP_SECONDS + 30}, or"
                f" WEB_STOP_SECONDS to {max(1, seconds - 30)}."
            ),
        )


def _timeout_of(unit: Path) -> int | None:
    """Return a unit's TimeoutStopSec in seconds, the last one that is written in it or beside."""
    beside = sorted(unit.with_name(f"{unit.name}.d").glob("*.conf"))
    written = [
        seconds
        for file in (unit, *beside)
        if file.is_file()
        for seconds in re.findall(r"^TimeoutStopSec=(\d+)s?$", file.read_text(), re.MULTILINE)
    ]
    return int(written[-1]) if written else None


def _secrets() -> Faults:
    secrets: dict[str, set[Any]] = {
        "SECRET_KEY": {settings.SECRET_KEY},
        "SECRET_KEY_FALLBACKS": {*settings.SECRET_KEY_FALLBACKS},
        "JWT_SIGNING_KEY": {settings.SIMPLE_JWT["SIGNING_KEY"]},
        "JWT_SIGNING_KEY_FALLBACKS": {*settings.JWT_SIGNING_KEY_FALLBACKS},
        "METRICS_TOKEN": {settings.METRICS_TOKEN} - {""},
    }
    for (first, some), (second, others) in combinations(secrets.items(), 2):
        if second == f"{first}_FALLBACKS" and some & others:
            yield (
                f"{second} holds the value of {first} itself, and so the former one is not there.",
                f"Leave the value that {first} had before in {second}, and no other.",
            )
        elif some & others:
            yield (
                f"{first} and {second} are the same: whoever learns one has both.",
                "Make one for each: python -c 'import secrets; print(secrets.token_urlsafe(64))'.",
            )
    for name in ("SECRET_KEY_FALLBACKS", "JWT_SIGNING_KEY_FALLBACKS"):
        if any(len(secret) < _SHORTEST_SECRET for secret in secrets[name]):
            yield (
                f"{name} holds a secret that can be guessed: it opens what a present one does.",
                f"Remove what has less than {_SHORTEST_SECRET} characters.",
            )


def _sender() -> Faults:
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    try:
        validate_email(sender)
    except ValidationError:
        yield (
            f"DEFAULT_FROM_EMAIL is {settings.DEFAULT_FROM_EMAIL!r}, from which no mail can come.",
            "Set it to an address, or to 'Name <address>' in quotes.",
        )


def _files() -> Faults:
    if settings.STATIC_ROOT and not Path(settings.STATIC_ROOT).parent.is_dir():
        yield (
            f"STATIC_ROOT is {settings.STATIC_ROOT}, and there is no folder for it.",
            "Make it, and give it to the service's user: install -d -o command-center FOLDER.",
        )
    if not static_files.are_collected():
        yield (
            f"{settings.STATIC_ROOT} lacks the static files of this release: pages would fail.",
            "Run collectstatic.",
        )
    if settings.SSO_CA_FILE:
        yield from _authorities(Path(settings.SSO_CA_FILE))


def _authorities(file: Path) -> Iterator[tuple[str, str]]:
    try:
        ssl.create_default_context().load_verify_locations(file)
    except ssl.SSLError:
        yield f"SSO_CA_FILE is {file}, which holds no certificate.", "Give it one in PEM form."
    except OSError as error:
        yield (
            f"SSO_CA_FILE is {file}, which cannot be read ({error.strerror}).",
            "Name a file that the service's user may read, outside of /root and /home.",
        )
