"""A forgotten filter shows nobody another tenant's rows, whatever they ask for.

The filters are broken for these tests (tests/walled/sabotage.py). Without the walls, the very same
requests find other tenants' rows: so they would find them behind the walls, too.
"""

import json
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from config.context import RequestContext, enter_request, leave_request
from students.management.commands.import_roster import max_change
from students.models import Student
from students.tasks import check_roster
from tenants.models import Tenant
from tests.contents import undone
from tests.factories import RosterImportFactory
from tests.walled.probes import FAMILIES, PANEL, WELL, Probe
from tests.walled.sabotage import Traces, no_filters, panel_of, take_down_the_walls
from tests.walled.worlds import furnished_tenant

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

ROSTER = b"Student Name,Email,Programme,Status\nBisi Ade,b@example.com,,active\n"

type Sabotage = Callable[[], AbstractContextManager[None]]


def asked(probe: Probe, own: Tenant, other: Tenant, sabotage: Sabotage) -> tuple[list[str], int]:
    """Return what a request shows of the other tenant, or changes there, and its status."""
    with undone():
        asking = probe.ready(own, other)
        traces = Traces(other, asking.sent)
        with sabotage():
            answer = asking.send()
            return traces.found_in(answer), answer.status_code


def faults(probes: Iterable[Probe], sabotage: Sabotage, *tenants: Tenant) -> dict[str, list]:
    """Return the requests that show too much, or are answered in another way than otherwise."""
    found = {}
    for probe in probes:
        traces, status = asked(probe, *tenants, sabotage)
        if traces or status not in probe.right:
            found[probe.name] = [*traces, status]
    return found


def leaks(probes: Iterable[Probe], sabotage: Sabotage, *tenants: Tenant) -> set[str]:
    """Return the requests that show too much, or take place where nothing should be found.

    Some find more rows than they can bear.
    """
    found = set()
    for probe in probes:
        try:
            traces, status = asked(probe, *tenants, sabotage)
        except Exception:  # noqa: BLE001, S112 - whatever it is, nobody saw anything
            continue
        if traces or status in WELL - probe.right:
            found.add(probe.name)
    return found


# How many requests of each family show or change other tenants' rows without walls, at least.
LEAKS = {
    "routes about own rows": 8,
    "routes about another's rows": 20,
    "searches": 8,
    "files": 2,
    "pages about own rows": 12,
    "pages about another's rows": 60,
    "forms that name another's rows": 4,
}


@pytest.mark.parametrize("family", FAMILIES)
def test_the_walls_hold_where_filters_let_everything_through(family):
    own, other = furnished_tenant(), furnished_tenant()

    assert faults(FAMILIES[family], no_filters, own, other) == {}


@pytest.mark.parametrize("family", FAMILIES)
def test_without_walls_the_same_requests_find_another_tenants_rows(family):
    take_down_the_walls()
    own, other = furnished_tenant(), furnished_tenant()

    assert len(leaks(FAMILIES[family], no_filters, own, other)) >= LEAKS[family]


def test_the_walls_hold_where_the_panel_asks_for_another_tenants_students():
    own, other = furnished_tenant(), furnished_tenant()

    assert faults(PANEL, lambda: panel_of(other), own, other) == {}


def test_without_walls_the_panel_finds_another_tenants_students():
    take_down_the_walls()
    own, other = furnished_tenant(), furnished_tenant()

    found = leaks(PANEL, lambda: panel_of(other), own, other)

    # Searches read a view that shows the rows of one tenant, with and without walls.
    assert found == {probe.name for probe in PANEL if "search" not in probe.name}


@pytest.fixture
def no_progress(monkeypatch) -> None:
    """A task tells of its progress by another connection, which waits for the test's to end."""
    monkeypatch.setattr("students.services.roster.upload_runs._Progress._tell", lambda told: None)


def report_of_missing_students(own: Tenant) -> str:
    """Have the worker check a roster that lacks all students; return what it says of them."""
    row = RosterImportFactory(
        tenant=own,
        state="checking",
        people_content=ROSTER,
        deactivate_missing=True,
        max_change="100%",
    )
    token = enter_request(RequestContext(id=row.pk, is_task=True))
    try:
        with no_filters():
            check_roster.func(row.pk, own.pk)
    finally:
        leave_request(token)
    row.refresh_from_db()
    assert row.state == "checked", row.refusal
    return json.dumps(row.report)


def test_the_walls_hold_in_a_task(no_progress):
    own, other = furnished_tenant(), furnished_tenant()

    report = report_of_missing_students(own)

    assert Student.objects.get(tenant=own).email in report
    assert Student.objects.get(tenant=other).email not in report


def test_without_walls_the_same_task_finds_another_tenants_students(no_progress):
    take_down_the_walls()
    own, other = furnished_tenant(), furnished_tenant()

    report = report_of_missing_students(own)

    assert Student.objects.get(tenant=other).email in report


def said_of_missing_students(own: Tenant, file: Path) -> str:
    """Have an operator try out a roster that lacks all students; return what they are told."""
    file.write_bytes(ROSTER)
    said = StringIO()
    options = {"dry_run": True, "deactivate_missing": True, "max_change": max_change("100%")}
    with no_filters():
        call_command("import_roster", str(file), "--tenant", own.slug, stdout=said, **options)
    return said.getvalue()


def test_the_walls_hold_in_a_command_about_one_tenant(tmp_path):
    own, other = furnished_tenant(), furnished_tenant()

    said = said_of_missing_students(own, tmp_path / "users.csv")

    assert Student.objects.get(tenant=own).email in said
    assert Student.objects.get(tenant=other).email not in said


def test_without_walls_the_same_command_finds_another_tenants_students(tmp_path):
    take_down_the_walls()
    own, other = furnished_tenant(), furnished_tenant()

    said = said_of_missing_students(own, tmp_path / "users.csv")

    assert Student.objects.get(tenant=other).email in said
