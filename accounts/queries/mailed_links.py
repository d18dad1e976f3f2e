"""Mailed links, found by what stands in them (contract §2, §16)."""

from accounts.models import MailedLink, hash_of
from config.db.walls import enter_tenant_of


def reach_link(kind: type[MailedLink], *, token: str) -> bool:
    """Enter the tenant of a link; return False when there is no such link."""
    return enter_tenant_of(kind.KIND, hash_of(token))


def find_link[L: MailedLink](kind: type[L], *, token: str) -> L | None:
    """Return the row of a link, in any state; None when there is none."""
    if not reach_link(kind, token=token):
        return None
    link = kind.links().with_token(token).with_branding().first()
    if link is not None:
        link.user.tenant.require_here()
    return link
