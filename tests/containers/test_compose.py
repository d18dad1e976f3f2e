"""compose.yaml: what it starts exists, what it sets is known, what it exposes is little."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from tests.config.test_configuration import in_the_table
from tests.containers.prepared import given, prepare

pytestmark = pytest.mark.system

ROOT = settings.BASE_DIR
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: one for name, one in SERVICES.items() if one["image"].startswith("command-center:")}
EVERY = "deploy/containers/every.sh"
UNITS = ROOT / "deploy" / "systemd"


def line_of(service: dict[str, Any]) -> list[str]:
    """Return what a service of ours runs, in words."""
    return [*service.get("entrypoint", ["command-center"]), *service.get("command", [])]


def command_of(service: dict[str, Any]) -> list[str]:
    """Return the command, without what repeats it."""
    line = line_of(service)
    return line[2:] if line[0] == EVERY else line


@pytest.fixture(scope="module")
def secrets(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("first") / "secrets"
    result = prepare(folder, "smtp+tls://ada:it's@mail.example.edu:587", "Console <a@example.edu>")
    assert (result.returncode, result.stderr) == (0, "")
    return folder


def test_all_parts_are_there():
    assert {"database", "migrate", "web", "worker", "proxy", "backup"} <= SERVICES.keys()
    assert len(OURS) == len(SERVICES) - 2
    assert {one["image"] for one in OURS.values()} == {"command-center:${RELEASE:-latest}"}


@pytest.mark.parametrize("name", OURS)
def test_what_a_service_runs_exists(name):
    command = command_of(OURS[name])

    if command[0] == "command-center":
        assert command[1] in get_commands()
    else:
        assert os.access(ROOT / command[0], os.X_OK)
    assert os.access(ROOT / EVERY, os.X_OK)


def test_every_unit_of_systemd_has_a_service_that_does_the_same():
    lines = {" ".join(command_of(one)) for one in OURS.values()}

    for unit in UNITS.glob("*.service"):
        runs = re.search(r"^ExecStart=(.+)$", unit.read_text(), re.MULTILINE)[1]
        line = re.sub(r"^\S+/python manage\.py", "command-center", runs)
        line = re.sub(r"^/srv/command-center/current/", "", line)
        line = line.replace(' --queue-name "*"', " --queue-name *").replace(" --port %i", "")
        assert line in lines, unit.name


def test_timers_are_those_of_systemd():
    for timer in UNITS.glob("*.timer"):
        when = re.search(r"^OnCalendar=(.+)$", timer.read_text(), re.MULTILINE)[1]
        service = SERVICES[timer.stem.removeprefix("command-center-")]
        first, told, *_ = line_of(service)
        assert first == EVERY
        assert told == ("minute" if when == "minutely" else when.removeprefix("*-*-* "))


@pytest.mark.parametrize("name", [*OURS, "proxy"])
def test_a_service_may_do_as_little_as_can_be(name):
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "network_mode", "pid"} & service.keys()
    assert str(service.get("user", "10001")).split(":")[0] != "0"


def test_the_proxy_alone_is_reached_from_outside():
    assert {name for name, one in SERVICES.items() if "ports" in one} == {"proxy"}
    # As deploy/containers/nginx.sh has it listen.
    assert SERVICES["proxy"]["ports"] == ["80:8080", "443:8443"]


def test_the_owner_of_the_tables_is_known_to_whom_it_has_to_be():
    knows = {
        name for name, one in SERVICES.items() if "secrets/owner.env" in one.get("env_file", [])
    }

    assert knows == {"migrate", "backup"}


def test_all_waits_for_the_migrations_and_these_for_the_database():
    for name, service in OURS.items():
        waits = service["depends_on"]
        before, state = ("database", "service_healthy")
        if name != "migrate":
            before, state = ("migrate", "service_completed_successfully")
        assert waits == {before: {"condition": state}}
    assert SERVICES["proxy"]["depends_on"] == {"web": {"condition": "service_healthy"}}


def test_what_is_mounted_exists_or_is_declared(secrets):
    declared = set(COMPOSE["volumes"])
    for service in SERVICES.values():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("./secrets/"):
                assert (secrets / source.removeprefix("./secrets/")).is_dir()
            elif source.startswith("./"):
                assert (ROOT / source).is_file()
            else:
                assert source in declared
    files = {one for service in SERVICES.values() for one in service["env_file"]}
    assert {Path(file).name for file in files} == {one.name for one in secrets.glob("*.env")}


def test_the_server_has_longer_than_it_takes_for_its_end(secrets):
    longest = int(given(secrets, "command-center").get("WEB_STOP_SECONDS", "120"))

    assert int(SERVICES["web"]["stop_grace_period"].removesuffix("s")) > longest
    assert SERVICES["worker"]["stop_grace_period"] == "600s"


def test_what_the_first_start_writes_is_known_and_starts_production(secrets, tmp_path):
    servers = given(secrets, "command-center")

    assert servers.keys() | given(secrets, "owner").keys() <= set(in_the_table())
    assert servers["EMAIL_URL"] == "smtp+tls://ada:it's@mail.example.edu:587"
    assert servers["DEFAULT_FROM_EMAIL"] == "Console <a@example.edu>"
    assert given(secrets, "proxy") == {"SERVER_NAME": "console.example.edu"}
    values = [*servers.values(), *given(secrets, "database").values()]
    assert len(set(values)) == len(values)


def test_what_the_first_start_wrote_is_nobody_elses_and_stays(secrets):
    assert secrets.stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in secrets.glob("*.env"))
    before = given(secrets, "command-center")

    again = prepare(secrets)

    assert again.returncode == 1
    assert "is there already" in again.stderr
    assert given(secrets, "command-center") == before


def test_passwords_of_the_database_are_those_of_the_addresses(secrets):
    database = given(secrets, "database")
    addresses = given(secrets, "command-center", "owner")

    for variable, role in {
        "DATABASE_URL": "APPLICATION",
        "SYSTEM_DATABASE_URL": "SYSTEM",
        "OWNER_DATABASE_URL": "OWNER",
    }.items():
        assert f":{database[f'{role}_PASSWORD']}@database:5432/" in addresses[variable]
