class PostgresError(Exception):
    """There is no database to work with; the message says why in one sentence."""
