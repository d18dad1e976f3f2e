"""The views of all students' transactions, and of the histories beside them (contract §9)."""

from drf_spectacular.utils import extend_schema

from config.api.filters import FilterBackend, SortBackend
from config.api.schema import errors
from config.api.viewsets import ListMixin
from config.permissions import Module
from students.filtersets import TransactionFilterSet
from students.models import AttemptTransaction, BulkJob
from students.queries.histories import events_of_line
from students.queries.transactions import TransactionList
from students.serializers.attempts import JobDetailsSerializer, TransactionRowSerializer
from tenants.views import HistoryMixin


class TransactionViewSet(ListMixin, HistoryMixin):
    """The ledger of the whole tenant: grants, revocations, expiries."""

    permission_module = Module.ATTEMPT_MANAGEMENT
    queryset = AttemptTransaction.objects.all()
    serializer_class = TransactionRowSerializer
    lookup_url_kwarg = "transaction_id"
    filter_backends = (FilterBackend, SortBackend)
    filterset_class = TransactionFilterSet
    sort_keys = TransactionList.sort_keys
    default_sort = ("created_at", "desc")
    default_limit = 50
    audit_target = "attempt"

    def get_rows(self) -> TransactionList:
        return TransactionList(self.tenant)

    @errors("400")
    @extend_schema(filters=True, operation_id="attempts_all_transactions_list")
    def list(self, request, *args, **kwargs):
        """The transactions of all students at all case studies, newest first."""
        return super().list(request, *args, **kwargs)

    def events_of(self, row):
        return events_of_line(row)


class JobHistoryViewSet(HistoryMixin):
    """The history of a bulk job."""

    permission_module = Module.ATTEMPT_MANAGEMENT
    queryset = BulkJob.objects.defer("results")
    serializer_class = JobDetailsSerializer
    lookup_url_kwarg = "job_id"
    audit_target = "bulk_job"
