"""Helpers for the tests of invitations."""

from accounts.models import Invitation, User
from accounts.services.invitations import issue_invitation
from tenants.models import Tenant, TenantSSOConfig
from tests.mail import work


def invite(actor: User | None, user: User) -> Invitation:
    """Invite a user, send the mail, and return the invitation in its new state."""
    invitation = issue_invitation(actor=actor, user=user)
    work()
    invitation.refresh_from_db()
    return invitation


def enable_sso(tenant: Tenant) -> None:
    TenantSSOConfig.objects.create(
        tenant=tenant,
        server_url="https://cas.state.edu",
        callback_url="https://app.state.edu/cas/callback",
        is_enabled=True,
    )
