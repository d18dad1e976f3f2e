"""The figures of a case study, and its attempts as a file, over the API (contract §9.2, §10)."""

import csv
from datetime import timedelta
from io import StringIO

import pytest

from config import exports
from tenants.models import AuditEvent, EventType, TenantAIConfig
from tests.factories import (
    START,
    AttemptTransactionFactory,
    CaseStudyFactory,
    GradeFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
)
from tests.sheets import lines_of

pytestmark = [pytest.mark.django_db, pytest.mark.round]

ATTEMPTS = "/v1/console/attempts"
RESULTS = "/v1/console/student-performance"
ID = "6650a1b2c3d4e5f6a7b8c9d0"


@pytest.fixture
def admin(tenant):
    """Somebody who may export attempts, which Admins may only where their role is given it."""
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def mba(tenant):
    return ProgrammeFactory(tenant=tenant, code="MBA")


@pytest.fixture
def case_study(tenant, mba):
    return CaseStudyFactory(tenant=tenant, title="=Fuel", programmes=[mba])


@pytest.fixture
def five(tenant, case_study, mba):
    """Ann used all three, Bea has 2 more, Cid and Dan are graded, and Eve has done nothing."""
    pair = {"case_study": case_study}
    ann, bea, cid, dan, _ = (
        StudentFactory(
            tenant=tenant,
            first_name=name,
            last_name="Obi",
            email=f"{name.lower()}@x.edu",
            programmes=[mba],
        )
        for name in ("Ann", "Bea", "Cid", "Dan", "Eve")
    )
    for day in range(3):
        SessionFactory(user=ann, **pair, start_time=START + timedelta(days=day))
    AttemptTransactionFactory(user=bea, **pair, amount=2)
    for student, score, day in ((cid, "59.9", 3), (dan, "60.0", 4)):
        session = SessionFactory(user=student, **pair, start_time=START + timedelta(days=day))
        GradeFactory(session=session, final_score=score)
    # None of this is about the case study.
    elsewhere = CaseStudyFactory(tenant=tenant)
    GradeFactory(session=SessionFactory(user=dan, case_study=elsewhere), final_score="1.0")
    foreign = StudentFactory()
    GradeFactory(
        session=SessionFactory(user=foreign, case_study=CaseStudyFactory(tenant=foreign.tenant))
    )


def names(api, url: str, case_study, **query) -> str:
    """Return the initials of the students that a list has."""
    answer = api.get(url, {"case_study_id": case_study.pk, "sort_by": "student_name", **query})
    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert body["total"] == len(body["data"])
    return "".join(sorted(row["student_name"][0] for row in body["data"]))


def lines(answer) -> list[list[str]]:
    """Return the lines of a file, each as its cells."""
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))


def faults(answer) -> list[str]:
    assert answer.status_code == 422, answer.content
    return [error["field"] for error in answer.json()["details"]["errors"]]


# Attempts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"graded": "true"}, "CD"),
        ({"graded": "false"}, "ABE"),
        ({"graded": "false", "status": "exhausted"}, "A"),
        ({"graded": "false", "status": "has_remaining"}, "BE"),
        ({"graded": "0", "search": "eve"}, "E"),
        ({"min_score": "60"}, "D"),
        ({"max_score": "59.9"}, "C"),
        ({"min_score": "0", "max_score": "100"}, "CD"),
        ({"start_date": "2026-04-03"}, "ACD"),
        ({"end_date": "2026-04-03"}, "A"),
        ({"start_date": "2026-04-04", "end_date": "2026-04-04"}, "C"),
        ({"start_date": "2026-04-01", "search": "dan"}, "D"),
        ({"graded": "", "min_score": "", "start_date": ""}, "ABCDE"),
    ],
)
def test_attempts_are_narrowed_by_grades_scores_and_dates(api, five, case_study, query, expected):
    assert names(api, ATTEMPTS, case_study, **query) == expected


@pytest.mark.parametrize("path", ["", "/export", "/summary"])
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"min_score": "101"}, "min_score"),
        ({"max_score": "-1"}, "max_score"),
        ({"max_score": "59.95"}, "max_score"),
        ({"min_score": "NaN"}, "min_score"),
        ({"min_score": "٥"}, "min_score"),
        ({"min_score": "70", "max_score": "60"}, "min_score"),
        ({"graded": "perhaps"}, "graded"),
        ({"status": "rich"}, "status"),
        ({"start_date": "soon"}, "start_date"),
        ({"start_date": "2026-04-02", "end_date": "2026-04-01"}, "start_date"),
        ({"case_study_id": ""}, "case_study_id"),
    ],
)
def test_a_bad_filter_of_attempts_is_named(api, case_study, path, query, field):
    assert faults(api.get(ATTEMPTS + path, {"case_study_id": case_study.pk} | query)) == [field]


