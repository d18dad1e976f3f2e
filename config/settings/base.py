"""What every environment shares. Values that differ live in local, test and production."""

import os
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import environ
from corsheaders.defaults import default_headers
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.csp import CSP

env = environ.Env()


def number(name: str, default: int) -> int:
    """Return a variable as an integer; a blank one, as compose files leave it, counts as unset."""
    return int(env(name, default="") or default)


def names(text: str) -> list[str]:
    """Return what a variable lists, separated by commas."""
    return [name.strip() for name in text.split(",") if name.strip()]


def rate(name: str, default: str) -> tuple[int, int] | None:
    """Return a limit written as requests per seconds, ``1200/60``; None when it is switched off."""
    requests, _, seconds = (env(name, default="") or default).partition("/")
    on = env.bool("RATE_LIMITS", default=True) and int(requests) > 0
    return (int(requests), int(seconds or 60)) if on else None


BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(env("DATA_DIR", default="") or BASE_DIR / ".data")

DEBUG = False
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "config",
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
    "config.middleware.RequestIdMiddleware",
    "config.monitoring.middleware.MonitoringMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "config.policies.policies_for_browsers",
    "corsheaders.middleware.CorsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "accounts.middleware.DenialMiddleware",
    "accounts.middleware.ActivityMiddleware",
    "tenants.middleware.ActingTenantMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
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

# What browsers may do with our pages -----------------------------------------------------------

# Nothing but what a page needs: files of ours, inline styles and scripts that carry the answer's
# nonce, and tenants' logos, which lie anywhere.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:", "https:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

# The admin's looks come from django-unfold. Its Alpine.js runs expressions that stand in attributes
# of the page, which browsers take for eval; and it styles elements by attribute.
ADMIN_PATH = "/admin/"
ADMIN_CSP = SECURE_CSP | {
    "script-src": [CSP.SELF, CSP.NONCE, CSP.UNSAFE_EVAL],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
}

# What no page of ours uses, nor anything that one might come to hold.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"),
        *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "magnetometer"),
        *("microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock"),
        *("serial", "usb", "xr-spatial-tracking"),
    )
)

SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A year, for all names below ours as well; said over TLS only.
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True

# Lax, not Strict: the way back from a tenant's sign-in server begins on another site.
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True

# Accounts -------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "accounts.backends.TenantPasswordBackend",
    "accounts.backends.TenantCASBackend",
]
# An e-mail address is unique within its tenant only; TenantPasswordBackend always asks for both.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# How often a sign-in may be tried, as (attempts, seconds).
LOGIN_LIMIT_PER_ACCOUNT = (10, 900)
LOGIN_LIMIT_PER_ADDRESS = (100, 900)

# How often somebody who is signed in may name a wrong current password, likewise.
PASSWORD_LIMIT_PER_USER = (10, 900)

# How many refusals of one user the audit trail takes, likewise.
DENIALS_RECORDED_PER_USER = (10, 60)

# How often one address may try tokens of invitations, and one user be invited again.
INVITATION_LIMIT_PER_ADDRESS = (20, 900)
INVITATION_RESEND_LIMIT = (3, 3600)

# How often the API may be asked, as (requests, seconds); None is without limit. Each can be set
# apart, RATE_LIMIT_ACCOUNT=600/60 say, or all switched off: RATE_LIMITS=false.
RATE_LIMITS = {
    "account": rate("RATE_LIMIT_ACCOUNT", "1200/60"),
    "tenant": rate("RATE_LIMIT_TENANT", "12000/60"),
    "service_key": rate("RATE_LIMIT_SERVICE_KEY", "60000/60"),
    # Whoever does not say who he is, or says it wrongly.
    "address": rate("RATE_LIMIT_ADDRESS", "1200/60"),
    # On top, for each account or key.
    "invite": rate("RATE_LIMIT_INVITE", "300/3600"),
    "export": rate("RATE_LIMIT_EXPORT", "60/600"),
    "bulk": rate("RATE_LIMIT_BULK", "120/60"),
}

# Reverse proxies in front of us that append to X-Forwarded-For; 0 means: trust none.
TRUSTED_PROXIES = number("TRUSTED_PROXIES", default=0)

# The password of the demo accounts; None where demo data must not exist.
DEMO_PASSWORD: str | None = None

