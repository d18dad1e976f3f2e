"""The import of rosters: a tenant's students are changed to agree with a roster.

A run is one transaction with one code path: the plan is made, checked and then applied; a dry run
ends after the check. So its plan is exactly what the same run would do to the same data.

- Bad rows refuse the whole file, unless they are to be skipped: a file that is wrong in some lines
  is often wrong in others that do not show it, and half a roster is hard to take back.
- A person is their SIS id, and where the row or the student has none, their e-mail address inside
  the tenant, ignoring case (``identity``). The same id with another address is the same person.
- A run that would change too many students, or create too many, stops (``MaxChange``). Where no
  student is active, new ones do not count: a first roster has nobody to harm.
- Nothing is replaced by what another program has left of it: a name with question marks for the
  letters of the stored one is a bad row.
- Deleted students do not come back by themselves: somebody deleted them on purpose, and has to
  activate them again.
- No invitations are sent; new students sign in through the university's single sign-on.
"""

from students.services.roster.importing import PlanChanged, RosterRefused, import_roster
from students.services.roster.limits import DEFAULT_MAX_CHANGE, MaxChange
from students.services.roster.planning import Watch
from students.services.roster.plans import PlannedChange, PlannedCreation, RosterPlan
from students.services.roster.stored import StoredProfile

__all__ = [
    "DEFAULT_MAX_CHANGE",
    "MaxChange",
    "PlanChanged",
    "PlannedChange",
    "PlannedCreation",
    "RosterPlan",
    "RosterRefused",
    "StoredProfile",
    "Watch",
    "import_roster",
]
