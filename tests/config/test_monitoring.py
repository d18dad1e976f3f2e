"""/healthz, /readyz and /metrics: what operators' machines ask."""

import errno
import json
import os
import re
import time
from collections import Counter
from contextlib import closing, nullcontext
from datetime import timedelta
from ipaddress import ip_network
from threading import Event

import psutil
import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from accounts.services.invitations import issue_invitation
from config.observability import metrics
from config.observability.monitoring import checks, readiness
from config.observability.monitoring.middleware import ANSWERS
from config.runtime.mail import mail_server as mailer
from config.runtime.workers import claim
from tests.clients import ApiClient
from tests.contract.routes import ROUTES
from tests.factories import AuditEventFactory, StudentFactory, TenantFactory, UserFactory
from tests.servers import free_port, running_server
from tests.threads import at_once
from tests.walled.base import requests_of_the_owner

ROOT = {"/healthz", "/readyz", "/metrics"}
ME = "/v1/users/me"


@pytest.fixture(autouse=True)
def nothing_known(settings):
    """Begin with every check still to be run, and with the figures open to this machine."""
    for check in readiness.CHECKS:
        check.forget()
        check.passed = None


def task(status: str = "READY", **columns) -> DBTaskResult:
    return DBTaskResult.objects.create(
        **{"status": status, "run_after": get_date_max(), "args_kwargs": {}, "task_path": "a.b"}
        | columns
    )


def ask(client, path: str, **headers: str) -> tuple[int, dict]:
    answer = client.get(path, headers=headers)
    return answer.status_code, answer.json()


READY = (200, {"status": "ready", "failing": []})


def unready(*failing: str) -> tuple[int, dict]:
    return 503, {"status": "unready", "failing": list(failing)}


# All three --------------------------------------------------------------------------------------


def test_these_are_all_addresses_outside_of_the_api(anonymous, db):
    assert set(ANSWERS) == ROOT
    assert not ROOT & {route.path for route in ROUTES}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", sorted(ROOT))
def test_machines_ask_by_any_name_without_tls_and_get_no_cookie(anonymous, settings, path):
    settings.SECURE_SSL_REDIRECT = True
    settings.METRICS_TOKEN = "t" * 32
    asked = {"Host": "10.0.0.7:8000", "Authorization": f"Bearer {settings.METRICS_TOKEN}"}

    answer = anonymous.get(path, headers=asked)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Request-ID"]
    assert not answer.cookies
    assert anonymous.get(f"{path}/", headers={"Host": "10.0.0.7"}).status_code in {301, 400}


@pytest.mark.parametrize("path", sorted(ROOT))
def test_they_are_only_read(anonymous, db, path):
    answer = anonymous.post(path)

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


# Alive and ready --------------------------------------------------------------------------------


def test_alive_asks_nothing_of_the_database(anonymous):
    # Without the mark ``django_db``, a statement would fail.
    assert ask(anonymous, "/healthz") == (200, {"status": "alive"})


@pytest.mark.django_db(transaction=True)
def test_ready_when_all_is_in_order(anonymous):
    assert ask(anonymous, "/readyz") == READY


@pytest.mark.django_db(transaction=True)
def test_a_migration_that_is_not_applied_is_noticed(anonymous):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE django_migrations SET name = name || '_' WHERE app = 'accounts'"
            " AND name = '0001_initial'"
        )
    try:
        assert ask(anonymous, "/readyz") == unready("migrations")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE django_migrations SET name = rtrim(name, '_')")


