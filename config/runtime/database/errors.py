class PostgresError(Exception):
    """The lack of a database to work with; the message gives the reason in one sentence."""