# Connections to the database that one process keeps at most; 0 opens one whenever it is needed.
DATABASE_POOL_SIZE = number("DATABASE_POOL_SIZE", default=0)

# Whether they keep the plans of short statements; a pooler in between must know of that.
DATABASE_PREPARES = env.bool("DATABASE_PREPARES", default=True)

# Seconds that a migration waits for a table: all others wait behind it.
MIGRATION_LOCK_SECONDS = number("MIGRATION_LOCK_SECONDS", default=5)

# Single sign-on -------------------------------------------------------------------------------

# Whether tenants may sign in at servers without TLS: on a developer's machine only.
SSO_REQUIRES_HTTPS = True
# Whether those servers may stand in private networks, this machine included: likewise. Where a
# university runs its CAS server inside, SSO_PRIVATE_NETWORKS names the networks that may be called.
SSO_ALLOWS_PRIVATE_NETWORKS = False
SSO_PRIVATE_NETWORKS = [ip_network(n) for n in names(env("SSO_PRIVATE_NETWORKS", default=""))]
# A file with certificates of authorities to trust beside the system's.
SSO_CA_FILE = env("SSO_CA_FILE", default="")
# Seconds in which a CAS server must have answered completely.
SSO_PATIENCE = 8
# How often one address, and all people of one tenant, may fail to sign in, as (attempts, seconds).
SSO_LIMIT_PER_ADDRESS = (300, 900)
SSO_LIMIT_PER_TENANT = (1000, 900)

# Of django-cas-ng only the classes are used; each tenant has a server of its own. These settings
# are what its own views would read: nothing that creates users or changes what they may do.
CAS_SERVER_URL = None
CAS_VERSION = "3"
CAS_CREATE_USER = False
CAS_APPLY_ATTRIBUTES_TO_USER = False
CAS_LOGIN_MSG = None
CAS_LOGGED_MSG = None
CAS_ADMIN_REDIRECT = False
CAS_PROXY_CALLBACK = None

# Serving --------------------------------------------------------------------------------------

WEB_HOST = env("WEB_HOST", default="") or "127.0.0.1"
PORT = env("PORT", default="") or "8000"
WEB_WORKERS = number("WEB_WORKERS", default=os.cpu_count() or 2)
WEB_THREADS = number("WEB_THREADS", default=4)

# Seconds in which a caller has to send the head of a request, and in which requests and exports
# may end once the server is told to stop.
WEB_HEADER_SECONDS = number("WEB_HEADER_SECONDS", default=10)
WEB_STOP_SECONDS = number("WEB_STOP_SECONDS", default=120)

# Bytes of a form or a JSON body; ingest reads larger ones piece by piece (config/api/parsers.py).
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
# A roster and its companion; a file's size is what Django does not limit, the proxy does.
DATA_UPLOAD_MAX_NUMBER_FILES = 2

# API ------------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.authentication.TenantJWTAuthentication"],
    # Fail closed: a view that declares nothing is open to nobody.
    "DEFAULT_PERMISSION_CLASSES": ["config.api.permissions.DenyAll"],
    "DEFAULT_RENDERER_CLASSES": ["config.api.renderers.EnvelopeJSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["config.api.parsers.StrictJSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "config.api.renderers.JSONOnlyNegotiation",
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "config.api.schema.EnvelopeAutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["accounts.throttling.requests.RequestThrottle"],
    "EXCEPTION_HANDLER": "config.api.exceptions.handle",
    # ``format`` is a parameter of the exports, not a way to choose a renderer.
    "URL_FORMAT_OVERRIDE": None,
    # The renderer writes every datetime; serializers hand it over untouched.
    "DATETIME_FORMAT": None,
    "COERCE_DECIMAL_TO_STRING": False,
    "UNAUTHENTICATED_USER": None,
}

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=30),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=7),
    "ALGORITHM": "HS256",
    "AUTH_TOKEN_CLASSES": ("accounts.tokens.AccessToken",),
    "USER_ID_CLAIM": "sub",
    "TOKEN_TYPE_CLAIM": "type",
}

# Which origins may call is the tenants' to say: see tenants/cors.py.
CORS_URLS_REGEX = r"^/v1/"
CORS_ALLOW_HEADERS = (*default_headers, "idempotency-key", "x-request-id")
CORS_EXPOSE_HEADERS = (
    *("content-disposition", "retry-after", "x-request-id"),
    *("ratelimit", "ratelimit-policy"),
)
# Seconds for which browsers remember that they may ask; whether they may read is said each time.
# With 0 the header would be left out, and they would remember it for five.
CORS_PREFLIGHT_MAX_AGE = 1

