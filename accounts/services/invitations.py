"""Invitations: an e-mail with a token that opens the door once (contract §5)."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import Invitation, User
from config.errors import RuleViolation

VALIDITY = timedelta(days=7)


@transaction.atomic
def issue_invitation(*, actor: User | None, user: User) -> Invitation:
    """Invite a user to set foot here, by a token that replaces any he had before."""
    now = timezone.now()
    user.invitations.filter(replaced_at=None).update(replaced_at=now)
    return Invitation.objects.create(
        tenant_id=user.tenant_id,
        user=user,
        invited_by_id=actor and actor.pk,
        invited_by_name=actor and actor.display_name,
        token_hash=hash_token(secrets.token_urlsafe(32)),
        expires_at=now + VALIDITY,
    )


def hash_token(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def resend_invitation(*, actor: User | None, user: User) -> User:
    """Send a user who has not accepted yet a fresh invitation (RuleViolation otherwise)."""
    live = user.invitations.filter(replaced_at=None).first()
    if live is None or live.accepted_at or not user.is_active:
        raise RuleViolation("The user has no invitation to resend.")
    issue_invitation(actor=actor, user=user)
    return user
