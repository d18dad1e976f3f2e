"""The test run: its own PostgreSQL, cheap password hashes, everything else as in the demo."""

from config.runtime import database

from .base import *
from .base import DATA_DIR, env, issued_by, yes

SECRET_KEY = "only-for-the-tests-" + "x" * 40
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]

POSTGRES_SERVER = database.server(
    env("DATABASE_URL", default=""), DATA_DIR / "postgres-test", durable=False
)
_ENTRY = database.preparing(database.named(POSTGRES_SERVER.settings()))
# Servers and commands that a test starts behind a pooler (tests/pooled.py).
_ENGINE = "tests.walled.lent" if DATABASE_POOLER == "transaction" else "tests.walled"
DATABASES = {"default": _ENTRY | {"ENGINE": _ENGINE}}

WALLS_RAISE = True

# Off, except for servers that a test starts with limits: tests hold locks for as long as they like.
if not env("WEB_LOCK_SECONDS", default=""):
    DATABASE_TIMEOUTS = {}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SSO_REQUIRES_HTTPS = False
SSO_ALLOWS_PRIVATE_NETWORKS = True
DEMO_PASSWORD = "demo-Passw0rd"
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Off, except for servers that a test starts with RATE_LIMITS=true.
if not yes("RATE_LIMITS", default=False):
    RATE_LIMITS = {}

# Django's test runner keeps mails in memory; tests of the sending set up a server.
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
DEFAULT_FROM_EMAIL = "no-reply@console.example"
PUBLIC_URL = env("PUBLIC_URL", default="https://console.example")
# Also at servers that a test starts with an address of their own.
SIMPLE_JWT = issued_by("https://console.example", SECRET_KEY)