SPECTACULAR_SETTINGS = {
    "TITLE": "Command Center API",
    "DESCRIPTION": "Tenants, roles, users, programmes, students and their case-study attempts.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "SCHEMA_PATH_PREFIX": "/v1(?:/console)?",
    "ENUM_NAME_OVERRIDES": {
        # ``success`` of the two envelopes; one name each, however many lists there are.
        "Succeeded": [(True, True)],
        "Failed": [(False, False)],
        "ErrorCode": "config.errors.ErrorCode",
        "UserStatus": "accounts.models.UserStatus",
        "StudentStatus": "students.models.student.STUDENT_STATUSES",
        "JobStatus": "students.models.attempts.JobStatus",
        "SessionStatus": "students.models.sessions.SessionStatus",
        "SSOProvider": "tenants.models.configuration.SSOProvider",
        "WidgetPosition": "tenants.models.WidgetPosition",
    },
}

# Operators' panel ------------------------------------------------------------------------------

# A calm blue: white can be read on 600, as can 600 on white, and 500 on the darkest grey.
_BLUE = {
    "50": "#eff5fb",
    "100": "#dbe8f6",
    "200": "#bcd4ee",
    "300": "#93bde6",
    "400": "#78addf",
    "500": "#5f9fdc",
    "600": "#1f5fa8",
    "700": "#1a4f8d",
    "800": "#184373",
    "900": "#17385e",
    "950": "#10243d",
}

UNFOLD = {
    "SITE_TITLE": "Command Center",
    "SITE_HEADER": "Command Center",
    "SITE_SUBHEADER": "tenants.acting.name",
    "SITE_SYMBOL": "school",
    "SITE_URL": None,
    "SITE_FAVICONS": [
        {
            "rel": "icon",
            "type": "image/svg+xml",
            "href": lambda request: static("console/favicon.svg"),
        }
    ],
    "STYLES": [lambda request: static("console/console.css")],
    "ACCOUNT": {
        "navigation": [
            {"title": "Your profile", "link": reverse_lazy("admin:accounts_user_profile")},
            {"title": "API documentation", "link": "/v1/docs"},
        ]
    },
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "BORDER_RADIUS": "6px",
    "COLORS": {"primary": _BLUE},
    "ENVIRONMENT": "tenants.acting.badge",
    "DASHBOARD_CALLBACK": "students.dashboard.context",
}

# Time, text and files -------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = False

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"

# Background work and logs ---------------------------------------------------------------------

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Where people reach us; links in mails begin with it, whatever host a request names.
PUBLIC_URL = ""

# Who may read /metrics: whoever shows the token, or calls from one of the networks.
METRICS_TOKEN = env("METRICS_TOKEN", default="")
METRICS_NETWORKS = [ip_network(one) for one in names(env("METRICS_NETWORKS", default=""))]

# Seconds for which a task may be due before /readyz says so.
READY_QUEUE_AGE = number("READY_QUEUE_AGE", default=300)

# What follows in these paths is a token, and is left out of the log.
SECRET_PATHS = ["/invitations/"]

# So are the values of these parameters in any address: each of them lets somebody in.
SECRET_PARAMETERS = [
    *("ticket", "service", "state", "code", "code_challenge", "code_verifier"),
    *("logoutRequest", "pgtId", "pgtIou", "token", "password"),
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "config.logs.RequestFilter"}},
    "formatters": {
        "line": {
            "()": "config.logs.LineFormatter",
            "format": "{asctime} {levelname} {name} [{request_id}] {message}",
            "style": "{",
        },
        "json": {"()": "config.logs.JSONFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request"],
            "formatter": env("LOG_FORMAT", default="") or "line",
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # Django's own handlers would write a second line without the request id.
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # Tasks have a line of ours when they end; Django's tells of failures, with the traceback.
        "django.tasks": {"level": "ERROR"},
        # Refused requests have their line already; Django's would be a second one.
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        # What they would tell of CAS servers holds tickets, and people's data.
        "cas": {"level": "INFO"},
        "urllib3": {"level": "INFO"},
    },
}
