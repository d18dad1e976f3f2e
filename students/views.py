"""The students panel (contract §8)."""

from config.api.filters import FilterBackend, SortBackend, SortKey
from config.api.viewsets import ConsoleViewSet
from config.permissions import Module
from students.filtersets import StudentFilterSet
from students.models import Student
from students.serializers import StudentRowSerializer


class StudentViewSet(ConsoleViewSet):
    """Students across programmes, with what is assigned to them and when they were last seen."""

    permission_module = Module.USER_MANAGEMENT
    queryset = Student.objects.all()
    serializer_class = StudentRowSerializer
    filter_backends = (FilterBackend, SortBackend)
    filterset_class = StudentFilterSet
    sort_keys = {
        "name": SortKey("sort_name"),
        "last_seen": SortKey("last_seen_at", nullable=True),
        "programme": SortKey("sort_programme", nullable=True),
        "status": SortKey("status"),
    }
    default_sort = ("last_seen", "desc")
    sort_ties = ("sort_name", "pk")
    default_limit = 10
    lookup_url_kwarg = "user_id"

    def get_queryset(self):
        return super().get_queryset().with_programme_sort_key()

    def page_rows(self, window):
        """Fetch a page's rows: what is worked out per row is worked out for these only."""
        ordering = window.query.order_by
        return (
            Student.objects.with_programme_sort_key()
            .with_programmes()
            .with_overall_case_studies()
            .filter(pk__in=window.values("pk"))
            .order_by(*ordering)
        )
