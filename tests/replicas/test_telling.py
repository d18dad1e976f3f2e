"""What operators are told of replicas: /readyz and check_config."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from config.runtime.database.process_role import DatabaseRole
from tests.replicas.world import World, environment
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]


def besides(world: World) -> list[str]:
    answer = world.ask("GET", "/readyz?exclude=queue,mail,static")
    assert answer.status == 200, answer
    return json.loads(answer.body)["failing_besides"]


def test_a_replica_that_is_late_takes_no_server_away(world: World):
    eventually(lambda: besides(world) == [])
    with world.paused():
        world.write_something()
        eventually(lambda: besides(world) == ["replicas"])
    eventually(lambda: besides(world) == [])


def said(world: World, folder: Path, url: str) -> str:
    variables = environment(world.primary, world.replica, folder) | {"DATABASE_REPLICA_URL": url}
    return subprocess.run(
        [sys.executable, "manage.py", "check_config", "--reach"],
        cwd=settings.BASE_DIR,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


def test_check_config_tells_how_far_each_is(world: World, tmp_path: Path):
    as_web = world.replica.url(DatabaseRole.APPLICATION)
    found = said(world, tmp_path, f"{as_web},{world.replica.url()}")
    assert "Replica 1 follows, and is " in found
    assert "Replica 1 is asked" not in found
    assert "Replica 2 is asked as postgres, the primary as command_center_application." in found

    found = said(world, tmp_path, world.primary.url(role=DatabaseRole.APPLICATION))
    assert "Replica 1 is no replica of the database of DATABASE_URL, and is not asked." in found

    found = said(world, tmp_path, "postgresql://web:very-secret@/d?host=/nowhere")
    assert "Replica 1 does not answer: " in found
    assert "very-secret" not in found
