"""Migration operations for what the database guards itself."""

from django.db.migrations import RunSQL


def append_only(table: str) -> RunSQL:
    """Refuse every UPDATE and DELETE on the table, whoever asks (see ``refuse_change``)."""
    return RunSQL(
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        f"DROP TRIGGER append_only ON {table}",
    )
