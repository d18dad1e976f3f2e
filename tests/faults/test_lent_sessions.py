"""The product behind a pooler in transaction mode with a few sessions, for all that it does."""

import io
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path
from zipfile import ZipFile

import psycopg
import pytest
from django.conf import settings

from config.db.lent.names import SWITCHED_OFF, renames_statements
from config.db.poolers import DIRECTLY
from config.db.roles import APPLICATION, SYSTEM
from config.hashing import FewArgon2Hasher
from config.ids import new_id
from rehearsals.pgbouncer import keeps_statements
from students.models import AttemptTransaction, Session
from tests.clients import PASSWORD, ApiClient, ServiceClient
from tests.factories import CaseStudyFactory, StudentFactory, TenantFactory, UserFactory
from tests.faults.test_poolers import run
from tests.pooler import Pooler, running_pooler
from tests.servers import RunningServer, database_url, running_server, serve
from tests.students.reports import ENDED, LiveService
from tests.threads import at_once, meanwhile
from tests.waiting import eventually
from tests.walled.leftovers import left_behind
from tests.workers import finish_work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

SIZE = 4
COURSES = "/v1/console/programmes"


@pytest.fixture
def pooler(tmp_path: Path) -> Iterator[Pooler]:
    with running_pooler(tmp_path, "transaction", SIZE, names=200) as pooler:
        yield pooler


def environment(pooler: Pooler, **more: str) -> dict[str, str]:
    """Return the variables of a deployment behind the pooler, where the tests' tokens are good."""
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "DATABASE_URL": pooler.url(APPLICATION),
        "SYSTEM_DATABASE_URL": pooler.url(SYSTEM),
        "OWNER_DATABASE_URL": pooler.url(),
        "DATABASE_POOLER": "transaction",
        # Together more than there are sessions; and each thread has a connection.
        "WEB_WORKERS": "2",
        "WEB_THREADS": "3",
        "DATABASE_POOL_SIZE": "4",
        "SECRET_KEY": settings.SECRET_KEY,
        "JWT_SIGNING_KEY": settings.SECRET_KEY,
        "PUBLIC_URL": settings.PUBLIC_URL,
        "RATE_LIMITS": "false",
        **more,
    }


class Caller:
    """Somebody who asks a server, with a token or a key once there is one."""

    def __init__(self, server: RunningServer, authorization: str = "") -> None:
        self._server, self.authorization = server, authorization

    def ask(self, method: str, path: str, body: dict | None = None) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json"}
        if self.authorization:
            headers["Authorization"] = self.authorization
        with closing(self._server.connect()) as call:
            call.request(method, path, body and json.dumps(body), headers)
            answer = call.getresponse()
            return answer.status, answer.read()

    def data(self, method: str, path: str, body: dict | None = None):
        status, content = self.ask(method, path, body)
        assert status in {200, 201, 202}, content
        return json.loads(content)["data"]


def test_all_that_is_done_leaves_nothing_in_the_sessions(pooler, tenant, admin):
    hasher = FewArgon2Hasher()  # the server's own, which the tests do without
    admin.password = hasher.encode(PASSWORD, hasher.salt())
    admin.save()
    service = LiveService(tenant)
    person = StudentFactory(tenant=tenant, last_name="Ökonomou")
    study, variables = service.case_study, environment(pooler)

    with running_server(serve, **variables) as server:
        caller = Caller(server)
        who = {"email": admin.email, "password": PASSWORD, "tenant_slug": tenant.slug}
        caller.authorization = (
            f"Bearer {caller.data('POST', '/v1/auth/login', who)['access_token']}"
        )

        assert len(caller.data("GET", "/v1/console/students?search=okonomou")) == 1
        assert caller.data("GET", f"/v1/console/students/{person.pk}")["user_id"] == person.pk
        _, lines = caller.ask("GET", "/v1/console/students/export?format=csv")
        assert "Ökonomou" in lines.decode()
        _, book = caller.ask("GET", "/v1/console/students/export?format=xlsx")
        with ZipFile(io.BytesIO(book)) as sheets:
            assert "Ökonomou" in sheets.read("xl/worksheets/sheet1.xml").decode()
        change = {"case_study_id": study.pk, "amount": 2, "reason": "Audio dropped"}
        bulk = change | {"user_ids": [person.pk, service.student.pk]}
        caller.data("POST", "/v1/console/attempts/grant/bulk", bulk)
        assert caller.ask("POST", COURSES, {"name": ""})[0] == 422
        caller.data("POST", COURSES, {"name": "Medicine", "code": "MED"})

        live = Caller(server, service.defaults["HTTP_AUTHORIZATION"])
        live.data("PUT", f"/v1/ingest/sessions/{new_id()}", service.whose | ENDED)
        assert caller.ask("GET", "/readyz")[0] in {200, 503}  # no worker yet
        assert caller.ask("GET", "/metrics")[0] == 200

        finish_work(**variables)
        for command in ("count_rows", "verify_derived", "verify_ledger", "verify_audit", "tidy"):
            done = run(command, **variables)
            assert done.returncode == 0, done.stderr

        for role in (APPLICATION, SYSTEM):
            assert left_behind(pooler.url(role), SIZE) == []

    assert AttemptTransaction.objects.filter(user=person).exists()
    assert Session.objects.filter(user=service.student).exists()


def test_all_connections_are_made_before_anybody_asks(pooler):
    with running_server(serve, **environment(pooler)):
        eventually(lambda: pooler.clients(APPLICATION) == 2 * 4)


