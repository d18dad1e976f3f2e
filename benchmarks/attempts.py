"""The time of the lists of attempts and of student performance in a very large university."""

import json
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlencode

from psycopg import Connection

from benchmarks import crowd
from benchmarks.databases import migrated_database
from benchmarks.frame import Benchmark, Context, Result, figure, percentile
from benchmarks.load import HOST, Job
from benchmarks.web_servers import Servers, apply, sign_in

STUDENTS = 1_000_000

# The promise: so many milliseconds for a first page, in 95 of 100 requests of one client.
GOAL = 150

WARM_UP_SECONDS, SECONDS = 0.5, 2.0

ATTEMPTS, PERFORMANCE = "/v1/console/attempts", "/v1/console/student-performance"

type Case = tuple[str, dict[str, str]]
"""A list and its query."""


def run(context: Context) -> Result:
    table = [["First page of", "asked for", "rows", "p50", "p95"]]
    slow = 0
    with migrated_database(context.postgres, "attempts") as database:
        with database.connect() as connection:
            crowd.fill(connection, STUDENTS, lambda text: context.say(f"attempts: {text}"))
            case_study, visible, tried = _most_visible(connection)
        with Servers(database) as servers:
            servers.serve("granian")
            port = servers.ports["granian"]
            token = sign_in(port, crowd.ADMIN_EMAIL, crowd.PASSWORD, crowd.SLUG)
            for path, query in _cases(case_study):
                asked = _said(query)
                context.say(f"attempts: {path} {asked} …")
                rows, times = _measure(port, token, f"{path}?{urlencode(query)}")
                p50, p95 = (percentile(times, share) * 1000 for share in (0.5, 0.95))
                slow += p95 > GOAL
                table.append(
                    [f"`{path}`", asked, f"{rows:,}", figure(p50, " ms"), figure(p95, " ms")]
                )
    return Result(table, (_note(visible, tried, slow),))


def _most_visible(connection: Connection) -> tuple[str, int, int]:
    """Return the case study that most students may see, their number, and how many tried it."""
    return connection.execute(
        """
        SELECT case_study_id, count(DISTINCT user_id), (
            SELECT count(*) FROM students_standing AS standing
            WHERE standing.tenant_id = link.tenant_id
                AND standing.case_study_id = link.case_study_id
        )
        FROM programmes_casestudyprogramme AS link
        JOIN accounts_programmemembership AS member USING (tenant_id, programme_id)
        GROUP BY link.tenant_id, case_study_id ORDER BY 2 DESC, 1 LIMIT 1
        """
    ).fetchone()


def _cases(case_study: str) -> Iterator[Case]:
    def each(path: str, sorts: str, filters: list[dict[str, str]], **always: str) -> Iterator[Case]:
        for sort in sorts.split():
            for order in ("asc", "desc"):
                yield path, always | {"sort_by": sort, "sort_order": order}
        for one in filters:
            yield path, always | one

    texts = [{"search": text} for text in ("chukwu", "emeka okafor", "ab")]
    yield from each(
        ATTEMPTS,
        "student_name attempts_used attempts_remaining best_score latest_attempt_at",
        [{"status": status} for status in ("has_remaining", "exhausted", "has_extra")]
        + [{"graded": "true"}, {"min_score": "60"}, {"start_date": "2026-05-01"}]
        + texts,
        case_study_id=case_study,
    )
    for path in (ATTEMPTS, PERFORMANCE):
        yield f"{path}/summary", {"case_study_id": case_study}
    yield from each(
        PERFORMANCE,
        "latest_attempt_at final_score attempt_count student_name",
        [
            {"case_study_id": case_study},
            {"case_study_id": case_study, "min_score": "60", "sort_by": "student_name"},
            {"transcript_status": "available", "sort_by": "final_score"},
            {"transcript_status": "failed", "sort_by": "student_name"},
            {"start_date": "2025-06-01", "end_date": "2026-05-30", "sort_by": "final_score"},
            {"start_date": "2026-05-20", "end_date": "2026-05-20", "sort_by": "student_name"},
            *texts,
        ],
    )


def _said(query: dict[str, str]) -> str:
    """Return a query for people to read, without the case study that is the same everywhere."""
    narrowed = {name: value for name, value in query.items() if name != "case_study_id"}
    return ", ".join(f"{name}={value}" for name, value in narrowed.items()) or "one case study"


def _measure(port: int, token: str, url: str) -> tuple[int, list[float]]:
    """Return the total number of rows of a list, and the seconds of one client's requests."""
    request = f"GET {url} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {token}\r\n\r\n"
    apply(Job(port, request, 1, WARM_UP_SECONDS))
    return _total(port, token, url), apply(Job(port, request, 1, SECONDS)).latencies


def _total(port: int, token: str, url: str) -> int:
    with closing(HTTPConnection(HOST, port, timeout=60)) as ask:
        ask.request("GET", url, headers={"Authorization": f"Bearer {token}"})
        answer = json.load(ask.getresponse())
    if "total" in answer:
        return answer["total"]
    figures = answer["data"]
    return figures["students"] if "students" in figures else figures["results"]


def _note(visible: int, tried: int, slow: int) -> str:
    goal = f"All stay below {GOAL} ms" if not slow else f"{slow} take longer than {GOAL} ms"
    return f"""\
One client, one page of 50 after the other. {STUDENTS:,} students, {crowd.SESSIONS_EACH} sessions \
each;
{visible:,} of them may see the case study whose attempts are listed, {tried:,} have tried it.
{goal} in 95 of 100 requests."""


BENCHMARK = Benchmark(
    "attempts",
    "Do the lists of attempts and results stay quick with a million students?",
    run,
)
