"""Jobs in the trail: one event for the whole, and a line for each part of it (contract §19)."""

from tenants.models import AuditEvent
from tenants.models.audit import TOLD_TOGETHER

# The parameter of the trail's list that names the job whose lines it shows.
LINES_PARAMETER = "part_of"


def job_of(event: AuditEvent) -> str | None:
    """Return the id by which the lines of an event are found, if it is a job's that has some."""
    facts = event.metadata
    if event.event_type in TOLD_TOGETHER.values():
        return event.target_id if facts.get("students") else None
    if event.event_type == "roster.imported" and facts.get("counts", {}).get("addresses"):
        return facts.get("run_id")
    return None


def number_of_lines(event: AuditEvent) -> int:
    """Return how many lines the job of an event has."""
    facts = event.metadata
    return facts.get("students") or facts.get("counts", {}).get("addresses") or 0
