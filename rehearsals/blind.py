"""A router that takes every replica for one that has replayed everything."""

from config.db import replicas
from config.db.reads import Router

__all__ = ["Router"]

replicas._HOW_FAR = b"SELECT true, $1::pg_lsn IS NOT NULL"  # noqa: SLF001 - the sabotage itself
