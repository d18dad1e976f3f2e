"""The database backend (ENGINE): Django's for PostgreSQL, which says whose rows may be seen."""
