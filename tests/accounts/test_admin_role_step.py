"""The admin says what a role does to a student before it is given (contract §16)."""

import pytest

from accounts.models import User
from accounts.queries.membership import programme_codes
from tenants.models import AuditEvent
from tests.accounts.invitations import enable_sso
from tests.accounts.test_admin_users import form_of
from tests.clients import OperatorClient
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SystemRoleFactory,
    UserFactory,
    made_staff,
)
from tests.operators import buttons, foretold, forms, page, parsed, refused, told, words

pytestmark = pytest.mark.django_db

VANISH = "They vanish from the students’ list, its numbers and its exports."
STAYS = (
    "Sessions, grades, attempts and programmes stay as they are. “Return to students” on their "
    "page among the users brings them back with all of it."
)
NO_PASSWORD = (
    "They have no password yet: send them an invitation afterwards, so that they can sign in."
)
NEITHER = "This role permits nothing: they will be in neither list, Students or Users."


def stored(user: User) -> User:
    return User.objects.select_related("role").get(pk=user.pk)


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture
def faculty(tenant):
    return SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")


@pytest.fixture
def student(tenant) -> User:
    programme = ProgrammeFactory(tenant=tenant, code="MBA")
    return User.objects.get(pk=StudentFactory(tenant=tenant, programmes=[programme]).pk)


# On the page of the user ----------------------------------------------------------------------


def url(user: User) -> str:
    return page("accounts_user_change", user.pk)


def test_nothing_is_saved_before_the_operator_has_read_it(operator, student, faculty):
    answer = operator.post(url(student), form_of(student, title="Dr", role=faculty.pk))

    assert answer.status_code == 200
    assert foretold(answer) == [VANISH, STAYS, NO_PASSWORD]
    assert f"Give {student} the role Faculty?" in words(parsed(answer).xpath("//main//form")[0])
    assert (stored(student).title, stored(student).role.name) == (None, "Student")
    assert not AuditEvent.objects.exists()


def test_the_button_saves_all_that_was_entered(operator, student, faculty):
    ProgrammeFactory(tenant=student.tenant, code="MPH")
    sent = form_of(
        student, title="Dr “<b>", role=faculty.pk, programme_codes=["MBA", "MPH"], _save=""
    )
    asked = operator.post(url(student), sent)
    (form,) = [form for form in forms(asked) if "confirmed_role" in form.values]

    answer = operator.post_as_it_is(form.url, form.values)

    assert len(told(answer)) == 1
    assert (stored(student).title, stored(student).role) == ("Dr “<b>", faculty)
    assert programme_codes(student) == ["MBA", "MPH"]
    assert AuditEvent.objects.get().metadata["changes"].keys() == {
        "title",
        "role_id",
        "role_name",
        "programme_codes",
    }


def test_who_read_it_of_one_role_has_not_read_it_of_another(operator, student, faculty, tenant):
    tutor = RoleFactory(tenant=tenant, permissions=["PROGRAMMES.can_view"])
    sent = form_of(student, role=tutor.pk, confirmed_role=faculty.pk)

    assert foretold(operator.post(url(student), sent)) == [VANISH, STAYS, NO_PASSWORD]
    assert stored(student).role.name == "Student"


def test_a_role_that_permits_nothing_is_said_to(operator, student, tenant):
    empty = RoleFactory(tenant=tenant)

    answer = operator.post(url(student), form_of(student, role=empty.pk))

    assert foretold(answer) == [VANISH, STAYS, NEITHER, NO_PASSWORD]


def test_whoever_can_sign_in_needs_no_invitation(operator, student, faculty, tenant):
    sent = form_of(student, role=faculty.pk)
    User.objects.filter(pk=student.pk).update(password="argon2$x")
    assert foretold(operator.post(url(student), sent)) == [VANISH, STAYS]

    User.objects.filter(pk=student.pk).update(password="!")
    enable_sso(tenant)
    assert foretold(operator.post(url(student), sent)) == [VANISH, STAYS]


def test_a_mistake_comes_before_the_question(operator, student, faculty):
    sent = form_of(student, role=faculty.pk, first_name="")
    assert refused(operator.post(url(student), sent)) == {"first_name": ["This field is required."]}


