"""The import of rosters: a tenant's students are changed to agree with a roster.

A run is one transaction with one code path: the plan is made, checked and then applied; a dry run
ends after the check. So its plan is exactly what the same run would do to the same data.

- Bad rows refuse the whole file, unless they are to be skipped: a file that is wrong in some lines
  is often wrong in others that do not show it, and half a roster is hard to take back.
- Students are identified by their e-mail address, ignoring case, inside the tenant.
- A run that would change too many of the existing students stops (``MaxChange``). Creations do not
  count: they take nothing from anybody.
- Deleted students do not come back by themselves: somebody deleted them on purpose, and has to
  activate them again.
- No invitations are sent; new students sign in through the university's single sign-on.
"""

from students.services.roster.importing import RosterRefused, import_roster
from students.services.roster.limits import DEFAULT_MAX_CHANGE, MaxChange
from students.services.roster.planning import PlannedChange, PlannedCreation, RosterPlan, Watch
from students.services.roster.stored import StoredProfile

__all__ = [
    "DEFAULT_MAX_CHANGE",
    "MaxChange",
    "PlannedChange",
    "PlannedCreation",
    "RosterPlan",
    "RosterRefused",
    "StoredProfile",
    "Watch",
    "import_roster",
]
