"""What the database's catalogue says of the walls, and what it should say.

Each question returns the faults that it finds, as texts; none is right.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection

from config.db.roles import (
    ADDED_BY_SYSTEM,
    APPEND_ONLY,
    APPLICATION,
    CREATIONS,
    DIRECTORY,
    DIRECTORY_READS,
    OUT_OF_REACH,
    OWNERS_FUNCTIONS,
    READ_ONLY,
    SYSTEM,
)

# Tables of tenants without the two policies.
NOT_WALLED = {
    "accounts_browsersession": "found by the digest of a secret, before a tenant is known",
    "students_searchentry": "out of everybody's reach; a view shows one tenant's rows of it",
}

# Tables that have a third policy: everybody reads all rows.
READ_BY_ALL = {
    "tenants_allowedorigin": "asked for before anybody is known; whoever asks names the origin",
}

# Tables whose rows belong to no tenant.
WITHOUT_TENANT = {
    "accounts_ratecounter": "counters under digests, also of callers who are nobody's yet",
    "auth_group": "Django's; empty, since roles are the tenants' own",
    "auth_group_permissions": "Django's; empty as well",
    "auth_permission": "Django's; names of models, no people",
    "background_backgroundworker": "processes that run tasks: when they were heard of, no people",
    "django_admin_log": "Django's; empty, since the audit trail is the log",
    "django_cas_ng_proxygrantingticket": "the library's; empty, since nothing acts as a proxy",
    "django_cas_ng_sessionticket": "the library's; empty, since browser sessions are our own",
    "django_content_type": "Django's; names of models, no people",
    "django_migrations": "names of migrations, which the owner alone writes",
    "django_session": "Django's; empty, since browser sessions are our own",
    "django_tasks_database_dbtaskresult": "the worker's queue; ids, and who asks from where",
    "rest_framework_api_key_apikey": "the library's; empty, since service keys are a model of ours",
    "tenants_tenant": "the tenants themselves: found by their slug, listed by Super Admins",
}

# Views that do not run with the rights of their caller.
OF_THE_OWNER = {
    "search_entry": "filters by the tenant itself, since a policy would cost searches their index",
}

# Functions that do not run with the rights of their caller, but the directory's: each returns one
# value, which names a tenant or tells of none; or ids of the tenant that the caller sees anyway; or
# ids of tenants, whose table everybody may read, for the figures of all.
OF_THE_DIRECTORY = (
    "tenant_of_user(text)",
    "tenant_of_service_key(text)",
    "tenant_of_invitation(text)",
    "tenant_of_password_reset(text)",
    "tenant_of_sso_code(text)",
    "is_super_admin_left(text)",
    "users_of_address(text[])",
    "unsealed_trails(text[])",
    "tenants_awaiting_mail()",
)

# And others.
OF_THE_TABLES_OWNER = {
    "refresh_search_entries(text[])": "writes what nobody else can reach; a trigger calls it",
    "erase_from_trail(text,text[])": "empties what nobody else may change, of erased people alone",
    "erase_from_ledger(text,text[])": "empties what nobody else may change, likewise",
    "remove_dropped_events(text,integer)": "removes audit events that the chain of seals lets go",
}

_USUAL = {"SELECT", "INSERT", "UPDATE", "DELETE"}
_PATH = "search_path=pg_catalog, public, pg_temp"


def ask(query: str, *values: Any) -> list[tuple]:
    """Return the rows of an answer."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


_TABLES = """
SELECT relname, relrowsecurity AND relforcerowsecurity, EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'tenant_id'
)
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'f', 'm')
"""
_POLICIES = """
SELECT policyname, permissive, cmd, roles::text[], qual, with_check
FROM pg_policies WHERE schemaname = 'public' AND tablename = %s ORDER BY policyname
"""
_OWNER = "SELECT tableowner FROM pg_tables WHERE tablename = 'tenants_tenant'"

_TENANT = "current_setting('command_center.tenant'::text, true)"
_OWN = ("PERMISSIVE", "ALL", ["public"], f"((tenant_id)::text = {_TENANT})", None)
_ALL = f"(COALESCE({_TENANT}, '*'::text) = '*'::text)"


def _policies(table: str) -> dict[str, tuple]:
    ((owner,),) = ask(_OWNER)
    of_all = ("PERMISSIVE", "ALL", sorted((owner, SYSTEM)), _ALL, None)
    expected = {"own_tenant": _OWN, "all_tenants": of_all}
    if table in DIRECTORY_READS:
        expected["directory"] = ("PERMISSIVE", "SELECT", [DIRECTORY], "true", None)
    if table in READ_BY_ALL:
        expected["read_by_all"] = ("PERMISSIVE", "SELECT", ["public"], "true", None)
    return expected


