"""The API views of the students app: the console, and the live service's reports."""

from students.views.access import AccessViewSet
from students.views.allowance import AllowanceViewSet
from students.views.attempts import AttemptViewSet
from students.views.dashboard import DashboardViewSet
from students.views.erasure import ErasureViewSet
from students.views.imports import RosterImportViewSet
from students.views.ingest import (
    BulkReportView,
    GradeReportView,
    SessionReportView,
    TranscriptReportView,
)
from students.views.performance import PerformanceViewSet
from students.views.personal_data import PersonalDataViewSet
from students.views.returns import ReturnViewSet
from students.views.sessions import SessionViewSet
from students.views.students import StudentViewSet
from students.views.transactions import JobHistoryViewSet, TransactionViewSet

__all__ = [
    "AccessViewSet",
    "AllowanceViewSet",
    "AttemptViewSet",
    "BulkReportView",
    "DashboardViewSet",
    "ErasureViewSet",
    "GradeReportView",
    "JobHistoryViewSet",
    "PerformanceViewSet",
    "PersonalDataViewSet",
    "ReturnViewSet",
    "RosterImportViewSet",
    "SessionReportView",
    "SessionViewSet",
    "StudentViewSet",
    "TransactionViewSet",
    "TranscriptReportView",
]
