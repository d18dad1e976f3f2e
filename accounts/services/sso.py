"""Sign-in through a tenant's own CAS server (contract §2); it never creates users or roles."""

import hashlib
import logging
import secrets
from base64 import urlsafe_b64encode
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import BrowserSession, SignIn, SSOCode, SSOIdentity, SSOLogin, User
from accounts.models.sso import digest
from accounts.services.activity import note_activity
from accounts.services.escalation import lock_user_for
from accounts.services.invitations import accept_by_sign_in
from accounts.services.locks import lock_user
from accounts.services.sign_ins import TokenPair, open_sign_in
from accounts.sso.client import Assertion, TenantCASClient
from accounts.sso.config import SSOConfig, SSONotOffered
from accounts.sso.faults import CASFault
from accounts.sso.places import Busy
from config.addresses import same_address, same_name
from config.context import bind_request_context
from config.db.walls import enter_tenant_of
from config.errors import PermissionDenied, RuleViolation, Unavailable
from config.observability import metrics
from tenants.models import EventType, Tenant
from tenants.models.scoping import TenantOwnedQuerySet
from tenants.services import audit

logger = logging.getLogger(__name__)

# The time in which a front end must fetch its tokens.
CODE_LIFETIME = timedelta(seconds=60)

# Seconds until the next try with a ticket for which no place was free; few live longer than ten.
BUSY_SECONDS = 2

_WRONG_CODE = "The code is not valid, or not any more."


class SSORefused(PermissionDenied):
    """The refusal of a person who comes from the CAS server; ``reason`` is for the log alone."""

    def __init__(self, reason: str) -> None:
        super().__init__("The sign-in was refused.")
        self.reason = reason


def sign_in_by_ticket(*, config: SSOConfig, ticket: str, state: str) -> SSOLogin:
    """Ask the tenant's server about a ticket, and store the sign-in of the user it names.

    The server is asked outside of any transaction: it may be slow. Raises SSORefused, or
    Unavailable when too many calls are under way already: then the ticket stays valid. The line in
    the log contains neither ticket nor state.
    """
    tenant = config.tenant
    bind_request_context(tenant.pk)
    try:
        assertion = TenantCASClient(config, state).assertion(ticket)
        return _open_login(config, ticket, assertion)
    except Busy as busy:
        logger.warning("SSO sign-in at %s put off: %s", tenant.slug, busy.reason)
        metrics.count_refusal("sso-places")
        raise Unavailable("The sign-in server is busy.", retry_after=BUSY_SECONDS) from None
    except CASFault as fault:
        refusal = SSORefused(fault.reason)
    except SSORefused as refused:
        refusal = refused
    logger.warning("SSO sign-in at %s refused: %s", tenant.slug, refusal.reason)
    # Without its cause, whose text another program wrote.
    raise refusal from None


@transaction.atomic
def _open_login(config: SSOConfig, ticket: str, assertion: Assertion) -> SSOLogin:
    user = _matching_user(config.tenant, assertion.email)
    _require_same_person(config, user, assertion.subject)
    user_epoch, tenant_epoch = user.access_epochs
    login, is_new = SSOLogin.objects.get_or_create(
        tenant=config.tenant,
        ticket_digest=digest(ticket),
        defaults={"user": user, "user_epoch": user_epoch, "tenant_epoch": tenant_epoch},
    )
    if not is_new:
        raise SSORefused("The ticket was used before.")
    bind_request_context(user.tenant_id, user.pk)
    accept_by_sign_in(user=user)
    note_activity(user)
    return login


def _matching_user(tenant: Tenant, email: str) -> User:
    """Return the tenant's user with an address, locked until the transaction ends."""
    found = User.objects.for_tenant(tenant).with_email(email).first()
    # The database folds case in its own way; both have to agree.
    if found is None or not same_address(found.email, email):
        raise SSORefused("Nobody here has the e-mail address.")
    user = lock_user(found)
    if not user.may_act:
        raise SSORefused("The account or its tenant is switched off.")
    return user


