"""POST /v1/console/users/{user_id}/return-to-students: the way back for who was a student (§16)."""

import pytest
from django.core.management import call_command

from accounts.models import LegacyRole, ProgrammeMembership, User
from accounts.queries.membership import programme_codes
from config.errors import RuleViolation
from students.services.returns import return_to_students
from tenants.models import AuditEvent
from tests.clients import ApiClient, OperatorClient
from tests.config.refusals import NOT_FOUND, refusal
from tests.factories import (
    AttemptTransactionFactory,
    FacultyFactory,
    GradeFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
    made_staff,
)
from tests.operators import buttons, page, refused, told
from tests.students.panel_truth import kept_and_true
from tests.students.test_progress import assert_true
from tests.threads import at_once

pytestmark = pytest.mark.django_db

USERS, STUDENTS = "/v1/console/users", "/v1/console/students"
PERFORMANCE = "/v1/console/student-performance"
NO_HISTORY = (
    "The user has no SIS id, sessions, attempts or programmes of a student. If they are one, give "
    "them a programme first."
)


def call(client: ApiClient, user: User):
    return client.post(f"{USERS}/{user.pk}/return-to-students")


def role_of(user: User) -> str | None:
    return User.objects.get(pk=user.pk).legacy_role


@pytest.fixture
def student_role(tenant):
    return SystemRoleFactory(tenant=tenant, legacy_role="STUDENT")


@pytest.fixture
def graduate(tenant, student_role) -> User:
    """A student with programmes, a graded session and attempts granted."""
    programmes = ProgrammeFactory.create_batch(2, tenant=tenant)
    student = StudentFactory(tenant=tenant, programmes=programmes)
    GradeFactory(session=SessionFactory(user=student))
    AttemptTransactionFactory(user=student)
    StudentFactory(tenant=tenant, programmes=programmes[:1])  # who stays one
    return User.objects.get(pk=student.pk)


def seen(api: ApiClient, user: User) -> list:
    """Return all that the lists of students say about a tenant, and about one of them."""
    lists = [
        api.get(address).json()
        for address in (
            f"{STUDENTS}?sort_by=name",
            f"{STUDENTS}?search=obi",
            f"{STUDENTS}?search=ob&status=active",
            f"{STUDENTS}?start_date=2020-01-01",
            PERFORMANCE,
            f"{PERFORMANCE}?search=obi",
            f"{STUDENTS}/{user.pk}",
        )
    ]
    return [*lists, b"".join(api.get(f"{STUDENTS}/export").streaming_content)]


# There and back -------------------------------------------------------------------------------


def test_the_lists_say_the_same_as_before_the_role(api, graduate, tenant):
    before = seen(api, graduate)
    faculty = SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")
    assert api.patch(f"{USERS}/{graduate.pk}", {"role_id": faculty.pk}).status_code == 200
    meanwhile = seen(api, graduate)

    answer = call(api, graduate)

    assert answer.status_code == 200
    assert (meanwhile[0]["total"], before[0]["total"]) == (1, 2)
    assert meanwhile[6] == NOT_FOUND
    assert seen(api, graduate) == before


def test_the_derived_rows_are_right_at_each_step(api, graduate, tenant):
    faculty = SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")
    for step in (
        lambda: api.patch(f"{USERS}/{graduate.pk}", {"role_id": faculty.pk}),
        lambda: SessionFactory(user=graduate),  # one that began before, reported late
        lambda: call(api, graduate),
    ):
        step()

        call_command("verify_derived")
        call_command("verify_ledger")
        kept, true = kept_and_true()
        assert kept == true
        assert_true()
    assert role_of(graduate) == "STUDENT"


def test_the_trail_names_both_roles(api, admin, graduate, student_role):
    user = made_staff(graduate)

    answer = call(api, user)

    assert answer.json()["message"] == "User returned to students successfully"
    data = answer.json()["data"]
    assert (data["role_id"], data["role_name"]) == (student_role.pk, "Student")
    assert data["programme_codes"] == programme_codes(user)
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id, event.target_id) == (
        "user.updated",
        admin.pk,
        user.pk,
    )
    assert event.metadata["changes"] == {
        "role_id": {"before": user.role_id, "after": student_role.pk},
        "role_name": {"before": "Faculty", "after": "Student"},
    }


def test_rights_end_with_the_role(api, graduate):
    user = made_staff(graduate)
    client = ApiClient(user)
    assert client.get(STUDENTS).status_code == 200

    call(api, user)

    assert client.get(STUDENTS).status_code == 403


# For whom -------------------------------------------------------------------------------------

TRACES = {
    "SIS id": lambda user: User.objects.filter(pk=user.pk).update(sis_id="0001001"),
    "sessions": lambda user: SessionFactory(user=user),
    "attempts": lambda user: AttemptTransactionFactory(user=user),
    "programmes": lambda user: ProgrammeMembership.objects.create(
        tenant=user.tenant, user=user, programme=ProgrammeFactory(tenant=user.tenant)
    ),
}


