"""People who write while their university moves online, and a look at what a move leaves."""

import json
import random
import time
from collections.abc import Callable
from io import StringIO
from threading import Event

from django.core.management import call_command
from django.db import connections

from tenants.models import Tenant
from tests.cells.pair import ask
from tests.clients import ApiClient, ServiceClient
from tests.factories import (
    CaseStudyFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
)
from tests.scratch import Scratch

# What a move makes in a cell and has to remove again; a table with another replica identity.
_MADE = """
SELECT 'publication' FROM pg_publication WHERE starts_with(pubname, 'command_center_move_')
UNION ALL SELECT 'slot' FROM pg_replication_slots
    WHERE database = current_database() AND starts_with(slot_name, 'command_center_move_')
UNION ALL SELECT 'subscription' FROM pg_subscription JOIN pg_database ON pg_database.oid = subdbid
    WHERE datname = current_database() AND starts_with(subname, 'command_center_move_')
UNION ALL SELECT 'index' FROM pg_class
    WHERE relkind = 'i' AND starts_with(relname, 'command_center_move_')
UNION ALL SELECT 'identity of ' || relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relreplident <> 'd'
ORDER BY 1
"""

PREPARED = "Waiting for those who had begun"
COPIED = "what is written meanwhile follows"
CAUGHT_UP = "Caught up"


def left(there: Scratch | None = None) -> list[str]:
    """Return what an online move has left in a cell, this one or the other."""
    return [what for (what,) in ask(there, _MADE)]


class Said(StringIO):
    """What a command says; when it has said something, ``act`` is called once, at that moment."""

    def __init__(self, when: str, act: Callable[[], object]) -> None:
        super().__init__()
        self._when, self._act = when, act

    def write(self, text: str) -> int:
        written = super().write(text)
        if self._when and self._when in text:
            self._when = ""
            self._act()
        return written


def move_online(
    tenant: Tenant, there: Scratch, *options: str, when: str = "", act: Callable = lambda: None
) -> str:
    """Move online, do something at one moment of it, and return what was said."""
    said = Said(when, act)
    options = ("--to", there.url, "--online", *options)
    call_command("move_tenant", tenant.slug, *options, stdout=said)
    return said.getvalue()


class Writer:
    """Somebody who writes what chance tells, by the API, until each change is acknowledged.

    ``kept`` is what the university has to have at the end: the value of each cell of a table that
    was acknowledged last, by a query that finds it.
    """

    def __init__(self, tenant: Tenant, seed: int) -> None:
        self._tenant, self._chance, self._seed = tenant, random.Random(seed), seed
        self._person = ApiClient(SuperAdminFactory(tenant=tenant))
        self._service = ServiceClient(tenant)
        self._programmes = [ProgrammeFactory(tenant=tenant) for _ in range(2)]
        self._study = CaseStudyFactory(tenant=tenant, programmes=self._programmes)
        self._students = [
            StudentFactory(tenant=tenant, programmes=self._programmes[:1]).pk for _ in range(3)
        ]
        self._sessions = [
            SessionFactory(user_id=one, tenant=tenant, case_study=self._study).pk
            for one in self._students
        ]
        self._number = 0
        self.kept: dict[tuple[str, str], object] = {}
        self.refused = 0

    def work(self, end: Event) -> None:
        """Write until the end: somebody else's thread."""
        try:
            while not end.is_set():
                self.write(end)
        finally:
            connections.close_all()

    def write(self, end: Event | None = None) -> None:
        """Make one change; give up only at the end, and when it was refused."""
        self._number += 1
        self._chance.choice(
            [self._grant, self._rename, self._add, self._remove, self._hear, self._enrol]
        )(end)

    def lost(self, there: Scratch) -> list[tuple[str, str, object, object]]:
        """Return what was acknowledged and is not so in the cell where the university lives."""
        found = {key: ask(there, key[0], key[1]) for key in self.kept}
        return [
            (*key, wanted, found[key])
            for key, wanted in self.kept.items()
            if found[key] != ([] if wanted is None else [(wanted,)])
        ]

    def _send(self, end: Event | None, method: str, path: str, body: dict | None = None) -> dict:
        """Return the answer's data; an empty one if it was refused until the end."""
        client = self._service if path.startswith("/v1/ingest") else self._person
        while True:
            answer = client.generic(
                method, path, "" if body is None else json.dumps(body), "application/json"
            )
            if answer.status_code in (200, 201, 204):
                return (answer.content and answer.json().get("data")) or {"done": True}
            assert answer.status_code == 503, (method, path, answer.content)
            self.refused += 1
            if end is None or end.is_set():
                return {}
            time.sleep(0.02)

    def _grant(self, end: Event | None) -> None:
        key = f"{self._seed}-{self._number}"
        body = {"user_id": self._chance.choice(self._students), "case_study_id": self._study.pk}
        body |= {"amount": 1, "reason": key, "idempotency_key": key}
        if self._send(end, "POST", "/v1/console/attempts/grant", body):
            # Once, and not twice.
            query = "SELECT count(*) FROM students_ledgerpersonal WHERE reason = %s"
            self.kept[query, key] = 1

    def _rename(self, end: Event | None) -> None:
        programme, name = self._chance.choice(self._programmes), f"Name {self._number}"
        if self._send(end, "PATCH", f"/v1/console/programmes/{programme.pk}", {"name": name}):
            self.kept["SELECT name FROM programmes_programme WHERE id = %s", programme.pk] = name

    def _add(self, end: Event | None) -> None:
        name = f"Role {self._seed} {self._number}"
        if made := self._send(end, "POST", "/v1/console/roles", {"name": name}):
            self.kept[_ROLE, made["id"]] = name

    def _remove(self, end: Event | None) -> None:
        added = [key for key in self.kept if key[0] == _ROLE and self.kept[key]]
        if added:
            key = self._chance.choice(added)
            if self._send(end, "DELETE", f"/v1/console/roles/{key[1]}"):
                self.kept[key] = None

    def _hear(self, end: Event | None) -> None:
        """Hear of a session from the live service: its time, its grade, its words."""
        # Sessions only ever become longer.
        session, number = self._chance.choice(self._sessions), 1000.0 + self._number
        path = f"/v1/ingest/sessions/{session}"
        if self._send(end, "PUT", path, {"elapsed_active_time": number}):
            query = "SELECT elapsed_active_time FROM students_session WHERE id = %s"
            self.kept[query, session] = number
        grade = {"status": "complete", "final_score": number % 100}
        if self._send(end, "PUT", f"{path}/grade", grade):
            query = "SELECT final_score::float FROM students_grade WHERE session_id = %s"
            self.kept[query, session] = number % 100

    def _enrol(self, end: Event | None) -> None:
        """Change somebody's programmes and name."""
        student, title = self._chance.choice(self._students), f"Title {self._number}"
        codes = [one.code for one in self._programmes if self._chance.random() < 0.5]
        body = {"title": title, "programme_codes": codes}
        if self._send(end, "PATCH", f"/v1/console/users/{student}", body):
            self.kept["SELECT title FROM accounts_user WHERE id = %s", student] = title
            query = "SELECT count(*) FROM accounts_programmemembership WHERE user_id = %s"
            self.kept[query, student] = len(codes)


_ROLE = "SELECT name FROM accounts_role WHERE id = %s"