def test_a_refusal_comes_before_the_question(tenant, student):
    role = RoleFactory(
        tenant=tenant, permissions=["USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_edit"]
    )
    more = RoleFactory(tenant=tenant, permissions=["PROGRAMMES.can_view"])
    client = OperatorClient(UserFactory(tenant=tenant, role=role))

    answer = client.post(url(student), form_of(student, role=more.pk))

    assert refused(answer) == {"": ["Permission denied: PROGRAMMES.can_view required"]}


def test_other_changes_of_a_student_are_not_asked_about(operator, student):
    told(operator.post(url(student), form_of(student, title="Dr")))

    assert (stored(student).title, stored(student).role.name) == ("Dr", "Student")


def test_other_changes_of_a_role_are_not_asked_about(operator, tenant):
    tutor = RoleFactory(tenant=tenant, permissions=["PROGRAMMES.can_view"])
    user = FacultyFactory(tenant=tenant)

    told(operator.post(url(user), form_of(user, role=tutor.pk)))

    assert stored(user).role == tutor


def test_the_field_itself_says_what_a_role_does(operator, student, tenant):
    said = "A student who is given a role becomes staff, and is gone from the students’ lists."

    assert said in operator.get(url(student)).content.decode()
    assert said not in operator.get(url(FacultyFactory(tenant=tenant))).content.decode()


# On the page of the student -------------------------------------------------------------------


def staff_page(student: User) -> str:
    return page("students_student_make_staff", student.pk)


def test_a_student_is_made_staff_on_their_own_page(operator, student, faculty):
    student_page = page("students_student_change", student.pk)
    assert "Make staff" in buttons(operator.get(student_page))

    assert foretold(operator.get(staff_page(student))) == [VANISH, STAYS, NO_PASSWORD]
    answer = operator.post(staff_page(student), {"role": faculty.pk})

    assert told(answer) == [f"{student} is staff now: Faculty."]
    assert stored(student).role == faculty
    assert operator.get(student_page).status_code == 404
    assert operator.get(answer.url).status_code == 200


def test_roles_that_would_make_staff_are_offered_there(operator, student, faculty, tenant):
    SystemRoleFactory(tenant=tenant, legacy_role="SUPER_ADMIN")
    RoleFactory(tenant=tenant, name="Tutor", permissions=["PROGRAMMES.can_view"])
    empty = RoleFactory(tenant=tenant, name="Nothing")
    foreign = RoleFactory(name="Foreign", permissions=["PROGRAMMES.can_view"])

    answer = operator.get(staff_page(student))

    shown = [words(choice) for choice in parsed(answer).xpath("//select[@name='role']/option")]
    assert shown == ["Choose a role", "Admin", "Faculty", "Tutor"]
    for role in ("", empty.pk, foreign.pk, student.role_id):
        assert list(refused(operator.post(staff_page(student), {"role": role}))) == ["role"]
    assert stored(student).role.name == "Student"


# Afterwards -----------------------------------------------------------------------------------


def test_staff_without_a_password_are_offered_an_invitation(operator, student):
    user = made_staff(student)
    assert "Send an invitation" in buttons(operator.get(url(user)))
    send = page("accounts_user_send_invitation", user.pk)
    assert "They have no password and were never invited." in operator.get(send).content.decode()

    said = told(operator.post(send))

    assert said == [f"{user} is invited. The mail is on its way."]
    assert user.invitations.count() == 1
    assert operator.post(send).status_code == 404
    shown = buttons(operator.get(url(user)))
    assert ("Resend the invitation" in shown, "Send an invitation" in shown) == (True, False)


@pytest.mark.parametrize("kind", ["student", "with a password", "inactive"])
def test_nobody_else_is_offered_one(operator, student, kind):
    user = student if kind == "student" else made_staff(student)
    if kind == "with a password":
        User.objects.filter(pk=user.pk).update(password="argon2$x")
    if kind == "inactive":
        User.objects.filter(pk=user.pk).update(status="INACTIVE")

    assert "Send an invitation" not in buttons(operator.get(url(user)))
    assert operator.post(page("accounts_user_send_invitation", user.pk)).status_code == 404
