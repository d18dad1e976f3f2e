"""The writing of a batch: its rows are laid aside first, and then inserted as sets.

Triggers keep what is derived, for a load as for anybody else. Written one table after the other,
each student would be touched by three of them, and each time be written anew with all indexes. So
students are inserted with what the triggers will find, and sessions together with their grades:
the triggers look at all of it, and find nothing left to write.

PostgreSQL refuses to copy past policies into a table, but nobody minds into a temporary one.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from django.db.backends.utils import CursorWrapper

from accounts.models import ProgrammeMembership, User
from students.demo.rows import Batch
from students.models import AttemptTransaction, Grade, Session, Transcript

# In the order of a batch's tables.
MODELS: tuple[type[models.Model], ...] = (
    User,
    ProgrammeMembership,
    Session,
    Transcript,
    Grade,
    AttemptTransaction,
)
_AFTER_USERS = MODELS[2:]

# As refresh_programme_sets makes those that nobody had before.
_MAKE_SETS = """
CREATE TEMPORARY TABLE demo_enrolled AS
SELECT user_id, tenant_id, array_agg(programme_id::text ORDER BY programme_id) AS programmes
FROM demo_programmemembership GROUP BY user_id, tenant_id;

SELECT 1 FROM programmes_programme
WHERE id IN (SELECT programme_id FROM demo_programmemembership) ORDER BY id FOR SHARE;

INSERT INTO accounts_programmeset (id, tenant_id, programmes, label)
SELECT programme_set_id(programmes), tenant_id, programmes, programme_label(programmes)
FROM (SELECT DISTINCT tenant_id, programmes FROM demo_enrolled) AS enrolled
ORDER BY 1
ON CONFLICT (id) DO NOTHING;
"""

_INSERT_USERS = """
SELECT set_config('command_center.repair', 'on', true);

INSERT INTO accounts_user ({columns}, programme_set_id, last_seen_at)
SELECT {columns}, programme_set_id(programmes), seen_at
FROM demo_user
LEFT JOIN (SELECT user_id, programmes FROM demo_enrolled) AS enrolled
    ON enrolled.user_id = demo_user.id
LEFT JOIN (
    SELECT user_id, max(coalesce(last_activity, end_time, start_time)) AS seen_at
    FROM demo_session WHERE start_time IS NOT NULL GROUP BY user_id
) AS seen ON seen.user_id = demo_user.id
ORDER BY demo_user.id;

SELECT set_config('command_center.repair', 'off', true);
"""


def write_batch(batch: Batch) -> None:
    """Write the rows of a batch, with all that follows from them."""
    columns = {
        model: ", ".join(rows[0]._fields)
        for model, rows in zip(MODELS, batch.tables(), strict=True)
        if rows
    }
    with connection.cursor() as cursor:
        for model, rows in zip(MODELS, batch.tables(), strict=True):
            _lay_aside(cursor, model, rows)
        cursor.execute(_MAKE_SETS)
        cursor.execute(_INSERT_USERS.format(columns=columns[User]))
        if ProgrammeMembership in columns:
            cursor.execute(_insert(ProgrammeMembership, columns[ProgrammeMembership]))
        # In one statement: what looks at a session at its end finds its grade.
        parts = [_insert(model, columns[model]) for model in _AFTER_USERS if model in columns]
        if parts:
            *first, last = parts
            named = ", ".join(f"part_{number} AS ({part})" for number, part in enumerate(first))
            cursor.execute(f"WITH {named} {last}" if named else last)
        aside = ", ".join([*map(_aside, MODELS), "demo_enrolled"])
        cursor.execute(f"DROP TABLE {aside}")


def _aside(model: type[models.Model]) -> str:
    return f"demo_{model._meta.model_name}"


def _lay_aside(cursor: CursorWrapper, model: type[models.Model], rows: Sequence[Any]) -> None:
    """Copy rows into a temporary table, which has the columns of the model's."""
    table, columns = _aside(model), ", ".join(rows[0]._fields) if rows else "*"
    cursor.execute(
        f"CREATE TEMPORARY TABLE {table} AS SELECT * FROM {model._meta.db_table} WITH NO DATA"  # noqa: S608
    )
    if rows:
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def _insert(model: type[models.Model], columns: str) -> str:
    """Return the statement that inserts what was laid aside for a model, in the same order."""
    table = model._meta.db_table
    return f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {_aside(model)}"  # noqa: S608
