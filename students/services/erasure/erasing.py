"""One erasure, from the request to the trail."""

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import LegacyRole, User, is_erased
from accounts.services.erasure import forget_account
from accounts.services.escalation import ERASED, lock_user_for
from config.context import ALL_TENANTS, within
from config.db.locks import lock_row
from config.errors import Conflict, InvalidInput, NotFound
from config.timestamps import format_timestamp
from students.models import AttemptTransaction, Session
from students.services.erasure.study import forget_words
from students.services.erasure.traces import Traces
from students.services.erasure.writings import OthersRows, forget_in_writings, rows_that_name
from students.services.locks import lock_rosters
from tenants.models import Erasure, EventType
from tenants.queries.erasures import address_digests, sis_digests
from tenants.services import audit

logger = logging.getLogger(__name__)

REPEATED = "Repeated after a restore."

_WRONG_ADDRESS = gettext_lazy(
    "This is not the address of the student. Type it as it stands on their page."
)
_NAMING_REASON = gettext_lazy(
    "The reason stays on record: leave out names, addresses and ids of the person. A number of the"
    " request is enough."
)
_ROSTER_AT_WORK = gettext_lazy("A roster is being imported right now. Try again when that is done.")


@dataclass(frozen=True)
class Erased:
    """An erasure, or what it would be: rows by table."""

    user_id: str
    counts: dict[str, int]


@transaction.atomic
def erase_student(
    *,
    actor: User | None,
    user: User,
    reason: str = "",
    confirm_email: str | None = None,
    dry_run: bool = False,
    at: datetime | None = None,
) -> Erased:
    """Erase a student for ever; with ``dry_run``, do it and roll it back: the counts are the same.

    ``confirm_email`` is the address as somebody typed it, or None where nobody had to. Deleted
    students can be erased too. ``at`` is the moment of an erasure that is repeated.

    Raises as ``lock_user_for`` does, NotFound for somebody who is no student, Conflict for somebody
    who is erased and while a roster is imported, and InvalidInput for another address or a reason
    that names the person.
    """
    if not lock_rosters(user.tenant_id):
        raise Conflict(_ROSTER_AT_WORK)
    # Rows that refer to the user wait as well, such as sign-ins that are being opened.
    user = lock_row(User.objects.for_tenant(user.tenant_id), user, no_key=False)
    if is_erased(user):
        raise Conflict(ERASED)
    user = lock_user_for(actor, user)
    if user.legacy_role != LegacyRole.STUDENT:
        raise NotFound(_("There is no such student."))
    traces = Traces.of(user)
    if at is None:
        _require_confirmed(user, traces, reason, confirm_email)
    counts = _erase(actor, user, traces, at)
    audit.record_about(
        EventType.PERSONAL_DATA_ERASED, user, actor=actor, reason=reason, counts=counts
    )
    transaction.set_rollback(dry_run)
    if not dry_run:
        transaction.on_commit(lambda: _log(user))
    return Erased(user.pk, counts)


def repeat_erasure(*, user_id: str, at: datetime) -> bool:
    """Erase somebody again whom a restored backup brought back; False where there is nothing to do.

    That is so for people who are erased, and for those whom the backup does not have.
    """
    user = User.objects.select_related("tenant").filter(pk=user_id).first()
    if user is None or is_erased(user):
        return False
    with within(user.tenant_id):
        erase_student(actor=None, user=user, reason=REPEATED, at=at)
    return True


def erased_people() -> Iterator[tuple[str, str]]:
    """Yield who was erased, and when, the first one first: (id of the account, timestamp)."""
    erased = Erasure.objects.order_by("created_at", "pk").values_list("user_id", "created_at")
    for user_id, moment in erased.iterator():
        yield user_id, format_timestamp(moment)


def _require_confirmed(user: User, traces: Traces, reason: str, confirm_email: str | None) -> None:
    found = User.objects.for_tenant(user.tenant_id).filter(pk=user.pk)
    faults = []
    if confirm_email is not None and not found.with_email(confirm_email).exists():
        faults.append(("confirm_email", _WRONG_ADDRESS))
    if traces.is_named_in(reason):
        faults.append(("reason", _NAMING_REASON))
    if faults:
        raise InvalidInput(faults)


def _erase(actor: User | None, user: User, traces: Traces, at: datetime | None) -> dict[str, int]:
    others = rows_that_name(user, traces)
    digests = {address_digests(user.tenant_id, one)[0] for one in traces.addresses}
    digests |= {sis_digests(user.tenant_id, one)[0] for one in traces.sis_ids}
    counts = Counter[str]()
    with connection.cursor() as cursor:
        # Events that are being written about them come first; those that follow name nobody.
        cursor.execute("SELECT lock_person(%s, true)", [user.pk])
    Erasure.objects.create(
        tenant_id=user.tenant_id,
        user_id=user.pk,
        actor_user_id=actor.pk if actor else None,
        digests=sorted(digests),
        events=others.events,
        **({"created_at": at} if at else {}),
    )
    counts.update(_erase_kept_apart(user, others))
    counts.update(forget_words(user))
    counts.update(forget_in_writings(user, traces, others))
    counts.update(forget_account(user))
    return {name: number for name, number in sorted(counts.items()) if number}


def _erase_kept_apart(user: User, others: OthersRows) -> dict[str, int]:
    own = {"tenant": user.tenant_id, "user": user.pk}
    about = [
        user.pk,
        *Session.objects.filter(**own).values_list("pk", flat=True),
        *AttemptTransaction.objects.filter(**own).values_list("pk", flat=True),
    ]
    # A Super Admin's acts stand in other tenants' trails too.
    with within(ALL_TENANTS), connection.cursor() as cursor:
        cursor.execute("SELECT erase_from_trail(%s, %s)", [user.pk, about])
        (events,) = cursor.fetchone()
        cursor.execute("SELECT erase_from_ledger(%s, %s)", [user.pk, others.lines])
        (lines,) = cursor.fetchone()
    return {"tenants.AuditEvent": events, "students.AttemptTransaction": lines}


def _log(user: User) -> None:
    """Write who was erased where a restored database cannot take it back: to the log."""
    logger.info(
        "Erased %s", user.pk, extra={"erased_user_id": user.pk, "tenant_id": user.tenant_id}
    )
