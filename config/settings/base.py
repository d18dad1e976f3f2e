"""The settings of every environment. Values that differ are in local, test and production."""

import os
from pathlib import Path

from config.runtime.database.process_role import DatabaseRole

from .admin import *
from .api import *
from .browsers import *
from .environment import *
from .limits import *
from .logs import *
from .sessions import *
from .sso import *

DEBUG = False
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "config",
    "config.background",
    "tenants",
    "programmes",
    "accounts",
    "students",
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "config.apps.ConsoleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_tasks_db",
    "corsheaders",
    "rest_framework",
    "rest_framework_api_key",
    "django_filters",
    "django_cas_ng",
    "drf_spectacular",
    "drf_spectacular_sidecar",
]

MIDDLEWARE = [
    "config.observability.middleware.RequestIdMiddleware",
    "config.observability.monitoring.middleware.MonitoringMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "config.http.security_headers.policies_for_browsers",
    "config.http.wellformed.WellFormedMiddleware",
    "accounts.middleware.AddressLimitMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "accounts.middleware.UncountedMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "accounts.middleware.DenialMiddleware",
    "accounts.middleware.ActivityMiddleware",
    "accounts.middleware.PageLimitMiddleware",
    "tenants.middleware.current_tenant.CurrentTenantMiddleware",
    "config.api.body_limits.BodyLimitMiddleware",
    "config.api.exceptions.UnavailableMiddleware",
    "config.api.reading.ReadingMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            # The csrf_token of the former takes the place of Django's in every template.
            "builtins": ["tenants.templatetags.page_tenant", "config.admin.template_filters"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts -------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "accounts.authentication.backends.TenantPasswordBackend",
    "accounts.authentication.backends.TenantCASBackend",
]
CSRF_FAILURE_VIEW = "config.api.exceptions.csrf_failure"
# An e-mail address is unique within its tenant only; TenantPasswordBackend always asks for both.
# Whether names are preloaded is the operator's choice (HSTS_PRELOAD).
SILENCED_SYSTEM_CHECKS = ["auth.W004", "security.W021"]
PASSWORD_HASHERS = ["config.hashing.FewArgon2Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "accounts.validators.passwords.StrengthValidator",
        # Eight random characters take as many guesses.
        "OPTIONS": {"min_guesses": 10**8, "names": ["Command Center"]},
    },
]

# Whether Super Admins who sign in with a password need a second factor; on in production.
SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS = False

# The password of the demo accounts; None where demo data must not exist.
DEMO_PASSWORD: str | None = None

# Django's app is here for its command ``clearsessions``; its own table stays empty.
SESSION_ENGINE = "accounts.models.session"

# Database -------------------------------------------------------------------------------------

# Connections that one process keeps at most; 0 opens one whenever it is needed.
DATABASE_POOL_SIZE = number("DATABASE_POOL_SIZE", default=0)

# Whether they keep the plans of short statements; off by itself behind a pooler that mixes them up.
DATABASE_PREPARES = yes("DATABASE_PREPARES", default=True)

# What a pooler in between lends: "session" or "transaction"; one that is not named is refused. What
# the owner of the tables does goes past it (DATABASE_DIRECT_URL).
DATABASE_POOLER = one_of("DATABASE_POOLER", "", "session", "transaction")
DATABASE_IS_LENT = DATABASE_POOLER == "transaction" and DATABASE_ROLE != DatabaseRole.OWNER

# The names among DATABASES of those that may answer what a web server only reads.
DATABASE_REPLICAS: list[str] = []

# Seconds that a migration waits for a table: all others wait behind it.
MIGRATION_LOCK_SECONDS = number("MIGRATION_LOCK_SECONDS", default=5)

# Seconds after which PostgreSQL gives up what a web server asks: a wait for a lock, a statement
# (those of files aside), and a transaction in which nothing is asked. Commands are not bound.
WEB_LOCK_SECONDS = number("WEB_LOCK_SECONDS", default=5)
WEB_STATEMENT_SECONDS = number("WEB_STATEMENT_SECONDS", default=30)
WEB_TRANSACTION_SECONDS = number("WEB_TRANSACTION_SECONDS", default=60)
DATABASE_TIMEOUTS: dict[str, str] = {}
if DATABASE_ROLE == DatabaseRole.APPLICATION:
    DATABASE_TIMEOUTS = {
        "lock_timeout": f"{WEB_LOCK_SECONDS}s",
        "statement_timeout": f"{WEB_STATEMENT_SECONDS}s",
        "idle_in_transaction_session_timeout": f"{WEB_TRANSACTION_SECONDS}s",
    }

# Whether a request that asks for tenants' rows before a tenant is known fails; else it is logged.
WALLS_RAISE = False

# Whether the mail server takes addresses with letters beyond ASCII before the @; auto asks it.
MAIL_SMTPUTF8 = one_of("MAIL_SMTPUTF8", "auto", "on", "off")

# Serving --------------------------------------------------------------------------------------

WEB_HOST = env("WEB_HOST", default="") or "127.0.0.1"
PORT = str(number("PORT", default=8000))
WEB_WORKERS = number("WEB_WORKERS", default=os.cpu_count() or 2)
WEB_THREADS = number("WEB_THREADS", default=4)

# The public address; links in mails begin with it, whatever host a request names.
PUBLIC_URL = ""

# Reverse proxies in front of us that append to X-Forwarded-For; 0 means: trust none.
TRUSTED_PROXIES = number("TRUSTED_PROXIES", default=0)

# Seconds in which a caller has to send the head of a request, and in which requests and exports
# may end once the server is told to stop.
WEB_HEADER_SECONDS = number("WEB_HEADER_SECONDS", default=10)
WEB_STOP_SECONDS = number("WEB_STOP_SECONDS", default=120)

# Bytes of a form or a JSON body; ingest reads larger ones piece by piece (config/api/parsers.py).
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "config.http.uploads.DiskUploadHandler",
]
# A roster and its companion; config/api/body_limits.py limits their size.
DATA_UPLOAD_MAX_NUMBER_FILES = 2

# Time, text and files -------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
# The languages of pages and mails (config/languages.py); another one needs a catalogue in locale/.
LANGUAGES = [("en-gb", "English"), ("fr", "Français")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT: Path | None = BASE_DIR / "staticfiles"

# Background work and monitoring ---------------------------------------------------------------

# Those that wait for others, and those that take long, hold up nothing else.
QUEUES = ("default", "mails", "imports")
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": list(QUEUES)}}

# Seconds between two signs of life of a worker, and after which a silent one counts as gone: its
# tasks are taken up.
WORKER_BEAT_SECONDS = number("WORKER_BEAT_SECONDS", default=10)
WORKER_GONE_SECONDS = number("WORKER_GONE_SECONDS", default=60)

# The callers who may read /metrics: those with the token, or from one of the networks.
METRICS_TOKEN = env("METRICS_TOKEN", default="")
METRICS_NETWORKS = networks("METRICS_NETWORKS")

# The dumps of deploy/backup.sh, of which the figures tell the age.
BACKUP_FOLDER = Path(env("BACKUP_FOLDER", default="") or "/var/backups/command-center")

# Seconds for which a task may be due before /readyz says so.
READY_QUEUE_AGE = number("READY_QUEUE_AGE", default=300)