@pytest.mark.django_db(transaction=True)
def test_a_migration_of_the_next_release_is_no_fault(anonymous):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('accounts', '9999', now())"
        )
    try:
        assert ask(anonymous, "/readyz") == READY
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE name = '9999'")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("minutes_ago", "columns", "stands_still"),
    [
        (4, {}, False),
        (6, {}, True),
        (6, {"status": "RUNNING"}, False),
        (6, {"status": "FAILED"}, False),
        # Put off: due since then, or not yet.
        (600, {"run_after": timedelta(minutes=-6)}, True),
        (600, {"run_after": timedelta(minutes=-4)}, False),
        (600, {"run_after": timedelta(minutes=4)}, False),
    ],
)
def test_a_queue_that_stands_still_is_noticed(settings, minutes_ago, columns, stands_still):
    settings.READY_QUEUE_AGE = 300
    if "run_after" in columns:
        columns = columns | {"run_after": timezone.now() + columns["run_after"]}
    row = task(**columns)
    queued = timezone.now() - timedelta(minutes=minutes_ago)
    DBTaskResult.objects.filter(pk=row.pk).update(enqueued_at=queued)

    with pytest.raises(checks.OutOfOrder) if stands_still else nullcontext():
        checks.queue()


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_is_away_is_noticed_and_its_return_too(anonymous, mail_server):
    assert ask(anonymous, "/readyz") == READY

    mail_server.stop()
    for check in readiness.CHECKS:
        check.forget()
    assert ask(anonymous, "/readyz") == unready("mail")

    mail_server.start()
    for check in readiness.CHECKS:
        check.forget()
    assert ask(anonymous, "/readyz") == READY
    assert mail_server.mails == []


@pytest.mark.django_db(transaction=True)
def test_a_forgotten_collectstatic_is_noticed(anonymous, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "config.http.static_files.ReleaseStaticFilesStorage"}
    }
    for check in readiness.CHECKS:
        check.forget()
    assert ask(anonymous, "/readyz") == unready("static")

    call_command("collectstatic", interactive=False, verbosity=0)
    for check in readiness.CHECKS:
        check.forget()
    assert ask(anonymous, "/readyz") == READY


@pytest.fixture
def worker_and_mail_server_away(transactional_db, settings) -> None:
    settings.MAILERS = {"default": mailer(f"smtp://127.0.0.1:{free_port()}")}
    row = task()
    DBTaskResult.objects.filter(pk=row.pk).update(enqueued_at=timezone.now() - timedelta(hours=1))


@pytest.mark.usefixtures("worker_and_mail_server_away")
def test_no_door_takes_servers_away_since_a_worker_or_a_mail_server_is(anonymous, settings):
    door = settings.BASE_DIR / "deploy" / "cells" / "haproxy.cfg"
    probes = re.findall(r"^\s*option httpchk GET (\S+)$", door.read_text(), re.MULTILINE)

    assert len(probes) == 2
    for probe in probes:
        assert ask(anonymous, probe) == READY, probe


@pytest.mark.usefixtures("worker_and_mail_server_away")
def test_checks_can_be_left_out(anonymous):
    assert ask(anonymous, "/readyz") == unready("queue", "mail")
    assert ask(anonymous, "/readyz?exclude=mail") == unready("queue")
    assert ask(anonymous, "/readyz?exclude=queue,mail") == READY
    assert ask(anonymous, "/readyz?exclude=nonsense") == unready("queue", "mail")


@pytest.mark.django_db(transaction=True)
def test_a_result_is_good_for_a_while_and_then_found_out_again(anonymous, monkeypatch):
    (mail,) = (check for check in readiness.CHECKS if check.name == "mail")
    runs = []
    monkeypatch.setattr(mail, "run", lambda: runs.append(1))

    answers = [ask(anonymous, "/readyz") for _ in range(20)]
    assert (answers, len(runs)) == ([READY] * 20, 1)

    mail.forget()
    ask(anonymous, "/readyz")
    assert len(runs) == 2


@pytest.mark.django_db(transaction=True)
def test_a_check_that_hangs_is_bounded_and_asked_for_once(anonymous, monkeypatch):
    (mail,) = (check for check in readiness.CHECKS if check.name == "mail")
    let_go, runs = Event(), []

    def hang() -> None:
        runs.append(1)
        let_go.wait(30)

    monkeypatch.setattr(mail, "run", hang)
    monkeypatch.setattr(readiness, "PATIENCE", 0.5)
    try:
        started = time.monotonic()
        assert ask(anonymous, "/readyz") == unready("mail")
        assert time.monotonic() - started < 5
        answers = at_once(lambda n: ask(ApiClient(), "/readyz"), 8)
        assert answers == [unready("mail")] * 8
        assert len(runs) == 1
    finally:
        let_go.set()
        mail._running.join()


