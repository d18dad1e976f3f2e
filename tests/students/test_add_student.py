"""One student, added by the API and by the admin's page (contract §17)."""

import pytest

from accounts.models import Invitation, LegacyRole, User
from accounts.models.user import EMAIL_TAKEN
from tenants.models import AuditEvent
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.operators import forms, page, refused, told
from tests.threads import at_once

pytestmark = pytest.mark.django_db

URL = "/v1/console/students"
BISI = {"email": "bisi@example.com", "first_name": "Bisi", "last_name": "Ade"}


@pytest.fixture(autouse=True)
def student_role(tenant):
    return SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)


def holder(tenant, *flags: str) -> User:
    permissions = [f"USER_MANAGEMENT.{flag}" for flag in flags]
    return UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=permissions))


def test_a_student_is_added_and_answered_as_on_their_page(api, tenant):
    ProgrammeFactory(tenant=tenant, code="MPH", name="Public Health")
    more = {"middle_name": "Olu", "programme_codes": ["MPH"], "sis_id": "0042", "cohort": "2026"}

    answer = api.post(URL, BISI | more)

    student = User.objects.get(email="bisi@example.com")
    asked = api.get(f"{URL}/{student.pk}", {"include_case_studies": "false"})
    assert (answer.status_code, answer.json()["message"]) == (201, "Student created successfully")
    assert answer.json()["data"] == asked.json()["data"]
    assert answer.json()["data"]["programmes"] == [{"code": "MPH", "name": "Public Health"}]
    assert (student.sis_id, student.cohort, student.middle_name) == ("0042", "2026", "Olu")
    assert (student.status, student.legacy_role) == ("ACTIVE", "STUDENT")
    assert not student.has_usable_password()


def test_nobody_is_invited_and_the_trail_says_who_added_them(api, admin):
    api.post(URL, BISI)

    (event,) = AuditEvent.objects.all()
    assert (event.event_type, event.actor_user_id) == ("user.created", admin.pk)
    assert event.target_id == User.objects.get(email="bisi@example.com").pk
    assert not Invitation.objects.exists()


def test_what_is_left_out_or_empty_is_none(api):
    answer = api.post(URL, BISI | {"sis_id": "  ", "cohort": "", "middle_name": ""})

    student = User.objects.get(email="bisi@example.com")
    assert answer.status_code == 201
    assert (student.sis_id, student.cohort, student.middle_name) == (None, None, None)
    assert api.post(URL, BISI | {"email": "chi@example.com", "sis_id": ""}).status_code == 201


def test_texts_are_kept_by_the_rule_for_them(api):
    api.post(URL, BISI | {"first_name": "  Bisi \u00a0 B ", "cohort": " Fall  2026 "})

    student = User.objects.get(email="bisi@example.com")
    assert (student.first_name, student.cohort) == ("Bisi B", "Fall 2026")


@pytest.mark.parametrize("made", [StudentFactory, FacultyFactory])
@pytest.mark.parametrize("status", ["ACTIVE", "INACTIVE", "DELETED"])
def test_an_address_that_somebody_has_is_a_conflict(api, tenant, made, status):
    made(tenant=tenant, email="BISI@example.com", status=status)

    answer = api.post(URL, BISI)

    assert (answer.status_code, answer.json()["code"]) == (409, "CONFLICT")
    assert User.objects.filter(email__iexact="bisi@example.com").count() == 1


def test_an_id_that_somebody_has_is_a_conflict(api, tenant):
    StudentFactory(tenant=tenant, sis_id="A42")

    answer = api.post(URL, BISI | {"sis_id": "A42"})

    assert (answer.status_code, answer.json()["error"]) == (409, "Somebody else has this SIS id.")
    assert not User.objects.filter(email="bisi@example.com").exists()
    assert not AuditEvent.objects.exists()


def test_an_id_is_compared_as_it_is_written_and_within_the_tenant(api, tenant):
    StudentFactory(tenant=tenant, sis_id="a42")
    StudentFactory(tenant=TenantFactory(), sis_id="A42", email="bisi@example.com")

    assert api.post(URL, BISI | {"sis_id": "A42"}).status_code == 201


