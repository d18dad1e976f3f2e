"""Production: everything comes from the environment, and nothing has a default that could hurt."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config.runtime import database
from config.runtime.mail import mail_server

from .base import *
from .base import env, issued_by


def required(name: str) -> str:
    value = env(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set; production does not start without it.")
    return value


def long_secret(name: str) -> str:
    """Return a secret that nobody guesses: a short one can be tried out against a single token."""
    value = required(name)
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} is too short; give at least 32 random characters.")
    return value


SECRET_KEY = long_secret("SECRET_KEY")
ALLOWED_HOSTS = names(required("ALLOWED_HOSTS"))
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS names every host; name yours.")

POSTGRES_SERVER = database.server(required("DATABASE_URL"), DATA_DIR / "postgres")
DATABASES = {
    "default": database.pooled(
        database.preparing(POSTGRES_SERVER.settings(), prepares=DATABASE_PREPARES),
        DATABASE_POOL_SIZE,
    )
}

MAILERS = {"default": mail_server(required("EMAIL_URL"))}
DEFAULT_FROM_EMAIL = required("DEFAULT_FROM_EMAIL")
PUBLIC_URL = required("PUBLIC_URL").rstrip("/")
if not PUBLIC_URL.startswith("https://"):
    raise ImproperlyConfigured("PUBLIC_URL is no https address; links in mails let people in.")
SIMPLE_JWT = issued_by(PUBLIC_URL, long_secret("JWT_SIGNING_KEY"))

# Demo accounts share a published password: where people's data lives, they must not exist.
if env("DEMO_PASSWORD", default=""):
    raise ImproperlyConfigured("DEMO_PASSWORD is set; production has no demo accounts.")

METRICS_TOKEN = METRICS_TOKEN and long_secret("METRICS_TOKEN")

# For whatever collects logs; people read lines better.
LOGGING["handlers"]["console"]["formatter"] = env("LOG_FORMAT", default="") or "json"

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Under this prefix browsers take a cookie over TLS alone, and from no host beside ours.
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
DEVICE_COOKIE_NAME = "__Host-device"
ORGANISATION_COOKIE_NAME = "__Host-organisation"

# Where ``collectstatic`` puts static files, and whitenoise serves them from.
STATIC_ROOT = Path(env("STATIC_ROOT", default="") or str(STATIC_ROOT))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
