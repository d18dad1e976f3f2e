"""The students panel's list at any size: exact totals and pages that cost what they show (§8).

SQL by hand, over what the database keeps for it (``students.models.panel``, ``ProgrammeSet``): how
many students there are of each kind, and indexes in each order. A list costs two statements: its
total, and then, knowing that, its page.
"""

from students.panel.pages import Line, cells, page, student
from students.panel.selection import Selection
from students.panel.totals import Total, total

__all__ = ["Line", "Selection", "Total", "cells", "page", "student", "total"]
