"""What a deployment reaches: databases, mail server, CAS servers; and what it is going to need."""

import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import psutil
import psycopg
from django.conf import settings
from django.contrib.auth.hashers import get_hasher
from django.core.mail import mailers
from django.core.mail.backends.smtp import EmailBackend
from django.db import Error, connection

from accounts.services.sso_check import Finding, Level, check_sso
from config.context import within
from config.db.lent.names import SWITCHED_OFF, renames_statements
from config.db.poolers import DIRECTLY, TRANSACTION, UNDECLARED, is_behind_pooler
from config.db.roles import APPLICATION, SYSTEM
from config.hashing import places as hashing_places
from config.management.publications import PREFIX as SLOTS
from config.management.replicas import replica_findings
from config.observability.monitoring.checks import OutOfOrder, migrations
from tenants.branding import sso_config_of
from tenants.models import Tenant

# Seconds for an answer of the database and of the mail server.
PATIENCE = 5

OLDEST = 150_000  # of PostgreSQL, as its server_version_num

# Variables, and who has to log in there once the roles are apart; the owner has any name.
DATABASES = {
    "DATABASE_URL": APPLICATION,
    "SYSTEM_DATABASE_URL": SYSTEM,
    "OWNER_DATABASE_URL": None,
    "DATABASE_DIRECT_URL": None,
}

# Connections beside the web server's: worker, a command, a backup, somebody who looks.
OTHERS = 4

_ABOUT = """
SELECT current_user, rolsuper OR rolbypassrls, current_setting('server_version_num')::int,
    current_database() || pg_postmaster_start_time(),
    current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int
FROM pg_roles WHERE rolname = current_user
"""


def findings() -> Iterator[Finding]:
    """Yield what is found, in the order in which people need it."""
    reached, room = yield from _databases()
    if reached:
        yield from replica_findings()
    yield from _mail()
    if reached:
        yield from _migrations()
        yield from _moves()
        yield from _cas_servers()
        yield _connections(room)
    yield _memory()


def _databases() -> Any:
    """Yield what each address of the database leads to; return whether to go on, and its room."""
    apart = bool(os.environ.get("SYSTEM_DATABASE_URL") or os.environ.get("OWNER_DATABASE_URL"))
    places: set[str] = set()
    reached, room = False, 0
    for variable, role in DATABASES.items():
        if not (url := os.environ.get(variable)):
            continue
        try:
            with psycopg.connect(url, connect_timeout=PATIENCE) as connection:
                user, is_above, version, place, room = connection.execute(_ABOUT).fetchone()  # type: ignore[misc]
                of_poolers = [*_pooler(variable, connection)]
        except psycopg.Error as error:
            why = (str(error).strip() or type(error).__name__).splitlines()[0]
            yield Finding(Level.FAULT, f"{variable} leads to no database: {why}", _UNREACHED)
            reached = False
            break
        reached = True
        places.add(place)
        yield Finding(Level.OK, f"{variable} leads to PostgreSQL {version // 10_000}, as {user}.")
        yield from of_poolers
        if version < OLDEST:
            yield Finding(Level.FAULT, "This PostgreSQL is too old.", "Take 15 or newer.")
        if apart and role and user != role:
            yield Finding(Level.FAULT, f"{variable} logs in as {user}.", f"Log in as {role} there.")
        elif apart and role and is_above:
            advice = f"ALTER ROLE {user} NOSUPERUSER NOBYPASSRLS;"
            yield Finding(Level.FAULT, f"No wall stands before {user}, who may do all.", advice)
    if len(places) > 1:
        yield Finding(
            Level.FAULT,
            f"{', '.join(DATABASES)} lead to different databases.",
            "Let all of them lead to one, each with its own role.",
        )
    return reached, room


def _pooler(variable: str, connection: psycopg.Connection) -> Iterator[Finding]:
    """Yield what is to be said of a pooler on the way to an address, where there is one."""
    if not is_behind_pooler(connection):
        return
    is_direct = bool(os.environ.get("DATABASE_DIRECT_URL"))
    if DATABASES[variable] is None:
        if variable == "DATABASE_DIRECT_URL" or not is_direct:
            yield Finding(Level.FAULT, f"{variable} leads to a pooler.", _sentence(DIRECTLY))
    elif not settings.DATABASE_POOLER:
        yield Finding(Level.FAULT, f"{variable} leads to a pooler.", _sentence(UNDECLARED))
    elif settings.DATABASE_POOLER == TRANSACTION:
        yield Finding(Level.OK, f"{variable} leads to a pooler, whose sessions are lent.")
        if settings.DATABASE_PREPARES and not renames_statements(connection):
            yield Finding(Level.NOTE, SWITCHED_OFF)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


_SLOTS = """
SELECT active OR EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND pg_locks.database = pg_database.oid
            AND classid::bigint = hashtext('tenants.movers')::bit(32)::bigint
            AND objid::bigint = hashtext('online')::bit(32)::bigint
    ), pg_wal_lsn_diff(pg_current_wal_insert_lsn(), restart_lsn)::bigint
FROM pg_replication_slots
JOIN pg_database ON datname = pg_replication_slots.database AND datname = current_database()
WHERE slot_name LIKE %s
"""
_UNREACHED = (
    "Compare host, port, name and password; a character such as @ or / in the password is written"
    " as %40 or %2F."
)


