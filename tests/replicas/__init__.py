"""Reading from replicas, over a real one: it follows a PostgreSQL of its own by streaming."""
