"""How often a student may try a case study (contract §9.1)."""

from dataclasses import dataclass

# Attempts per student and case study where the tenant has set nothing else (G1).
DEFAULT_BASE_ATTEMPTS = 3


def base_attempts(ai_config) -> int:
    """Return the attempts that a tenant gives to everybody; ``ai_config`` may be None."""
    return (ai_config and ai_config.max_sessions_per_student) or DEFAULT_BASE_ATTEMPTS


@dataclass(frozen=True)
class Entitlement:
    """Attempts of one student at one case study at one moment."""

    base_attempts: int
    extra_attempts: int
    revoked_attempts: int
    attempts_used: int

    @property
    def total_allowed(self) -> int:
        return max(0, self.base_attempts + self.extra_attempts - self.revoked_attempts)

    @property
    def attempts_remaining(self) -> int:
        return max(0, self.total_allowed - self.attempts_used)
