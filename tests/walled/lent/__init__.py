"""The database backend of the tests behind a pooler in transaction mode (tests/pooled.py)."""