def test_the_figures_of_attempts_say_how_many_students_are_where(api, five, case_study):
    answer = api.get(f"{ATTEMPTS}/summary", {"case_study_id": case_study.pk})

    assert answer.json()["data"] == {
        "case_study_id": case_study.pk,
        "case_study_title": "=Fuel",
        "base_attempts": 3,
        "students": 5,
        "never_started": 2,
        "has_remaining": 4,
        "exhausted": 1,
        "has_extra": 1,
        "attempts_used": 5,
    }


@pytest.mark.parametrize("query", [{}, {"graded": "false"}, {"search": "obi"}, {"search": "a"}])
def test_each_figure_of_attempts_is_the_total_of_its_list(api, five, case_study, query):
    asked = {"case_study_id": case_study.pk, **query}
    figures = api.get(f"{ATTEMPTS}/summary", asked | {"status": "exhausted"}).json()["data"]

    for status in ("has_remaining", "exhausted", "has_extra"):
        assert figures[status] == api.get(ATTEMPTS, asked | {"status": status}).json()["total"]
    assert figures["students"] == api.get(ATTEMPTS, asked).json()["total"]


def test_the_file_of_attempts_has_the_lists_rows_in_its_order(api, five, case_study):
    answer = api.get(
        f"{ATTEMPTS}/export",
        {"case_study_id": case_study.pk, "sort_by": "best_score", "sort_order": "desc"},
    )

    assert "attempts_" in answer["Content-Disposition"]
    assert lines(answer) == [
        [
            *("Student Name", "Email", "Case Study", "Base Attempts", "Extra Attempts"),
            *("Revoked Attempts", "Attempts Used", "Total Allowed", "Attempts Remaining"),
            *("Best Score", "Latest Attempt"),
        ],
        ["Dan Obi", "dan@x.edu", "'=Fuel", *"300132", "60.0", "2026-04-05T14:30:00Z"],
        ["Cid Obi", "cid@x.edu", "'=Fuel", *"300132", "59.9", "2026-04-04T14:30:00Z"],
        ["Ann Obi", "ann@x.edu", "'=Fuel", *"300330", "", "2026-04-03T14:30:00Z"],
        ["Bea Obi", "bea@x.edu", "'=Fuel", *"320055", "", ""],
        ["Eve Obi", "eve@x.edu", "'=Fuel", *"300033", "", ""],
    ]


@pytest.mark.parametrize("sort", ["student_name", "attempts_used", "latest_attempt_at"])
@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize("query", [{}, {"search": "obi"}, {"status": "has_remaining"}])
def test_list_and_file_of_attempts_are_the_same(api, five, case_study, sort, order, query):
    asked = {"case_study_id": case_study.pk, "sort_by": sort, "sort_order": order, **query}

    rows = lines(api.get(f"{ATTEMPTS}/export", asked))[1:]

    listed = [row["student_email"] for row in api.get(ATTEMPTS, asked).json()["data"]]
    assert [row[1] for row in rows] == listed


def test_a_workbook_of_attempts_has_the_same_cells_and_numbers_for_numbers(api, five, case_study):
    asked = {"case_study_id": case_study.pk}

    workbook = lines_of(api.get(f"{ATTEMPTS}/export", asked | {"format": "xlsx"}), "xlsx")

    texts = [["" if cell is None else str(cell) for cell in row] for row in workbook]
    assert texts == lines(api.get(f"{ATTEMPTS}/export", asked))
    assert all(isinstance(cell, int) for row in workbook[1:] for cell in row[3:9])
    assert {type(row[9]) for row in workbook[1:]} == {float, type(None)}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_of_attempts_is_on_record_with_its_filters(
    api, admin, tenant, five, case_study, kind
):
    asked = {"case_study_id": case_study.pk, "graded": "false", "min_score": ""}
    lines_of(api.get(f"{ATTEMPTS}/export", asked | {"format": kind}), kind)

    event = AuditEvent.objects.get(event_type=EventType.ATTEMPTS_EXPORTED)
    assert (event.target_type, event.target_id) == ("tenant", tenant.pk)
    assert event.actor_user_id == admin.pk
    assert event.metadata == {
        "tenant_id": tenant.pk,
        "filters": {"case_study_id": case_study.pk, "graded": False},
        "rows": 3,
        "format": kind,
    }