@pytest.mark.django_db(transaction=True)
def test_the_answer_tells_names_alone_and_the_log_when_something_changes(anonymous, settings, log):
    port = free_port()
    settings.MAILERS = {"default": mailer(f"smtp://ada:hush@127.0.0.1:{port}")}

    for _ in range(2):
        answer = anonymous.get("/readyz")
        assert str(port) not in answer.text

    lines = [line for line in log.getvalue().splitlines() if "Not ready" in line]
    assert len(lines) == 1
    assert lines[0].endswith("Not ready: mail (ConnectionRefusedError)")
    assert "hush" not in log.getvalue()


# Figures ----------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("token", "networks", "asked", "status"),
    [
        ("", "", {}, 404),
        ("", "", {"Authorization": "Bearer "}, 404),
        ("secret", "", {}, 404),
        ("secret", "", {"Authorization": "Bearer wrong"}, 404),
        ("secret", "", {"Authorization": "Bearer sécret"}, 404),
        ("secret", "", {"Authorization": "Basic secret"}, 404),
        ("secret", "", {"Authorization": "Bearer secret"}, 200),
        ("", "192.0.2.0/24", {}, 200),
        ("", "198.51.100.0/24", {}, 404),
        ("", "2001:db8::/32", {}, 404),
        ("secret", "192.0.2.0/24", {"Authorization": "Bearer wrong"}, 404),
        # A proxy that we do not know of: everybody comes from its address.
        ("", "192.0.2.0/24", {"X-Forwarded-For": "203.0.113.9"}, 404),
    ],
)
def test_figures_are_shown_to_whom_they_are_for(
    anonymous, settings, token, networks, asked, status
):
    settings.METRICS_TOKEN = token
    settings.METRICS_NETWORKS = [ip_network(networks)] if networks else []

    answer = anonymous.get("/metrics", headers=asked, REMOTE_ADDR="192.0.2.1")

    assert answer.status_code == status
    assert (b"command_center" in answer.content) == (status == 200)


@pytest.mark.django_db
@pytest.mark.parametrize("proxies", [0, 1, 2])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("X-Forwarded-For", value) for value in ("", "127.0.0.1", "203.0.113.9, 127.0.0.1")),
        ("X-Forwarded-Proto", "https"),
        ("X-Forwarded-Host", "console.example"),
        ("X-Real-IP", "127.0.0.1"),
        ("Forwarded", "for=127.0.0.1"),
        ("Via", "1.1 proxy"),
    ],
)
def test_what_was_forwarded_opens_figures_by_the_token_alone(
    anonymous, settings, proxies, name, value
):
    settings.TRUSTED_PROXIES = proxies
    settings.METRICS_NETWORKS = [ip_network("127.0.0.0/8")]
    settings.METRICS_TOKEN = "t" * 32
    token = {"Authorization": f"Bearer {settings.METRICS_TOKEN}"}

    assert anonymous.get("/metrics").status_code == 200
    assert anonymous.get("/metrics", headers={name: value}).status_code == 404
    assert anonymous.get("/metrics", headers={name: value} | token).status_code == 200


@pytest.fixture
def figures(anonymous, settings, monkeypatch):
    """Read the figures, as {name with labels: value}; no tenant of another test is counted."""
    settings.METRICS_TOKEN = "t" * 32
    monkeypatch.setattr(metrics, "_known", set())

    def read() -> dict[str, float]:
        answer = anonymous.get(
            "/metrics", headers={"Authorization": f"Bearer {settings.METRICS_TOKEN}"}
        )
        return parsed(answer.text)

    return read


def parsed(text: str) -> dict[str, float]:
    lines = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines}