@pytest.mark.parametrize("status", ["ACTIVE", "INACTIVE", "DELETED"])
@pytest.mark.parametrize("trace", TRACES)
def test_whoever_has_something_of_a_student_returns(api, tenant, student_role, trace, status):
    user = FacultyFactory(tenant=tenant, status=status)
    TRACES[trace](user)

    assert call(api, user).status_code == 200

    assert (role_of(user), User.objects.get(pk=user.pk).status) == ("STUDENT", status)


@pytest.mark.parametrize("role", ["permissionless", None])
def test_whoever_is_in_neither_list_returns_too(api, tenant, student_role, role):
    user = UserFactory(tenant=tenant, role=role and RoleFactory(tenant=tenant))
    SessionFactory(user=user)

    assert call(api, user).status_code == 200
    assert role_of(user) == "STUDENT"


def test_somebody_who_never_was_a_student_does_not(api, tenant, student_role):
    user = FacultyFactory(tenant=tenant)
    TRACES["sessions"](StudentFactory(tenant=tenant))  # somebody else's

    answer = call(api, user)

    assert (answer.status_code, answer.json()) == (400, refusal(NO_HISTORY, "VALIDATION_ERROR"))
    assert role_of(user) == "FACULTY"


@pytest.mark.parametrize("status", ["ACTIVE", "INACTIVE", "DELETED"])
def test_a_student_is_one_already(api, tenant, status):
    student = StudentFactory(tenant=tenant, status=status)
    TRACES["sessions"](student)

    answer = call(api, student)

    already = refusal("The user is a student already.", "VALIDATION_ERROR")
    assert (answer.status_code, answer.json()) == (400, already)
    assert not AuditEvent.objects.exists()


def test_a_second_time_is_refused(api, graduate):
    user = made_staff(graduate)

    assert [call(api, user).status_code for _ in range(2)] == [200, 400]
    assert AuditEvent.objects.count() == 1


def test_the_own_role_stays(api, admin, student_role):
    TRACES["programmes"](admin)

    answer = call(api, admin)

    own = refusal("You cannot change the role of your own account.", "VALIDATION_ERROR")
    assert (answer.status_code, answer.json()) == (400, own)
    assert role_of(admin) == "ADMIN"


def test_the_last_super_admin_stays(tenant, student_role):
    boss = SuperAdminFactory(tenant=tenant)
    TRACES["programmes"](boss)

    with pytest.raises(RuleViolation, match="last active Super Admin"):
        return_to_students(actor=None, user=boss)

    assert role_of(boss) == "SUPER_ADMIN"
    other = SuperAdminFactory(tenant=TenantFactory())
    UserFactory(tenant=tenant)
    return_to_students(actor=other, user=boss)
    assert role_of(boss) == "STUDENT"


def test_another_tenants_user_is_absent(api):
    user = FacultyFactory()
    TRACES["sessions"](user)

    answer = call(api, user)

    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
    assert role_of(user) == "FACULTY"


@pytest.mark.django_db(transaction=True)
def test_of_two_returns_at_once_one_is_made(admin, tenant, student_role):
    user = FacultyFactory(tenant=tenant)
    TRACES["sessions"](user)
    clients = [ApiClient(admin) for _ in range(2)]

    codes = at_once(lambda index: call(clients[index], user).status_code, 2)

    assert sorted(codes) == [200, 400]
    assert AuditEvent.objects.count() == 1


# In the admin ---------------------------------------------------------------------------------

BUTTON = "Return to students"


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


def test_the_button_asks_and_then_returns_them(operator, graduate):
    user = made_staff(graduate)
    assert BUTTON in buttons(operator.get(page("accounts_user_change", user.pk)))
    url = page("accounts_user_return_to_students", user.pk)

    question = operator.get(url).content.decode()

    assert f"Make a student of {user.display_name}" in question
    assert "They lose their role" in question
    assert role_of(user) == LegacyRole.FACULTY
    assert told(operator.post(url)) == [f"{user} is a student again."]
    assert role_of(user) == LegacyRole.STUDENT
    assert operator.post(url).status_code == 404
    assert operator.get(page("students_student_change", user.pk)).status_code == 200


def test_there_is_no_button_where_it_would_be_refused(operator, tenant, graduate):
    for user in (graduate, FacultyFactory(tenant=tenant)):
        assert BUTTON not in buttons(operator.get(page("accounts_user_change", user.pk)))
        url = page("accounts_user_return_to_students", user.pk)
        assert operator.post(url).status_code == 404


def test_a_refusal_stands_above_the_question(operator, admin, student_role):
    TRACES["programmes"](admin)

    answer = operator.post(page("accounts_user_return_to_students", admin.pk))

    assert refused(answer) == {"": ["You cannot change the role of your own account."]}
