"""The report of a plan in words, for people who have to check it."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from students.services.roster.plans import PlannedChange, PlannedCreation, RosterPlan
from students.services.roster.stored import StoredProfile

# The most changes and bad rows of a report; the figures count all.
MOST_CHANGES = 100
MOST_BAD_ROWS = 1_000
_MOST_CODES = 100

TITLES = {
    "created": "new students",
    "updated": "changed",
    "addresses": "addresses change",
    "deactivated": "deactivated",
    "reactivated": "active again",
    "unchanged": "as they are",
    "not_students": "not students",
    "bad_rows": "bad rows",
}
_FIELDS = {
    "email": "address",
    "sis_id": "SIS id",
    "first_name": "first name",
    "middle_name": "middle name",
    "last_name": "last name",
    "cohort": "cohort",
    "status": "status",
}


def lines(plan: RosterPlan) -> Iterator[str]:
    """Yield the changes line by line, first those to existing students."""
    for change in plan.changes:
        where = f" (line {change.line})" if change.line else " (not in the file)"
        yield f"~ {change.email}{where}: {'; '.join(_differences(change, plan.programmes))}"
    for new in plan.creations:
        yield f"+ {new.email} (line {new.line}): {', '.join(_facts(new.profile, plan.programmes))}"


def _facts(profile: StoredProfile, codes: dict[str, str]) -> Iterator[str]:
    yield " ".join(part for part in profile.names if part)
    yield profile.status.lower()
    yield _codes(profile.programmes, codes) or "no programme"
    if profile.sis_id:
        yield f"SIS id {profile.sis_id}"
    if profile.cohort:
        yield f"cohort {profile.cohort}"


def described(plan: RosterPlan) -> dict[str, Any]:
    """Return the parts of a plan that a person reads, for an answer or a page."""
    every: Iterable[PlannedChange | PlannedCreation] = chain(plan.changes, plan.creations)
    changes = [
        {"kind": _kind(change), "line": change.line, "email": change.email, "text": text}
        for change, text in islice(zip(every, lines(plan), strict=True), MOST_CHANGES)
    ]
    bad_rows = [
        {"file": error.source, "line": error.line, "message": error.reason}
        for error in plan.errors[:MOST_BAD_ROWS]
    ]
    return {
        "counts": plan.counts,
        "changes": changes,
        "more_changes": len(plan.changes) + len(plan.creations) - len(changes),
        "bad_rows": bad_rows,
        "more_bad_rows": len(plan.errors) - len(bad_rows),
        "unknown_codes": sorted(plan.unknown_codes)[:_MOST_CODES],
        "more_unknown_codes": max(len(plan.unknown_codes) - _MOST_CODES, 0),
    }


def _kind(change: PlannedChange | PlannedCreation) -> str:
    """Return which of the plan's counts a change is in."""
    if isinstance(change, PlannedCreation):
        return "created"
    if change.is_deactivation:
        return "deactivated"
    return "reactivated" if change.is_reactivation else "updated"


def _differences(change: PlannedChange, codes: dict[str, str]) -> Iterator[str]:
    before, after = change.before, change.after
    for column, name in _FIELDS.items():
        old, new = getattr(before, column), getattr(after, column)
        if old != new:
            yield f"{name} {old or '–'} → {new or '–'}"
    for verb, programmes in (
        ("joins", after.programmes - before.programmes),
        ("leaves", before.programmes - after.programmes),
    ):
        if programmes:
            yield f"{verb} {_codes(programmes, codes)}"


def _codes(programmes: Iterable[str], codes: dict[str, str]) -> str:
    return ", ".join(sorted(codes[programme] for programme in programmes))
