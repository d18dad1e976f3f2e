"""Invitations: an e-mail with a token that works once (contract §2, §5, G30)."""

from collections.abc import Collection

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import throttling
from accounts.models import Invitation, LinkState, User, UserStatus
from accounts.queries.second_factor import needs_second_step
from accounts.services.escalation import lock_user_for
from accounts.services.events import invitation_issued
from accounts.services.locks import lock_user
from accounts.services.mailed_links import CLOSED, open_link
from accounts.services.passwords import require_strong, set_password
from accounts.services.sign_ins import TokenPair, sign_in_to_api
from config.context import bind_request_context
from config.errors import RuleViolation
from tenants.branding import signs_in_elsewhere
from tenants.models import EventType, Tenant
from tenants.services import audit

_UNKNOWN = "There is no such invitation."
_REFUSALS = {
    LinkState.USED: "This invitation has been used.",
    LinkState.REPLACED: "This invitation was replaced by a newer one.",
    LinkState.EXPIRED: "This invitation has expired.",
    LinkState.CLOSED: CLOSED,
}
_NONE_CHOSEN = (
    "Choose a password of 8 to 100 characters, and send it as password. The invitation stays good."
)
_NEEDS_NONE = "Sign in through your university; no password is needed here."


@transaction.atomic
def issue_invitation(*, actor: User | None, user: User) -> Invitation:
    """Invite a user: a mail is queued, and earlier invitations do not work any more.

    The mail is part of the caller's transaction and is rolled back with it. The caller has locked
    the user (as ``resend_invitation`` does), or has just created them.
    """
    user.invitations.filter(replaced_at=None).update(replaced_at=timezone.now())
    invitation = _new(actor, user.tenant_id, user.pk)
    invitation.save(force_insert=True)
    invitation_issued.send(Invitation, invitation=invitation)
    return invitation


def _new(actor: User | None, tenant_id: str, user_id: str) -> Invitation:
    return Invitation(
        tenant_id=tenant_id,
        user_id=user_id,
        invited_by_id=actor.pk if actor else None,
        invited_by_name=actor.display_name if actor else None,
        expires_at=timezone.now() + Invitation.VALIDITY,
    )


@transaction.atomic
def resend_invitation(*, actor: User, user: User) -> User:
    """Invite a user again, by a new mail whose token replaces the former (contract §5).

    Somebody who came to have console access without an invitation, and has no password, is invited
    for the first time: a student who was given a role, say.

    Raises as ``lock_user_for`` does, RuleViolation when the user is not active, has accepted or
    needs no invitation, and RateLimited when it was resent too often.
    """
    user = lock_user_for(actor, user)
    if not user.is_active:
        raise RuleViolation(_("Only active users can be invited."))
    if user.invitations.filter(accepted_at__isnull=False).exists():
        raise RuleViolation(_("The user has accepted the invitation already."))
    was_invited = user.invitations.exists()
    if not was_invited:
        _require_lacks_invitation(user)
    throttling.count("resend-invite", user.pk, settings.INVITATION_RESEND_LIMIT)
    issue_invitation(actor=actor, user=user)
    _record(actor, user, "resent" if was_invited else "sent")
    return user


def move_invitations(
    *, actor: User | None, tenant: Tenant, user_ids: Collection[str]
) -> frozenset[str]:
    """Invite people at their new addresses; return the ids of those who get a mail.

    Those are the ones whose invitation waits to be accepted. The links in the mails to the former
    addresses do not work any more. While a person or the tenant are switched off there is no new
    mail, but that link must not come to life again with them. The caller has locked the people,
    and calls it in the transaction of the new addresses.
    """
    waiting = Invitation.objects.for_tenant(tenant).unused().filter(user__in=user_ids)
    active = waiting.filter(user__status=UserStatus.ACTIVE) if tenant.is_active else waiting.none()
    invited = frozenset(active.values_list("user_id", flat=True))
    waiting.exclude(user__in=invited).update(expires_at=timezone.now())
    waiting.filter(user__in=invited).update(replaced_at=timezone.now())
    for invitation in Invitation.objects.bulk_create(
        _new(actor, tenant.pk, user_id) for user_id in sorted(invited)
    ):
        invitation_issued.send(Invitation, invitation=invitation)
    return invited


@transaction.atomic
def accept_invitation(*, token: str, password: str | None = None) -> TokenPair | None:
    """Accept an invitation (contract §2); return tokens where the tenant has no SSO, else None.

    Somebody who has a second factor, or has to set one up first (contract §16), gets none either:
    no code has come with the password.

    Raises RuleViolation when the token is unknown or does not work any more, and as
    ``choose_password`` does; without SSO, a password has to be given. Then it stays good.
    """
    invitation = _open_invitation(token)
    user = invitation.user
    if password is not None:
        _choose(invitation, password)
    elif signs_in_elsewhere(user.tenant):
        _accept(invitation)
        return None
    else:
        raise RuleViolation(_NONE_CHOSEN)
    return None if needs_second_step(user) else sign_in_to_api(user=user)


@transaction.atomic
def choose_password(*, token: str, password: str) -> User:
    """Accept an invitation by giving the account its password.

    Raises RuleViolation as ``accept_invitation`` does, for a password that is easily guessed, and
    where people sign in through SSO.
    """
    invitation = _open_invitation(token)
    _choose(invitation, password)
    return invitation.user


@transaction.atomic
def accept_if_invited(*, user: User) -> None:
    """Accept the invitation, if one is open: the user came in by another way (G30).

    That is a first sign-in through SSO, or a password that they chose by another mail.
    """
    user = lock_user(user)
    invitation = user.invitations.unused().first()
    if invitation is not None:
        _accept(invitation)


def lacks_invitation(user: User) -> bool:
    """Return whether somebody with console access was given neither invitation nor password."""
    return (
        user.has_console_access and not user.has_usable_password() and not user.invitations.exists()
    )


def _require_lacks_invitation(user: User) -> None:
    if not user.has_console_access:
        raise RuleViolation(
            _(
                "The user was never invited: they have no access to the Command Center. Give "
                "them a role that permits something first."
            )
        )
    if user.has_usable_password():
        raise RuleViolation(_("The user was never invited, and signs in with a password already."))


def _open_invitation(token: str) -> Invitation:
    return open_link(Invitation, token=token, unknown=_UNKNOWN, refusals=_REFUSALS)


def _choose(invitation: Invitation, password: str) -> None:
    user = invitation.user
    if signs_in_elsewhere(user.tenant):
        raise RuleViolation(_NEEDS_NONE)
    require_strong(password, user)
    bind_request_context(user.tenant_id, user.pk)
    set_password(user, password, via="invitation")
    _accept(invitation)


def _accept(invitation: Invitation) -> None:
    user = invitation.user
    bind_request_context(user.tenant_id, user.pk)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    _record(user, user, "accepted")


def _record(actor: User, user: User, what: str) -> None:
    audit.record_about(EventType.USER_UPDATED, user, actor=actor, invitation=what)
