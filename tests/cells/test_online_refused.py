"""What an online move needs of settings, rights and tables; it says what is missing."""

from collections.abc import Iterator

import pytest
from django.core.management import CommandError
from django.db import connection

from config.db.tenant_rows import tenant_tables
from config.management.cells import reached
from config.management.online_moves import COPIED_WHILE_HELD
from config.management.publications import Publication
from config.management.replica_identities import of_source, of_target
from config.management.subscriptions import Subscription
from config.runtime.database import EmbeddedPostgres, embedded
from tests.cells.online import left, move_online
from tests.cells.pair import ask, move, state
from tests.cells.test_moves import move_list
from tests.factories import TenantFactory
from tests.servers import database_url

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

TENANT = "6" * 24

# Tables whose key is the tenant: a change of them tells whose it is.
OWN_KEY = {
    "tenants_tenant",
    "tenants_tenantaiconfig",
    "tenants_tenantbranding",
    "tenants_tenantretention",
    "tenants_tenantssoconfig",
}
# Tables with a unique index of tenant and key.
WITH_INDEX = {
    "accounts_role": "role_tenant_id",
    "accounts_ssologin": "sso_login_tenant_id",
    "accounts_user": "user_tenant_id",
    "programmes_casestudy": "case_study_tenant_id",
    "programmes_programme": "programme_tenant_id",
    "students_attempttransaction": "attempt_transaction_of_pair",
    "students_session": "session_tenant_id",
}
# Tables that get an index for the move: by what, beside the tenant, their rows are found.
MADE = {
    "accounts_programmemembership": ("tenant_id", "programme_id", "user_id"),
    "accounts_programmeset": ("tenant_id", "id"),
    "programmes_casestudyprogramme": ("tenant_id", "case_study_id", "programme_id"),
}


@pytest.fixture
def role() -> Iterator[str]:
    """A role of the tests' cluster that may do nothing but look for tenants."""
    name = f"nobody_of_{connection.settings_dict['NAME']}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'x'")
        cursor.execute(f"GRANT SELECT ON tenants_tenant TO {name}")
        yield name
        cursor.execute(f"DROP OWNED BY {name}")
        cursor.execute(f"DROP ROLE {name}")


def test_every_table_of_tenants_is_followed_or_named(db):
    with reached("this cell", conninfo=database_url()) as cell:
        with cell.connection.cursor() as cursor:
            followed = [one for one in tenant_tables(cursor) if one.name not in COPIED_WHILE_HELD]
        needed = {one.table: one for one in of_source(cell, followed)}
        names = {one.name for one in followed}
        assert names - needed.keys() == OWN_KEY
        made = {name: one.columns for name, one in needed.items() if one.columns}
        assert made == MADE
        index = {name: one.index for name, one in needed.items() if one.index and name not in made}
        assert index == WITH_INDEX
        # The rest is FULL, which tables with generated columns cannot be.
        assert [one.table for one in of_target(cell, followed)] == [
            "accounts_programmemembership",
            "programmes_casestudyprogramme",
        ]


def test_rights_are_asked_for_and_what_is_said_gives_them(role):
    url = database_url(user=role)
    for side in (Publication, Subscription):
        for _ in range(3):
            with reached("this cell", conninfo=url, password="x") as cell:
                try:
                    side(cell, TENANT, 1).require_possible()
                except CommandError as error:
                    said, _, statements = str(error).partition("\n")
                    if side is Subscription and connection.pg_version < 160_000:
                        assert "Name a superuser in --to" in said
                        break
                    with connection.cursor() as cursor:
                        cursor.execute(statements)
                else:
                    break
        else:
            pytest.fail("what was said is not enough")


def test_a_log_that_tells_too_little_is_refused(tmp_path, monkeypatch):
    without = embedded.CONFIGURATION.replace("wal_level = logical\n", "")
    monkeypatch.setattr(embedded, "CONFIGURATION", without)
    with (
        EmbeddedPostgres(tmp_path / "postgres", durable=False) as server,
        reached("this cell", conninfo=server.url()) as cell,
        pytest.raises(CommandError, match=r"wal_level is replica.*\n.*wal_level = 'logical'"),
    ):
        Publication(cell, TENANT, 1).require_possible()


def test_what_stands_in_the_way_is_refused_before_anything_is_changed(tenant, cell):
    def refused(match: str, *options: str) -> None:
        with pytest.raises(CommandError, match=match):
            move_online(tenant, cell, *options)
        assert (state(tenant), state(tenant, cell)) == ("settled", "absent")

    # Another university's, which was cut off.
    other = TenantFactory()
    ask(None, f"CREATE PUBLICATION command_center_move_{other.pk}")
    try:
        refused(f"this cell: an online move of {other.slug} was begun. End it first")
        assert move_list() == f"{other.slug}: moved online, or cut off\n"
    finally:
        move(other, None, "--undo")

    # Somebody else's replication, which the tenant is no part of.
    ask(None, "ALTER TABLE accounts_role REPLICA IDENTITY NOTHING")
    try:
        refused("somebody else has set what tells rows of accounts_role apart")
    finally:
        ask(None, "ALTER TABLE accounts_role REPLICA IDENTITY DEFAULT")

    # An address that leads elsewhere, or nowhere.
    refused("finds another database there than this cell's", "--from", cell.url)
    refused("cannot follow this cell", "--from", "postgresql://127.0.0.1:1/nowhere")
    refused("--from is no address of a database", "--from", "nonsense")
    assert (left(), left(cell)) == ([], [])
