#!/usr/bin/env python
"""Django's command line. With no DATABASE_URL it runs beside the project's own PostgreSQL."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from config.observability.output import log_output_of
    from config.runtime.database import PostgresError

    try:
        log_output_of(sys.argv)
        with settings.POSTGRES_SERVER:
            execute_from_command_line(sys.argv)
    except (PostgresError, ImproperlyConfigured) as error:
        sys.exit(f"error: {error}")
    except KeyboardInterrupt:
        sys.exit(130)  # as shells call it; a traceback would tell nobody anything


if __name__ == "__main__":
    main()
