"""Students, their sessions and results, and their attempts (contract §8, §9, §12)."""

from students.models.attempts import AttemptTransaction, BulkJob, IdempotencyRecord
from students.models.imported import ImportedStudent, ImportOutcome
from students.models.imports import ImportSource, ImportState, RosterImport
from students.models.ledger_personal import LedgerPersonal
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
    "ImportOutcome",
    "ImportSource",
    "ImportState",
    "ImportedStudent",
    "LedgerPersonal",
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
