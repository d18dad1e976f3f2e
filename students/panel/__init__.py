"""The students panel's list at any size: exact totals and pages that cost what they show (§8).

SQL by hand, over what the database keeps for it (``students.models.panel``, ``ProgrammeSet``): how
many students there are of each kind, and indexes in each order. A list costs two statements: its
total, and then, knowing that, its page.
"""

from students.panel.files import file
from students.panel.order import SORT_KEYS
from students.panel.pages import Line, cells, page, student
from students.panel.selection import Selection
from students.panel.totals import Total, total

__all__ = ["SORT_KEYS", "Line", "Selection", "Total", "cells", "file", "page", "student", "total"]
