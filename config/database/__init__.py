"""Where the database comes from: DATABASE_URL, or a PostgreSQL of our own under .data/."""

from pathlib import Path

from config.database.embedded import EmbeddedPostgres
from config.database.errors import PostgresError
from config.database.external import ExternalPostgres

__all__ = ["EmbeddedPostgres", "ExternalPostgres", "PostgresError", "server"]


def server(
    url: str, data_dir: Path, *, durable: bool = True
) -> ExternalPostgres | EmbeddedPostgres:
    """Return the PostgreSQL at `url`, or with no url the one that lives in `data_dir`.

    What is not `durable` may lose data when the machine (not merely PostgreSQL) crashes, and is
    faster for it: right for tests. A url that is none raises PostgresError.
    """
    return ExternalPostgres(url) if url else EmbeddedPostgres(data_dir, durable=durable)
