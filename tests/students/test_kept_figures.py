"""Figures of large case studies are kept for a minute, and say since when; small ones are not."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from tests.clients import OperatorClient
from tests.factories import (
    CaseStudyFactory,
    GradeFactory,
    SessionFactory,
    StudentFactory,
)
from tests.students.admin_pages import text

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 12, tzinfo=UTC)
TABS = ("attempts", "results")


@pytest.fixture(autouse=True)
def frozen():
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant)


def tried(case_study, **columns) -> None:
    student = StudentFactory(tenant=case_study.tenant, **columns)
    start = NOW - timedelta(days=1)
    GradeFactory(session=SessionFactory(user=student, case_study=case_study, start_time=start))


def seen(person, case_study, tab: str, **query: str) -> tuple[int, int, bool]:
    """Return the first figure of a tab, the rows of its list, and whether it tells a time."""
    url = reverse(f"admin:programmes_casestudy_{tab}", args=[case_study.pk])
    page = OperatorClient(person).get(url, query)
    assert page.status_code == 200
    total = page.context["cl"].result_count
    return page.context["figures"][0]["value"], total, "Figures as of" in text(page)


@pytest.mark.parametrize("tab", TABS)
def test_few_are_counted_anew_each_time(tab, admin, case_study):
    tried(case_study)
    assert seen(admin, case_study, tab) == (1, 1, False)
    tried(case_study)
    assert seen(admin, case_study, tab) == (2, 2, False)


@pytest.mark.parametrize("tab", TABS)
def test_many_are_counted_once_a_minute(tab, admin, case_study, monkeypatch):
    monkeypatch.setattr("students.queries.kept_figures._MANY", 1)
    for _ in range(2):
        tried(case_study)
    assert seen(admin, case_study, tab) == (2, 2, False)
    tried(case_study, first_name="Zed")

    assert seen(admin, case_study, tab) == (2, 2, True)
    assert seen(admin, case_study, tab, q="Zed") == (1, 1, False)
    with time_machine.travel(NOW + timedelta(seconds=61), tick=False):
        assert seen(admin, case_study, tab) == (3, 3, False)


def test_a_status_narrows_what_was_kept(admin, case_study, monkeypatch):
    monkeypatch.setattr("students.queries.kept_figures._MANY", 1)
    for _ in range(2):
        tried(case_study)
    seen(admin, case_study, "attempts")
    tried(case_study)

    assert seen(admin, case_study, "attempts", status="has_remaining") == (2, 2, True)
    assert seen(admin, case_study, "attempts", status="exhausted") == (2, 0, True)


def test_no_other_case_study_is_told_them(admin, case_study, monkeypatch):
    monkeypatch.setattr("students.queries.kept_figures._MANY", 1)
    for _ in range(2):
        tried(case_study)
    seen(admin, case_study, "results")

    assert seen(admin, CaseStudyFactory(tenant=case_study.tenant), "results") == (0, 0, False)
