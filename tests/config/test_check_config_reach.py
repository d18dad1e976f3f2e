"""``manage.py check_config --reach``: who is asked, and what is said of those that are away."""

import os
import re
import subprocess
import sys

import psycopg
import pytest
from django.conf import settings as project

from config.db import roles
from config.management import reach
from config.runtime.mail import mail_server as mailer
from tests.accounts.cas import configure
from tests.config.deployments import told
from tests.config.test_settings import COMPLETE
from tests.factories import TenantFactory
from tests.mail import MailServer
from tests.servers import database_url, free_port

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reachable(sound, mail_server, monkeypatch) -> MailServer:
    """A database with each role, and a mail server."""
    monkeypatch.setenv("DATABASE_URL", database_url(user=roles.APPLICATION))
    monkeypatch.setenv("SYSTEM_DATABASE_URL", database_url(user=roles.SYSTEM))
    monkeypatch.setenv("OWNER_DATABASE_URL", database_url())
    return mail_server


@pytest.mark.direct  # what is told to be there is PostgreSQL itself
def test_all_that_is_needed_is_reached_and_what_is_planned_is_told(reachable):
    said = told("--reach")

    assert f"DATABASE_URL leads to PostgreSQL 18, as {roles.APPLICATION}." in said
    assert f"SYSTEM_DATABASE_URL leads to PostgreSQL 18, as {roles.SYSTEM}." in said
    assert "OWNER_DATABASE_URL leads to PostgreSQL 18, as postgres." in said
    assert f"The mail server 127.0.0.1:{reachable.port} greets." in said
    assert "All migrations are applied." in said
    assert "for all else" in said
    assert "Memory: " in said
    assert said.endswith("Nothing is wrong.\n")


def test_a_role_at_the_wrong_address_is_told(reachable, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", database_url())

    said = told("--reach")
    assert "DATABASE_URL logs in as postgres." in said
    assert f"Log in as {roles.APPLICATION} there." in said


def test_addresses_of_two_databases_are_told(reachable, monkeypatch):
    monkeypatch.setenv("OWNER_DATABASE_URL", database_url("postgres"))

    assert "lead to different databases." in told("--reach")


def test_an_address_that_leads_nowhere_is_told_without_its_password(reachable, monkeypatch):
    url = f"postgresql://u:very-secret@127.0.0.1:{free_port()}/d"
    monkeypatch.setenv("SYSTEM_DATABASE_URL", url)

    said = told("--reach")
    assert "SYSTEM_DATABASE_URL leads to no database: " in said
    assert "Compare host, port, name and password" in said
    assert "very-secret" not in said


def test_a_mail_server_that_does_not_greet_is_told(reachable):
    reachable.stop()

    assert f"The mail server 127.0.0.1:{reachable.port} does not greet: " in told("--reach")


def test_a_mail_server_without_tls_is_told(reachable, settings):
    settings.MAILERS = {"default": mailer(reachable.url.replace("smtp:", "smtp+tls:"))}

    assert f"No TLS with the mail server 127.0.0.1:{reachable.port}" in told("--reach")


def test_more_connections_than_postgresql_has_are_told(reachable, settings):
    settings.WEB_WORKERS, settings.WEB_THREADS, settings.DATABASE_POOL_SIZE = 64, 8, 8

    said = told("--reach")
    assert "64 processes with 8 each, twice that during a release, and 4 for all else: 1028" in said
    assert "Raise max_connections by " in said


def test_a_cas_server_that_is_enabled_and_away_is_told(reachable, settings, tenant):
    settings.SSO_REQUIRES_HTTPS, settings.SSO_ALLOWS_PRIVATE_NETWORKS = False, True
    configure(tenant, f"http://127.0.0.1:{free_port()}/cas/")

    assert f"fault  {tenant.slug}: " in told("--reach")


def test_a_cas_server_that_is_enabled_is_asked(reachable, settings, at_cas, tenant):
    settings.SSO_REQUIRES_HTTPS, settings.SSO_ALLOWS_PRIVATE_NETWORKS = False, True

    assert f"ok  {tenant.slug}: its CAS server answers." in told("--reach")


def test_each_role_of_the_database_is_asked():
    assert [*reach.DATABASES] == [
        *("DATABASE_URL", "SYSTEM_DATABASE_URL", "OWNER_DATABASE_URL", "DATABASE_DIRECT_URL"),
    ]


@pytest.mark.system
def test_a_database_that_is_away_hides_no_other_fault():
    away = f"postgresql://u:very-secret@127.0.0.1:{free_port()}/d"
    production = {"DJANGO_SETTINGS_MODULE": "config.settings.production", "WEB_THREADS": "0"}

    result = subprocess.run(
        [sys.executable, "manage.py", "check_config", "--reach"],
        cwd=project.BASE_DIR,
        env=os.environ | COMPLETE | production | {"DATABASE_URL": away},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert "WEB_THREADS" in result.stdout
    assert "DATABASE_URL leads to no database: " in result.stdout
    assert "very-secret" not in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_a_university_that_a_move_left_on_its_way_is_told(reachable):
    tenant = TenantFactory(move_state="HELD")

    said = told("--reach")
    assert f"{tenant.slug} is on its way to another cell: held." in said
    assert "move_tenant --undo" in said


@pytest.mark.direct  # holds a session's lock, and what a log is kept for
def test_a_log_that_an_online_move_has_left_is_told(reachable):
    slot = f"command_center_move_{TenantFactory().pk}"
    key = "hashtext('tenants.movers'), hashtext('online')"
    with psycopg.connect(database_url(), autocommit=True) as mover:
        mover.execute("SELECT pg_create_logical_replication_slot(%s, 'pgoutput')", [slot])
        try:
            said = told("--reach")
            assert re.search(r"An online move keeps [\d,]+ bytes of .* that nobody reads", said)
            assert "move_tenant without a name" in said
            mover.execute(f"SELECT pg_advisory_lock({key})")
            assert "which the other cell is going to read" in told("--reach")
        finally:
            mover.execute("SELECT pg_drop_replication_slot(%s)", [slot])
