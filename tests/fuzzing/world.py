"""The small university for the fuzzing: rows of every kind, with ids that are known beforehand."""

import hashlib
import tomllib
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from accounts.models import Invitation
from students.models import BulkJob
from students.services import attempts
from tenants.models import AllowedOrigin, Tenant
from tests.factories import (
    CaseStudyFactory,
    GradeFactory,
    ProgrammeFactory,
    RoleFactory,
    RosterImportFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    TranscriptFactory,
    UserFactory,
)

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")


def known() -> dict[str, list[str]]:
    """Return the values of each dictionary in the configuration."""
    dictionaries = tomllib.loads(CONFIGURATION.read_text())["dictionaries"]
    return {name: dictionary["values"] for name, dictionary in dictionaries.items()}


def settle() -> Tenant:
    """Create the rows that the configuration names; return the tenant."""
    ids = known()
    tenant = TenantFactory(slug=ids["slugs"][0])
    for pk in ids["tenants"]:
        TenantFactory(pk=pk)
        for origin in ids["origins"]:
            AllowedOrigin.objects.create(tenant_id=pk, origin=origin)
    SuperAdminFactory(tenant=TenantFactory())  # so that no deed ends the last one
    for pk in ids["roles"] + ids["spare_roles"]:
        RoleFactory(tenant=tenant, pk=pk)
    _people(tenant, ids)
    _studies(tenant, ids)
    return tenant


def _people(tenant: Tenant, ids: dict[str, list[str]]) -> None:
    for pk, email in zip(ids["staff"], ids["addresses"], strict=True):
        UserFactory(tenant=tenant, pk=pk, email=email)
    for pk, token in zip(ids["invited"], ids["tokens"], strict=True):
        Invitation.objects.create(
            tenant=tenant,
            user=UserFactory(tenant=tenant, pk=pk, password="!"),
            token_hash=hashlib.sha256(token.encode()).hexdigest(),
            sent_at=timezone.now(),
            expires_at=timezone.now() + timedelta(days=7),
        )


def _studies(tenant: Tenant, ids: dict[str, list[str]]) -> None:
    programmes = [
        ProgrammeFactory(tenant=tenant, pk=pk, code=code)
        for pk, code in zip(ids["programmes"], ids["codes"], strict=True)
    ]
    for pk in ids["spare_programmes"]:
        ProgrammeFactory(tenant=tenant, pk=pk)
    studied = programmes[:2]
    case_studies = [
        CaseStudyFactory(tenant=tenant, pk=pk, programmes=studied) for pk in ids["case_studies"]
    ]
    students = [StudentFactory(tenant=tenant, pk=pk, programmes=studied) for pk in ids["students"]]
    for pk, student in zip(ids["sessions"], students, strict=True):
        session = SessionFactory(pk=pk, user=student, case_study=case_studies[0])
        GradeFactory(session=session)
        TranscriptFactory(session=session)
    for pk in ids["graduates"]:
        SessionFactory(user=UserFactory(tenant=tenant, pk=pk), case_study=case_studies[0])
    for pk in ids["imports"]:
        RosterImportFactory(tenant=tenant, pk=pk)
    for pk in ids["jobs"]:
        job = attempts.grant_attempts_in_bulk(
            actor=UserFactory(tenant=tenant),
            tenant=tenant,
            case_study_id=case_studies[0].pk,
            user_ids=ids["students"],
            amount=1,
            reason="Campus outage",
        )
        BulkJob.objects.filter(pk=job.pk).update(id=pk)
