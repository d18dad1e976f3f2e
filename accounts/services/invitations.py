"""Invitations: an e-mail with a token that works once (contract §2, §5, G30)."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts import throttling
from accounts.models import Invitation, InvitationState, User
from accounts.models.invitation import VALIDITY
from accounts.queries.invitations import reach_invitation
from accounts.services.escalation import lock_user_for
from accounts.services.events import invitation_issued
from accounts.services.locks import lock_user
from accounts.services.sign_ins import TokenPair, sign_in_to_api
from config.context import bind_request_context
from config.errors import RuleViolation
from tenants.branding import signs_in_elsewhere
from tenants.models import EventType
from tenants.services import audit

_UNKNOWN = "There is no such invitation."
_REFUSALS = {
    InvitationState.USED: "This invitation has been used.",
    InvitationState.REPLACED: "This invitation was replaced by a newer one.",
    InvitationState.EXPIRED: "This invitation has expired.",
    InvitationState.CLOSED: "This account is not active.",
}


@transaction.atomic
def issue_invitation(*, actor: User | None, user: User) -> Invitation:
    """Invite a user: a mail is queued, and earlier invitations do not work any more.

    The mail is part of the caller's transaction and is rolled back with it. The caller has locked
    the user (as ``resend_invitation`` does), or has just created them.
    """
    now = timezone.now()
    user.invitations.filter(replaced_at=None).update(replaced_at=now)
    invitation = Invitation.objects.create(
        tenant_id=user.tenant_id,
        user=user,
        invited_by_id=actor.pk if actor else None,
        invited_by_name=actor.display_name if actor else None,
        expires_at=now + VALIDITY,
    )
    invitation_issued.send(Invitation, invitation=invitation)
    return invitation


@transaction.atomic
def resend_invitation(*, actor: User, user: User) -> User:
    """Invite a user again, by a new mail whose token replaces the former (contract §5).

    Raises as ``lock_user_for`` does, RuleViolation when the user is not active, was never invited
    or has accepted, and RateLimited when it was resent too often.
    """
    user = lock_user_for(actor, user)
    if not user.is_active:
        raise RuleViolation("Only active users can be invited.")
    if not user.invitations.exists():
        raise RuleViolation("The user was never invited.")
    if user.invitations.filter(accepted_at__isnull=False).exists():
        raise RuleViolation("The user has accepted the invitation already.")
    throttling.count("resend-invite", user.pk, settings.INVITATION_RESEND_LIMIT)
    issue_invitation(actor=actor, user=user)
    _record(actor, user, "resent")
    return user


@transaction.atomic
def accept_invitation(*, token: str) -> TokenPair | None:
    """Accept an invitation (contract §2); return tokens where the tenant has no SSO, else None.

    Raises RuleViolation when the token is unknown, or does not work any more.
    """
    invitation = _open_invitation(token)
    user = invitation.user
    _accept(invitation)
    return None if signs_in_elsewhere(user.tenant) else sign_in_to_api(user=user)


@transaction.atomic
def choose_password(*, token: str, password: str) -> User:
    """Accept an invitation by giving the account its password, which was validated before.

    Raises RuleViolation as ``accept_invitation`` does, and where people sign in through SSO.
    """
    invitation = _open_invitation(token)
    user = invitation.user
    if signs_in_elsewhere(user.tenant):
        raise RuleViolation("Sign in through your university; no password is needed here.")
    user.set_password(password)
    user.save(update_fields=["password", "updated_at"])
    _accept(invitation)
    return user


@transaction.atomic
def accept_by_sign_in(*, user: User) -> None:
    """Accept the invitation, if one is open, at a user's first sign-in through SSO (G30)."""
    user = lock_user(user)
    invitation = user.invitations.filter(replaced_at=None, accepted_at=None).first()
    if invitation is not None:
        _accept(invitation)


def _open_invitation(token: str) -> Invitation:
    """Return the invitation with its user locked, so that only one of several requests succeeds."""
    if not reach_invitation(token=token):
        raise RuleViolation(_UNKNOWN)
    of_token = Invitation.objects.with_token(token)
    User.objects.select_for_update(no_key=True).filter(pk__in=of_token.values("user")).first()
    # Read after the lock is taken: its former holder may have used the token.
    invitation = of_token.with_branding().first()
    if invitation is None:
        raise RuleViolation(_UNKNOWN)
    if invitation.state != InvitationState.OPEN:
        raise RuleViolation(_REFUSALS[invitation.state])
    return invitation


def _accept(invitation: Invitation) -> None:
    user = invitation.user
    bind_request_context(user.tenant_id, user.pk)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    _record(user, user, "accepted")


def _record(actor: User, user: User, what: str) -> None:
    audit.record(
        EventType.USER_UPDATED,
        actor=actor,
        tenant=user.tenant,
        target_id=user.pk,
        invitation=what,
    )
