"""What a replica answers, what it never does, and that nobody can tell the difference."""

import re
from collections import Counter
from functools import partial

import psycopg
import pytest

from config.exports import BYTE_ORDER_MARK
from config.runtime.database.process_role import DatabaseRole
from tests.replicas.world import PROGRAMMES, Answer, World
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

EXPORTS = (
    "/v1/console/students/export?format=csv",
    "/v1/console/students/export?format=csv&search=a",
    "/v1/console/attempts/export?format=csv&case_study_id={case_study}",
    "/v1/console/student-performance/export?format=csv",
)

# Read by nobody for a minute, once somebody has.
REMEMBERED = {"/v1/console/dashboard"}

FROM_REPLICA = (
    "/v1/console/students?limit=20",
    "/v1/console/students?search=a&skip=10",
    "/v1/console/students/{student}",
    "/v1/console/attempts?case_study_id={case_study}",
    "/v1/console/student-performance",
    "/v1/console/programmes",
    "/v1/console/programmes/{programme}",
    "/v1/console/case-studies",
    "/v1/console/users",
    "/v1/console/roles",
    "/v1/console/dashboard",
)

PAGES = (
    "/admin/students/student/",
    "/admin/students/student/?q=a",
    "/admin/programmes/programme/",
    "/admin/programmes/programme/{programme}/change/",
    "/admin/tenants/auditevent/",
)

NEVER = ("/v1/users/me", "/v1/users/me/sessions", "/v1/console/users/{student}/sessions")


def filled(path: str, world: World) -> str:
    return path.format(
        student=world.rows.students[0].pk,
        programme=world.rows.programmes[0].pk,
        case_study=world.rows.case_study.pk,
    )


def content(answer: Answer) -> bytes:
    """Return what was answered, but for the moment at which the dashboard was read."""
    return re.sub(rb'"read_at":"[^"]*"', b"", answer.body)


def events(world: World, event_type: str) -> int:
    with psycopg.connect(world.primary.url()) as connection:
        query = "SELECT count(*) FROM tenants_auditevent WHERE event_type = %s"
        return connection.execute(query, [event_type]).fetchone()[0]


def test_what_is_read_comes_from_the_replica_and_is_the_same(world: World):
    paths = [filled(path, world) for path in (*FROM_REPLICA, *EXPORTS)]
    before = events(world, "students.exported")

    by_replica = {path: world.from_replica(partial(world.get, path)) for path in paths}
    with world.paused():
        world.write_something()
        by_primary = {path: world.get(path) for path in paths}

    assert {one.status for one in (*by_replica.values(), *by_primary.values())} == {200}
    asked = {path: one.source for path, one in by_primary.items() if path not in REMEMBERED}
    assert set(asked.values()) == {"primary"}, asked
    assert {
        path for path in paths if content(by_replica[path]) != content(by_primary[path])
    } == set()
    assert by_replica[EXPORTS[0]].body.startswith(BYTE_ORDER_MARK), "they are files"
    assert events(world, "students.exported") >= before + 4, "each is on record, at the primary"


def test_pages_of_the_admin_come_from_the_replica(world: World):
    for path in PAGES:
        answer = world.from_replica(partial(world.page, filled(path, world)))
        assert (path, answer.status) == (path, 200)


def test_sign_ins_and_writes_are_the_primarys_alone(world: World):
    for path in NEVER:
        answer = world.get(filled(path, world))
        assert (path, answer.source) == (path, None)
    assert world.ask("GET", "/sign-in").source is None


def test_who_was_not_seen_for_a_minute_is_answered_by_the_primary(world: World):
    with psycopg.connect(world.primary.url(), autocommit=True) as connection:
        connection.execute("UPDATE accounts_user SET last_activity_at = NULL")

    assert world.get(PROGRAMMES).source == "primary", "the request has written itself"
    eventually(lambda: world.get(PROGRAMMES).source == "replica")


def test_walls_stand_at_the_replica_too(world: World):
    with psycopg.connect(world.replica.url(DatabaseRole.APPLICATION)) as connection:
        rows = connection.execute("SELECT count(*) FROM accounts_user").fetchone()[0]
    assert rows == 0, "nobody has said whose rows they want to see"

    students = {one.pk for one in world.rows.students}
    for _ in range(10):  # by connections that have served the other tenant
        world.from_replica(partial(world.get, "/v1/console/students"))
        answer = world.ask("GET", "/v1/console/students", token=world.rows.stranger)
        assert {row["user_id"] for row in answer.data}.isdisjoint(students)
        found = world.ask("GET", filled(FROM_REPLICA[2], world), token=world.rows.stranger)
        assert found.status == 404
        found = world.from_replica(partial(world.get, filled(FROM_REPLICA[2], world)))
        assert found.status == 200


def test_figures_tell_who_answers(world: World):
    def reads(source: str) -> float:
        text = world.ask("GET", "/metrics").body.decode()
        return float(re.search(rf'reads_total{{from="{source}"}} (\S+)', text)[1])

    before = Counter({source: reads(source) for source in ("primary", "replica")})
    answers = [world.get(PROGRAMMES)]
    with world.paused():
        world.write_something()
        answers.append(world.get(PROGRAMMES))

    given = Counter(one.source for one in answers)
    assert given["primary"]
    assert {source: reads(source) for source in before} == before + given
