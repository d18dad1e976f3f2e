"""The published OpenAPI document, tried out against the real server by whoever may call it.

All checks of schemathesis run; where one is wrong about us, schemathesis.toml and checks.py say
why. `make fuzz` does the same for minutes instead of seconds, with another seed each time.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tenants.models import Tenant
from tests.clients import ServiceClient
from tests.factories import RoleFactory, SuperAdminFactory, UserFactory
from tests.fuzzing import world
from tests.servers import database_url, running_server

pytestmark = pytest.mark.system

SEED = os.environ.get("FUZZ_SEED", "1")

# How long `make fuzz` goes on for each caller; otherwise a few examples of each are enough.
SECONDS = os.environ.get("FUZZ_SECONDS")

LIVE_SERVICE = ("--include-path-regex", "^/v1/ingest/")
PEOPLE = ("--exclude-path-regex", "^/v1/ingest/")

# What no generated request brings about: a path cannot be made to hold the slashes of an origin, a
# refresh token works once, other secrets come from a mail, a phone or a CAS server, sign-ins have
# ids that nobody guesses, few people have a second factor, a roster has a header, its plan a hash,
# and whoever is erased an address that is typed. All have tests of their own.
OUT_OF_REACH = {
    "DELETE /v1/console/tenants/{tenant_id}/allowed-origins/{origin}",
    "DELETE /v1/console/users/{user_id}/second-factor",
    "DELETE /v1/users/me/second-factor",
    "DELETE /v1/users/me/sessions/{session_id}",
    "POST /v1/auth/accept-invite",
    "POST /v1/auth/password-reset/confirm",
    "POST /v1/auth/refresh",
    "POST /v1/auth/sso/token",
    "POST /v1/console/roster-imports",
    "POST /v1/console/roster-imports/{import_id}/confirm",
    "POST /v1/console/students/{user_id}/erase",
    "POST /v1/users/me/second-factor/confirm",
    "POST /v1/users/me/second-factor/recovery-codes",
}


@dataclass(frozen=True)
class Caller:
    """Who calls; of the operations that ``may`` matches, nine in ten have to succeed once."""

    name: str
    credentials: Callable[[Tenant], dict[str, str]]
    operations: tuple[str, ...]
    may: str
    # Those of `make test-all`; the coverage phase is long, and has a caller of its own there.
    phases: str = "fuzzing,stateful"

    def __str__(self) -> str:
        return self.name


def person(make: Callable) -> Callable[[Tenant], dict[str, str]]:
    return lambda tenant: {
        "FUZZ_CALLER": make(tenant=tenant).pk,
        "FUZZ_LEAVER": make(tenant=tenant).pk,
    }


def without_rights(tenant: Tenant):
    return UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant))


def service_key(tenant: Tenant) -> dict[str, str]:
    return {"FUZZ_SERVICE_KEY": ServiceClient(tenant).defaults["HTTP_AUTHORIZATION"]}


LISTS = r"GET /v1/console/(tenants|roles|users|programmes|case-studies|students)$"
OWN = r"/v1/users/me$|/auth/logout$"

IN_DETAIL = Caller("super-admin-in-detail", person(SuperAdminFactory), PEOPLE, LISTS, "coverage")
CALLERS = [
    *([] if SECONDS else [IN_DETAIL]),
    Caller("super-admin", person(SuperAdminFactory), PEOPLE, r"."),
    Caller("admin", person(UserFactory), PEOPLE, r"/(students|programmes|case-studies)"),
    Caller("without-rights", person(without_rights), PEOPLE, OWN, "fuzzing"),
    Caller("without-token", lambda tenant: {}, (), r"/auth/login$", "fuzzing"),
    Caller("live-service", service_key, LIVE_SERVICE, r"."),
]


@pytest.mark.timeout(1200)
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("caller", CALLERS, ids=str)
def test_document_holds_whoever_calls(caller, tmp_path):
    tenant = world.settle()
    answers = tmp_path / "answers.json"
    environment = {
        "SCHEMATHESIS_HOOKS": "tests.fuzzing.hooks",
        "DATABASE_URL": database_url(),
        "FUZZ_ANSWERS": str(answers),
        **caller.credentials(tenant),
    }

    with running_server() as server:
        run = subprocess.run(
            schemathesis(f"{server.url}/v1/schema", caller),
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    assert run.returncode == 0, f"Seed {SEED}\n{run.stdout}\n{run.stderr}"
    print(run.stdout)  # noqa: T201 - for `make fuzz`
    # In the long run a caller guesses too many passwords, or takes rights from themselves.
    if not SECONDS:
        called, failed = tally(json.loads(answers.read_text()), caller.may)
        assert len(failed) <= len(called) // 10, failed


def schemathesis(document: str, caller: Caller) -> list[str]:
    length = ("--max-time", SECONDS) if SECONDS else ("--phases", caller.phases)
    return [
        *(str(Path(sys.executable).with_name("st")), "--config-file", str(world.CONFIGURATION)),
        *("run", document, "--seed", SEED, "--continue-on-failure"),
        *(*caller.operations, *length),
    ]


def tally(answers: dict[str, int], may: str) -> tuple[set[str], set[str]]:
    """Return the operations among ``may`` that were called, and those that never succeeded."""
    pairs = {tuple(answer.rsplit(" ", 1)) for answer in answers if re.search(may, answer[:-4])}
    called = {operation for operation, _ in pairs} - OUT_OF_REACH
    return called, called - {operation for operation, status in pairs if status[0] == "2"}
