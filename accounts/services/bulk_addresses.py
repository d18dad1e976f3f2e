"""What follows when the addresses of people have changed, of one or of many (contract §16, §17)."""

from collections.abc import Mapping
from typing import Any

from accounts.models import PasswordReset, User
from accounts.services.invitations import move_invitations
from tenants.models import EventType, Tenant
from tenants.services import audit
from tenants.services.audit import Changes


def follow_addresses(
    *, actor: User | None, tenant: Tenant, changes: Mapping[str, Changes], **facts: Any
) -> None:
    """Do for people by their ids what follows once their new addresses are stored.

    Links for a new password that the former addresses were sent do not work any more, invitations
    that nobody has accepted are sent anew, and each person has an event with both addresses and
    the ``facts``. Sign-ins, passwords and names at the CAS server stay. The number of statements
    does not grow with the people, but for one a mail.
    """
    if not changes:
        return
    resets = PasswordReset.objects.for_tenant(tenant).filter(user__in=changes)
    resets.withdraw()
    invited = move_invitations(actor=actor, tenant=tenant, user_ids=changes)
    audit.record_all(
        EventType.USER_UPDATED,
        actor=actor,
        tenant=tenant,
        targets=[
            (
                user_id,
                {"changes": changed}
                | ({"invitation": "resent"} if user_id in invited else {})
                | facts,
            )
            for user_id, changed in changes.items()
        ],
    )
