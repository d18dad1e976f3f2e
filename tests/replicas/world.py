"""A console over a primary and a replica, and people who call it."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from django.conf import settings

from accounts.models import User
from config.runtime.database import EmbeddedPostgres
from config.runtime.database.process_role import DatabaseRole
from programmes.models import Programme
from rehearsals.streaming import Replica
from tenants.models import Tenant
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    CaseStudyFactory,
    GradeFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
)
from tests.servers import RunningServer
from tests.waiting import eventually

PROGRAMMES = "/v1/console/programmes"

# How many seconds the server may wait for a lock: tests hold some for as long as they like.
PATIENT = {"WEB_LOCK_SECONDS": "120", "WEB_STATEMENT_SECONDS": "240"}


class Answer(NamedTuple):
    """An answer, and who gave it: ``primary``, ``replica``, or None where no replica might."""

    status: int
    source: str | None
    body: bytes

    @property
    def data(self) -> Any:
        return json.loads(self.body)["data"]


class Rows:
    """What there is before anybody calls; all of it is committed."""

    def __init__(self) -> None:
        self.tenant: Tenant = TenantFactory()
        self.programmes: list[Programme] = ProgrammeFactory.create_batch(2, tenant=self.tenant)
        self.students = StudentFactory.create_batch(
            30, tenant=self.tenant, programmes=self.programmes[:1]
        )
        self.case_study = CaseStudyFactory(tenant=self.tenant, programmes=self.programmes)
        for student in self.students[:5]:
            GradeFactory(session=SessionFactory(user=student, case_study=self.case_study))
        people: list[User] = SuperAdminFactory.create_batch(2, tenant=self.tenant)
        self.tokens = [ApiClient(one).tokens.access_token for one in people]
        self.cookie = OperatorClient(people[0]).cookies["sessionid"].value
        self.stranger = ApiClient(SuperAdminFactory()).tokens.access_token


class World:
    """A server over both, for the people of ``rows``; each call may reach any of its processes."""

    def __init__(
        self, primary: EmbeddedPostgres, replica: Replica, server: RunningServer, rows: Rows
    ) -> None:
        self.primary, self.replica, self.server, self.rows = primary, replica, server, rows
        self.numbers = dict.fromkeys((one.pk for one in rows.programmes), 0)

    def ask(
        self, method: str, path: str, body: dict | None = None, *, token: str = "", cookie: str = ""
    ) -> Answer:
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if cookie:
            headers["Cookie"] = f"sessionid={cookie}"
        with closing(self.server.connect()) as call:
            call.request(method, path, body and json.dumps(body), headers)
            answer = call.getresponse()
            return Answer(answer.status, answer.headers["X-Read-From"], answer.read())

    def get(self, path: str, person: int = 0) -> Answer:
        return self.ask("GET", path, token=self.rows.tokens[person])

    def page(self, path: str) -> Answer:
        return self.ask("GET", path, cookie=self.rows.cookie)

    def rename(self, programme: str, person: int = 0) -> None:
        """Give a programme the next name; it is noted as acknowledged."""
        number = self.numbers[programme] + 1
        token = self.rows.tokens[person]
        name = {"name": f"Name {number}"}
        answer = self.ask("PATCH", f"{PROGRAMMES}/{programme}", name, token=token)
        assert (answer.status, answer.source) == (200, None), answer
        self.numbers[programme] = number

    def name_of(self, programme: str, person: int = 0, *, in_list: bool = False) -> Answer:
        """Return the answer with a programme's name alone as its body."""
        path = f"{PROGRAMMES}?limit=100" if in_list else f"{PROGRAMMES}/{programme}"
        answer = self.get(path, person)
        assert answer.status == 200, answer
        rows = answer.data if in_list else [answer.data]
        (name,) = (row["name"] for row in rows if row["id"] == programme)
        return answer._replace(body=name.encode())

    def from_replica(self, call: Callable[[], Answer]) -> Answer:
        """Return the answer to a call that the replica gives, as soon as it does."""
        answers: list[Answer] = []

        def is_from_replica() -> bool:
            answers.append(call())
            return answers[-1].source == "replica"

        eventually(is_from_replica)
        return answers[-1]

    def write_something(self) -> None:
        """Move the primary's log on; no row changes."""
        with psycopg.connect(self.primary.url(), autocommit=True) as connection:
            connection.execute("SELECT pg_logical_emit_message(true, 'test', 'on')")

    def settle(self) -> None:
        """Return once the replica has caught up, and each process of the server asks it."""
        eventually(self.replica.has_caught_up)

        def is_asked() -> bool:
            return all(self.get(PROGRAMMES, one % 2).source == "replica" for one in range(6))

        eventually(is_asked)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let the replica replay nothing for the length of the block."""
        self.replica.pause()
        try:
            yield
        finally:
            self.replica.resume()


def environment(
    primary: EmbeddedPostgres, replica: Replica | None, folder: Path, **more: str
) -> dict[str, str]:
    """Return the variables of a server over both, in which tokens of the tests are good."""
    ours = {
        "DATABASE_URL": primary.url(role=DatabaseRole.APPLICATION),
        "SECRET_KEY": settings.SECRET_KEY,
        "PUBLIC_URL": settings.PUBLIC_URL,
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "DATA_DIR": str(folder / "console"),
        "DEBUG": "true",
        "RATE_LIMITS": "false",
        "WEB_WORKERS": "2",
    }
    if replica:
        ours["DATABASE_REPLICA_URL"] = replica.url(DatabaseRole.APPLICATION)
    return ours | PATIENT | more
