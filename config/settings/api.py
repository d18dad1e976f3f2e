"""The REST API: Django REST framework, tokens, the OpenAPI document, allowed origins."""

from datetime import timedelta

from corsheaders.defaults import default_headers

from config.settings.environment import env, names
from config.settings.sessions import TOKEN_FAMILY_IDLE

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.authentication.jwt.TenantJWTAuthentication"],
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
    "REFRESH_TOKEN_LIFETIME": TOKEN_FAMILY_IDLE,
    "ALGORITHM": "HS256",
    "AUTH_TOKEN_CLASSES": ("accounts.services.tokens.AccessToken",),
    "USER_ID_CLAIM": "sub",
    "TOKEN_TYPE_CLAIM": "type",
}


# Keys under which tokens are read, and none is written: former ones, and the next one.
JWT_SIGNING_KEY_FALLBACKS = names(env("JWT_SIGNING_KEY_FALLBACKS", default=""))


def issued_by(public_url: str, key: str) -> dict:
    """Return the settings that sign tokens: they are valid in this installation alone."""
    names = {"ISSUER": public_url, "AUDIENCE": f"{public_url}/v1"}
    return SIMPLE_JWT | {"SIGNING_KEY": key} | names


# The tenants list the origins that may call: see tenants/middleware/cors.py.
CORS_URLS_REGEX = r"^/v1/"
CORS_ALLOW_HEADERS = (
    *default_headers,
    *("idempotency-key", "if-match", "x-device-token", "x-request-id"),
)
CORS_EXPOSE_HEADERS = (
    *("content-disposition", "etag", "retry-after", "x-device-token", "x-request-id"),
    *("ratelimit", "ratelimit-policy"),
)
# Seconds for which browsers remember a preflight's answer; whether a page may read is decided each
# time. With 0 the header would be left out, and browsers would remember it for five seconds.
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
        "SessionStatus": "students.models.states.SessionStatus",
        "RosterImportStatus": "students.models.imports.ImportState",
        "RosterImportSource": "students.models.imports.ImportSource",
        "SSOProvider": "tenants.models.configuration.SSOProvider",
        "WidgetPosition": "tenants.models.WidgetPosition",
    },
}
