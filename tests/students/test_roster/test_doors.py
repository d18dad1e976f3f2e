"""The three doors to one import have the same options, with the same defaults (contract §17)."""

import inspect

import pytest

from students.admin.roster import RosterForm
from students.management.commands.import_roster import Command
from students.models import RosterImport
from students.serializers.imports import RosterUploadSerializer
from students.services.roster import import_roster
from students.services.roster.uploads import upload_roster
from tests.clients import OperatorClient
from tests.operators import page

OPTIONS = {
    "encoding": "",
    "programme": "",
    "max_change": "10%",
    "deactivate_missing": False,
    "skip_bad_rows": False,
    "allow_erased": False,
}


def defaults(function) -> dict:
    parameters = inspect.signature(function).parameters
    return {name: parameters[name].default for name in OPTIONS if name in parameters}


def test_uploads_by_the_api_have_them():
    fields = RosterUploadSerializer().fields

    assert {
        name: fields[name].default for name in fields.keys() - {"file", "enrolments", "replaces"}
    } == OPTIONS
    assert defaults(upload_roster) == OPTIONS


def test_the_command_has_them():
    parser = Command().create_parser("manage.py", "import_roster")
    given = vars(parser.parse_args(["users.csv", "--tenant", "example"]))

    found = {name: given[name] or "" for name in ("encoding", "programme", "max_change")}
    found |= {name: given[name] for name in ("deactivate_missing", "skip_bad_rows", "allow_erased")}
    assert {name: str(value) for name, value in found.items()} == {
        name: str(value) for name, value in OPTIONS.items()
    }
    assert "plan_hash" in given


def test_the_import_itself_has_them():
    told = defaults(import_roster)

    assert {name: str(value or "") for name, value in told.items()} == {
        name: str(value or "") for name, value in OPTIONS.items() if name in told
    }


@pytest.mark.django_db
def test_the_page_has_them(admin):
    answer = OperatorClient(admin).get(page("students_rosterimport_add"))

    form = answer.context["adminform"].form
    assert isinstance(form, RosterForm)
    assert form.fields.keys() - {"people", "companion", "replaces"} == OPTIONS.keys()
    fresh = RosterImport()
    assert {name: getattr(fresh, name) for name in OPTIONS} == OPTIONS
