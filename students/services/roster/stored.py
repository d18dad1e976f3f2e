"""Students as they are in the database."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models.functions import Lower

from accounts.models import LegacyRole, ProgrammeMembership, User
from accounts.models.user import of_addresses
from config.addresses import spellings
from students.services.roster.formats.rows import Names
from students.services.roster.programmes import Programmes
from tenants.models import Tenant

# Rows that are read or written at once: fewer rows take more statements, but less memory.
BATCH = 5_000


class StoredProfile(NamedTuple):
    """The values of a student that a roster may contain."""

    email: str
    sis_id: str | None
    first_name: str
    middle_name: str | None
    last_name: str
    cohort: str | None
    status: str
    programmes: Programmes

    @property
    def names(self) -> Names:
        return Names(self.first_name, self.middle_name, self.last_name)


class Stored(NamedTuple):
    """A user of the tenant, who may also be staff or deleted."""

    user_id: str
    legacy_role: str | None
    profile: StoredProfile

    @property
    def is_student(self) -> bool:
        return self.legacy_role == LegacyRole.STUDENT


class Known(NamedTuple):
    """Users of the tenant by their SIS ids and by folded addresses that were asked for."""

    by_id: dict[str, Stored]
    by_address: dict[str, Stored]


_FOLD = """
    SELECT lower(address) FROM unnest(%s::text[]) WITH ORDINALITY AS given (address, place)
    ORDER BY place
"""


def fold(addresses: Sequence[str]) -> list[str]:
    """Return e-mail addresses in the form in which the database compares them.

    Python lowers some letters differently, and an existing student would be taken for a new one.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FOLD, [list(addresses)])
        return [key for (key,) in cursor.fetchall()]


def find_users(tenant: Tenant, keys: Collection[str], sis_ids: Collection[str]) -> Known:
    """Return the tenant's users with these folded addresses or these ids. Three queries."""
    users = User.objects.for_tenant(tenant).annotate(email_key=Lower("email"))
    columns = ("email_key", *_COLUMNS)
    rows = {row[1]: row for row in users.filter(sis_id__in=sis_ids).values_list(*columns)}
    with_ids = set(rows)
    # Who was found by their id, and has the very address, need not be looked for again.
    left = set(keys).difference(row[0] for row in rows.values())
    # Addresses from before the rule for them are found too; the very spelling comes first.
    written = {spelling: key for key in left for spelling in reversed(spellings(key))}
    with_addresses = list(users.filter(pk__in=of_addresses(written)).values_list(*columns))
    with_addresses.sort(key=lambda row: row[0] in left)
    rows |= {row[1]: row for row in with_addresses}
    people = {stored.user_id: stored for stored in _stored([row[1:] for row in rows.values()])}
    return Known(
        {sis_id: people[pk] for pk in with_ids if (sis_id := people[pk].profile.sis_id)},
        {rows[pk][0]: people[pk] for pk in with_ids}
        | {written[row[0]]: people[row[1]] for row in with_addresses},
    )


def get_users(tenant: Tenant, ids: Iterable[str], *, lock: bool = False) -> dict[str, Stored]:
    """Return users by id; with ``lock``, they are held until the transaction ends. Two queries."""
    users = User.objects.for_tenant(tenant).filter(pk__in=ids).order_by("pk")
    if lock:
        users = users.select_for_update(no_key=True)
    return {stored.user_id: stored for stored in _stored(list(users.values_list(*_COLUMNS)))}


_COLUMNS = (
    *("pk", "legacy_role", "email", "sis_id", "first_name", "middle_name", "last_name", "cohort"),
    "status",
)


def _stored(rows: list[tuple]) -> list[Stored]:
    programmes: dict[str, set[str]] = {}
    links = ProgrammeMembership.objects.filter(user__in=[row[0] for row in rows])
    for user_id, programme_id in links.values_list("user_id", "programme_id"):
        programmes.setdefault(user_id, set()).add(programme_id)
    return [
        Stored(
            row[0], row[1], StoredProfile._make((*row[2:], frozenset(programmes.get(row[0], ()))))
        )
        for row in rows
    ]
