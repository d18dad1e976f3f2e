"""The derived rows of the panel, computed a second time by plain queries of the source rows."""

from collections import Counter, defaultdict
from datetime import UTC

from django.db.models import Func, Sum, TextField, Value

from accounts.models import ProgrammeMembership, ProgrammeSet, User
from config.models import FoldCase
from programmes.models import Programme
from students.models import SearchEntry, Session, StudentCount

_PARTS = ("last_name", "first_name", "middle_name")
_LAST_NAME_FIRST = FoldCase(
    Func(Value(" "), *_PARTS, function="concat_ws", output_field=TextField())
)


def kept_and_true() -> tuple[dict, dict]:
    """Return the derived rows that are stored, and those that are right."""
    return _kept(), _true()


def _kept() -> dict:
    kinds = ("tenant", "programme", "gram", "status", "dated", "day")
    sums = StudentCount.objects.values_list(*kinds).annotate(sum=Sum("n"))
    used = set(User.objects.exclude(programme_set=None).values_list("programme_set", flat=True))
    sets = {one.pk: one for one in ProgrammeSet.objects.all()}
    return {
        "counts": {tuple(kind): n for *kind, n in sums if n},
        "entries": {
            entry.pk: (
                entry.tenant_id,
                entry.status,
                entry.programme_set_id,
                entry.last_seen_at,
                entry.sort_name,
                entry.text,
            )
            for entry in SearchEntry.objects.all()
        },
        "programmes": {
            user.pk: (sets[user.programme_set_id].programmes if user.programme_set_id else [])
            for user in User.objects.all()
        },
        "labels": {pk: (sets[pk].tenant_id, sets[pk].label) for pk in used},
        "unused sets": {pk for pk in set(sets) - used if sets[pk].label is None},
        "last seen": dict(User.objects.values_list("pk", "last_seen_at")),
    }


def _true() -> dict:
    programmes = Programme.objects.in_bulk()
    enrolled = defaultdict(list)
    for user_id, programme_id in ProgrammeMembership.objects.values_list("user", "programme"):
        enrolled[user_id].append(programme_id)
    last_seen = dict.fromkeys(User.objects.values_list("pk", flat=True))
    for user_id, seen in Session.objects.exclude(seen_at=None).values_list("user", "seen_at"):
        last_seen[user_id] = max(seen, last_seen[user_id] or seen)
    counts, entries, labels = Counter(), {}, {}
    for user in User.objects.select_related("role").annotate(last_name_first=_LAST_NAME_FIRST):
        mine = sorted(enrolled[user.pk])
        if mine:
            in_code_order = sorted(mine, key=lambda pk: programmes[pk].code)
            label = ", ".join(programmes[pk].name for pk in in_code_order)
            labels[user.programme_set_id] = (user.tenant_id, label)
        is_student = user.role is not None and user.role.legacy_role == "STUDENT"
        if not is_student or user.status == "DELETED":
            continue
        seen = last_seen[user.pk]
        entries[user.pk] = (
            user.tenant_id,
            user.status,
            user.programme_set_id,
            seen,
            user.sort_name,
            f"{user.search_text}\n{user.last_name_first}",
        )
        day = seen and seen.astimezone(UTC).date()
        for programme in ("", *mine):
            counts[user.tenant_id, programme, "", user.status, False, None] += 1
            counts[user.tenant_id, programme, "", user.status, True, day] += 1
        for gram in _grams(user):
            counts[user.tenant_id, "", gram, user.status, False, None] += 1
    return {
        "counts": dict(counts),
        "entries": entries,
        "programmes": {pk: sorted(enrolled[pk]) for pk in last_seen},
        "labels": labels,
        "unused sets": set(),
        "last seen": last_seen,
    }


def _grams(user: User) -> set[str]:
    parts = user.search_text.split("\n")
    return {part[at : at + size] for part in parts for at in range(len(part)) for size in (1, 2)}