def test_tenants_never_see_each_other_and_nobody_fails(pooler):
    asked = []
    with running_server(serve, **environment(pooler)) as server:
        for name in ("Ökonomie", "Medicine"):
            tenant = TenantFactory()
            token = ApiClient(UserFactory(tenant=tenant)).tokens.access_token
            caller = Caller(server, f"Bearer {token}")
            caller.data("POST", COURSES, {"name": name, "code": "ONE"})
            asked.append((name, caller))
        turns = [next(turn) for turn in [cycle(asked)] for _ in range(12)]

        def ask(index: int) -> list[set[str]]:
            caller = turns[index][1]
            return [{one["name"] for one in caller.data("GET", COURSES)} for _ in range(20)]

        answers = at_once(ask, len(turns))

    for (name, _), answered in zip(turns, answers, strict=True):
        assert answered == [{name}] * 20


@pytest.mark.parametrize("names", [0, 200])
def test_statements_are_kept_where_the_pooler_knows_them(tmp_path, names):
    with (
        running_pooler(tmp_path, "transaction", 1, names=names) as pooler,
        psycopg.connect(pooler.url(), autocommit=True) as plain,
    ):
        assert renames_statements(plain) is (names > 0 and keeps_statements())
        assert left_behind(pooler.url(), 1) == []

        counted = run("count_rows", **environment(pooler))

    assert counted.returncode == 0
    assert (SWITCHED_OFF in counted.stderr) is not (names > 0 and keeps_statements())


def test_directly_the_name_of_a_statement_is_its_own():
    with psycopg.connect(database_url(), autocommit=True) as plain:
        assert not renames_statements(plain)
        assert plain.execute("SELECT count(*) FROM pg_prepared_statements").fetchone() == (0,)


# Columns of rows that every request reads.
WIDENED = [("accounts_user", "title", 100), ("tenants_tenant", "lms_type", 50)]


@pytest.mark.parametrize("way", ["directly", "lent"])
def test_a_column_that_changes_its_type_under_requests_costs_no_answer(way, pooler, tenant, admin):
    service = LiveService(tenant)
    service.student.unlimited_sessions = True
    service.student.save()
    # Whoever waits for a change of the table waits.
    variables = environment(pooler, WEB_LOCK_SECONDS="100", WEB_STATEMENT_SECONDS="200")
    if way == "directly":
        variables |= {"DATABASE_URL": database_url(user=APPLICATION), "DATABASE_POOLER": ""}
    answers: Counter[int] = Counter()

    with running_server(serve, **variables) as server:
        reader = Caller(server, f"Bearer {ApiClient(admin).tokens.access_token}")
        live = Caller(server, service.defaults["HTTP_AUTHORIZATION"])

        def read() -> None:
            answers[reader.ask("GET", "/v1/console/students")[0]] += 1

        def report() -> None:
            path = f"/v1/ingest/sessions/{new_id()}"
            answers[live.ask("PUT", path, service.whose | ENDED)[0]] += 1

        with (
            meanwhile(read, read, report, report),
            psycopg.connect(database_url(), autocommit=True) as owner,
        ):
            for more in (1, 0) * 3:
                for table, column, usual in WIDENED:
                    length = usual + more
                    owner.execute(f"ALTER TABLE {table} ALTER {column} TYPE varchar({length})")
                seen = answers.total()
                while answers.total() < seen + 20:
                    owner.execute("SELECT pg_sleep(0.05)")

    assert set(answers) <= {200, 201}


def test_the_owners_commands_go_past_the_pooler(pooler):
    behind = environment(pooler)
    refused = run("database_roles", **behind)
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1] == f"error: {DIRECTLY}"
    past = behind | {"DATABASE_DIRECT_URL": database_url()}

    for command in (["migrate", "--check"], ["database_roles"]):
        done = run(*command, **past)
        assert done.returncode == 0, done.stderr


def test_options_of_a_session_are_refused_at_the_start(pooler):
    variables = environment(pooler)
    variables["SYSTEM_DATABASE_URL"] += "&options=-c%20work_mem%3D64MB"

    done = run("count_rows", **variables)

    assert done.returncode == 1
    assert "a pooler in transaction mode refuses" in done.stderr.splitlines()[-1]


def test_it_is_no_fault_to_connect_directly(pooler):
    direct = {"DATABASE_URL": database_url(user=APPLICATION)}
    direct["SYSTEM_DATABASE_URL"] = database_url(user=SYSTEM)
    case_study = CaseStudyFactory()
    key = ServiceClient(case_study.tenant).defaults["HTTP_AUTHORIZATION"]
    student = StudentFactory(tenant=case_study.tenant)
    with running_server(serve, **environment(pooler) | direct) as server:
        body = {"user_id": student.pk, "case_study_id": case_study.pk} | ENDED
        Caller(server, key).data("PUT", f"/v1/ingest/sessions/{new_id()}", body)
    assert run("count_rows", **environment(pooler) | direct).returncode == 0


def test_check_config_tells_of_poolers(pooler):
    behind = environment(pooler)
    said = run("check_config", "--reach", **behind).stdout
    assert " DATABASE_URL leads to a pooler, whose sessions are lent." in said
    assert "OWNER_DATABASE_URL leads to a pooler.\n       This command needs a session" in said
    assert (SWITCHED_OFF in said) is not keeps_statements()
    assert "of ours to the pooler at most" in said

    past = run("check_config", "--reach", **behind, DATABASE_DIRECT_URL=database_url()).stdout
    assert "OWNER_DATABASE_URL leads to a pooler." not in past

    unsaid = run("check_config", "--reach", **behind | {"DATABASE_POOLER": ""}).stdout
    assert " DATABASE_URL leads to a pooler.\n       A pooler stands between" in unsaid