def _migrations() -> Iterator[Finding]:
    try:
        migrations()
    except OutOfOrder as fault:
        yield Finding(Level.NOTE, f"{str(fault).capitalize()}.", "Run migrate before the server.")
    except Error:
        yield Finding(Level.NOTE, "The database is empty.", "Run migrate before the server.")
    else:
        yield Finding(Level.OK, "All migrations are applied.")


def _moves() -> Iterator[Finding]:
    """Yield universities that are on their way: a move that was cut off leaves one held."""
    try:
        found = list(Tenant.objects.on_their_way().order_by("slug"))
    except Error:  # before the migration
        return
    for tenant in found:
        state = str(tenant.move_state).lower()
        advice = "Unless it is being moved now: see move_tenant --undo and --confirm."
        yield Finding(Level.NOTE, f"{tenant.slug} is on its way to another cell: {state}.", advice)
    yield from _kept_logs()


def _kept_logs() -> Iterator[Finding]:
    """Yield what online moves keep of PostgreSQL's log: nobody reads it after one was cut off."""
    with connection.cursor() as cursor:
        cursor.execute(_SLOTS, [f"{SLOTS}%".replace("_", r"\_")])
        for is_needed, kept in cursor.fetchall():
            text = f"An online move keeps {kept or 0:,} bytes of PostgreSQL's log"
            if is_needed:
                yield Finding(Level.OK, f"{text}, which the other cell is going to read.")
            else:
                advice = "Until the disk is full: see move_tenant without a name, and --undo."
                yield Finding(Level.FAULT, f"{text} that nobody reads.", advice)


def _mail() -> Iterator[Finding]:
    mailer = mailers.default
    if not isinstance(mailer, EmailBackend):
        return
    mailer.timeout = PATIENCE
    where = f"{mailer.host}:{mailer.port}"
    try:
        EmailBackend.open(mailer)  # ours asks the database first
    except smtplib.SMTPAuthenticationError:
        advice = "Correct them in EMAIL_URL; @ is written as %40 there, / as %2F."
        yield Finding(Level.FAULT, f"{where} does not take user and password.", advice)
    except (ssl.SSLError, smtplib.SMTPNotSupportedError) as error:
        advice = (
            "Use smtp+tls:// for port 587 and smtp+ssl:// for 465, and the name on its certificate."
        )
        yield Finding(Level.FAULT, f"No TLS with the mail server {where}: {error}", advice)
    except OSError as error:
        advice = "Compare EMAIL_URL, and what the firewall lets out."
        yield Finding(Level.FAULT, f"The mail server {where} does not greet: {error}", advice)
    else:
        yield Finding(Level.OK, f"The mail server {where} greets.")
    finally:
        with suppress(OSError):
            mailer.close()


def _cas_servers() -> Iterator[Finding]:
    try:
        tenants = list(Tenant.objects.filter(is_active=True).order_by("slug"))
    except Error:  # before the first migration
        return
    for tenant in tenants:
        with within(tenant.pk):
            row = sso_config_of(tenant)
            if row is None or not row.is_enabled:
                continue
            faults = [one for one in check_sso(tenant) if one.level == Level.FAULT]
        for fault in faults:
            yield Finding(Level.FAULT, f"{tenant.slug}: {fault.text}", fault.advice)
        if not faults:
            yield Finding(Level.OK, f"{tenant.slug}: its CAS server answers.")


def _connections(room: int) -> Finding:
    each = settings.DATABASE_POOL_SIZE or settings.WEB_THREADS + 1
    planned = 2 * settings.WEB_WORKERS * each + OTHERS
    text = (
        f"Connections: {settings.WEB_WORKERS} processes with {each} each, twice that during a"
        f" release, and {OTHERS} for all else: {planned} of PostgreSQL's {room}."
    )
    if settings.DATABASE_POOLER == TRANSACTION:
        return Finding(
            Level.OK,
            f"Connections: {planned} of ours to the pooler at most, which its max_client_conn has"
            f" to allow; PostgreSQL takes {room} for default_pool_size of each role that logs in.",
        )
    if planned <= room:
        return Finding(Level.OK, text)
    advice = f"Raise max_connections by {planned - room} or more, or lower WEB_WORKERS."
    return Finding(Level.FAULT, text, advice)


def _memory() -> Finding:
    """Return the memory that is planned: that of this process, and as many hashes as may be."""
    own = psutil.Process().memory_info().rss >> 20
    hashing = getattr(get_hasher(), "memory_cost", 0) >> 10
    each = own + hashing_places() * hashing
    planned = 2 * settings.WEB_WORKERS * each + own
    there = psutil.virtual_memory().total >> 20
    text = (
        f"Memory: {settings.WEB_WORKERS} processes with up to {each} MiB each while passwords"
        f" are checked, twice that during a release, and {own} MiB for a worker: {planned} of"
        f" this machine's {there} MiB."
    )
    if planned <= there:
        return Finding(Level.OK, text)
    return Finding(Level.NOTE, text, "Lower WEB_WORKERS or WEB_THREADS, or add memory.")