@pytest.mark.parametrize("codes", [["NOPE"], ["OLD"], ["MPH", "NOPE"], ["THEIRS"]])
def test_unknown_and_inactive_programmes_are_refused_and_nobody_is_added(api, tenant, codes):
    ProgrammeFactory(tenant=tenant, code="MPH")
    ProgrammeFactory(tenant=tenant, code="OLD", is_active=False)
    ProgrammeFactory(tenant=TenantFactory(), code="THEIRS")

    answer = api.post(URL, BISI | {"programme_codes": codes})

    assert (answer.status_code, answer.json()["code"]) == (400, "VALIDATION_ERROR")
    assert not User.objects.filter(email="bisi@example.com").exists()


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"email": None}, ["email"]),
        ({"email": "bisi"}, ["email"]),
        ({"first_name": " "}, ["first_name"]),
        ({"last_name": 5}, ["last_name"]),
        ({"sis_id": 42}, ["sis_id"]),
        ({"sis_id": "1" * 256}, ["sis_id"]),
        ({"sis_id": "4\x002"}, ["sis_id"]),
        ({"cohort": "x" * 101}, ["cohort"]),
        ({"programme_codes": "MPH"}, ["programme_codes"]),
    ],
)
def test_what_is_no_student_is_refused_beside_its_field(api, values, fields):
    answer = api.post(URL, BISI | values)

    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["details"]["errors"]] == fields


def test_whoever_may_create_alone_adds_students(tenant):
    answer = ApiClient(holder(tenant, "can_create")).post(URL, BISI)

    assert (answer.status_code, answer.json()["data"]["student_name"]) == (201, "Bisi Ade")


def test_whoever_may_not_create_adds_nobody(tenant):
    client = ApiClient(holder(tenant, "can_view", "can_edit", "can_delete"))

    assert client.post(URL, BISI).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_the_same_student_sent_at_once_is_added_once(admin):
    client = ApiClient(admin)

    answers = at_once(lambda _: client.post(URL, BISI | {"sis_id": "42"}), 4)

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert User.objects.filter(email="bisi@example.com").count() == 1


# The admin ------------------------------------------------------------------------------------

ADD = "students_student_add"


def test_a_page_adds_a_student_by_the_same_service(admin, tenant):
    ProgrammeFactory(tenant=tenant, code="MPH")
    sent = BISI | {"sis_id": " 00042 ", "cohort": "2026", "programme_codes": ["MPH"]}

    answer = OperatorClient(admin).post(page(ADD), sent)

    student = User.objects.get(email="bisi@example.com")
    assert answer.url == page("students_student_change", student.pk)
    assert (student.sis_id, student.cohort) == ("00042", "2026")
    assert [programme.code for programme in student.programmes.all()] == ["MPH"]
    assert [event.event_type for event in AuditEvent.objects.all()] == ["user.created"]
    assert not Invitation.objects.exists()


def test_a_page_tells_what_is_taken_and_keeps_what_was_typed(admin, tenant):
    StudentFactory(tenant=tenant, sis_id="42", email="chi@example.com")
    operator = OperatorClient(admin)

    of_id = operator.post(page(ADD), BISI | {"sis_id": "42"})
    of_address = operator.post(page(ADD), BISI | {"email": "Chi@example.com"})

    assert refused(of_id) == {"": ["Somebody else has this SIS id."]}
    assert refused(of_address) == {"": [EMAIL_TAKEN]}
    assert ["Bisi"] in [form.values.get("first_name") for form in forms(of_id)]
    assert not User.objects.filter(email="bisi@example.com").exists()


def test_the_list_offers_to_add_a_student_to_whoever_may(tenant):
    url = page("students_student_changelist")
    may = OperatorClient(holder(tenant, "can_view", "can_create"))
    may_not = OperatorClient(holder(tenant, "can_view", "can_edit"))

    assert page(ADD) in may.get(url).content.decode()
    assert page(ADD) not in may_not.get(url).content.decode()
    assert may_not.get(page(ADD)).status_code == 403


def test_another_one_may_follow_at_once(admin):
    answer = OperatorClient(admin).post(page(ADD), BISI | {"_addanother": "1"})

    told(answer)
    assert answer.url == page(ADD)
