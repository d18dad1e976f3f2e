"""The rows of the documented examples."""

from collections import Counter

import pytest
from django.contrib.auth.hashers import check_password

from accounts.models import Invitation, LegacyRole, Role, User, UserStatus
from accounts.services.roles import default_flags
from programmes.models import CaseStudy
from students.demo.universities import DEMO, STATE
from students.models import AttemptTransaction, Session, Student
from students.queries.students import student_line
from tenants.models import Tenant
from tests.students.test_demo_data.probes import documented_search

DOCUMENTED_STUDENT = "6650a1b2c3d4e5f6a7b8c9d0"
FUEL_SUBSIDY = "6650c3d4e5f6a7b8c9d0e1f2"


def test_documented_search_finds_137_students(demo):
    assert documented_search().count() == 137


@pytest.mark.parametrize("column", ["first_name", "middle_name", "last_name", "email"])
def test_documented_search_finds_some_by_one_column_alone(demo, column):
    found = documented_search().filter(**{f"{column}__icontains": "abdul"})
    for other in {"first_name", "middle_name", "last_name", "email"} - {column}:
        # Most addresses repeat the name; a middle name is in none.
        if other != "email" or column == "middle_name":
            found = found.exclude(**{f"{other}__icontains": "abdul"})
    assert found.exists()


def test_documented_filters_each_leave_somebody_out(demo):
    found = Student.objects.for_tenant(DEMO.id).filter(search_text__contains="abdul")
    assert found.filter(programmes__code="MBA1234").count() > 137
    assert found.filter(status=UserStatus.ACTIVE).count() > 137
    assert (
        Student.objects.filter(search_text__contains="abdul")
        .filter(programmes__code="MBA1234")
        .filter(status=UserStatus.ACTIVE)
        .exclude(tenant=DEMO.id)
        .exists()
    )
    assert User.objects.filter(
        tenant=DEMO.id, status=UserStatus.DELETED, search_text__contains="abdul"
    ).exists()


def test_documented_student_was_seen_last(demo):
    seen = list(documented_search().order_by("-last_seen_at").values_list("last_seen_at", "pk"))
    dated = [(moment, pk) for moment, pk in seen if moment]
    assert (dated[0][0].isoformat(), dated[0][1]) == (
        "2026-06-04T09:00:00+00:00",
        DOCUMENTED_STUDENT,
    )
    assert dated[1][0] < dated[0][0]
    assert len(dated) < len(seen)  # some were never seen
    assert max(Counter(moment for moment, _ in dated).values()) > 2  # some at the same moment


def test_documented_student_is_as_documented(demo):
    student = student_line(DEMO.id, DOCUMENTED_STUDENT)
    assert (student.display_name, student.email, student.status, student.tenant_id) == (
        "Abdulwahab Umar",
        "abdulwahabumar@miva.university",
        "ACTIVE",
        DEMO.id,
    )
    assert student.created_at.isoformat() == "2026-01-15T08:00:00+00:00"
    assert student.programme_list == [
        {"code": "MBA1234", "name": "Masters in Business Administration"}
    ]
    assert student.overall_case_studies == 10
    sessions = Session.objects.filter(user=DOCUMENTED_STUDENT)
    assert sessions.count() == 4
    assert sessions.filter(counted_as_attempt=True).count() == 2
    assert sessions.values("case_study").distinct().count() == 2
    assert not AttemptTransaction.objects.filter(user=DOCUMENTED_STUDENT).exists()


def test_fuel_subsidy_card_is_as_printed(demo):
    case_study = CaseStudy.objects.get(pk=FUEL_SUBSIDY)
    assert case_study.title == "Fuel Subsidy removal in Nigeria: Economic impact and social impact"
    assert [programme.code for programme in case_study.programmes.all()] == ["MBA1234"]
    rows = Session.objects.filter(user=DOCUMENTED_STUDENT, case_study=case_study)
    printed = [
        (
            session.pk,
            getattr(getattr(session, "grade", None), "final_score", None),
            session.status,
            session.transcript_status,
            session.grading_status,
            session.counted_as_attempt,
            session.start_time.isoformat(),
            session.end_time.isoformat(),
        )
        for session in rows.order_by("-start_time", "-pk")
    ]
    start = "2025-04-03T15:00:00+00:00"
    assert printed == [
        (
            *("6650d4e5f6a7b8c9d0e1f2a3", 75, "ended", "available", "complete", True),
            *(start, "2025-04-03T15:09:00+00:00"),
        ),
        (
            *("6650d3e4f5a6b7c8d9e0f1a2", None, "ended", "missing", "pending", False),
            *(start, "2025-04-03T15:05:00+00:00"),
        ),
    ]


def test_accounts_can_sign_in(demo, settings):
    roles = {
        "superadmin@demo.example": (DEMO.slug, LegacyRole.SUPER_ADMIN),
        "admin@demo.example": (DEMO.slug, LegacyRole.ADMIN),
        "faculty@demo.example": (DEMO.slug, LegacyRole.FACULTY),
        "admin@state.example": (STATE.slug, LegacyRole.ADMIN),
    }
    users = User.objects.filter(email__in=roles).select_related("tenant")
    assert {user.email: (user.tenant.slug, user.legacy_role) for user in users} == roles
    assert all(check_password(settings.DEMO_PASSWORD, user.password) for user in users)
    assert User.objects.exclude(email__in=roles).filter(password__startswith="!").count() == (
        User.objects.count() - len(roles)
    )


def test_the_listed_user_is_as_documented_and_the_invited_ones_address_is_free(demo):
    john = User.objects.get(email="john.doe@example.com")
    assert not User.objects.filter(email="faculty@example.com").exists()
    assert (john.pk, john.display_name, john.role_id, john.status) == (
        "6650b2c3d4e5f6a7b8c9d0e1",
        "John Doe",
        "6650a0b1c2d3e4f5a6b7c8da",
        "ACTIVE",
    )
    assert john.created_at.isoformat() == "2025-01-15T10:30:00+00:00"
    assert {programme.code for programme in john.programmes.all()} == {"MPH", "MBA"}
    assert Invitation.objects.get(user=john).accepted_at is None


def test_tenants_are_as_documented_and_what_the_created_one_is_called_is_free(demo):
    assert list(Tenant.objects.values_list("pk", "name", "slug", "domain", "lms_type")) == [
        (DEMO.id, "Demo University", "demo-university", "demo.miva.university", "canvas"),
        (STATE.id, "State University", "state", "state.demo.example", "canvas"),
    ]
    demo_university, state = Tenant.objects.all()
    assert (demo_university.pk, state.pk) == (
        "6650a1b2c3d4e5f6a7b8c9d0",
        "6650c3d4e5f6a7b8c9d0e1f2",
    )
    assert demo_university.ai_config.max_sessions_per_student == 2
    assert state.ai_config.max_sessions_per_student == 5
    assert state.sso_config.callback_url == "https://app.state.edu/cas/callback"


def test_system_roles_have_their_default_flags(demo):
    for university in (DEMO, STATE):
        roles = Role.objects.for_tenant(university.id).exclude(legacy_role=None)
        assert {role.legacy_role: role.permissions for role in roles} == {
            legacy.value: default_flags(legacy) for legacy in LegacyRole
        }


def test_documented_student_has_no_number_of_their_own_and_no_cohort(demo):
    student = student_line(DEMO.id, DOCUMENTED_STUDENT)
    assert (student.student_number, student.cohort) == (DOCUMENTED_STUDENT, None)