def count_of(method: str, route: str, status: str) -> str:
    name = "command_center_request_duration_seconds_count"
    return f'{name}{{method="{method}",route="{route}",status="{status}"}}'


@pytest.mark.django_db
def test_requests_are_counted_by_route_and_tenant(figures, admin, api, anonymous):
    student = StudentFactory(tenant=admin.tenant)
    before = figures()
    api.get(f"/v1/console/students/{student.pk}")
    api.get(f"/v1/console/students/{'a' * 24}")
    api.get("/v1/console/students?search=x")
    anonymous.get("/v1/console/students")
    anonymous.get("/v1/nothing/of/the/kind")
    anonymous.generic("BREW", "/v1/nothing")
    after = figures()

    grown = {name: after[name] - before.get(name, 0) for name in after}
    route = "/v1/console/students/{user_id}"
    assert grown[count_of("GET", route, "2xx")] == 1
    assert grown[count_of("GET", route, "4xx")] == 1
    assert grown[count_of("GET", "/v1/console/students", "2xx")] == 1
    assert grown[count_of("GET", "/v1/console/students", "4xx")] == 1
    assert grown[count_of("GET", "-", "4xx")] == 1
    assert grown[count_of("other", "-", "4xx")] == 1
    assert grown[f'command_center_tenant_requests_total{{tenant="{admin.tenant_id}"}}'] == 3
    assert not any(student.pk in name or "nothing" in name for name in after)


@pytest.mark.django_db
def test_tenants_beyond_a_limit_are_counted_together(figures, monkeypatch):
    monkeypatch.setattr(metrics, "_known", set())
    monkeypatch.setattr(metrics, "MAX_TENANTS", 1)
    before = figures().get('command_center_tenant_requests_total{tenant="other"}', 0)
    tenants = [TenantFactory() for _ in range(3)]

    for tenant in tenants:
        ApiClient(UserFactory(tenant=tenant)).get(ME)

    after = figures()
    assert after['command_center_tenant_requests_total{tenant="other"}'] - before == 2
    assert not any(tenants[2].pk in name for name in after)


@pytest.mark.django_db
def test_figures_tell_of_queue_mails_and_connections(figures, admin):
    ready = task()
    DBTaskResult.objects.filter(pk=ready.pk).update(
        enqueued_at=timezone.now() - timedelta(seconds=90)
    )
    task(status="FAILED")
    task(status="FAILED")
    invitation = issue_invitation(actor=None, user=UserFactory(tenant=admin.tenant))
    invitation.failed_at = timezone.now()
    invitation.save()

    with requests_of_the_owner():  # others see the states of their own role's connections
        told = figures()

    assert told["command_center_database_up"] == 1
    assert told['command_center_tasks{status="ready"}'] == 2  # with the invitation's
    assert told['command_center_tasks{status="failed"}'] == 2
    assert told['command_center_tasks{status="running"}'] == 0
    assert 90 <= told["command_center_queue_age_seconds"] < 120
    assert told["command_center_undelivered_mails"] == 1
    assert told['command_center_database_connections{state="active"}'] >= 1
    assert told["command_center_database_max_connections"] > 1


@pytest.mark.django_db
def test_figures_ask_no_more_of_a_cell_with_more_universities(figures, admin):
    """A scrape has seconds, and a cell a thousand universities."""
    AuditEventFactory(tenant=admin.tenant, event_time=timezone.now() - timedelta(seconds=90))
    figures()
    with CaptureQueriesContext(connection) as of_one:
        figures()
    for _ in range(4):
        AuditEventFactory(tenant=TenantFactory())
    with CaptureQueriesContext(connection) as of_many:
        told = figures()

    assert len(of_many) == len(of_one)
    assert 90 <= told["command_center_audit_unsealed_seconds"] < 150


@pytest.mark.django_db
def test_a_scrape_asks_nothing_twice(figures, admin):
    with CaptureQueriesContext(connection) as scrape:
        figures()

    asked = Counter(one["sql"] for one in scrape)
    assert [statement for statement, times in asked.items() if times > 1] == []


