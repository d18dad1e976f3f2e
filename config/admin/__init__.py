"""The base of the admin: knows modules and rights, and no app."""
