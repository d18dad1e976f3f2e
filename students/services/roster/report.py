"""The report of a plan in words, for people who have to check it."""

from collections.abc import Iterable, Iterator

from students.services.roster.planning import PlannedChange, RosterPlan

TITLES = {
    "created": "new students",
    "updated": "changed",
    "deactivated": "deactivated",
    "reactivated": "active again",
    "unchanged": "as they are",
    "not_students": "not students",
    "bad_rows": "bad rows",
}
_FIELDS = ("first name", "middle name", "last name", "status")


def lines(plan: RosterPlan) -> Iterator[str]:
    """Yield the changes line by line, first those to existing students."""
    for change in plan.changes:
        where = f" (line {change.line})" if change.line else " (not in the file)"
        yield f"~ {change.email}{where}: {'; '.join(_differences(change, plan.programmes))}"
    for new in plan.creations:
        profile = new.profile
        name = " ".join(part for part in profile[:3] if part)
        codes = _codes(profile.programmes, plan.programmes) or "no programme"
        yield f"+ {new.email} (line {new.line}): {name}, {profile.status.lower()}, {codes}"


def _differences(change: PlannedChange, codes: dict[str, str]) -> Iterator[str]:
    before, after = change.before, change.after
    for name, old, new in zip(_FIELDS, before, after, strict=False):
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