def _require_same_person(config: SSOConfig, user: User, subject: str) -> None:
    """Raise SSORefused unless the server's name for the person is that of their first sign-in."""
    known = SSOIdentity.objects.for_tenant(config.tenant).filter(user=user).first()
    if known is None:
        known = SSOIdentity(tenant=config.tenant, user=user)
    elif known.server_url == config.server_url:
        if not same_name(known.subject, subject):
            raise SSORefused("The address belonged to somebody else at the CAS server.")
        return
    known.server_url, known.subject = config.server_url, subject
    known.save()


def bind_session(*, login: SSOLogin, session_key: str) -> bool:
    """Store the browser session that a sign-in opened; return False if it has ended meanwhile."""
    open_login = SSOLogin.objects.filter(pk=login.pk, ended_at=None)
    return bool(open_login.update(session_digest=digest(session_key)))


def issue_code(*, login: SSOLogin, challenge: str) -> str:
    """Return a code that a front end exchanges for tokens; only its digest is kept."""
    code = secrets.token_urlsafe(32)
    SSOCode.objects.create(
        tenant_id=login.tenant_id,
        digest=digest(code),
        login=login,
        challenge=challenge,
        expires_at=timezone.now() + CODE_LIFETIME,
    )
    return code


def redeem_code(*, code: str, verifier: str) -> TokenPair:
    """Exchange a code for tokens. It works once: a wrong verifier uses it up as well.

    Raises RuleViolation, with one text for every reason.
    """
    if not enter_tenant_of("sso_code", digest(code)):
        raise RuleViolation(_WRONG_CODE)
    used = SSOCode.objects.use(code)
    if used is None or not _fits(verifier, used.challenge):
        raise RuleViolation(_WRONG_CODE)
    return _open_tokens(used)


@transaction.atomic
def _open_tokens(code: SSOCode) -> TokenPair:
    # Single logout takes the same lock: it comes before, or finds the tokens.
    SSOLogin.objects.select_for_update(no_key=True).get(pk=code.login_id)
    login = SSOLogin.objects.select_related("user__tenant__sso_config").get(pk=code.login_id)
    try:
        SSOConfig.of(login.user.tenant)
    except SSONotOffered:
        raise RuleViolation(_WRONG_CODE) from None
    if not login.is_live:
        raise RuleViolation(_WRONG_CODE)
    return open_sign_in(user=login.user, sso_login=login)


def _fits(verifier: str, challenge: str) -> bool:
    """Return whether a challenge was made from a verifier (RFC 7636, S256)."""
    hashed = hashlib.sha256(verifier.encode()).digest()
    made = urlsafe_b64encode(hashed).rstrip(b"=")
    return secrets.compare_digest(made, challenge.encode())


@transaction.atomic
def end_by_ticket(*, tenant: Tenant, ticket: str) -> bool:
    """End the sessions that a ticket opened, for its CAS server; return False if there are none."""
    bind_request_context(tenant.pk)
    return _end(SSOLogin.objects.for_tenant(tenant).of_ticket(ticket))


@transaction.atomic
def end_by_session(*, user: User, session_key: str) -> bool:
    """End the sign-in that opened a browser session; return False if it had no CAS server."""
    logins = SSOLogin.objects.for_tenant(user.tenant_id).filter(user=user)
    return _end(logins.filter(session_digest=digest(session_key)))


def _end(logins: TenantOwnedQuerySet[SSOLogin]) -> bool:
    login = logins.select_for_update(no_key=True).first()
    if login is None:
        return False
    if login.ended_at is None:
        login.ended_at = timezone.now()
        login.save(update_fields=["ended_at"])
    SignIn.objects.filter(sso_login=login).end()
    if login.session_digest:
        BrowserSession.objects.filter(key_digest=login.session_digest).delete()
    return True


@transaction.atomic
def forget_identity(*, actor: User | None, user: User) -> bool:
    """Forget a user's name at the CAS server; the next sign-in stores it again.

    It is for people whose name there has changed. Returns False when no name was stored; raises as
    ``lock_user_for`` does.
    """
    user = lock_user_for(actor, user)
    if not SSOIdentity.objects.for_tenant(user.tenant_id).filter(user=user).delete()[0]:
        return False
    audit.record(
        EventType.USER_UPDATED,
        actor=actor,
        tenant=user.tenant,
        target_id=user.pk,
        sso_identity="forgotten",
    )
    return True