def faults_of_tables() -> list[str]:
    """Return tables that are not walled, and not excepted either."""
    found = []
    for table, is_walled, is_a_tenants in ask(_TABLES):
        if table in NOT_WALLED:
            continue
        if not is_a_tenants:
            if table not in WITHOUT_TENANT:
                found.append(f"{table} has no tenant_id, and nobody has judged it")
            continue
        if not is_walled:
            found.append(f"{table} is not walled")
        policies = {
            name: (kind, command, sorted(roles), qual, check)
            for name, kind, command, roles, qual, check in ask(_POLICIES, table)
        }
        if policies != _policies(table):
            found.append(f"{table} has other policies")
    return found


def faults_of_lists() -> list[str]:
    """Return exceptions about things that are not there."""
    names = {name for (name,) in ask("SELECT relname FROM pg_class")}
    lists = (NOT_WALLED, READ_BY_ALL, WITHOUT_TENANT, OF_THE_OWNER)
    return [
        f"{name} is excepted, and is not there" for each in lists for name in each.keys() - names
    ]


_VIEWS = """
SELECT relname, coalesce(reloptions::text[] @> '{security_invoker=true}', false)
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
"""


def faults_of_views() -> list[str]:
    """Return views that show what their caller may not see."""
    return [
        f"{view} runs with the rights of its owner"
        for view, is_of_the_caller in ask(_VIEWS)
        if not is_of_the_caller and view not in OF_THE_OWNER
    ]


_FUNCTIONS = """
SELECT oid::regprocedure::text, proowner::regrole::text, coalesce(proconfig, '{}'),
    (SELECT coalesce(array_agg(grantee::regrole::text ORDER BY grantee::regrole::text), '{}')
     FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee <> proowner)
FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
"""


def faults_of_functions() -> list[str]:
    """Return functions with the rights of their owner that are not as they should be."""
    ((owner,),) = ask(_OWNER)
    expected = dict.fromkeys(
        OF_THE_DIRECTORY,
        (DIRECTORY, [_PATH], [APPLICATION, SYSTEM]),
    ) | {name: (owner, [_PATH], list(OWNERS_FUNCTIONS[name])) for name in OF_THE_TABLES_OWNER}
    found = {name: (who, settings, callers) for name, who, settings, callers in ask(_FUNCTIONS)}
    return [
        f"{name}: {found.get(name)} and not {expected.get(name)}"
        for name in sorted(found.keys() | expected)
        if found.get(name) != expected.get(name)
    ]


_ATTRIBUTES = """
SELECT rolname FROM pg_roles WHERE rolname = ANY (%s) AND (
    rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
)
"""
_MEMBERS = "SELECT roleid::regrole::text FROM pg_auth_members WHERE member = %s::regrole"
_OWNED = """
SELECT classid::regclass::text || ' ' || objid FROM pg_shdepend
WHERE refclassid = 'pg_authid'::regclass AND refobjid = %s::regrole AND deptype = 'o'
"""


def faults_of_roles() -> list[str]:
    """Return what the roles are and own that they should not."""
    found = [f"{role} has an attribute" for (role,) in ask(_ATTRIBUTES, list(CREATIONS))]
    for role in CREATIONS:
        found += [f"{role} is a member of {other}" for (other,) in ask(_MEMBERS, role)]
    for role in (APPLICATION, SYSTEM):
        found += [f"{role} owns {what}" for (what,) in ask(_OWNED, role)]
    return found


def expected_rights(table: str) -> set[str]:
    """Return what the application may do with a table."""
    if table in OUT_OF_REACH:
        return set()
    if table in READ_ONLY or table in ADDED_BY_SYSTEM:
        return {"SELECT"}
    return {"SELECT", "INSERT"} if table in APPEND_ONLY else _USUAL


# What a table's owner may do is all that there is: PostgreSQL 17 has a right more.
_HELD = """
SELECT relname, relkind, ARRAY(
    SELECT privilege_type FROM aclexplode(acldefault('r', relowner))
    WHERE has_table_privilege(%s, oid, privilege_type)
        OR (privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
            AND has_any_column_privilege(%s, oid, privilege_type))
)
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'f', 'm', 'v')
"""
_CREATES = """
SELECT 'schema ' || nspname FROM pg_namespace WHERE has_schema_privilege(%s, oid, 'CREATE')
UNION ALL
SELECT right_to FROM unnest('{CREATE,TEMPORARY}'::text[]) AS right_to
WHERE has_database_privilege(%s, current_database(), right_to)
"""


def faults_of_rights() -> list[str]:
    """Return what the application may do that it should not, or may not that it should."""
    found = [f"may create: {what}" for (what,) in ask(_CREATES, APPLICATION, APPLICATION)]
    for name, kind, held in ask(_HELD, APPLICATION, APPLICATION):
        expected = {"SELECT"} if kind == "v" else expected_rights(name)
        if set(held) != expected:
            found.append(f"{name}: {sorted(held)} and not {sorted(expected)}")
    return found


QUESTIONS: Iterable[Callable[[], list[str]]] = (
    faults_of_tables,
    faults_of_lists,
    faults_of_views,
    faults_of_functions,
    faults_of_roles,
    faults_of_rights,
)
