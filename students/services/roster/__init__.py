"""A tenant's students are made what a roster says.

A run is one transaction with one code path: the plan is made, judged and then carried out; a dry
run ends after the judgement. So its plan is what the same run would do to the same data.

- Bad rows refuse the whole file, unless they are to be skipped: a file that is wrong in some lines
  is often wrong in others that do not show it, and half a roster is hard to take back.
- Students are known by their e-mail address, ignoring case, inside the tenant.
- A run that would change too many of the students who are there stops (``MaxChange``). Creations
  do not count: they take nothing from anybody.
- Deleted students do not come back by themselves: somebody meant it, and activates them again.
- No invitations are sent; whoever is new signs in through the university's single sign-on.
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
