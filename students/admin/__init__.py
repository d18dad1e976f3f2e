"""The pages of this app; importing them registers them."""

from students.admin import roster, sessions, users
from students.admin.attempts import ledger
from students.admin.students import page

__all__ = ["ledger", "page", "roster", "sessions", "users"]
