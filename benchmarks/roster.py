"""The time and memory of a large roster: all new, the same again in each kind of file, changes."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from benchmarks.databases import BASE_DIR, DATA_DIR, CommandFailedError, Database, migrated_database
from benchmarks.frame import Benchmark, Context, Result, figure

# The promise: so many rows in so many seconds.
GOAL_ROWS, GOAL_SECONDS = 100_000, 60

# One student in so many is renamed, and one is missing.
_SOME = 20

_USERS = "user_id,login_id,first_name,last_name,short_name,email,status\n"
_ENROLMENTS = "course_id,user_id,role,section_id,status\n"
_FIRST = ["Adaeze", "Björn", "Chidi", "Deborah", "Ekene", "Fatima", "Grace"]
_LAST = ["Nwosu", "Åkesson", "van der Merwe", "Okoro", "Balogun", "Yılmaz", "O’Connor", "Mensah"]
# Of the demo's university, and courses that are no programmes.
_PROGRAMMES = ["MBA1234", "MPH", "MBA", "MIT", "BSC-ECO"]
_COURSES = ["ENG115", "BIO300", "ART105"]


def run(context: Context) -> Result:
    students = context.students
    goal = GOAL_SECONDS * max(1.0, students / GOAL_ROWS)
    table = [["Canvas users.csv and enrollments.csv", "time", "rows", "of the goal", "memory"]]
    with (
        migrated_database(context.postgres, "roster") as database,
        TemporaryDirectory(dir=DATA_DIR) as folder,
    ):
        database.manage("demo_data")
        users, enrolments = Path(folder, "users.csv"), Path(folder, "enrollments.csv")
        _write(enrolments, _enrolments(students))
        rows = range(students)
        renamed = [number for number in rows if not number % _SOME]
        for name, people, options in (
            ("all new, dry run", _users(rows), ["--dry-run", "--max-change=100%"]),
            ("all new", _users(rows), ["--max-change=100%"]),
            ("the same again", _users(rows), []),
            ("the same again, as ZIP", _users(rows), []),
            ("the same again, as XLSX", _users(rows), []),
            ("one in twenty has another name", _users(rows, renamed), ["--max-change=100%"]),
            (
                "one in twenty is missing",
                _users((number for number in rows if number % _SOME), renamed),
                ["--deactivate-missing", "--max-change=100%"],
            ),
        ):
            context.say(f"roster: {name} …")
            _write(users, people)
            files = _packed(name, users, enrolments)
            arguments = [str(files[0]), *_beside(files), *options]
            seconds, megabytes = _import(database, arguments, patience=4 * goal)
            table.append(
                [
                    name,
                    figure(seconds, " s"),
                    figure(students / seconds, "/s"),
                    f"{seconds / goal:.0%}",
                    figure(megabytes, " MB"),
                ]
            )
    return Result(table, (_describe(students, goal),))


def _import(database: Database, arguments: list[str], *, patience: float) -> tuple[float, float]:
    """Return the seconds that the command takes, and the megabytes at its peak."""
    command = database.command(
        "manage.py", "import_roster", "--tenant", "demo-university", *arguments
    )
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=BASE_DIR, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    too_long = Timer(patience, process.kill)
    too_long.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        too_long.cancel()
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailedError("manage.py import_roster failed or took too long.")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return seconds, usage.ru_maxrss / unit


def _users(numbers: Iterable[int], renamed: Iterable[int] = ()) -> Iterator[str]:
    others = set(renamed)
    yield _USERS
    for n in numbers:
        first, last = _FIRST[n % len(_FIRST)], _LAST[n % len(_LAST)]
        if n in others:
            last = f"{last}-Obi"
        yield f"S{n:07},s{n:07},{first},{last},,s{n:07}@students.example,active\n"


def _enrolments(students: int) -> Iterator[str]:
    """Yield two courses for each student: a programme of ours and one that is none."""
    yield _ENROLMENTS
    for n in range(students):
        for courses in (_PROGRAMMES, _COURSES):
            yield f"{courses[n % len(courses)]},S{n:07},student,,active\n"


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines)


def _packed(name: str, *files: Path) -> list[Path]:
    """Return the files as the kind of file that the name of the run ends with."""
    if name.endswith("ZIP"):
        archive = files[0].with_suffix(".zip")
        with ZipFile(archive, "w", ZIP_DEFLATED) as packed:
            for file in files:
                packed.write(file, file.name)
        return [archive]
    return [_workbook(file) if name.endswith("XLSX") else file for file in files]


def _workbook(file: Path) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            sheet.append(line.rstrip("\n").split(","))
    book.save(file.with_suffix(".xlsx"))
    return file.with_suffix(".xlsx")


def _beside(files: list[Path]) -> list[str]:
    return ["--enrollments", str(files[1])] if len(files) > 1 else []


def _describe(students: int, goal: float) -> str:
    return f"""\
{students:,} students with {2 * students:,} enrolments; the goal is {goal:.0f} seconds.
The time is that of the whole command, starting included, and the memory its peak, without
PostgreSQL's."""


BENCHMARK = Benchmark("roster", "Are 100,000 rows of a roster imported in less than a minute?", run)
