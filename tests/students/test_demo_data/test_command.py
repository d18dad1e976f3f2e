"""Running the command: once, again, larger, interrupted, and where it must not."""

from dataclasses import replace

import pytest
from django.core.management import CommandError
from django.db import transaction

from accounts.models import LegacyRole, User
from students.demo import loading
from students.demo.universities import DEMO
from students.management.commands import demo_data
from students.models import CaseStudyProgress, SearchEntry, Session
from tests.counters import rows_inserted_into, rows_updated_in
from tests.students.test_demo_data.probes import (
    SALTED,
    assert_last_seen_is_true,
    content,
    documented_search,
    run,
)

pytestmark = pytest.mark.drill


def test_another_run_from_nothing_writes_the_same(earlier_run, demo):
    assert content(without=SALTED) == earlier_run


def test_second_run_changes_nothing(demo):
    before = content()
    assert "stays as it is" in run()
    assert content() == before


def test_students_fills_up_to_the_number(demo):
    def students():
        return User.objects.filter(tenant=DEMO.id, legacy_role=LegacyRole.STUDENT).count()

    assert "1,360 students added to make 2,000" in run(students=2000)
    assert students() == 2000
    assert_last_seen_is_true()
    assert documented_search().count() == 137
    sessions = Session.objects.for_tenant(DEMO.id).count()
    assert 4.5 < sessions / 2000 < 5.5

    assert "none added" in run(students=1999)
    assert students() == 2000
    assert "100 students added to make 2,100" in run(students=2100)
    assert students() == 2100


def test_what_follows_from_a_load_is_written_once(demo):
    with transaction.atomic():
        added = {
            model: (rows_inserted_into(model), rows_updated_in(model))
            for model in (User, SearchEntry, CaseStudyProgress)
        }
        loading.load_crowd(DEMO, 700, progress=lambda _: None)
        for model, (inserted, updated) in added.items():
            assert inserted() > 0, model
            assert updated() == 0, model


def test_students_are_the_same_in_one_run_or_two():
    def rows(numbers):
        return [table for _, batch in loading.crowd(DEMO, numbers) for table in batch.tables()]

    first, second = rows(range(700, 740)), rows(range(740, 760))
    for whole, *parts in zip(rows(range(700, 760)), first, second, strict=True):
        assert sorted(whole) == sorted(row for part in parts for row in part)


def test_interrupted_load_leaves_nothing(demo, monkeypatch):
    monkeypatch.setattr(loading, "CHUNK", 100)
    before = content()

    def interrupt(count):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loading.load_crowd(DEMO, 1000, progress=interrupt)
    assert content() == before


def test_command_refuses_where_demo_data_must_not_be(settings, monkeypatch):
    settings.DEMO_PASSWORD = None
    monkeypatch.setattr(loading, "load_university", lambda _: pytest.fail("it loads"))
    with pytest.raises(CommandError, match="DEMO_PASSWORD"):
        run()


def test_students_are_not_added_to_somebody_elses_university(demo, monkeypatch):
    """Its slug was taken before the demo came: it has none of the rows that students need."""
    monkeypatch.setattr(demo_data, "DEMO", replace(DEMO, id="f" * 24))
    with pytest.raises(CommandError, match="not the demo's"):
        run(students=700)
