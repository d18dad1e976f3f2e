"""Students as they are in the database."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models.functions import Lower

from accounts.models import LegacyRole, ProgrammeMembership, User
from config.addresses import spellings
from students.services.roster.formats.rows import Names
from students.services.roster.programmes import Programmes
from tenants.models import Tenant

# Rows that are read or written at once: fewer rows take more statements, but less memory.
BATCH = 5_000


class StoredProfile(NamedTuple):
    """The values of a student that a roster may contain."""

    first_name: str
    middle_name: str | None
    last_name: str
    status: str
    programmes: Programmes

    @property
    def names(self) -> Names:
        return Names(self.first_name, self.middle_name, self.last_name)


class Stored(NamedTuple):
    """A user of the tenant, who may also be staff or deleted."""

    user_id: str
    email: str
    legacy_role: str | None
    profile: StoredProfile

    @property
    def is_student(self) -> bool:
        return self.legacy_role == LegacyRole.STUDENT


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


def find_users(tenant: Tenant, keys: Collection[str]) -> dict[str, Stored]:
    """Return the tenant's users with these folded addresses, by them. Two queries."""
    # Addresses from before the rule for them are found too; the very spelling comes first.
    written = {spelling: key for key in keys for spelling in reversed(spellings(key))}
    users = User.objects.for_tenant(tenant).annotate(email_key=Lower("email"))
    rows = list(users.filter(email_key__in=written).values_list("email_key", *_COLUMNS))
    rows.sort(key=lambda row: row[0] in keys)
    return {
        written[row[0]]: stored
        for row, stored in zip(rows, _stored([row[1:] for row in rows]), strict=True)
    }


def get_users(tenant: Tenant, ids: Iterable[str], *, lock: bool = False) -> dict[str, Stored]:
    """Return users by id; with ``lock``, they are held until the transaction ends. Two queries."""
    users = User.objects.for_tenant(tenant).filter(pk__in=ids).order_by("pk")
    if lock:
        users = users.select_for_update(no_key=True)
    return {stored.user_id: stored for stored in _stored(list(users.values_list(*_COLUMNS)))}


_COLUMNS = ("pk", "email", "legacy_role", "first_name", "middle_name", "last_name", "status")


def _stored(rows: list[tuple]) -> list[Stored]:
    programmes: dict[str, set[str]] = {}
    links = ProgrammeMembership.objects.filter(user__in=[row[0] for row in rows])
    for user_id, programme_id in links.values_list("user_id", "programme_id"):
        programmes.setdefault(user_id, set()).add(programme_id)
    return [
        Stored(
            pk,
            email,
            legacy_role,
            StoredProfile(first, middle, last, status, frozenset(programmes.get(pk, ()))),
        )
        for pk, email, legacy_role, first, middle, last, status in rows
    ]
