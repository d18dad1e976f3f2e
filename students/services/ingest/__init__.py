"""The live service's reports of sessions (contract §12, §15).

Reports are not audited one by one: they are data that a machine delivers by the million, and
each is kept as the session itself. The creation, revocation and last use of keys are on record, and
so is every import of a file.
"""

from students.services.ingest.reports import (
    RefusedReport,
    Report,
    ReportOutcome,
    report_session,
    report_sessions,
    store_grade,
    store_transcript,
)

__all__ = [
    "RefusedReport",
    "Report",
    "ReportOutcome",
    "report_session",
    "report_sessions",
    "store_grade",
    "store_transcript",
]
