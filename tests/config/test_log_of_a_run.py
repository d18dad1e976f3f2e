"""What a whole run leaves in the logs of server and worker: everything but secrets."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings as django_settings
from django.db import connection

from accounts.models import User
from config.ids import new_id
from tests.accounts.second_factors import give_second_factor
from tests.clients import ServiceClient
from tests.factories import (
    CaseStudyFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.mail import MailServer, html_of, text_of, token_in
from tests.servers import RunningServer, database_url, running_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

# What nobody else says. None of it may be found afterwards.
PASSWORD = "The-Heron-Flies-At-Dawn-1"
WRONG_PASSWORD = "The-Heron-Flies-At-Noon-2"
NEW_PASSWORD = "The-Heron-Flies-At-Dusk-3"
SPOKEN = "I would rather speak of herons, said the student."
SUMMARY = "The student knows all herons."
TICKET = "ST-1856339-aA5Yuvrxzpv8Tau1cYQ7-heron"
CODE, STATE = "heron-code-4711", "heron-state-0815"
SEARCHED = "heron-searched-for"
METRICS_TOKEN = "heron-metrics-" + "m" * 32
SECRETS = {"SECRET_KEY": "heron-secret-" + "s" * 40, "JWT_SIGNING_KEY": "heron-jwt-" + "j" * 40}
REPLY = "554 No herons are called that way here"


class Caller:
    """Asks a running server as a client does, and keeps what must not be logged."""

    def __init__(self, server: RunningServer) -> None:
        self.server = server
        self.secrets: set[str] = set()
        # By the users' ids; each works once.
        self.recovery_codes: dict[str, list[str]] = {}
        self.asked = 0

    def ask(
        self, method: str, path: str, body=None, token: str | None = None, **headers: str
    ) -> tuple[int, dict]:
        """Return status and JSON of an answer; ``token`` is what Authorization says."""
        if token is not None:
            headers["Authorization"] = token
        if body is not None and not isinstance(body, bytes):
            headers["Content-Type"] = headers.get("Content-Type", "application/json")
            body = json.dumps(body).encode()
        with closing(self.server.connect()) as connected:
            connected.request(method, path, body, headers)
            answer = connected.getresponse()
            read = answer.read()
        self.asked += 1
        is_json = answer.headers["Content-Type"] == "application/json"
        return answer.status, json.loads(read) if is_json else {}

    def sign_in(self, user, password: str = PASSWORD) -> tuple[int, str]:
        body = {"email": user.email, "password": password, "tenant_slug": user.tenant.slug}
        if user.pk in self.recovery_codes:
            body["code"] = self.recovery_codes[user.pk].pop()
        status, answer = self.ask("POST", "/v1/auth/login", body)
        pair = answer.get("data") or {}
        self.secrets |= {pair[name] for name in ("access_token", "refresh_token") if name in pair}
        self.refresh_token = pair.get("refresh_token", "")
        return status, f"Bearer {pair.get('access_token')}"


def environment(mail_server: MailServer, form: str, folder: Path) -> dict[str, str]:
    """Return the settings of a run: as in production, or as on a developer's machine."""
    shared = {
        **SECRETS,
        "DATABASE_URL": database_url(),
        "EMAIL_URL": mail_server.url,
        "METRICS_TOKEN": METRICS_TOKEN,
        "DATA_DIR": str(folder),
        "RUNTIME_DIRECTORY": str(folder),
        "RATE_LIMIT_EXPORT": "2/60",
    }
    if form == "line":
        return shared | {"DJANGO_SETTINGS_MODULE": "config.settings.local"}
    return shared | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DEFAULT_FROM_EMAIL": "no-reply@console.example",
        "PUBLIC_URL": "https://console.example",
        "SECURE_SSL_REDIRECT": "false",
        "DEMO_PASSWORD": "",
    }


def work(environment: dict[str, str]) -> bytes:
    """Have a worker do what is queued; return what it wrote."""
    return subprocess.run(
        [
            sys.executable,
            "manage.py",
            "db_worker",
            "--queue-name",
            "*",
            "--batch",
            "--no-startup-delay",
        ],
        cwd=django_settings.BASE_DIR,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
        timeout=60,
    ).stdout


