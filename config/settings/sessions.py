"""The lifetimes of sign-ins: how long without use, and how long in all."""

from datetime import timedelta

from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import number


def _at_least_one(name: str, default: int) -> int:
    value = number(name, default)
    if value < 1:
        raise ImproperlyConfigured(f"{name} is {value}; it has to be 1 or more.")
    return value


BROWSER_SESSION_IDLE = timedelta(hours=_at_least_one("BROWSER_SESSION_IDLE_HOURS", default=12))
BROWSER_SESSION_LIFETIME = timedelta(days=_at_least_one("BROWSER_SESSION_DAYS", default=7))
# How long browsers keep the cookie; what it opens may end before.
SESSION_COOKIE_AGE = int(BROWSER_SESSION_LIFETIME.total_seconds())

TOKEN_FAMILY_IDLE = timedelta(days=_at_least_one("TOKEN_FAMILY_IDLE_DAYS", default=7))
TOKEN_FAMILY_LIFETIME = timedelta(days=_at_least_one("TOKEN_FAMILY_DAYS", default=30))

# The time in which a client may come late, in another tab, with the token that was just replaced.
REFRESH_GRACE = timedelta(seconds=10)
