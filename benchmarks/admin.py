"""Each list, tab and page of the admin at a large university: the time until it is there."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import admin_crowd, crowd
from benchmarks.databases import BASE_DIR, CommandFailedError, Database, kept_database
from benchmarks.frame import Benchmark, Context, Result, figure, percentile

SIZE, SMALLER = 1_000_000, 100_000
CALLS = 15
PATIENCE = 1_800

# Milliseconds that each page may take.
GOAL = 300

_STUDENTS = "/admin/students/student/"
_CASE_STUDY = f"/admin/programmes/casestudy/{admin_crowd.TRIED_BY_ALL}/"
_TRAIL = "/admin/tenants/auditevent/"
_PAGE_SIZE = 50
_AT_ONE = f"exhausted_at={admin_crowd.TRIED_BY_ALL}"


@dataclass(frozen=True)
class Shown:
    """A page of the admin; ``anew`` where nothing may be remembered from the time before."""

    name: str
    path: str
    anew: bool = False


def pages(students: int) -> Iterator[Shown]:
    """Yield what operators open, at a university with so many students in its list."""
    last = -(-students // _PAGE_SIZE)
    # As far as people can turn pages where rows are counted up to ten thousand, and far into a tab.
    far, deep = max(1, min(200, last // 4)), max(1, min(1_000, last // 4))
    yield Shown("dashboard, read anew", "/admin/", anew=True)
    yield Shown("dashboard, remembered", "/admin/")
    for name, query in {
        "students": "",
        "students, page 7": "p=7",
        "students, last page": f"p={last}",
        "students, by name": "o=1",
        "students, by name, last page": f"o=1&p={last}",
        "students, by programme": "o=3",
        "students, by status": "o=6",
        "students, longest unseen": "o=7",
        "students, search “abdul”": "q=abdul",
        "students, search “Obi, Ada”": "q=Obi%2C+Ada",
        "students, search “ab”": "q=ab",
        "students, search an id": f"q={admin_crowd.FOUND}",
        "students, one programme": "programme=P07",
        "students, programme and inactive": "programme=P07&status=inactive",
        "students, one cohort": "cohort=2024",
        "students, cohort and programme": "cohort=2024&programme=P07",
        "students, inactive": "status=inactive",
        "students, seen in a range": "last_seen_at__gte=2026-03-01&last_seen_at__lte=2026-04-30",
        "students, never started": "started=false",
        "students, started": "started=true",
        "students, started, search “ab”": "started=true&q=ab",
        "students, no attempt remaining at one": _AT_ONE,
        "students, no attempt remaining at any": "exhausted_at=any",
        "students, no attempt remaining, search": "exhausted_at=any&q=abdul",
        "students, no attempt remaining, letters": "exhausted_at=any&q=ab",
        "students, none remaining at one, programme": f"{_AT_ONE}&programme=P07",
        "students, none remaining at one, inactive": f"{_AT_ONE}&status=inactive",
        "students, none remaining at one, active": f"{_AT_ONE}&status=active",
        "students, none remaining at one, far": f"{_AT_ONE}&p={far}",
        "students, none remaining, programme": "exhausted_at=any&programme=P07",
        "students, none remaining, inactive": "exhausted_at=any&status=inactive",
        "students, none remaining, active": "exhausted_at=any&status=active",
        "students, none remaining, cohort": "exhausted_at=any&cohort=2024",
        "students, none remaining, started": "exhausted_at=any&started=true",
        "students, none remaining, limited": "exhausted_at=any&unlimited_sessions=false",
        "students, none remaining, by programme": "exhausted_at=any&o=3",
        "students, none remaining, by status": "exhausted_at=any&o=6",
        "students, none remaining, far": f"exhausted_at=any&p={far}",
        "students, unlimited": "unlimited_sessions=true",
        "students, limited": "unlimited_sessions=false",
    }.items():
        yield Shown(name, f"{_STUDENTS}?{query}")
    yield Shown("a student", f"{_STUDENTS}{admin_crowd.FOUND}/change/")
    yield Shown("a student's timeline", f"{_STUDENTS}{admin_crowd.FOUND}/history/")
    for name, query in {
        "attempts": "",
        "attempts, page 7": "p=7",
        "attempts, no attempt remaining": "status=exhausted",
        "attempts, attempts remaining": "status=has_remaining",
        "attempts, granted": "status=has_extra",
        "attempts, graded": "graded=true",
        "attempts, not graded": "graded=false",
        "attempts, score": "min_score=50&max_score=60",
        "attempts, dates": "start_date=2026-03-01&end_date=2026-04-30",
        "attempts, search": "q=abdul",
        "attempts, by used": "o=-2",
        "attempts, by latest": "o=-9",
        "attempts, earliest first": "o=9",
        "attempts, by remaining": "o=-4",
        "attempts, by best score": "o=-8",
        "attempts, score, by latest": "min_score=50&max_score=60&o=-9",
        "attempts, far": f"p={deep}",
    }.items():
        yield Shown(name, f"{_CASE_STUDY}attempts/?{query}")
    for name, query in {
        "results": "",
        "results, page 7": "p=7",
        "results, transcript": "transcript_status=available",
        "results, score": "min_score=50&max_score=60",
        "results, dates": "start_date=2026-03-01&end_date=2026-04-30",
        "results, search": "q=abdul",
        "results, by score": "o=-2",
        "results, far": f"p={deep}",
    }.items():
        yield Shown(name, f"{_CASE_STUDY}results/?{query}")
    for name, query in {
        "trail": "",
        "trail, page 7": "p=7",
        "trail, common kind": "event_type=user.updated",
        "trail, rare kind": "event_type=user.deactivated",
        "trail, search a name": "q=Bo+Boss",
        "trail, search a student": f"q={admin_crowd.FOUND}",
        "trail, search many": "q=abdul",
        "trail, done to": f"done_to={admin_crowd.FOUND}",
        "trail, dates": "event_time__gte=2025-07-01&event_time__lte=2025-07-31",
    }.items():
        yield Shown(name, f"{_TRAIL}?{query}")
    yield Shown("sessions", "/admin/students/session/")
    yield Shown("sessions, failed gradings", "/admin/students/session/?attention=grading_failed")
    yield Shown("sessions, no transcript", "/admin/students/session/?attention=no_transcript")
    yield Shown("transactions", "/admin/students/attempttransaction/")
    yield Shown("users", "/admin/accounts/user/")
    yield Shown("case studies", "/admin/programmes/casestudy/")
    yield Shown("programmes", "/admin/programmes/programme/")
    yield Shown("search of the console", "/admin/search/?s=abdul")


def run(context: Context) -> Result:
    size = SMALLER if context.smaller else SIZE
    if context.students < SMALLER:
        size = context.students
    made = kept_database(
        context.postgres,
        f"admin_{size}",
        admin_crowd.VERSION,
        lambda connection: admin_crowd.fill(connection, size, context.say),
    )
    with made as database:
        with database.connect() as connection:
            shown = list(pages(admin_crowd.students_listed(connection)))
        context.say(f"admin: {len(shown)} pages, {CALLS} times each …")
        rows = list(_measure(database, shown))
    return Result(
        [["Page", "p50", "p95", "queries", "slower than 300 ms"], *rows],
        [_NOTE.format(size=f"{size:,}")],
    )


def _measure(database: Database, shown: list[Shown]) -> Iterator[list[str]]:
    asked = {
        "tenant": crowd.TENANT,
        "email": admin_crowd.BOSS_EMAIL,
        "pages": [{"path": one.path, "anew": one.anew} for one in shown],
        "times": CALLS,
    }
    try:
        answered = subprocess.run(
            database.command("-m", "benchmarks.visits"),
            cwd=BASE_DIR,
            input=json.dumps(asked),
            stdout=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise CommandFailedError("benchmarks.visits failed or took too long.") from error
    for one, answer in zip(shown, json.loads(answered.stdout), strict=True):
        half, most = (percentile(answer["seconds"], share) * 1000 for share in (0.5, 0.95))
        slow = "slower" if half > GOAL else ""
        yield [one.name, figure(half, " ms"), figure(most, " ms"), str(answer["queries"]), slow]


_NOTE = """\
Whole pages of the admin inside one process, one call after the other, for a Super Admin, at a \
university with {size} students: each has seven sessions or so, some of them at one case study \
that everybody has tried, and one event in the trail. *Read anew* is the dashboard once a minute, \
for whoever comes first; *remembered* is for all others."""

BENCHMARK = Benchmark(
    "admin", f"Is each page of the admin there within {GOAL} ms at a large university?", run
)
