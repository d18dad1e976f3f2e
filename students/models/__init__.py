"""Students, their sessions and results, and their attempts (contract §8, §9, §12)."""

from students.models.attempts import AttemptTransaction, BulkJob, IdempotencyRecord
from students.models.imports import ImportState, RosterImport
from students.models.progress import CaseStudyProgress, ProgressCount, matching
from students.models.search import SearchEntry, StudentCount, VisibleSearchEntry
from students.models.sessions import Grade, Session, Transcript
from students.models.student import Student

__all__ = [
    "AttemptTransaction",
    "BulkJob",
    "CaseStudyProgress",
    "Grade",
    "IdempotencyRecord",
    "ImportState",
    "ProgressCount",
    "RosterImport",
    "SearchEntry",
    "Session",
    "Student",
    "StudentCount",
    "Transcript",
    "VisibleSearchEntry",
    "matching",
]
