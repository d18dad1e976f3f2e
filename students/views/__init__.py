"""The API views of the students app: the console, and the live service's reports."""

from students.views.attempts import AttemptViewSet
from students.views.ingest import (
    BulkReportView,
    GradeReportView,
    SessionReportView,
    TranscriptReportView,
)
from students.views.performance import PerformanceViewSet
from students.views.returns import ReturnViewSet
from students.views.students import StudentViewSet

__all__ = [
    "AttemptViewSet",
    "BulkReportView",
    "GradeReportView",
    "PerformanceViewSet",
    "ReturnViewSet",
    "SessionReportView",
    "StudentViewSet",
    "TranscriptReportView",
]
