"""The students whom a text means, for lists of what belongs to students."""

from django.utils.translation import gettext as _

from config.errors import RuleViolation
from students.queries.students import StudentList

# The most students whose rows a search may list.
MOST_FOUND = 100


class TooManyStudents(RuleViolation):
    """The refusal of a text that means more students than can be looked up."""

    def __init__(self, found: int) -> None:
        super().__init__(
            _(
                "%(count)s students match. Name one more exactly: at most %(MOST_FOUND)s "
                "can be looked up here."
            )
            % {"count": found, "MOST_FOUND": MOST_FOUND}
        )


def students_meant(tenant_id: str, text: str) -> list[str]:
    """Return the ids of the students whom a search finds; raise TooManyStudents for many."""
    students = StudentList.of(tenant_id).filter(search=text)
    if students.count() > MOST_FOUND:
        raise TooManyStudents(students.count())
    return [line.pk for line in students[:MOST_FOUND]]
