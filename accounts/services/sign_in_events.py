"""What the audit trail and the log hold of sign-ins (contract §16, §18)."""

import logging

from django.conf import settings
from django.db import connection, transaction

from accounts import throttling
from accounts.models import SignInKind, SignInWay, User
from config.context import bind_request_context
from config.ids import new_id
from config.observability import metrics
from tenants.models import EventType, Tenant
from tenants.services import audit

logger = logging.getLogger(__name__)


@transaction.atomic
def record_success(*, user: User, kind: SignInKind, via: SignInWay) -> None:
    """Record that a user has signed in; the request's line in the log names them from then on."""
    bind_request_context(user.tenant_id, user.pk)
    audit.record_about(EventType.SIGN_IN_SUCCEEDED, user, actor=user, kind=kind, via=via)


def record_sign_out(*, actor: User | None, user: User, browser: int = 0, api: int = 0) -> None:
    """Record how many sign-ins of a user an actor has ended; nothing where there were none.

    No actor stands for the tenant's CAS server, or for ourselves (``record_theft``).
    """
    if browser or api:
        audit.record_about(
            EventType.SIGN_OUT,
            user,
            actor=actor,
            ended={SignInKind.BROWSER: browser, SignInKind.API: api},
        )


def record_theft(*, user: User) -> None:
    """Record that a family of tokens was ended because one of them was used a second time."""
    audit.record_about(
        EventType.SIGN_OUT,
        user,
        actor=None,
        ended={SignInKind.BROWSER: 0, SignInKind.API: 1},
        reason="token_reused",
    )


def record_wrong_password(*, tenant: Tenant, email: str, kind: SignInKind) -> None:
    """Record that somebody tried to sign in to an account with a wrong password.

    An address without an account takes the same work, which is undone: else the time of the answer
    would tell which addresses exist.
    """
    account = throttling.account_key(tenant, email)
    user = User.objects.for_tenant(tenant).with_email(email).first()
    _log_failure(tenant, user, SignInWay.PASSWORD)
    if not throttling.is_within("failed-sign-in", account, settings.FAILURES_RECORDED_PER_USER):
        return
    with transaction.atomic():
        _do_not_wait_for_the_disk()
        _record_failure(tenant, user.pk if user else new_id(), kind, SignInWay.PASSWORD)
        if user is None:
            transaction.set_rollback(True)


@transaction.atomic
def record_refused(*, user: User, kind: SignInKind, via: SignInWay) -> None:
    """Record that a known person was not let in."""
    _log_failure(user.tenant, user, via)
    account = throttling.account_key(user.tenant, user.email)
    if throttling.is_within("failed-sign-in", account, settings.FAILURES_RECORDED_PER_USER):
        _record_failure(user.tenant, user.pk, kind, via)


def count_unknown(*, tenant: Tenant, via: SignInWay) -> None:
    """Count a sign-in of somebody who has no account; what they call themselves is not stored."""
    _log_failure(tenant, None, via)


def _log_failure(tenant: Tenant, user: User | None, via: SignInWay) -> None:
    """Write a line with the account that was tried, never with what was typed, and count it.

    The request's own line names the account from then on, too.
    """
    bind_request_context(tenant.pk, user.pk if user else None)
    metrics.count_failed_sign_in(is_known=user is not None)
    account = "" if user else ", and there is no such account"
    logger.warning("A sign-in by %s failed%s", via, account)


def _record_failure(tenant: Tenant, user_id: str, kind: SignInKind, via: SignInWay) -> None:
    audit.record(
        EventType.SIGN_IN_FAILED, actor=None, tenant=tenant, target_id=user_id, kind=kind, via=via
    )


def _do_not_wait_for_the_disk() -> None:
    """Let this transaction end without waiting; a crash may lose what it wrote a moment before.

    To wait takes longer than all the rest, and what is undone has nothing to wait for.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit TO off")
