"""The rule that a mailed link works once, for whoever is first (contract §2, §16)."""

from collections.abc import Mapping

from accounts.models import LinkState, MailedLink, User
from accounts.queries.mailed_links import reach_link
from config.errors import RuleViolation

CLOSED = "This account is not active."


def open_link[L: MailedLink](
    kind: type[L], *, token: str, unknown: str, refusals: Mapping[LinkState, str]
) -> L:
    """Return the row of a link with its user locked, so that one of several requests succeeds.

    Raises RuleViolation, with the sentence for the reason, when it does not work, or not any more.
    """
    if not reach_link(kind, token=token):
        raise RuleViolation(unknown)
    of_token = kind.links().with_token(token)
    User.objects.select_for_update(no_key=True).filter(pk__in=of_token.values("user")).first()
    # Read after the lock is taken: its former holder may have used the token.
    link = of_token.with_branding().first()
    if link is None:
        raise RuleViolation(unknown)
    if link.state != LinkState.OPEN:
        raise RuleViolation(refusals[link.state])
    return link
