"""The loading of the demo into the database: missing rows only, never those that exist."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import batched
from random import Random
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from accounts.models import User
from students.demo.examples import add_documented_student
from students.demo.foundation import lay_foundation, write_ledger_events
from students.demo.population import crowd_plan, plans, student_created_at, students_of
from students.demo.rows import Batch, demo_id
from students.demo.students import add_student
from students.demo.timestamps import days_since
from students.demo.universities import DEMO, University
from students.demo.writing import MODELS, write_batch
from tenants.models import Tenant

# Students per batch: the memory needed, and how often the triggers start over.
CHUNK = 10_000


def load_university(university: University) -> bool:
    """Write a university with its students unless it exists; return whether it was written."""
    with transaction.atomic():
        _one_at_a_time()
        taken = Q(pk=university.id) | Q(slug=university.slug)
        if Tenant.objects.filter(taken).exists():
            return False
        university = university.moved(days_since())
        lay_foundation(university)
        batch = small_population(university)
        write_batch(batch)
        write_ledger_events(university, batch.ledger)
    return True


def small_population(university: University) -> Batch:
    """Return the rows of the students that a university has without --students."""
    # A fixed seed makes the same demo everywhere; nothing here is a secret.
    rng = Random(0)  # noqa: S311
    batch = Batch()
    if university.id == DEMO.id:
        add_documented_student(batch, university)
    for plan in plans(university, rng):
        add_student(batch, university, plan, rng)
    return batch


def crowd(university: University, numbers: Iterable[int]) -> Iterator[tuple[int, Batch]]:
    """Yield the rows of further students in batches, with the number of students in each."""
    rng = Random(0)  # noqa: S311 (as above)
    for chunk in batched(numbers, CHUNK):
        batch = Batch()
        # In the order of their ids, as the indexes have them: neighbours share a page.
        for number in sorted(chunk, key=lambda n: student_created_at(university, n)):
            add_student(batch, university, crowd_plan(university, number, rng), rng)
        yield len(chunk), batch


def _ahead[T](batches: Iterator[T]) -> Iterator[T]:
    """Yield the batches; the next one is made while the database works on this one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        coming = pool.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = pool.submit(next, batches, None)
            yield batch


def load_crowd(university: University, students: int, progress: Callable[[int], Any]) -> int:
    """Add students until the university's demo has ``students``; return how many were added.

    All or nothing: after an interruption the database is as it was. ``progress`` is called after
    every batch with the number of its students.
    """
    with transaction.atomic():
        _one_at_a_time()
        first = count_students(university)
        _check_at_once()
        for count, batch in _ahead(crowd(university, range(first, students))):
            write_batch(batch)
            progress(count)
    return max(0, students - first)


def refresh_statistics() -> None:
    """Update the query planner's statistics; without them the first pages would be slow."""
    with connection.cursor() as cursor:
        for model in MODELS:
            # VACUUM also makes index-only scans possible, but not inside a transaction.
            command = "ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)"
            cursor.execute(f"{command} {model._meta.db_table}")


def _one_at_a_time() -> None:
    """Wait for the end of another run that is under way, and so find its rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('demo_data'))")


def _check_at_once() -> None:
    """Check references to the tenant at once: millions deferred to the end would need memory."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def as_loaded(university: University) -> University | None:
    """Return a university in the calendar in which it was loaded; None where it never was.

    The ids of its students tell, since they begin with the times of the enrolments.
    """
    last = students_of(university) - 1
    for number in range(last, last - 5, -1):  # one of them may have been erased
        calendars = map(university.moved, map(timedelta, range(days_since().days + 1)))
        ids = {_id_of(moved, number): moved for moved in calendars}
        found = User.objects.filter(pk__in=ids).values_list("pk", flat=True).first()
        if found:
            return ids[found]
    return None


def count_students(university: University) -> int:
    """Return how many of the demo's students exist: their numbers have no gaps."""
    low = students_of(university)
    step = 1 << 14
    while _is_there(university, low + step - 1):
        low += step
        step *= 2
    high = low + step - 1
    while low < high:
        middle = (low + high) // 2
        if _is_there(university, middle):
            low = middle + 1
        else:
            high = middle
    return low


def _is_there(university: University, number: int) -> bool:
    return User.objects.filter(pk=_id_of(university, number)).exists()


def _id_of(university: University, number: int) -> str:
    created_at = student_created_at(university, number)
    return demo_id(created_at, university.student_serial(number))
