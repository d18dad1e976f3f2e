"""Sign-in through a tenant's own CAS server (contract §2); it never creates users or roles."""

import hashlib
import logging
import secrets
from base64 import urlsafe_b64encode
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import (
    BrowserSession,
    SignIn,
    SignInKind,
    SignInWay,
    SSOCode,
    SSOIdentity,
    SSOLogin,
    User,
)
from accounts.models.sso import digest
from accounts.services.activity import note_activity
from accounts.services.escalation import lock_user_for
from accounts.services.invitations import accept_if_invited
from accounts.services.sign_in_events import (
    count_unknown,
    record_refused,
    record_sign_out,
    record_success,
)
from accounts.services.sign_ins import TokenPair, sign_in_to_api
from accounts.services.sso_people import (
    SignInServerUnavailable,
    SSORefused,
    matching_user,
    require_same_person,
)
from accounts.sso.client import Assertion, TenantCASClient
from accounts.sso.config import SSOConfig, SSONotOffered
from accounts.sso.faults import CASFault, NotCalled, Trouble
from config.context import bind_request_context
from config.db.walls import enter_tenant_of
from config.errors import RuleViolation
from config.ids import secret_of
from tenants.models import EventType, Tenant
from tenants.models.scoping import TenantOwnedQuerySet
from tenants.services import audit

logger = logging.getLogger(__name__)

# The time in which a front end must fetch its tokens.
CODE_LIFETIME = timedelta(seconds=60)

_WRONG_CODE = "The code is not valid, or not any more."


def sign_in_by_ticket(*, config: SSOConfig, ticket: str, state: str) -> SSOLogin:
    """Ask the tenant's server about a ticket, and store the sign-in of the user it names.

    The server is asked outside of any transaction: it may be slow. Raises SSORefused, or
    SignInServerUnavailable when it was not asked: then the ticket stays valid. The line in the log
    contains neither ticket nor state.
    """
    tenant = config.tenant
    bind_request_context(tenant.pk)
    try:
        assertion = TenantCASClient(config, state).assertion(ticket)
        return _open_vouched(config, ticket, assertion)
    except NotCalled as fault:
        logger.warning("SSO sign-in at %s put off: %s", tenant.slug, fault.reason)
        raise SignInServerUnavailable(fault) from None
    except CASFault as fault:
        refusal = SSORefused(fault.reason, fault.trouble)
    except SSORefused as refused:
        refusal = refused
        if refused.user:
            record_refused(user=refused.user, kind=SignInKind.BROWSER, via=SignInWay.CAS)
        elif refused.trouble is Trouble.UNKNOWN_ADDRESS:
            count_unknown(tenant=tenant, via=SignInWay.CAS)
    logger.warning("SSO sign-in at %s refused: %s", tenant.slug, refusal.reason)
    # Without its cause, whose text another program wrote.
    raise refusal from None


def _open_vouched(config: SSOConfig, ticket: str, assertion: Assertion) -> SSOLogin:
    """Do as ``_open_login``; a refusal says whom the server vouches for."""
    try:
        return _open_login(config, ticket, assertion)
    except SSORefused as refused:
        refused.addresses = assertion.emails
        raise


@transaction.atomic
def _open_login(config: SSOConfig, ticket: str, assertion: Assertion) -> SSOLogin:
    user = matching_user(config.tenant, assertion.emails)
    require_same_person(config, user, assertion.subject)
    user_epoch, tenant_epoch = user.access_epochs
    login, is_new = SSOLogin.objects.get_or_create(
        tenant=config.tenant,
        ticket_digest=digest(ticket),
        defaults={"user": user, "user_epoch": user_epoch, "tenant_epoch": tenant_epoch},
    )
    if not is_new:
        raise SSORefused("The ticket was used before.", Trouble.USED)
    bind_request_context(user.tenant_id, user.pk)
    accept_if_invited(user=user)
    note_activity(user)
    return login


@transaction.atomic
def bind_session(*, login: SSOLogin, session_key: str) -> bool:
    """Store the browser session that a sign-in opened; return False if it has ended meanwhile."""
    open_login = SSOLogin.objects.filter(pk=login.pk, ended_at=None)
    if not open_login.update(session_digest=digest(session_key)):
        return False
    record_success(user=login.user, kind=SignInKind.BROWSER, via=SignInWay.CAS)
    return True


def issue_code(*, login: SSOLogin, challenge: str) -> str:
    """Return a code that a front end exchanges for tokens; only its digest is kept."""
    code = secret_of(login.tenant_id)
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
    return sign_in_to_api(user=login.user, sso_login=login)


def _fits(verifier: str, challenge: str) -> bool:
    """Return whether a challenge was made from a verifier (RFC 7636, S256)."""
    hashed = hashlib.sha256(verifier.encode()).digest()
    made = urlsafe_b64encode(hashed).rstrip(b"=")
    return secrets.compare_digest(made, challenge.encode())


@transaction.atomic
def end_by_ticket(*, tenant: Tenant, ticket: str) -> bool:
    """End the sessions that a ticket opened, for its CAS server; return False if there are none."""
    bind_request_context(tenant.pk)
    return _end(SSOLogin.objects.for_tenant(tenant).of_ticket(ticket), by=None)


@transaction.atomic
def end_by_session(*, user: User, session_key: str) -> bool:
    """End the sign-in that opened a browser session; return False if it had no CAS server."""
    logins = SSOLogin.objects.for_tenant(user.tenant_id).filter(user=user)
    return _end(logins.filter(session_digest=digest(session_key)), by=user)


def _end(logins: TenantOwnedQuerySet[SSOLogin], *, by: User | None) -> bool:
    login = logins.select_for_update(no_key=True).first()
    if login is None:
        return False
    if login.ended_at is None:
        login.ended_at = timezone.now()
        login.save(update_fields=["ended_at"])
    api = SignIn.objects.filter(sso_login=login).end()
    browser, _ = BrowserSession.objects.filter(key_digest=login.session_digest or "").delete()
    record_sign_out(actor=by, user=login.user, browser=browser, api=api)
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
    audit.record_about(EventType.USER_UPDATED, user, actor=actor, sso_identity="forgotten")
    return True
