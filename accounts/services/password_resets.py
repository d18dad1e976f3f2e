"""The way back to an account whose password is lost: a mail with a link, good for an hour (§16).

A request of somebody who is not known costs the same for every address: it is looked up, and a task
is queued. All that depends on the account happens in that task (``issue_requested_reset``).
"""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import throttling
from accounts.models import LinkState, PasswordReset, SSOLogin, User
from accounts.services import second_factor
from accounts.services.escalation import lock_user_for
from accounts.services.events import reset_issued, reset_requested
from accounts.services.invitations import accept_if_invited
from accounts.services.locks import lock_user
from accounts.services.mailed_links import CLOSED, open_link
from accounts.services.passwords import require_password_use, require_strong, set_password
from config.context import bind_request_context, current_request
from config.errors import RuleViolation
from tenants.models import EventType, Tenant
from tenants.services import audit

_UNKNOWN = "There is no such link. Copy all of it from the mail, or ask for a new one."
_REFUSALS = {
    LinkState.USED: "This link has been used. If that was not you, ask for a new one at once.",
    LinkState.REPLACED: "This link does not work any more: use the one in your latest mail.",
    LinkState.EXPIRED: "This link has expired: it was good for an hour. Ask for a new one.",
    LinkState.CLOSED: CLOSED,
}
_NOTHING_TO_RESET = gettext_lazy(
    "This account has neither access to the console nor a password: there is nothing to reset. "
    "Its owner signs in where the university's case studies are."
)


def has_way_back(user: User) -> bool:
    """Return whether a new password is of use to somebody: they could have one, or have one."""
    return user.has_console_access or user.has_usable_password()


def request_reset(*, tenant: Tenant, email: str, network: str) -> None:
    """Have a mail sent to the account with an address, if there is one; nobody learns whether.

    Raises RateLimited when the network asked too often.
    """
    bind_request_context(tenant.pk)
    throttling.count("password-reset-address", network, settings.PASSWORD_RESET_LIMIT_PER_ADDRESS)
    known = User.objects.for_tenant(tenant).with_email(email).values_list("pk", flat=True)
    reset_requested.send(
        PasswordReset,
        tenant_id=tenant.pk,
        user_id=known.first() or "",
        address=current_request().address,
        user_agent=current_request().user_agent,
    )


@transaction.atomic
def issue_requested_reset(*, tenant_id: str, user_id: str) -> None:
    """Have the mail sent that somebody unknown asked for, unless the account is none or had enough.

    What was asked is recorded either way, as often as a mail could be sent.
    """
    found = User.objects.for_tenant(tenant_id).filter(pk=user_id).first()
    if found is None:
        return
    user = lock_user(found)
    if not throttling.is_within("password-reset", user.pk, settings.PASSWORD_RESET_LIMIT):
        return
    is_mailed = user.may_act and has_way_back(user)
    _record_request(user, actor=None, by="self", is_mailed=is_mailed)
    if is_mailed:
        reset_issued.send(PasswordReset, reset=_issue(user, current_request().address))


@transaction.atomic
def send_reset(*, actor: User, user: User) -> User:
    """Have an operator send somebody the same mail.

    Raises as ``lock_user_for`` does, RuleViolation where a new password is of no use, and
    RateLimited when it was sent too often.
    """
    user = lock_user_for(actor, user)
    _require_way_back(user)
    throttling.count("password-reset-operator", user.pk, settings.PASSWORD_RESET_LIMIT)
    _record_request(user, actor=actor, by="operator", is_mailed=True)
    reset_issued.send(PasswordReset, reset=_issue(user))
    return user


@transaction.atomic
def send_reset_by_command(*, user: User) -> None:
    """Have the mail sent by the system itself."""
    user = lock_user_for(None, user)
    _require_way_back(user)
    _record_request(user, actor=None, by="command", is_mailed=True)
    reset_issued.send(PasswordReset, reset=_issue(user))


@transaction.atomic
def print_reset(*, user: User) -> str:
    """Return the token of a link that goes to its reader in another way than by mail.

    Raises RuleViolation where a new password is of no use, and where passwords are switched off.
    """
    user = lock_user_for(None, user)
    _require_way_back(user)
    require_password_use(user)
    reset = _issue(user)
    token = reset.give_token()
    reset.sent_at = timezone.now()
    reset.save(update_fields=["token_hash", "expires_at", "sent_at"])
    _record_request(user, actor=None, by="command", is_mailed=False)
    return token


@transaction.atomic
def confirm_reset(*, token: str, new_password: str, network: str) -> User:
    """Give the account of a link another password; all its sessions and tokens end.

    An open invitation counts as accepted. Guesses that were made at the account from this network,
    or from where the link was asked, are forgiven: who had locked themselves out gets in. So are
    wrong codes of the second factor, once a day.

    Raises RuleViolation when the link does not work any more, when passwords are switched off, and
    for a password that is easily guessed; then the link stays good.
    """
    reset = open_link(PasswordReset, token=token, unknown=_UNKNOWN, refusals=_REFUSALS)
    user = reset.user
    require_password_use(user)
    require_strong(new_password, user)
    bind_request_context(user.tenant_id, user.pk)
    reset.used_at = timezone.now()
    reset.save(update_fields=["used_at"])
    # With their codes, which a front end has not exchanged yet.
    SSOLogin.objects.filter(tenant_id=user.tenant_id, user=user, ended_at=None).update(
        ended_at=reset.used_at
    )
    set_password(user, new_password, via="reset")
    accept_if_invited(user=user)
    for known in {network, reset.asked_from or network}:
        throttling.forgive(account=throttling.account_key(user.tenant, user.email), network=known)
    throttling.reset("change-password", user.pk)
    second_factor.forgive_codes(user)
    return user


def _require_way_back(user: User) -> None:
    if not user.may_act:
        raise RuleViolation(_("Only active users can have a new password."))
    if not has_way_back(user):
        raise RuleViolation(_NOTHING_TO_RESET)


def _issue(user: User, address: str | None = None) -> PasswordReset:
    """Return a new link for a locked user, without a token so far; it replaces the former."""
    now = timezone.now()
    user.passwordresets.filter(replaced_at=None).update(replaced_at=now)
    return PasswordReset.objects.create(
        tenant_id=user.tenant_id,
        user=user,
        asked_from=address and throttling.client_network(address),
        expires_at=now + PasswordReset.VALIDITY,
    )


def _record_request(user: User, *, actor: User | None, by: str, is_mailed: bool) -> None:
    audit.record_about(
        EventType.PASSWORD_RESET_REQUESTED, user, actor=actor, by=by, mailed=is_mailed
    )
