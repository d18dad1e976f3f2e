"""Students, what they did and how often they may try, in the operators' panel (§8, §9, §10)."""

from students.admin import imports, ledger, sessions, students

__all__ = ["imports", "ledger", "sessions", "students"]
