"""Functions, triggers and views of the database, each with a file of its own: ``APP/sql/NAME.sql``.

The file holds the current text, which says CREATE OR REPLACE. Former texts that migrations need lie
beside it, the oldest as ``NAME.v1.sql``. ``docs/database.md`` lists all objects, and explains how
to change one.
"""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.migrations.operations.base import Operation


def sql_folder(app_label: str) -> Path:
    """Return the folder of an app's files; not every app has one."""
    return Path(apps.get_app_config(app_label).path) / "sql"


def sql_text(app_label: str, name: str, version: int) -> str:
    """Return a version of a file's text: the current one, once there is no later one.

    Version 3 is the current text if ``NAME.v2.sql`` was kept and ``NAME.v3.sql`` was not yet.
    """
    folder = sql_folder(app_label)
    kept = folder / f"{name}.v{version}.sql"
    if kept.exists():
        return kept.read_text(encoding="utf-8")
    if version > 1 and not kept.with_name(f"{name}.v{version - 1}.sql").exists():
        raise FileNotFoundError(f"{name}.v{version - 1}.sql, the text before, is not in {folder}.")
    return (folder / f"{name}.sql").read_text(encoding="utf-8")


class ApplySQL(Operation):
    """A migration operation that applies a version of one file, and backwards the one before it.

    ``drop`` are the statements that remove the objects. The first version needs it, for the way
    back. A later one needs it only where CREATE OR REPLACE is not enough, such as for another
    column of a view: the objects are then dropped before each version is made.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, name: str, *, version: int = 1, drop: str = "") -> None:
        if version == 1 and not drop:
            raise ValueError(f"The first version of {name} needs statements that drop it.")
        self.name = name
        self.version = version
        self.drop = drop

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        options = {"version": self.version, "drop": self.drop}
        return type(self).__qualname__, [self.name], options

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Leave the models as they are: the objects exist in the database alone."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        if self.version > 1 and self.drop:
            schema_editor.execute(self.drop, params=None)
        schema_editor.execute(sql_text(app_label, self.name, self.version), params=None)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        if self.drop:
            schema_editor.execute(self.drop, params=None)
        if self.version > 1:
            schema_editor.execute(sql_text(app_label, self.name, self.version - 1), params=None)

    def describe(self) -> str:
        return f"Apply version {self.version} of {self.name}.sql"
