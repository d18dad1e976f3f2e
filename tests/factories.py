"""Rows for tests. One tenant runs through all sub-objects; numbers count up, nothing is random."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from accounts.models import (
    Invitation,
    LegacyRole,
    PasswordReset,
    ProgrammeMembership,
    Role,
    SecondFactor,
    ServiceKey,
    User,
)
from accounts.services.roles import default_flags
from programmes.models import CaseStudy, CaseStudyProgramme, Programme
from students.models import (
    AttemptTransaction,
    BulkJob,
    Grade,
    ImportedStudent,
    RosterImport,
    Session,
    Student,
    Transcript,
)
from students.services.roster import RosterPlan
from tenants.models import AuditEvent, Tenant

PASSWORD = "correct horse battery"

# When the sessions of tests take place, unless a test says otherwise.
START = datetime(2026, 4, 1, 14, 30, tzinfo=UTC)


class TenantFactory(DjangoModelFactory):
    class Meta:
        model = Tenant

    name = factory.Sequence(lambda n: f"University {n}")
    slug = factory.Sequence(lambda n: f"university-{n}")


class RoleFactory(DjangoModelFactory):
    class Meta:
        model = Role

    tenant = factory.SubFactory(TenantFactory)
    name = factory.Sequence(lambda n: f"Role {n}")


class SystemRoleFactory(RoleFactory):
    """One of the four system roles; each tenant has it once."""

    class Meta:
        django_get_or_create = ("tenant", "legacy_role")

    legacy_role = LegacyRole.ADMIN
    name = factory.LazyAttribute(lambda role: LegacyRole(role.legacy_role).label)
    permissions = factory.LazyAttribute(lambda role: default_flags(LegacyRole(role.legacy_role)))


def _system_role(legacy_role: LegacyRole):
    return factory.SubFactory(
        SystemRoleFactory, tenant=factory.SelfAttribute("..tenant"), legacy_role=legacy_role
    )


class UserFactory(DjangoModelFactory):
    """An Admin; pass ``role`` for somebody else."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    tenant = factory.SubFactory(TenantFactory)
    role = _system_role(LegacyRole.ADMIN)
    email = factory.Sequence(lambda n: f"person{n}@example.com")
    first_name = "Ada"
    last_name = factory.Sequence(lambda n: f"Obi {n}")
    password = factory.django.Password(PASSWORD)


class SuperAdminFactory(UserFactory):
    role = _system_role(LegacyRole.SUPER_ADMIN)


class FacultyFactory(UserFactory):
    role = _system_role(LegacyRole.FACULTY)


class InvitationFactory(DjangoModelFactory):
    """An invitation whose mail has not left yet."""

    class Meta:
        model = Invitation

    user = factory.SubFactory(FacultyFactory, tenant=factory.SelfAttribute("..tenant"))
    tenant = factory.SubFactory(TenantFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class SecondFactorFactory(DjangoModelFactory):
    """An active second factor; tests that need its phone set one up themselves."""

    class Meta:
        model = SecondFactor

    user = factory.SubFactory(FacultyFactory, tenant=factory.SelfAttribute("..tenant"))
    tenant = factory.SubFactory(TenantFactory)
    secret = "sealed"
    since = START


class PasswordResetFactory(InvitationFactory):
    """A password reset whose mail has not left yet."""

    class Meta:
        model = PasswordReset

    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(hours=1))


class ServiceKeyFactory(DjangoModelFactory):
    class Meta:
        model = ServiceKey

    tenant = factory.SubFactory(TenantFactory)
    name = "Live service"

    @classmethod
    def _create(cls, model_class, *_, **kwargs):
        key, _ = model_class.objects.create_key(**kwargs)
        return key


class StudentFactory(UserFactory):
    """A student; ``programmes=[…]`` enrols them."""

    class Meta:
        model = Student
        skip_postgeneration_save = True

    role = _system_role(LegacyRole.STUDENT)
    password = "!"

    @factory.post_generation
    def programmes(self, create, extracted):
        for programme in extracted or ():
            ProgrammeMembership.objects.create(tenant=self.tenant, user=self, programme=programme)


