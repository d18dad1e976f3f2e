"""Whoever came to have console access without an invitation can still be given one (§5, §16)."""

import pytest

from accounts.models import User
from tenants.models import AuditEvent
from tests.accounts.invitations import enable_sso
from tests.accounts.users import url
from tests.clients import ApiClient, login
from tests.config.refusals import refusal
from tests.factories import (
    FacultyFactory,
    RoleFactory,
    StudentFactory,
    SystemRoleFactory,
    made_staff,
)
from tests.mail import link_in, work
from tests.students.test_roster.rosters import export, run

pytestmark = pytest.mark.django_db

NO_ACCESS = (
    "The user was never invited: they have no access to the Command Center. Give them a role that "
    "permits something first."
)
HAS_PASSWORD = "The user was never invited, and signs in with a password already."


def resend(client: ApiClient, user: User):
    return client.post(url(user, "resend-invite"))


@pytest.mark.django_db(transaction=True)
def test_a_student_who_became_staff_is_invited_and_signs_in(
    api, anonymous, tenant, mail_server, client
):
    student = User.objects.get(pk=StudentFactory(tenant=tenant).pk)
    faculty = SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")
    api.patch(url(student), {"role_id": faculty.pk})
    assert login(anonymous, student).status_code == 401

    assert resend(api, student).status_code == 200
    work()
    (mail,) = mail_server.mails
    new = "a phrase that nobody guesses"
    client.post(link_in(mail), {"password1": new, "password2": new})

    assert login(ApiClient(), student, new).status_code == 200
    events = AuditEvent.objects.filter(event_type="user.updated").order_by("pk")
    said = [event.metadata.get("invitation") for event in events]
    assert said == [None, "sent", "accepted"]


def test_a_student_of_a_roster_who_became_staff_is_invited_too(api, tenant):
    SystemRoleFactory(tenant=tenant, legacy_role="STUDENT")
    run(tenant, export("Ada Obi,ada@uni.example,,active"))
    user = made_staff(User.objects.get(email="ada@uni.example"))

    assert resend(api, user).status_code == 200


def test_the_next_one_is_a_resent_one(api, tenant):
    user = made_staff(StudentFactory(tenant=tenant))

    assert [resend(api, user).status_code for _ in range(2)] == [200, 200]

    said = [event.metadata["invitation"] for event in AuditEvent.objects.order_by("pk")]
    assert said == ["sent", "resent"]


def test_it_is_for_single_sign_on_too(api, tenant):
    enable_sso(tenant)

    assert resend(api, made_staff(StudentFactory(tenant=tenant))).status_code == 200


@pytest.mark.parametrize("kind", ["student", "without a role", "in a role that permits nothing"])
def test_who_has_no_access_is_not_invited(api, tenant, kind):
    student = User.objects.get(pk=StudentFactory(tenant=tenant).pk)
    if kind != "student":
        role = RoleFactory(tenant=tenant) if kind.startswith("in") else None
        User.objects.filter(pk=student.pk).update(role=role)

    answer = resend(api, student)

    assert (answer.status_code, answer.json()) == (400, refusal(NO_ACCESS, "VALIDATION_ERROR"))
    assert not student.invitations.exists()


def test_who_has_a_password_is_not_invited(api, tenant):
    answer = resend(api, FacultyFactory(tenant=tenant))

    assert (answer.status_code, answer.json()) == (400, refusal(HAS_PASSWORD, "VALIDATION_ERROR"))


@pytest.mark.parametrize("status", ["INACTIVE", "DELETED"])
def test_who_is_switched_off_is_not_invited(api, tenant, status):
    user = made_staff(StudentFactory(tenant=tenant, status=status))

    assert resend(api, user).json()["error"] == "Only active users can be invited."
