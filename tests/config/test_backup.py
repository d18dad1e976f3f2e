"""A dump taken while everybody is at work, restored elsewhere (docs/operating.md)."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from config.ids import new_id
from config.management.commands.count_rows import counts
from tests.clients import ApiClient
from tests.factories import CaseStudyFactory, ProgrammeFactory, StudentFactory
from tests.scratch import program, scratch_database
from tests.servers import database_url
from tests.students.reports import ENDED, GRADE, TRANSCRIPT, LiveService
from tests.threads import meanwhile
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

GRANTS = "/v1/console/attempts/grant"
DONE = {200, 201}


@contextmanager
def everybody_at_work(tenant, admin) -> Iterator[Counter]:
    """Have a live service report and an Admin grant, over and over; count what they have done."""
    service, api = LiveService(tenant), ApiClient(admin)
    done = Counter()

    def report() -> None:
        session = new_id()
        assert service.report(session, **ENDED).status_code in DONE
        assert service.document(session, "transcript", TRANSCRIPT).status_code in DONE
        assert service.document(session, "grade", GRADE).status_code in DONE
        done["report"] += 1

    def grant() -> None:
        body = service.whose | {"amount": 1, "reason": "Audio dropped"}
        assert api.post(GRANTS, body).status_code in DONE
        done["grant"] += 1

    with meanwhile(report, grant):
        yield done


def wait_for_more(done: Counter) -> None:
    """Return once each has done something more."""
    before = Counter(done)
    eventually(lambda: all(done[name] > before[name] for name in ("report", "grant")))


@pytest.mark.drill
def test_a_dump_under_load_is_restored_whole_elsewhere(tenant, admin, tmp_path):
    programme = ProgrammeFactory(tenant=tenant, name="Ökonomie")
    StudentFactory.create_batch(3, tenant=tenant, last_name="Ünal", programmes=[programme])
    CaseStudyFactory(tenant=tenant, programmes=[programme])
    file = str(tmp_path / "backup.dump")

    with everybody_at_work(tenant, admin) as done, psycopg.connect(database_url()) as moment:
        wait_for_more(done)
        # The very moment of the dump, to count the rows of that moment by.
        moment.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        (snapshot,) = moment.execute("SELECT pg_export_snapshot()").fetchone()
        wait_for_more(done)
        subprocess.run(
            [
                *(program("pg_dump"), "--format=custom", f"--snapshot={snapshot}"),
                *(f"--file={file}", f"--dbname={database_url()}"),
            ],
            check=True,
        )
        wait_for_more(done)
        dumped = counts(moment.cursor())

    with scratch_database("restored") as scratch:
        restore = ("--no-owner", "--exit-on-error", f"--dbname={scratch.url}", file)
        scratch.run(program("pg_restore"), *restore)
        restored = (line.split() for line in scratch.manage("count_rows").splitlines())
        assert {table: int(rows) for table, rows in restored} == dumped
        assert scratch.manage("verify_ledger") == "no differences\n"
        assert "wrong" not in scratch.manage("verify_derived")
        scratch.manage("migrate", "--check")
    assert dumped["students_session"] > 0
    assert dumped["students_attempttransaction"] > 0
    with connection.cursor() as cursor:
        assert counts(cursor)["students_grade"] > dumped["students_grade"]  # work went on


def test_the_embedded_database_is_dumped_and_restored_by_its_own_programs(tmp_path):
    def beside(*command: str) -> str:
        ours = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        environment = {key: value for key, value in os.environ.items() if key not in ours}
        result = subprocess.run(
            [sys.executable, "-m", "config.database", *command],
            cwd=settings.BASE_DIR,
            env=environment | {"DATA_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stderr
        return result.stdout

    file = str(tmp_path / "backup.dump")
    script = (
        "psql -qc 'CREATE TABLE kept AS VALUES (42)'"
        f" && pg_dump --format=custom --file={file}"
        f" && createdb restored && pg_restore --exit-on-error --dbname=restored {file}"
        " && psql -Atc 'TABLE kept' restored"
    )
    assert beside("sh", "-c", script) == "42\n"
