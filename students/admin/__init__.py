"""The pages of this app; importing them registers them."""

from students.admin import roster, sessions, universities, users
from students.admin.attempts import jobs, ledger
from students.admin.case_studies import page as case_study_page
from students.admin.students import page

__all__ = [
    "case_study_page",
    "jobs",
    "ledger",
    "page",
    "roster",
    "sessions",
    "universities",
    "users",
]
