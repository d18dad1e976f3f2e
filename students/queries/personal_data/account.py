"""Somebody's account: who they are, how they get in, and where they are signed in."""

from collections.abc import Iterator

from accounts.models import (
    BrowserSession,
    Invitation,
    PasswordReset,
    ProgrammeMembership,
    SecondFactor,
    SignIn,
    SSOIdentity,
    SSOLogin,
    User,
)
from students.queries.personal_data.parts import Part, Record, plain

_PROFILE = (
    *("id", "email", "first_name", "middle_name", "last_name", "title", "department"),
    *("sis_id", "cohort", "status", "role", "legacy_role", "unlimited_sessions"),
    *("created_at", "last_activity_at", "last_seen_at", "tenant"),
)
_SIGN_IN = ("created_at", "last_used_at", "address", "user_agent", "expires_at", "ended_at")
_BROWSER = ("created_at", "last_used_at", "address", "user_agent", "expire_date")
_IDENTITY = ("server_url", "subject", "created_at")
_SSO = ("created_at", "ended_at")
_MAIL = ("created_at", "sent_at", "accepted_at", "failed_at", "failure")
_RESET = ("created_at", "sent_at", "used_at", "asked_from", "failed_at", "failure")


def _profile(person: User) -> Iterator[Record]:
    record = plain(*_PROFILE)(person)
    role = person.role.name if person.role else None
    yield record | {"role": role, "tenant": person.tenant.name}


def _programmes(person: User) -> Iterator[Record]:
    links = ProgrammeMembership.objects.for_tenant(person.tenant_id).filter(user=person)
    for link in links.select_related("programme").order_by("programme__code"):
        yield {"code": link.programme.code, "name": link.programme.name}


def _sign_ins(person: User) -> Iterator[Record]:
    rows = SignIn.objects.for_tenant(person.tenant_id).filter(user=person)
    yield from map(plain(*_SIGN_IN), rows.order_by("created_at", "pk").iterator())


def _browsers(person: User) -> Iterator[Record]:
    rows = BrowserSession.objects.of_user(person).order_by("created_at", "pk")
    yield from map(plain(*_BROWSER), rows.iterator())


def _identities(person: User) -> Iterator[Record]:
    rows = SSOIdentity.objects.for_tenant(person.tenant_id).filter(user=person)
    yield from map(plain(*_IDENTITY), rows)


def _sso_logins(person: User) -> Iterator[Record]:
    rows = SSOLogin.objects.for_tenant(person.tenant_id).filter(user=person)
    yield from map(plain(*_SSO), rows.order_by("created_at", "pk").iterator())


def _second_factor(person: User) -> Iterator[Record]:
    factors = SecondFactor.objects.for_tenant(person.tenant_id).active().filter(user=person)
    for factor in factors:
        yield {"since": factor.since, "recovery_codes_left": len(factor.recovery_digests)}


def _invitations(person: User) -> Iterator[Record]:
    rows = Invitation.objects.for_tenant(person.tenant_id).filter(user=person)
    yield from map(plain(*_MAIL), rows.order_by("created_at", "pk"))


def _resets(person: User) -> Iterator[Record]:
    rows = PasswordReset.objects.for_tenant(person.tenant_id).filter(user=person)
    yield from map(plain(*_RESET), rows.order_by("created_at", "pk"))


PROFILE = Part(
    "profile",
    "Your account: your names, your address, your ids, your role, and when you were last here.",
    _PROFILE,
    {"accounts.User": _PROFILE},
    _profile,
)

ACCOUNT = (
    PROFILE,
    Part(
        "programmes",
        "The programmes that you belong to.",
        ("code", "name"),
        {"accounts.ProgrammeMembership": ("user", "programme")},
        _programmes,
    ),
    Part(
        "sign_ins_of_apps",
        "Your sign-ins in the university's apps, as far as they are still kept: when, from which"
        " network address, and with which program. last_used_at is the latest use.",
        _SIGN_IN,
        {"accounts.SignIn": _SIGN_IN},
        _sign_ins,
    ),
    Part(
        "sign_ins_of_browsers",
        "The browsers in which you are signed in here. expire_date is when that ends by itself.",
        _BROWSER,
        {"accounts.BrowserSession": _BROWSER},
        _browsers,
    ),
    Part(
        "sign_ins_by_university",
        "Sign-ins by way of your university's own sign-in page, and when they were ended there.",
        _SSO,
        {"accounts.SSOLogin": _SSO},
        _sso_logins,
    ),
    Part(
        "identities",
        "The name by which your university's sign-in server knows you.",
        _IDENTITY,
        {"accounts.SSOIdentity": _IDENTITY},
        _identities,
    ),
    Part(
        "second_factor",
        "Since when you sign in with an authenticator app as well. Its secret and the recovery"
        " codes are given to nobody.",
        ("since", "recovery_codes_left"),
        {"accounts.SecondFactor": ("since",)},
        _second_factor,
    ),
    Part(
        "invitations",
        "Invitations that were mailed to you, and what became of the mails.",
        _MAIL,
        {"accounts.Invitation": _MAIL},
        _invitations,
    ),
    Part(
        "password_resets",
        "Links for a new password that were mailed to you. asked_from is the network from which"
        " the link was asked for.",
        _RESET,
        {"accounts.PasswordReset": _RESET},
        _resets,
    ),
)