@contextmanager
def column_that_must_be_filled(table: str) -> Iterator[None]:
    """Have the database refuse every row of a table, and quote it when it does."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} ADD COLUMN filled int NOT NULL DEFAULT 1")
        cursor.execute(f"ALTER TABLE {table} ALTER COLUMN filled DROP DEFAULT")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {table} DROP COLUMN filled")


def everything(call: Caller, people: dict, service: ServiceClient) -> None:
    """Ask for about everything there is, rightly and wrongly."""
    token = the_doors(call, people["admin"])
    tokens_in_wrong_places(call, token)
    the_console(call, people, token)
    the_live_service(call, people, service)
    assert call.ask("GET", "/metrics", token=f"Bearer {METRICS_TOKEN}")[0] == 200
    assert call.ask("GET", "/metrics", token=f"Bearer {METRICS_TOKEN}x")[0] == 404
    call.ask("GET", "/readyz")
    call.ask("GET", "/healthz")


def the_doors(call: Caller, admin: User) -> str:
    """Sign in and out in every way; return what Authorization says from now on."""
    assert call.sign_in(admin, WRONG_PASSWORD)[0] == 401
    status, token = call.sign_in(admin)
    assert status == 200
    refresh = {"refresh_token": call.refresh_token}

    status, answer = call.ask("POST", "/v1/auth/refresh", refresh)
    assert status == 200
    call.secrets |= {answer["data"]["access_token"], answer["data"]["refresh_token"]}
    elsewhere = {"User-Agent": "another client"}
    assert call.ask("POST", "/v1/auth/refresh", refresh, **elsewhere)[0] == 401  # all of it ends
    _, token = call.sign_in(admin)
    call.ask("POST", "/v1/auth/login", b'{"password": "' + PASSWORD.encode())
    call.ask("POST", "/v1/auth/login", {"email": [PASSWORD], "password": {"x": PASSWORD}})
    call.ask("POST", "/v1/auth/accept-invite", {"token": "heron" * 10})
    call.secrets.add("heron" * 10)
    call.ask("GET", f"/v1/auth/sso/nobody/callback?{urlencode({'ticket': TICKET})}")
    call.ask("GET", f"/v1/auth/sso/nobody/callback?{urlencode({'code': CODE, 'state': STATE})}")
    change = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    assert call.ask("POST", "/v1/users/me/change-password", change, token)[0] == 200
    return call.sign_in(admin, NEW_PASSWORD)[1]


def tokens_in_wrong_places(call: Caller, token: str) -> None:
    bare = token.removeprefix("Bearer ")
    for path in (f"/v1/{bare}", f"/v1/console/users/{bare}", f"/x?token={bare}"):
        assert call.ask("GET", path, token=token)[0] == 404
    call.ask("GET", f"/v1/console/students?token={bare}&search={SEARCHED}", token=token)
    call.ask("GET", "/v1/users/me", token=f"{token}x")
    call.ask("GET", "/v1/users/me", token=f"Basic {bare}")
    call.ask("GET", "/v1/users/me", Cookie=f"sessionid={CODE}")


def the_console(call: Caller, people: dict, token: str) -> None:
    student = people["student"]
    users, students = "/v1/console/users", "/v1/console/students"
    assert call.ask("GET", f"{students}?search={SEARCHED}", token=token)[0] == 200
    assert call.ask("GET", f"{students}/{student.pk}", token=token)[0] == 200
    codes = [call.ask("GET", f"{students}/export?format=csv", token=token)[0] for _ in range(3)]
    assert codes == [200, 200, 429]
    assert call.ask("DELETE", students, token=token)[0] == 405
    assert call.ask("GET", "/v1/console/audit-events?limit=x", token=token)[0] == 422
    invited = {
        "email": "grace@example.com",
        "first_name": "Grace",
        "last_name": "Hopper",
        "role_id": people["role"].pk,
    }
    assert call.ask("POST", users, invited, token)[0] == 201
    assert call.ask("POST", users, invited, token)[0] == 409
    call.ask("PATCH", "/v1/users/me", {"title": "x\0" + SPOKEN}, token)
    call.ask("PATCH", "/v1/users/me", {"title": SPOKEN * 50}, token)
    _, powerless = call.sign_in(people["powerless"])
    assert call.ask("GET", students, token=powerless)[0] == 403


def the_live_service(call: Caller, people: dict, service: ServiceClient) -> None:
    key = service.defaults["HTTP_AUTHORIZATION"]
    call.secrets.add(key.removeprefix("Api-Key "))
    session = f"/v1/ingest/sessions/{people['session'].pk}"
    message = {"role": "student", "content": SPOKEN, "timestamp": "2026-04-01T14:30:11Z"}
    transcript = {"status": "available", "messages": [message]}
    assert call.ask("PUT", f"{session}/transcript", transcript, key)[0] == 200
    broken = transcript | {"messages": [message | {"content": SPOKEN + "\0"}]}
    assert call.ask("PUT", f"{session}/transcript", broken, key)[0] == 422
    wrong = transcript | {"messages": [message | {"role": SPOKEN, "timestamp": SPOKEN}]}
    assert call.ask("PUT", f"{session}/transcript", wrong, key)[0] == 422
    grade = {"status": "complete", "final_score": 80, "overall_summary": SUMMARY, "criteria": []}
    assert call.ask("PUT", f"{session}/grade", grade, key)[0] == 200
    line = json.dumps({"session_id": new_id(), "transcript": transcript}).encode()
    bulk = {"Content-Type": "application/x-ndjson"}
    call.ask("POST", "/v1/ingest/sessions/bulk", line + b"\n" + line[:-9], key, **bulk)
    call.ask("PUT", session, {}, key[:-1] + "~")
    # A fault of ours: the database quotes the row that it refuses, and the traceback is logged.
    with (
        column_that_must_be_filled("students_transcript"),
        column_that_must_be_filled("accounts_signin"),
    ):
        path = f"/v1/ingest/sessions/{people['other'].pk}/transcript"
        assert call.ask("PUT", path, transcript, key)[0] == 500
        assert call.sign_in(people["powerless"])[0] == 500


@pytest.mark.parametrize("form", ["line", "json"])
def test_no_secret_is_in_the_log_of_a_whole_run(form, mail_server, settings, tmp_path):
    settings.PASSWORD_HASHERS = ["config.hashing.FewArgon2Hasher"]
    tenant = TenantFactory()
    case_study = CaseStudyFactory(tenant=tenant)
    student = StudentFactory(tenant=tenant)
    sessions = [SessionFactory(user=student, case_study=case_study) for _ in range(2)]
    people = {
        "admin": SuperAdminFactory(tenant=tenant, password=PASSWORD),
        "powerless": UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant), password=PASSWORD),
        "student": student,
        "role": SystemRoleFactory(tenant=tenant, legacy_role="FACULTY"),
        "session": sessions[0],
        "other": sessions[1],
    }
    env = environment(mail_server, form, tmp_path)
    written = (tmp_path / "server.log").open("w+b")
    with written, running_server(log=written, **env) as server:
        call = Caller(server)
        phone, codes = give_second_factor(people["admin"])
        call.recovery_codes[people["admin"].pk] = codes
        call.secrets |= {phone.secret, *codes}
        everything(call, people, ServiceClient(tenant))
        worked = work(env)
        (mail,) = mail_server.mails
        token = token_in(mail)
        # The link, the link misspelt, and the link used.
        for path in (f"/invitations/{token}", f"/INVITATIONS/{token}", f"/x/{token}"):
            call.ask("GET", path)
        accepted = {"token": token, "password": NEW_PASSWORD}
        assert call.ask("POST", "/v1/auth/accept-invite", accepted)[0] == 200
        # And a mail that its server refuses in words of its own.
        mail_server.refuse_recipients = REPLY
        call.ask(
            "POST",
            "/v1/console/users",
            {
                "email": "alan@example.com",
                "first_name": "Alan",
                "last_name": "Turing",
                "role_id": people["role"].pk,
            },
            call.sign_in(people["admin"], NEW_PASSWORD)[1],
        )
        worked += work(env)
        written.flush()
        text = (Path(written.name).read_bytes() + worked).decode()

    bodies = {line.strip() for line in (text_of(mail) + html_of(mail)).splitlines()}
    secrets = {
        *(PASSWORD, WRONG_PASSWORD, NEW_PASSWORD, SPOKEN, SUMMARY, TICKET, CODE, STATE, SEARCHED),
        *(METRICS_TOKEN, *SECRETS.values(), REPLY, token),
        *call.secrets,
        *(line for line in bodies if len(line) > 20),
    }
    found = {secret for secret in secrets if secret in text}
    assert not found
    # Signatures and random parts by themselves give tokens away as well.
    parts = {part for secret in call.secrets for part in secret.split(".") if len(part) > 20}
    headers = {part for part in parts if part.startswith("eyJhbGciOi")}
    assert not {part for part in parts - headers if part in text}
    assert "heron" not in text.lower()

    # It is a log all the same.
    if form == "json":
        lines = [json.loads(line) for line in text.splitlines()]
        access = [line for line in lines if line["logger"] == "config.requests"]
        assert len(access) == call.asked + 1  # and the server's being waited for
        assert {line["route"] for line in access} > {"/v1/auth/login", "/metrics"}
        assert any(line["tenant"] == tenant.pk and line["queries"] > 1 for line in access)
        tasks = [line for line in lines if line["logger"] == "config.tasks"]
        assert [(line["task"], line["outcome"]) for line in tasks] == [
            ("accounts.tasks.send_invitation", "SUCCESSFUL")
        ] * 2
        assert tasks[0]["tenant"] == tenant.pk
    assert len(re.findall(r"POST /v1/auth/login 200", text)) >= 3
    assert "Unexpected error" in text
    assert "[23502]" in text
