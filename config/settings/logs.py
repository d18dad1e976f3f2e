"""The settings of the log: its content, its place, and the secrets that it never holds."""

from typing import Any

from config.settings.environment import one_of

# These paths are followed by a token, which is left out of the log.
SECRET_PATHS = ["/invitations/", "/password-reset/"]

# So are the values of these parameters in any address: each of them lets somebody in.
SECRET_PARAMETERS = [
    *("ticket", "service", "state", "code", "code_challenge", "code_verifier"),
    *("logoutRequest", "SAMLRequest", "RelayState", "pgtId", "pgtIou", "token", "password"),
]

# Whether the log has the callers' networks (/24, or /48 of IPv6) in place of their addresses.
LOG_MASKS_ADDRESSES = one_of("LOG_ADDRESSES", "full", "masked") == "masked"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "config.observability.logs.RequestFilter"}},
    "formatters": {
        "line": {
            "()": "config.observability.logs.LineFormatter",
            "format": "{asctime} {levelname} {name} [{request_id}] [{caller}] {message}",
            "style": "{",
        },
        "json": {"()": "config.observability.logs.JSONFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            # Not sys.stderr, whose lines may themselves be logged (config/observability/output.py).
            "stream": "ext://sys.__stderr__",
            "filters": ["request"],
            "formatter": one_of("LOG_FORMAT", "line", "json"),
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # Without Django's own handlers, which would write a second line without the request id.
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # Tasks have a line of ours when they end; Django's tells of failures, with the traceback.
        "django.tasks": {"level": "ERROR"},
        # Refused requests have their line already; Django's would be a second one.
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        # Their messages about CAS servers contain tickets and people's data.
        "cas": {"level": "INFO"},
        "urllib3": {"level": "INFO"},
    },
}
