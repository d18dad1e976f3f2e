"""The common parts of lists whose rows belong to students."""

from django.contrib import messages
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import DropdownFilter
from unfold.decorators import display

from accounts.models import User
from config.admin.display import day_and_time, two_lines
from config.ids import is_id
from students.queries.found import TooManyStudents, students_meant


class StudentFilter(DropdownFilter):
    """A filter for one student, whom a link names: there are too many to choose from."""

    title = _("student")
    parameter_name = "user"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        named = self.value()
        if not named or not is_id(named):
            return []
        user = User.objects.for_tenant(request.tenant).filter(pk=named).first()
        return [(named, user.display_name if user else _("Nobody of this university"))]

    def has_output(self) -> bool:
        return self.value() is not None

    def queryset(self, request, queryset):
        return queryset.filter(user=self.value())


class StudentRelatedMixin:
    """Rows with a ``user``: found by name or address, linked to the student's page.

    There is one order, the newest first, which an index has.
    """

    allowed_actions = frozenset()
    sortable_by = ()
    list_filter_submit = True
    search_fields = ("user__search_text",)  # there is a box; see get_search_results
    search_help_text = _("Student's name, e-mail, number or id")

    def get_search_results(self, request, queryset, search_term):
        """Keep the rows of the students whom a search finds, if it finds few."""
        text = search_term.strip()
        if not text:
            return queryset, False
        try:
            found = students_meant(request.tenant.pk, text)
        except TooManyStudents as refusal:
            messages.warning(request, refusal.message)
            return queryset.none(), False
        return queryset.filter(user__in=found), False

    @display(description=_("Student"))
    def student(self, row):
        return two_lines(row.user.display_name, row.user.email)

    @display(description=_("Case study"))
    def case_study_title(self, row) -> str:
        return row.case_study.title


def at(field: str, description: str, otherwise: str = "–"):
    """Return a column with a timestamp of the row."""

    @display(description=description)
    def column(self, row):
        return day_and_time(getattr(row, field), otherwise)

    return column
