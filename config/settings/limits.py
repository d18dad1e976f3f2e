"""The limits on requests and attempts, as (times, seconds)."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import env, yes


def rate(name: str, default: str) -> tuple[int, int] | None:
    """Return a limit written as requests per seconds, ``1200/60``; None when it is switched off."""
    value = env(name, default="") or default
    requests, _, seconds = value.partition("/")
    if not (requests.isdecimal() and (seconds or "60").isdecimal()):
        written = "it is written as requests per seconds, such as 1200/60."
        raise ImproperlyConfigured(f"{name} is {value!r}; {written}")
    on = yes("RATE_LIMITS", default=True) and int(requests) > 0
    return (int(requests), int(seconds or 60)) if on else None


# Wrong passwords for one account: from a device that signed in to it before, and from all others at
# one address together. The latter have to wait after some mistakes, twice as long after each more.
LOGIN_LIMIT_PER_DEVICE = (10, 900)
LOGIN_LIMIT_PER_ACCOUNT = (10, 900)
LOGIN_FREE_MISTAKES = 3
# Wrong passwords from one address for all accounts; those that led to a sign-in do not count.
LOGIN_LIMIT_PER_ADDRESS = (1000, 900)

# Wrong current passwords of a person who is signed in.
PASSWORD_LIMIT_PER_USER = (10, 900)

# Wrong codes of a second factor: from a device that signed in to the account before, from all
# others together, and of a person who is signed in. One in 300,000 is right by chance.
SECOND_FACTOR_LIMIT = (30, 86_400)
# Mails to one account with a link for a new password: asked for by whomever, and in addition by
# operators. Requests of one address for all accounts; a campus shares one.
PASSWORD_RESET_LIMIT = (3, 3600)
PASSWORD_RESET_LIMIT_PER_ADDRESS = (100, 3600)

# Refusals of one user that the audit trail records.
DENIALS_RECORDED_PER_USER = (10, 60)
# Failed sign-ins of one account that it records.
FAILURES_RECORDED_PER_USER = (10, 60)

# Resent invitations of one user.
INVITATION_RESEND_LIMIT = (3, 3600)

# Requests of API and pages; None is without limit. Each can be set separately, such as
# RATE_LIMIT_ACCOUNT=600/60, or all switched off: RATE_LIMITS=false.
RATE_LIMITS = {
    "account": rate("RATE_LIMIT_ACCOUNT", "1200/60"),
    "tenant": rate("RATE_LIMIT_TENANT", "12000/60"),
    "service_key": rate("RATE_LIMIT_SERVICE_KEY", "60000/60"),
    # Callers without credentials, or with wrong ones.
    "address": rate("RATE_LIMIT_ADDRESS", "1200/60"),
    # Preflights of the browsers at one address: a campus shares one.
    "preflight": rate("RATE_LIMIT_PREFLIGHT", "12000/60"),
    # In addition, for each account or key.
    "invite": rate("RATE_LIMIT_INVITE", "300/3600"),
    "export": rate("RATE_LIMIT_EXPORT", "60/600"),
    "upload": rate("RATE_LIMIT_UPLOAD", "60/600"),
    "check": rate("RATE_LIMIT_CHECK", "30/600"),
    "bulk": rate("RATE_LIMIT_BULK", "120/60"),
}
