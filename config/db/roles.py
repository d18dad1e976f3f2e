"""The roles of the database, and what each may do there (docs/operating.md, "Roles").

*owner* has the tables and migrates them, and never serves. *application* is the web server's: it
sees one tenant at a time. *system* is the worker's and the commands': it sees all tenants where it
says so. *directory* cannot log in; it owns the functions that find a tenant before one is known,
and users by their address.

Roles are made once, by whoever may make them (``manage.py database_roles``); what they may do is
granted by the owner after each migration. Where only one role is to be had, it is all of them.
"""

from collections.abc import Iterator

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

APPLICATION = "command_center_application"
SYSTEM = "command_center_system"
DIRECTORY = "command_center_directory"

# What makes each of them; a new role has no right at all.
CREATIONS = {
    APPLICATION: f"CREATE ROLE {APPLICATION} LOGIN",
    SYSTEM: f"CREATE ROLE {SYSTEM} LOGIN",
    # Whoever makes it gives functions to it.
    DIRECTORY: f"CREATE ROLE {DIRECTORY} ROLE CURRENT_USER",
}

# What is only ever added to.
APPEND_ONLY = (
    "tenants_auditevent",
    "tenants_auditpersonal",
    "tenants_erasure",
    "students_attempttransaction",
    "students_ledgerpersonal",
)

# What the system alone adds to, and nobody changes.
ADDED_BY_SYSTEM = ("tenants_auditseal",)

# What only migrations write.
READ_ONLY = ("django_migrations",)

# Read by a view and written by triggers, neither with the rights of whoever asks.
OUT_OF_REACH = ("students_searchentry",)

# What the functions of the directory read: each column that they name.
DIRECTORY_READS = {
    "accounts_user": "id, tenant_id, role_id, status, email",
    "accounts_role": "id, tenant_id, legacy_role",
    "accounts_servicekey": "prefix, tenant_id",
    "accounts_invitation": "token_hash, tenant_id, sent_at, accepted_at, replaced_at",
    "accounts_passwordreset": "token_hash, tenant_id",
    "accounts_ssocode": "digest, tenant_id",
    "tenants_tenant": "id, is_active",
    "tenants_auditevent": "id, tenant_id, arrival, event_time",
    "tenants_auditseal": "tenant_id, number, last_arrival, last_id",
}

# Functions that do what only the owner may, and who may call them.
OWNERS_FUNCTIONS = {
    # Writes what is out of reach, for the triggers that those who may write students call.
    "refresh_search_entries(text[])": (APPLICATION, SYSTEM),
    # They empty what is kept apart of people who are erased.
    "erase_from_trail(text,text[])": (APPLICATION, SYSTEM),
    "erase_from_ledger(text,text[])": (APPLICATION, SYSTEM),
    "remove_dropped_events(text,integer)": (SYSTEM,),
}

_RELATIONS = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = %s
    AND relowner = current_user::regrole
ORDER BY relname
"""
_FUNCTIONS = """
SELECT oid::regprocedure::text FROM pg_proc
WHERE pronamespace = 'public'::regnamespace
    AND (proname LIKE 'tenant\\_of\\_%' OR proname IN (
        'is_super_admin_left', 'users_of_address', 'unsealed_trails', 'tenants_awaiting_mail'
    ))
ORDER BY proname
"""
# Where the policies do not name the roles yet. A policy is changed only then: that waits for all
# who are at work on the table, and they for it.
_WITHOUT_SYSTEM = """
SELECT tablename FROM pg_policies
WHERE policyname = 'all_tenants'
    AND NOT roles @> ARRAY[current_user, 'command_center_system']::name[]
ORDER BY tablename
"""
_WITHOUT_DIRECTORY = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relrowsecurity
    AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'directory')
ORDER BY relname
"""


