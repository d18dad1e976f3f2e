"""Tenants with a row in every table that has tenants' rows."""

from django.db import connection

from accounts.models import SSOCode, SSOIdentity, SSOLogin
from accounts.services.sign_ins import open_sign_in
from config.ids import new_id
from students.models import IdempotencyRecord
from tenants.models import (
    AllowedOrigin,
    Erasure,
    Tenant,
    TenantAIConfig,
    TenantBranding,
    TenantRetention,
    TenantSSOConfig,
)
from tenants.services.seals import seal_events
from tests.factories import (
    START,
    AttemptTransactionFactory,
    AuditEventFactory,
    BulkJobFactory,
    CaseStudyFactory,
    GradeFactory,
    ImportedStudentFactory,
    InvitationFactory,
    PasswordResetFactory,
    ProgrammeFactory,
    RosterImportFactory,
    SecondFactorFactory,
    ServiceKeyFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
    TranscriptFactory,
    UserFactory,
)
from tests.walled.catalogue import NOT_WALLED


def furnished_tenant() -> Tenant:
    """Return a tenant with a row in every table of ``walled_tables``."""
    tenant = TenantFactory()
    programme = ProgrammeFactory(tenant=tenant)
    case_study = CaseStudyFactory(tenant=tenant, programmes=[programme])
    student = StudentFactory(tenant=tenant, programmes=[programme])
    session = SessionFactory(user=student, case_study=case_study)
    GradeFactory(session=session)
    TranscriptFactory(session=session)
    AttemptTransactionFactory(user=student, case_study=case_study)
    BulkJobFactory(tenant=tenant, case_study=case_study)
    RosterImportFactory(tenant=tenant)
    ImportedStudentFactory(user=student)
    AuditEventFactory(tenant=tenant, actor_name="Grace Eze")
    Erasure.objects.create(tenant=tenant, user_id=new_id())
    seal_events([tenant])
    InvitationFactory(tenant=tenant)
    SecondFactorFactory(tenant=tenant)
    PasswordResetFactory(tenant=tenant)
    ServiceKeyFactory(tenant=tenant)
    _sign_on(tenant)
    for model in (TenantBranding, TenantSSOConfig, TenantAIConfig, TenantRetention):
        model.objects.get_or_create(tenant=tenant)
    AllowedOrigin.objects.create(tenant=tenant, origin=f"https://app.{tenant.slug}.edu")
    IdempotencyRecord.objects.create(tenant=tenant, operation="grant", key="1", request_hash="")
    return tenant


def _sign_on(tenant: Tenant) -> None:
    user = UserFactory(tenant=tenant)
    open_sign_in(user=user)
    SSOIdentity.objects.create(tenant=tenant, user=user, server_url="https://cas", subject="ada")
    login = SSOLogin.objects.create(tenant=tenant, user=user, ticket_digest=tenant.pk)
    SSOCode.objects.create(
        tenant=tenant, login=login, digest=tenant.pk, challenge="", expires_at=START
    )


def walled_tables() -> list[str]:
    """Return the tables whose rows belong to a tenant, but those that are not walled."""
    return sorted(_relations("r") - NOT_WALLED.keys())


def tenants_views() -> list[str]:
    """Return the views that show tenants' rows."""
    return sorted(_relations("v"))


def _relations(kind: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid "
            "WHERE relnamespace = 'public'::regnamespace AND relkind = %s "
            "AND attname = 'tenant_id'",
            [kind],
        )
        return {name for (name,) in cursor.fetchall()}