def made_staff(student: Student) -> User:
    """Give a student the role Faculty; they have no password, and nobody invited them."""
    role = SystemRoleFactory(tenant=student.tenant, legacy_role=LegacyRole.FACULTY)
    User.objects.filter(pk=student.pk).update(role=role)
    return User.objects.get(pk=student.pk)


class ProgrammeFactory(DjangoModelFactory):
    class Meta:
        model = Programme

    tenant = factory.SubFactory(TenantFactory)
    code = factory.Sequence(lambda n: f"P{n:05}")  # sorts as it counts
    name = factory.LazyAttribute(lambda programme: f"Programme {programme.code}")


class CaseStudyFactory(DjangoModelFactory):
    """A case study; ``programmes=[…]`` names whose it is, otherwise it is open to all."""

    class Meta:
        model = CaseStudy
        skip_postgeneration_save = True

    tenant = factory.SubFactory(TenantFactory)
    title = factory.Sequence(lambda n: f"Case study {n}")
    slug = factory.Sequence(lambda n: f"case-study-{n}")

    @factory.post_generation
    def programmes(self, create, extracted):
        for programme in extracted or ():
            CaseStudyProgramme.objects.create(
                tenant=self.tenant, case_study=self, programme=programme
            )


class SessionFactory(DjangoModelFactory):
    """An ended session of nine minutes, counted as an attempt."""

    class Meta:
        model = Session

    user = factory.SubFactory(StudentFactory)
    tenant = factory.SelfAttribute("user.tenant")
    case_study = factory.SubFactory(CaseStudyFactory, tenant=factory.SelfAttribute("..tenant"))
    status = "ended"
    start_time = START
    end_time = factory.LazyAttribute(
        lambda session: session.start_time and session.start_time + timedelta(minutes=9)
    )
    elapsed_active_time = 540.0


class GradeFactory(DjangoModelFactory):
    """A grade; the session learns that it is graded."""

    class Meta:
        model = Grade
        skip_postgeneration_save = True

    session = factory.SubFactory(SessionFactory)
    tenant = factory.SelfAttribute("session.tenant")
    final_score = Decimal("75.0")

    @factory.post_generation
    def grading_status(self, create, extracted):
        Session.objects.filter(pk=self.session_id).update(grading_status="complete")


class TranscriptFactory(DjangoModelFactory):
    class Meta:
        model = Transcript

    session = factory.SubFactory(SessionFactory)
    tenant = factory.SelfAttribute("session.tenant")


class AttemptTransactionFactory(DjangoModelFactory):
    """A grant of one attempt."""

    class Meta:
        model = AttemptTransaction

    user = factory.SubFactory(StudentFactory)
    tenant = factory.SelfAttribute("user.tenant")
    case_study = factory.SubFactory(CaseStudyFactory, tenant=factory.SelfAttribute("..tenant"))
    type = "grant"
    amount = 1
    reason = "Audio dropped"


class BulkJobFactory(DjangoModelFactory):
    """A grant of one attempt to nobody."""

    class Meta:
        model = BulkJob

    tenant = factory.SubFactory(TenantFactory)
    case_study = factory.SubFactory(CaseStudyFactory, tenant=factory.SelfAttribute("..tenant"))
    job_type = "attempt_grant"
    status = "completed"
    amount = 1
    reason = "Audio dropped"
    total_rows = 0


class RosterImportFactory(DjangoModelFactory):
    """A roster that was checked and waits for somebody to confirm it."""

    class Meta:
        model = RosterImport

    tenant = factory.SubFactory(TenantFactory)
    state = "checked"
    file_name = "users.csv"
    people_content = b"Student Name,Email\n"
    plan_hash = RosterPlan().fingerprint


class ImportedStudentFactory(DjangoModelFactory):
    """That a roster added a student."""

    class Meta:
        model = ImportedStudent

    user = factory.SubFactory(StudentFactory)
    tenant = factory.SelfAttribute("user.tenant")
    roster_id = "ab" * 32
    outcome = "created"


class AuditEventFactory(DjangoModelFactory):
    class Meta:
        model = AuditEvent

    tenant = factory.SubFactory(TenantFactory)
    target_type = "user"
    event_type = "user.created"
