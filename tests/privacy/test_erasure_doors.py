"""The admin's page and the commands by which students are erased (§18)."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from config.permissions import Action, Module, flag
from students.models import Student
from students.services.erasure import erase_student
from tenants.models import AuditEvent, Erasure
from tests.accounts.users import stored
from tests.clients import OperatorClient
from tests.factories import (
    RoleFactory,
    SessionFactory,
    StudentFactory,
    TranscriptFactory,
    UserFactory,
)
from tests.operators import buttons, page, refused, told

pytestmark = pytest.mark.django_db

ADDRESS = "zeb@uni.example"


@pytest.fixture
def student(tenant) -> Student:
    student = StudentFactory(tenant=tenant, email=ADDRESS, first_name="Zeb", last_name="Okonkwo")
    TranscriptFactory(session=SessionFactory(user=student))
    return student


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


# The page --------------------------------------------------------------------------------------


def test_the_page_says_what_would_go_before_anything_does(operator, student):
    answer = operator.get(page("students_student_erase", student.pk))

    text = answer.content.decode()
    assert "What was said in a session, word by word." in text
    assert "nobody can undo it" in text
    assert text.count("bg-red-600") >= 1
    assert stored(student).email == ADDRESS


def test_the_address_is_typed_and_the_student_erased(operator, student):
    url = page("students_student_erase", student.pk)

    answer = operator.post(url, {"confirm_email": " Zeb@UNI.example ", "reason": "Request 17"})

    assert told(answer) == ["The student is erased."]
    assert (stored(student).first_name, stored(student).status) == ("Erased", "DELETED")
    assert operator.get(page("students_student_change", student.pk)).status_code == 404


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"confirm_email": "ben@uni.example", "reason": "Request 17"}, "confirm_email"),
        ({"confirm_email": ADDRESS, "reason": "Zeb asked"}, "reason"),
        ({"confirm_email": ADDRESS, "reason": ""}, "reason"),
    ],
)
def test_what_is_wrong_stands_beside_the_field_and_nothing_goes(operator, student, typed, field):
    answer = operator.post(page("students_student_erase", student.pk), typed)

    assert list(refused(answer)) == [field]
    assert stored(student).email == ADDRESS


def test_who_may_not_delete_sees_no_button(tenant, student):
    flags = [flag(Module.USER_MANAGEMENT, one) for one in Action if one is not Action.DELETE]
    role = RoleFactory(tenant=tenant, permissions=flags)
    operator = OperatorClient(UserFactory(tenant=tenant, role=role))

    assert "Erase" not in buttons(operator.get(page("students_student_change", student.pk)))
    assert operator.get(page("students_student_erase", student.pk)).status_code == 403


def test_who_may_delete_sees_the_button(operator, student):
    assert "Erase" in buttons(operator.get(page("students_student_change", student.pk)))


# The command -----------------------------------------------------------------------------------


def erase(student, **options) -> str:
    out = StringIO()
    call_command("erase_student", ADDRESS, tenant=student.tenant.slug, stdout=out, **options)
    return out.getvalue()


def test_the_command_tells_first_and_erases_then(student):
    foretold = erase(student, dry_run=True)
    assert "students.Transcript: 1\n" in foretold
    assert foretold.endswith("nothing was changed\n")
    assert stored(student).email == ADDRESS

    done = erase(student, reason="Request 17")

    assert done.splitlines()[:-1] == foretold.splitlines()[:-1]
    assert done.endswith(f"{student.pk} is erased\n")
    event = AuditEvent.objects.get(event_type="personal_data.erased")
    assert (event.actor_user_id, event.metadata["reason"]) == (None, "Request 17")


def test_the_command_says_why_it_refuses(student, admin):
    with pytest.raises(CommandError, match="reason: The reason stays on record"):
        erase(student, reason="for Okonkwo")
    with pytest.raises(CommandError, match=r"has no user nobody@uni\.example"):
        call_command("erase_student", "nobody@uni.example", tenant=student.tenant.slug)
    with pytest.raises(CommandError, match="There is no such student"):
        call_command("erase_student", admin.email, tenant=student.tenant.slug)


# The list for after a restore --------------------------------------------------------------------


def test_the_list_names_accounts_and_moments_and_no_person(student, tmp_path):
    erase_student(actor=None, user=student, reason="Request 17")
    file = tmp_path / "erasures"

    call_command("replay_erasures", str(file), export=True)

    (line,) = file.read_text().splitlines()
    moment = Erasure.objects.get().created_at
    assert line == f"{student.pk} {moment:%Y-%m-%dT%H:%M:%SZ}"


@pytest.mark.parametrize(
    "line", ["nobody 2026-01-01T00:00:00Z", "f" * 24, f"{'f' * 24} yesterday", "{}"]
)
def test_a_list_with_a_line_that_is_none_erases_nobody(student, tmp_path, line):
    file = tmp_path / "erasures"
    file.write_text(f"{student.pk} 2026-01-01T00:00:00Z\n{line}\n")

    with pytest.raises(CommandError, match="Line 2 is no id and moment: nothing was erased"):
        call_command("replay_erasures", str(file))

    assert stored(student).email == ADDRESS


def test_a_list_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("replay_erasures", str(tmp_path / "none"))
