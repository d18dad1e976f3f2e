"""Everything that is held about one person, for that person (contract §18).

Other people are in it as far as the person has a right to know: that staff did something, and
why, but not who (GDPR, article 15(4)). Secrets are given to nobody.
"""

from students.queries.personal_data.account import ACCOUNT
from students.queries.personal_data.events import EVENTS
from students.queries.personal_data.parts import Part
from students.queries.personal_data.studies import STUDIES

__all__ = ["PARTS", "Part"]

PARTS: tuple[Part, ...] = (*ACCOUNT, *STUDIES, *EVENTS)
