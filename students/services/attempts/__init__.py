"""The grants and revocations of attempts (contract §9.3, §9.4)."""

from students.services.attempts.bulk import grant_attempts_in_bulk, revoke_attempts_in_bulk
from students.services.attempts.expiry import record_expiries
from students.services.attempts.single import (
    grant_attempts,
    preview_change,
    revoke_attempts,
)
from students.services.attempts.verification import ledger_faults

__all__ = [
    "grant_attempts",
    "grant_attempts_in_bulk",
    "ledger_faults",
    "preview_change",
    "record_expiries",
    "revoke_attempts",
    "revoke_attempts_in_bulk",
]
