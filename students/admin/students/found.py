"""Students in the search of the whole console."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import UserStatus
from config.admin.search import Found, SearchedPageMixin
from students.queries.students import StudentList


class FoundStudentsMixin(SearchedPageMixin):
    """Students, as in the list: those who were seen last come first."""

    def find(self, request, text, most):
        return (
            StudentList.of(request.tenant.pk)
            .filter(search=text)
            .order_by("last_seen", descending=True)[:most]
        )

    def as_found(self, line):
        told = [line.email, line.sis_id, line.status != UserStatus.ACTIVE and _("inactive")]
        url = reverse("admin:students_student_change", args=[line.pk])
        return Found(line.display_name, url, " · ".join(filter(None, told)))
