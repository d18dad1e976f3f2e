"""How often something may be asked or tried, as (times, seconds)."""

from config.settings.environment import env


def rate(name: str, default: str) -> tuple[int, int] | None:
    """Return a limit written as requests per seconds, ``1200/60``; None when it is switched off."""
    requests, _, seconds = (env(name, default="") or default).partition("/")
    on = env.bool("RATE_LIMITS", default=True) and int(requests) > 0
    return (int(requests), int(seconds or 60)) if on else None


# How many wrong passwords an account takes: from a device that signed in to it before, and from all
# others of one address together. These wait after some mistakes, twice as long after each further.
LOGIN_LIMIT_PER_DEVICE = (10, 900)
LOGIN_LIMIT_PER_ACCOUNT = (10, 900)
LOGIN_FREE_MISTAKES = 3
# And how many one address may send for all accounts, those not counted that led to a sign-in.
LOGIN_LIMIT_PER_ADDRESS = (1000, 900)

# How often somebody who is signed in may name a wrong current password.
PASSWORD_LIMIT_PER_USER = (10, 900)

# How many refusals of one user the audit trail takes.
DENIALS_RECORDED_PER_USER = (10, 60)

# How often one user may be invited again.
INVITATION_RESEND_LIMIT = (3, 3600)

# How often API and pages may be asked; None is without limit. Each can be set apart,
# RATE_LIMIT_ACCOUNT=600/60 say, or all switched off: RATE_LIMITS=false.
RATE_LIMITS = {
    "account": rate("RATE_LIMIT_ACCOUNT", "1200/60"),
    "tenant": rate("RATE_LIMIT_TENANT", "12000/60"),
    "service_key": rate("RATE_LIMIT_SERVICE_KEY", "60000/60"),
    # Whoever does not say who they are, or says it wrongly.
    "address": rate("RATE_LIMIT_ADDRESS", "1200/60"),
    # What browsers ask of an address before calls of pages: a campus shares one.
    "preflight": rate("RATE_LIMIT_PREFLIGHT", "12000/60"),
    # On top, for each account or key.
    "invite": rate("RATE_LIMIT_INVITE", "300/3600"),
    "export": rate("RATE_LIMIT_EXPORT", "60/600"),
    "bulk": rate("RATE_LIMIT_BULK", "120/60"),
}
