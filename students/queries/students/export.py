"""The list as a file, whichever door asks for it."""

from django.http import HttpResponseBase

from config import exports
from students.queries.students.criteria import Selection
from students.queries.students.pages import cells
from students.queries.students.totals import total
from tenants.models import Tenant

_HEADER = (
    "Student Name",
    "Email",
    "Programme",
    "Status",
    "Overall Case Studies",
    "Last Seen",
)


def file(selection: Selection, *, tenant: Tenant, kind: str) -> HttpResponseBase:
    """Answer all students of a selection of the tenant's as ``csv`` or ``xlsx`` (§8).

    Raises RuleViolation when they are more than a file may have.
    """
    found = total(selection)
    exports.require_exportable(found.rows)
    return exports.respond(kind, f"students_{tenant.slug}", _HEADER, cells(selection, found))