def test_a_file_that_would_be_too_long_is_refused_and_not_on_record(
    api, five, case_study, monkeypatch
):
    monkeypatch.setattr(exports, "MAX_ROWS", 4)

    answer = api.get(f"{ATTEMPTS}/export", {"case_study_id": case_study.pk})

    assert answer.status_code == 400
    assert not AuditEvent.objects.exists()


# Results ----------------------------------------------------------------------------------------


def test_the_figures_of_results_are_average_median_and_distribution(api, five, case_study):
    answer = api.get(f"{RESULTS}/summary", {"case_study_id": case_study.pk})

    data = answer.json()["data"]
    bands = {(band["lowest"], band["highest"]): band["results"] for band in data["distribution"]}
    assert (data["case_study_title"], data["results"]) == ("=Fuel", 2)
    assert (data["average"], data["median"]) == (60.0, 60.0)
    assert list(bands) == [(low, low + 10) for low in range(0, 100, 10)]
    assert {band: n for band, n in bands.items() if n} == {(50, 60): 1, (60, 70): 1}


@pytest.mark.parametrize(
    ("scores", "average", "median"),
    [
        (["0.0"], 0.0, 0.0),
        (["100.0"], 100.0, 100.0),
        (["10.0", "20.0", "90.0"], 40.0, 20.0),
        (["10.0", "20.0", "20.0", "90.0", "90.0", "90.0"], 53.3, 55.0),
        (["50.0", "50.1"], 50.1, 50.1),
    ],
)
def test_average_and_median_are_those_of_the_scores(
    api, tenant, case_study, scores, average, median
):
    for score in scores:
        session = SessionFactory(user=StudentFactory(tenant=tenant), case_study=case_study)
        GradeFactory(session=session, final_score=score)

    data = api.get(f"{RESULTS}/summary", {"case_study_id": case_study.pk}).json()["data"]

    assert (data["average"], data["median"]) == (average, median)
    assert sum(band["results"] for band in data["distribution"]) == len(scores)


@pytest.mark.parametrize(("mark", "passed"), [(59, 2), (60, 1), (61, 0), (None, None)])
def test_passed_have_the_tenants_mark_or_more(api, tenant, five, case_study, mark, passed):
    TenantAIConfig.objects.create(tenant=tenant, pass_mark=mark)

    data = api.get(f"{RESULTS}/summary", {"case_study_id": case_study.pk}).json()["data"]

    assert (data["pass_mark"], data["passed"]) == (mark, passed)


def test_without_results_there_is_neither_average_nor_median(api, case_study):
    data = api.get(f"{RESULTS}/summary", {"case_study_id": case_study.pk}).json()["data"]

    assert (data["results"], data["average"], data["median"]) == (0, None, None)
    assert {band["results"] for band in data["distribution"]} == {0}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, "CD"),
        ({"min_score": "60"}, "D"),
        ({"max_score": "60"}, "CD"),
        ({"max_score": "59.9"}, "C"),
        ({"search": "dan"}, "D"),
        ({"start_date": "2026-04-05"}, "D"),
        ({"transcript_status": "failed"}, ""),
    ],
)
def test_list_and_figures_of_results_have_the_same_filters(api, five, case_study, query, expected):
    figures = api.get(f"{RESULTS}/summary", {"case_study_id": case_study.pk, **query}).json()

    assert names(api, RESULTS, case_study, **query) == expected
    assert figures["data"]["results"] == len(expected)


def test_scores_are_compared_at_one_case_study_alone(api, five):
    assert faults(api.get(RESULTS, {"min_score": "50", "max_score": "60"})) == [
        "min_score",
        "max_score",
    ]


@pytest.mark.parametrize("url", [f"{RESULTS}/summary", f"{ATTEMPTS}/summary", f"{ATTEMPTS}/export"])
def test_a_case_study_has_to_be_named_and_to_exist(api, url):
    foreign = CaseStudyFactory()

    assert faults(api.get(url)) == ["case_study_id"]
    for absent in (ID, foreign.pk):
        assert api.get(url, {"case_study_id": absent}).status_code == 404