def existing_roles() -> set[str]:
    """Return those of our roles that the server has."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY (%s)", [list(CREATIONS)])
        return {name for (name,) in cursor.fetchall()}


def create_roles() -> list[str]:
    """Make the roles that are missing; return their names. Needs the right to make roles."""
    known = existing_roles()
    missing = [role for role in CREATIONS if role not in known]
    with connection.cursor() as cursor:
        for role in missing:
            cursor.execute(CREATIONS[role])
    return missing


def grant_rights() -> None:
    """Give each role what it may do in this database, and take the rest from everybody.

    Does nothing while roles are missing: then the owner is all of them.
    """
    if existing_roles() != set(CREATIONS):
        return
    # One by one, before all else: each locks a table, and a vacuum that has locked it may wait for
    # whoever has changed rights and not committed yet.
    with connection.cursor() as cursor:
        for statement in _policies(cursor):
            cursor.execute(statement)
    # At once: nobody who is at work misses what was taken and not given again yet.
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in _grants(cursor):
            cursor.execute(statement)


def _names(cursor: CursorWrapper, query: str, *values: str) -> list[str]:
    cursor.execute(query, values or None)
    return [name for (name,) in cursor.fetchall()]


def _policies(cursor: CursorWrapper) -> Iterator[str]:
    for table in _names(cursor, _WITHOUT_SYSTEM):
        yield f"ALTER POLICY all_tenants ON {table} TO CURRENT_USER, {SYSTEM}"
    for table in _names(cursor, _WITHOUT_DIRECTORY):
        if table in DIRECTORY_READS:
            yield f"CREATE POLICY directory ON {table} FOR SELECT TO {DIRECTORY} USING (true)"


def _grants(cursor: CursorWrapper) -> Iterator[str]:
    tables, views = _names(cursor, _RELATIONS, "r"), _names(cursor, _RELATIONS, "v")
    both = f"{APPLICATION}, {SYSTEM}"
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    # Who may make temporary tables may make functions beside them.
    yield f"REVOKE TEMPORARY ON DATABASE {_current_database(cursor)} FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {both}, {DIRECTORY}"
    for table in tables:
        yield f"REVOKE ALL ON {table} FROM {both}, {DIRECTORY}"
        if table in OUT_OF_REACH:
            yield f"GRANT SELECT ON {table} TO {SYSTEM}"
        elif table in READ_ONLY:
            yield f"GRANT SELECT ON {table} TO {both}"
        elif table in APPEND_ONLY:
            yield f"GRANT SELECT, INSERT ON {table} TO {both}"
        elif table in ADDED_BY_SYSTEM:
            yield f"GRANT SELECT ON {table} TO {both}"
            yield f"GRANT INSERT ON {table} TO {SYSTEM}"
        else:
            yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {both}"
    for view in views:
        yield f"GRANT SELECT ON {view} TO {both}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {both}"
    for table, columns in DIRECTORY_READS.items():
        if table not in tables:
            return  # a database that is not migrated yet, or only in part
        yield f"GRANT SELECT ({columns}) ON {table} TO {DIRECTORY}"
    for function, callers in OWNERS_FUNCTIONS.items():
        if not _names(cursor, "SELECT oid FROM pg_proc WHERE oid = to_regprocedure(%s)", function):
            continue  # a database that was migrated back
        yield f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"
        yield f"GRANT EXECUTE ON FUNCTION {function} TO {', '.join(callers)}"
    # A function's owner has to be allowed to make one there.
    yield f"GRANT CREATE ON SCHEMA public TO {DIRECTORY}"
    for function in _names(cursor, _FUNCTIONS):
        yield f"ALTER FUNCTION {function} OWNER TO {DIRECTORY}"
        yield f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"
        yield f"GRANT EXECUTE ON FUNCTION {function} TO {both}"
    yield f"REVOKE CREATE ON SCHEMA public FROM {DIRECTORY}"


def _current_database(cursor: CursorWrapper) -> str:
    cursor.execute("SELECT quote_ident(current_database())")
    ((name,),) = cursor.fetchall()
    return name
