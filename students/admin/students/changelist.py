"""The students panel as a list of the admin, read, counted and sorted as in the API (§8)."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.contrib.admin.views.main import SEARCH_VAR

from config import exports
from config.admin.pagination import COUNTED, ConsolePaginator, FoundPaginator
from students.admin.lists import ListOfApi, in_days
from students.filtersets import StudentFilterSet
from students.models import Student
from students.queries.students import StudentLine, StudentList
from tenants.current_tenant import PAGE_TENANT

# The address's names for the API's parameters.
_PARAMETERS = {
    "search": SEARCH_VAR,
    "start_date": "last_seen_at__gte",
    "end_date": "last_seen_at__lte",
}

# The parameters of an export: those of the API, the kind of file, and the tenant of the list.
EXPORT_PARAMETERS = (
    *StudentFilterSet.base_filters,
    *("sort_by", "sort_order", "format", PAGE_TENANT),
)


def list_query(asked: Mapping[str, str]) -> str:
    """Return the query of the list's address for the API's filters, for a refused export."""
    given = {name: asked[name] for name in StudentFilterSet.base_filters if asked.get(name)}
    given = in_days(given)
    return urlencode({_PARAMETERS.get(name, name): text for name, text in given.items()})


class StudentChangeList(ListOfApi):
    """A page of the students."""

    filterset_class = StudentFilterSet
    default_sort = ("last_seen", "desc")
    parameters = _PARAMETERS

    @classmethod
    def whole(cls, request) -> StudentList:
        return StudentList.of(request.tenant.pk)

    def count_rows(self) -> int:
        """Return the number of students; one more than COUNTED where more are out of attempts."""
        return self.rows.count_up_to(COUNTED)

    def paginator_of(self, total: int) -> ConsolePaginator:
        is_capped = self.rows is not None and self.rows.criteria.exhausted_at
        kind = FoundPaginator if is_capped else ConsolePaginator
        return kind(range(total), self.list_per_page)

    def as_results(self, page: list[StudentLine]) -> list[Student]:
        return [_as_student(line) for line in page]

    @property
    def export_queries(self) -> dict[str, str]:
        """The query of an export of the list as shown, for each kind of file.

        It names the tenant: operators may have switched to another one before they follow the link.
        """
        asked = self.api_query | {PAGE_TENANT: self.tenant.pk}
        return {kind: urlencode(asked | {"format": kind}) for kind in exports.MEDIA_TYPES}


def _as_student(line: StudentLine) -> Student:
    """Return a line as a model, which Django's templates can show; it keeps the line, too."""
    student = Student(pk=line.pk, email=line.email, status=line.status)
    student.line = line
    return student
