"""A university's CAS server, for tests and the demo; runs in .venv-cas, where our code is not.

It knows the people that a file lists, in JSON: objects with ``username``, ``password``, ``email``,
``first_name`` and ``last_name``; people who are added to it can sign in at once. It prints its
address, and serves until it is told to stop. All it keeps is a folder that goes with it.
"""

import secrets
import signal
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

HERE = Path(__file__).parent
HOST = "127.0.0.1"

# Our callback of any tenant, whatever port we listen on; the state rides in its query.
CALLBACK = r"^http://127\.0\.0\.1:\d+/v1/auth/sso/[a-z0-9-]+/callback(\?|$)"


def configure(name: str, folder: Path, listed: Path) -> None:
    """Set Django up as a CAS server called ``name`` that keeps its tables in ``folder``.

    ``listed`` is the file with its people.
    """
    import django
    from django.conf import settings

    apps = ("admin", "auth", "contenttypes", "sessions", "messages")
    settings.configure(
        SECRET_KEY=secrets.token_urlsafe(50),
        ALLOWED_HOSTS=[HOST],
        ROOT_URLCONF="urls",
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        INSTALLED_APPS=[*(f"django.contrib.{app}" for app in apps), "cas_server"],
        # Tables straight from the models: nobody has data here to migrate.
        MIGRATION_MODULES=dict.fromkeys([*apps, "cas_server"]),
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": folder / "cas.sqlite3",
                "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE"},
            }
        },
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HERE / "templates"],
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STATIC_URL="/static/",
        # Cookies know no ports: several servers on one machine must not share names.
        SESSION_COOKIE_NAME=f"cas_{name}",
        CSRF_COOKIE_NAME=f"cas_{name}_csrf",
        CAS_AUTH_CLASS="people.ListedUser",
        LISTED=listed,
        # It would ask PyPI.
        CAS_NEW_VERSION_HTML_WARNING=False,
        CAS_NEW_VERSION_EMAIL_WARNING=False,
        CAS_SLO_TIMEOUT=20,
    )
    django.setup()


def move_in(listed: Path) -> None:
    """Create the tables, the people, and the services that they may sign in to."""
    from cas_server.models import ReplaceAttributName, ServicePattern
    from django.core.management import call_command
    from people import take_in

    call_command("migrate", run_syncdb=True, verbosity=0)
    take_in(listed)
    service = ServicePattern.objects.create(
        name="Command Center", pattern=CALLBACK, single_log_out=True
    )
    # Never all of them, which would send the hash of the password along.
    for attribute in ("email", "first_name", "last_name"):
        ReplaceAttributName.objects.create(service_pattern=service, name=attribute)


def serve(port: int) -> None:
    """Serve on ``port``, or on any free one for 0, and print the address."""
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    WSGIRequestHandler.log_message = lambda *_: None
    with ThreadedWSGIServer((HOST, port), WSGIRequestHandler) as server:
        server.set_app(get_wsgi_application())
        print(f"http://{HOST}:{server.server_port}/cas/", flush=True)
        server.serve_forever()


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("name", help="letters and digits, different for each server of a machine")
    parser.add_argument("people", type=Path, help="the file that lists them")
    parser.add_argument("--port", type=int, default=0, help="default: any that is free")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with tempfile.TemporaryDirectory(prefix="cas-") as folder:
        configure(arguments.name, Path(folder), arguments.people)
        move_in(arguments.people)
        serve(arguments.port)


if __name__ == "__main__":
    main()
