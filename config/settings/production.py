"""Production: everything comes from the environment, and no default could be dangerous."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config.http.origins import own_origins
from config.runtime import database
from config.runtime.mail import mail_server

from .base import *
from .base import env, issued_by, yes


def required(name: str) -> str:
    value = env(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set; production does not start without it.")
    return value


def long_secret(name: str) -> str:
    """Return a long secret: a short one could be found by trial against a single token."""
    return _long(name, required(name))


def long_secrets(name: str) -> list[str]:
    """Return long secrets, which commas separate; none where the variable is empty."""
    return [_long(name, value) for value in names(env(name, default=""))]


def _long(name: str, value: str) -> str:
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} is too short; give at least 32 random characters.")
    return value


SECRET_KEY = long_secret("SECRET_KEY")
# What was made under these is read as well: former keys, and the next one.
SECRET_KEY_FALLBACKS = long_secrets("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = names(required("ALLOWED_HOSTS"))
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS names every host; name yours.")

required("DATABASE_URL")
POSTGRES_SERVER = database.server(database_url(), DATA_DIR / "postgres")
DATABASES = {
    "default": database.pooled(
        database.preparing(
            database.named(database.lent(POSTGRES_SERVER.settings(), is_lent=DATABASE_IS_LENT)),
            prepares=DATABASE_PREPARES,
        ),
        DATABASE_POOL_SIZE,
    )
}
REPLICAS = database.replicas(
    database_replica_url(), prepares=DATABASE_PREPARES, pool_size=DATABASE_POOL_SIZE
)
DATABASES |= REPLICAS
DATABASE_REPLICAS = list(REPLICAS)
DATABASE_ROUTERS = ["config.db.reads.Router"] if REPLICAS else []

MAILERS = {"default": mail_server(required("EMAIL_URL"))}
DEFAULT_FROM_EMAIL = required("DEFAULT_FROM_EMAIL")
PUBLIC_URL = required("PUBLIC_URL").rstrip("/")
if not PUBLIC_URL.startswith("https://"):
    raise ImproperlyConfigured("PUBLIC_URL is no https address; links in mails let people in.")
SIMPLE_JWT = issued_by(PUBLIC_URL, long_secret("JWT_SIGNING_KEY"))
JWT_SIGNING_KEY_FALLBACKS = long_secrets("JWT_SIGNING_KEY_FALLBACKS")
# Where forms may come from, also where a proxy passes the host on without its port.
CSRF_TRUSTED_ORIGINS = own_origins(PUBLIC_URL, ALLOWED_HOSTS)

# Demo accounts share a published password: they must not exist beside real people's data.
if env("DEMO_PASSWORD", default=""):
    raise ImproperlyConfigured("DEMO_PASSWORD is set; production has no demo accounts.")

SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS = yes("SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS", default=True)

METRICS_TOKEN = METRICS_TOKEN and long_secret("METRICS_TOKEN")

# JSON for programs that collect logs; lines are better for people.
LOGGING["handlers"]["console"]["formatter"] = one_of("LOG_FORMAT", "json", "line")

# Whether browsers may ship with our name in their list of names that are never asked without TLS:
# it holds for the whole domain, and takes months to be taken back.
SECURE_HSTS_PRELOAD = yes("HSTS_PRELOAD", default=False)

SECURE_SSL_REDIRECT = yes("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# With this prefix, browsers accept a cookie only over TLS, and only from our host.
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
DEVICE_COOKIE_NAME = "__Host-device"
ORGANISATION_COOKIE_NAME = "__Host-organisation"

# Where ``collectstatic`` puts static files, and whitenoise serves them from.
STATIC_ROOT = Path(env("STATIC_ROOT", default="") or str(STATIC_ROOT))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.http.static_files.ReleaseStaticFilesStorage"},
}
