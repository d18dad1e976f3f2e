"""The students app's doors: the console's panel, and the live service's reports."""

from students.views.ingest import (
    BulkReportView,
    GradeReportView,
    SessionReportView,
    TranscriptReportView,
)
from students.views.panel import StudentViewSet

__all__ = [
    "BulkReportView",
    "GradeReportView",
    "SessionReportView",
    "StudentViewSet",
    "TranscriptReportView",
]
