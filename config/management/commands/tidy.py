"""``manage.py tidy``: removes what has expired and is of no use to anybody; run it daily."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import BrowserSession, PasswordReset, RateCounter, SignIn, SSOCode, SSOLogin
from config.background.models import BackgroundWorker
from config.db.batches import remove_rows
from config.time_allowed import TimeAllowed, Work, take_turns
from students.models import IdempotencyRecord, ImportState, RosterImport
from students.services.retention import remove_old_transcripts
from tenants.models import Erasure, Tenant
from tenants.services.retention import remove_old_events
from tenants.services.seals import seal_events

# The time for which people may still have questions, or a client may repeat a request.
SIGN_INS_KEPT = timedelta(days=30)
IDEMPOTENCY_KEYS_KEPT = timedelta(days=30)
TASKS_KEPT = timedelta(days=14)
# A roster that nobody confirmed contains personal data without a purpose.
UNCONFIRMED_ROSTERS_KEPT = timedelta(days=14)

# What comes before the removal of events, and removes nothing.
SEALING = "audit events to be sealed"


def expired(now: datetime) -> dict[str, QuerySet]:
    """Return the rows that may be removed, without what each tenant decides about."""
    erased = Erasure.objects.values("user_id")
    return {
        "sign-ins": SignIn.objects.filter(expires_at__lt=now - SIGN_INS_KEPT),
        # Those that were being opened at the moment of an erasure: they open nothing.
        "sign-ins of erased people": SignIn.objects.filter(user__in=erased),
        "browser sessions of erased people": BrowserSession.objects.filter(user__in=erased),
        "browser sessions": BrowserSession.objects.over(now),
        "single sign-on codes": SSOCode.objects.filter(expires_at__lt=now),
        "single sign-ons": _over(SSOLogin.objects.filter(created_at__lt=now - SIGN_INS_KEPT)),
        # Until then, a link that is opened late says why it does not work.
        "password resets": PasswordReset.objects.filter(created_at__lt=now - SIGN_INS_KEPT),
        "rate counters": RateCounter.objects.filter(window_ends_at__lt=now),
        "idempotency keys": IdempotencyRecord.objects.filter(
            created_at__lt=now - IDEMPOTENCY_KEYS_KEPT
        ),
        "unconfirmed rosters": RosterImport.objects.exclude(state=ImportState.IMPORTED).filter(
            created_at__lt=now - UNCONFIRMED_ROSTERS_KEPT
        ),
        "finished tasks": DBTaskResult.objects.finished().filter(finished_at__lt=now - TASKS_KEPT),
        # No task runs for two weeks; nobody has taken it up, as no worker runs at all.
        "abandoned tasks": DBTaskResult.objects.running().filter(started_at__lt=now - TASKS_KEPT),
        "workers that are gone": BackgroundWorker.objects.filter(settled_at__lt=now - TASKS_KEPT),
    }


# What each tenant keeps for as long as it has set.
RETAINED: dict[str, Callable[[Tenant, TimeAllowed], int]] = {
    "old transcripts": remove_old_transcripts,
    "old audit events": remove_old_events,
}


def works() -> dict[str, Work]:
    """Return all there is to do, in its order."""
    tenants = list(Tenant.objects.settled().order_by("pk"))
    rows = {what: of_settled(rows) for what, rows in expired(timezone.now()).items()}
    return {
        **{what: partial(remove_rows, these) for what, these in rows.items()},
        # Only what is sealed may go; so old events are, also where nobody seals every minute.
        SEALING: partial(seal_events, tenants),
        **{what: partial(_of_each, tenants, remove) for what, remove in RETAINED.items()},
    }


def _of_each(
    tenants: list[Tenant], remove: Callable[[Tenant, TimeAllowed], int], allowed: TimeAllowed
) -> int:
    turns = take_turns({tenant.pk: partial(remove, tenant) for tenant in tenants}, allowed)
    return sum(turns.counted.values())


def _over(logins: QuerySet) -> QuerySet:
    """Return the logins that are over: single logout has nothing of them left to end."""
    sessions = BrowserSession.objects.filter(key_digest=OuterRef("session_digest"))
    sign_ins = SignIn.objects.filter(sso_login=OuterRef("pk"))
    return logins.filter(~Exists(sessions), ~Exists(sign_ins))


def of_settled(rows: QuerySet) -> QuerySet:
    """Leave out the rows of tenants that are on their way between cells: they are compared."""
    if not any(field.name == "tenant" for field in rows.model._meta.get_fields()):
        return rows
    return rows.exclude(tenant__in=Tenant.objects.on_their_way())


class Command(BaseCommand):
    help = (
        "Removes expired sign-ins, browser sessions, links, codes, counters, keys and old tasks, "
        "and the audit events and transcripts that a tenant keeps no longer."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--minutes",
            type=float,
            default=60,
            metavar="N",
            help="what is not done after so many is left to the next run (default: 60)",
        )

    def handle(self, *args: Any, minutes: float, **options: Any) -> None:
        counted, undone = take_turns(works(), TimeAllowed(minutes * 60))
        for what, count in counted.items():
            if what != SEALING:
                self.stdout.write(f"{what}: {count:,} removed")
        if undone:
            self.stdout.write(f"left to the next run, for want of time: {', '.join(undone)}")
