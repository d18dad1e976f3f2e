"""The students panel's list at any size: exact totals and pages that cost what they show (§8).

SQL by hand, over what the database keeps for it (``students.models.search``, ``ProgrammeSet``): how
many students there are of each kind, and indexes in each order. A list costs two statements: its
total, and then, knowing that, its page.
"""

from students.queries.students.criteria import Selection
from students.queries.students.export import file
from students.queries.students.ordering import SORT_KEYS
from students.queries.students.pages import Line, cells, page, student
from students.queries.students.totals import Total, total

__all__ = ["SORT_KEYS", "Line", "Selection", "Total", "cells", "file", "page", "student", "total"]
