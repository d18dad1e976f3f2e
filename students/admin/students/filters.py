"""The filters of the list of students, which the list itself applies, by the API's rules."""

from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.forms import SearchForm

from accounts.models import UserStatus
from config.admin.filters import DateRangeFilter
from programmes.models import CaseStudy, Programme
from students.admin.lists import ChoiceOfList
from students.models.student import STUDENT_STATUSES
from students.queries.cohorts import first_cohorts
from students.queries.students.exhausted import ANYWHERE

# The most cohorts among which the filter lets people choose.
MOST_COHORTS = 50


class ProgrammeFilter(ChoiceOfList):
    """The tenant's programmes, by code."""

    title = _("programme")
    parameter_name = "programme"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        known = Programme.objects.for_tenant(request.tenant).order_by("code")
        return [(row.code, f"{row.code} · {row.name}") for row in known]

    def has_output(self) -> bool:
        return True


class CohortFilter(ChoiceOfList):
    """The tenant's cohorts; a text where there are too many to choose from."""

    title = _("cohort")
    parameter_name = "cohort"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        known = first_cohorts(request.tenant.pk, MOST_COHORTS + 1)
        return [(cohort, cohort) for cohort in known]

    def has_output(self) -> bool:
        return bool(self.lookup_choices) or self.value() is not None

    def choices(self, changelist):
        if len(self.lookup_choices) <= MOST_COHORTS:
            yield from super().choices(changelist)
            return
        yield {"form": SearchForm("cohort", _("Cohort"), data={"cohort": self.value()})}


class StudentStatusFilter(ChoiceOfList):
    """A filter for active or inactive students; deleted ones are never shown."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [(status, UserStatus(status.upper()).label) for status in STUDENT_STATUSES]


class ExhaustedFilter(ChoiceOfList):
    """A filter for the students with no attempt left at a case study, or at any."""

    title = _("no attempt remaining at")
    parameter_name = "exhausted_at"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        known = CaseStudy.objects.for_tenant(request.tenant).order_by("title", "pk")
        return [(ANYWHERE, _("Any case study")), *known.values_list("pk", "title")]


class StartedFilter(ChoiceOfList):
    """A filter for students who never started a session, or who did."""

    title = _("sessions")
    parameter_name = "started"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [("false", _("Never started")), ("true", _("Started"))]


class UnlimitedFilter(ChoiceOfList):
    """A filter for students to whom the limit of attempts does not apply, or does."""

    title = _("limit of attempts")
    parameter_name = "unlimited_sessions"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [("true", _("Unlimited")), ("false", _("Limited"))]


class LastSeenFilter(DateRangeFilter):
    """A filter by the latest activity in a session; the list itself applies it."""

    def queryset(self, request, queryset):
        return queryset