@pytest.mark.django_db
@pytest.mark.usefixtures("own_limits")
def test_refusals_are_counted_by_their_limit(figures, settings, api):
    settings.RATE_LIMITS = {"account": (1, 60)}
    name = 'command_center_rate_limited_total{limit="account"}'
    before = figures().get(name, 0)

    assert [api.get(ME).status_code for _ in range(3)] == [200, 429, 429]

    assert figures()[name] - before == 2


@pytest.mark.django_db
@pytest.mark.usefixtures("own_limits")
# Several processes, and a database that is away -------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_worker_processes_add_their_figures_up(admin, tmp_path):
    token = "t" * 32
    bearer = {"Authorization": f"Bearer {ApiClient(admin).tokens.access_token}"}
    with running_server(METRICS_TOKEN=token, RUNTIME_DIRECTORY=str(tmp_path)) as server:
        with server.connections_to_each_worker() as workers:
            told = []
            for worker in workers:
                for _ in range(3):
                    worker.request("GET", ME, headers=bearer)
                    worker.getresponse().read()
            for worker in workers:
                worker.request("GET", "/metrics", headers={"Authorization": f"Bearer {token}"})
                told.append(parsed(worker.getresponse().read().decode()))
        (directory,) = (tmp_path / "metrics").glob("[0-9]*")
        assert directory.name == str(server.process.pid)

    assert len(told) == 2
    for figures in told:
        assert figures[count_of("GET", ME, "2xx")] == 6
        assert figures[f'command_center_tenant_requests_total{{tenant="{admin.tenant_id}"}}'] == 6


def test_server_finds_no_figures_of_former_ones(tmp_path):
    me = psutil.Process()
    ended = next(pid for pid in range(2**22 - 1, 1, -1) if not psutil.pid_exists(pid))
    (tmp_path / str(ended)).mkdir()
    mine = tmp_path / str(me.pid)
    mine.mkdir()
    (mine / "histogram_1.db").touch()
    os.utime(mine, (me.create_time() - 60, me.create_time() - 60))
    running = tmp_path / str(os.getppid())
    running.mkdir()

    assert claim(tmp_path, me) == mine

    assert sorted(path.name for path in tmp_path.glob("[0-9]*")) == sorted(
        [mine.name, running.name]
    )
    assert list(mine.iterdir()) == []

    # A sibling that comes later finds what this one has counted.
    (mine / "histogram_2.db").touch()
    assert claim(tmp_path, me) == mine
    assert [file.name for file in mine.iterdir()] == ["histogram_2.db"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_without_a_database_it_lives_but_is_not_ready(tmp_path):
    gone = f"postgresql://nobody@127.0.0.1:{free_port()}/none"
    with (
        running_server(
            DATABASE_URL=gone, METRICS_TOKEN="t" * 32, RUNTIME_DIRECTORY=str(tmp_path)
        ) as server,
        closing(server.connect()) as ask_it,
    ):

        def get(path: str) -> tuple[int, str]:
            ask_it.request("GET", path, headers={"Authorization": "Bearer " + "t" * 32})
            answer = ask_it.getresponse()
            return answer.status, answer.read().decode()

        assert get("/healthz") == (200, '{"status": "alive"}')
        status, body = get("/readyz")
        assert (status, json.loads(body)["failing"]) == (503, ["database", "migrations", "queue"])
        status, body = get("/metrics")
        assert (status, parsed(body)["command_center_database_up"]) == (200, 0)
        assert parsed(body)[count_of("GET", "/readyz", "5xx")] == 1


def test_figures_that_cannot_be_written_cost_no_answer(anonymous, monkeypatch):
    class Full:
        def labels(self, *values):
            raise OSError(errno.EFBIG, "File too large")

    monkeypatch.setattr(metrics, "_seconds", Full())
    monkeypatch.setattr(metrics, "_refusals", Full())
    metrics.count_refusal("login")

    assert anonymous.get("/v1/users/me").status_code == 401
