"""``manage.py database_roles``: makes the roles of the database, and gives each what it may do."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError, connection, transaction
from psycopg.errors import InsufficientPrivilege

from config.db.roles import CREATIONS, DIRECTORY, create_roles, grant_rights


class Command(BaseCommand):
    help = (
        "Makes the roles of the database that are missing, and gives each what it may do. Run it as"
        " the owner of the tables (OWNER_DATABASE_URL); it may be run again at any time."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--print",
            action="store_true",
            help="only print the statements for an administrator who makes the roles",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["print"]:
            self.stdout.write(statements())
            return
        try:
            with transaction.atomic():
                made = create_roles()
        except ProgrammingError as error:
            if not isinstance(error.__cause__, InsufficientPrivilege):
                raise
            raise CommandError(
                "this role of the database may not make roles. Let an administrator run:\n"
                + statements()
            ) from error
        grant_rights()
        for role in made:
            self.stdout.write(f"made {role}")
        self.stdout.write("Every role has what it may do, and no more.")


def statements() -> str:
    """Return what an administrator runs once, in psql."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_user)")
        (owner,) = cursor.fetchone()
    made = CREATIONS | {DIRECTORY: f"CREATE ROLE {DIRECTORY} ROLE {owner}"}
    return "\n".join(f"{statement};" for statement in made.values())
