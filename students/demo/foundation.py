"""The writing of a university without its students: tenant, roles, catalogue, staff, events."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.utils.text import slugify

from accounts.models import Invitation, LegacyRole, ProgrammeMembership, Role, User
from accounts.services.roles import default_flags
from programmes.models import CaseStudy, CaseStudyProgramme, Programme
from students.demo.logos import logo_of
from students.demo.rows import LedgerRow, demo_id
from students.demo.staff import CustomRole, StaffMember
from students.demo.universities import University
from tenants.models import (
    AllowedOrigin,
    AuditEvent,
    Tenant,
    TenantAIConfig,
    TenantBranding,
    TenantSSOConfig,
)

# People who use SSO have no password. The same text in every row: there is nothing to guess.
NO_PASSWORD = f"{UNUSABLE_PASSWORD_PREFIX}demo"

# From RFC 5737: addresses that belong to nobody.
_OFFICE = "192.0.2.17"

# Audit events of the foundation and of the ledger are numbered apart.
_LEDGER_EVENTS_FROM = 1 << 20


def lay_foundation(university: University) -> None:
    """Write everything a university's students refer to."""
    _write_tenant(university)
    _write_roles(university)
    _write_catalogue(university)
    _write_staff(university)


def _write_tenant(university: University) -> None:
    tenant = Tenant(
        id=university.id,
        name=university.name,
        slug=university.slug,
        domain=university.domain,
        lms_type=university.lms_type,
        time_zone=university.time_zone,
        created_at=university.created_at,
    )
    tenant.save(force_insert=True)
    logo_url = logo_of(university)
    TenantBranding.objects.create(tenant=tenant, logo_url=logo_url, **university.branding)
    TenantAIConfig.objects.create(tenant=tenant, **university.ai_config)
    if university.sso_config:
        TenantSSOConfig.objects.create(tenant=tenant, **university.sso_config)
    for i, origin in enumerate(university.allowed_origins):
        AllowedOrigin.objects.create(
            id=demo_id(university.created_at, university.serial(i)),
            tenant=tenant,
            origin=origin,
            created_at=university.created_at,
        )


def _write_roles(university: University) -> None:
    """Write the system roles with their default flags and the custom ones."""
    Role.objects.bulk_create(
        Role(
            id=role_id,
            tenant_id=university.id,
            created_at=university.created_at,
            **(
                {"name": role.label, "legacy_role": role, "permissions": default_flags(role)}
                if isinstance(role, LegacyRole)
                else role._asdict() | {"permissions": list(role.permissions)}
            ),
        )
        for role, role_id in university.role_ids.items()
    )


def _write_catalogue(university: University) -> None:
    Programme.objects.bulk_create(
        Programme(
            id=university.programme_ids[entry.code],
            tenant_id=university.id,
            created_at=created_at,
            code=entry.code,
            name=entry.name,
            description=entry.description,
            is_active=entry.is_active,
        )
        for entry, created_at in zip(university.programmes, university.programme_dates, strict=True)
    )
    listed = list(
        zip(
            university.case_study_ids,
            university.case_studies,
            university.case_study_dates,
            strict=True,
        )
    )
    CaseStudy.objects.bulk_create(
        CaseStudy(
            id=case_study_id,
            tenant_id=university.id,
            created_at=created_at,
            title=entry.title,
            slug=slugify(entry.title),
            description=entry.description,
            instructions=(
                ["Read the brief before you start.", "Speak as you would to a colleague."]
                if entry.description
                else []
            ),
            time_limit_minutes=10 if entry.codes else None,
            first_message="Good morning. Shall we start?" if entry.description else None,
            is_active=entry.is_active,
        )
        for case_study_id, entry, created_at in listed
    )
    CaseStudyProgramme.objects.bulk_create(
        CaseStudyProgramme(
            tenant_id=university.id,
            case_study_id=case_study_id,
            programme_id=university.programme_ids[code],
        )
        for case_study_id, entry, _ in listed
        for code in entry.codes.split()
    )


def _write_staff(university: University) -> None:
    User.objects.bulk_create(_user(university, member) for member in university.staff)
    ProgrammeMembership.objects.bulk_create(
        ProgrammeMembership(
            tenant_id=university.id,
            user_id=university.staff_ids[member.email],
            programme_id=university.programme_ids[code],
        )
        for member in university.staff
        for code in member.codes.split()
    )
    Invitation.objects.bulk_create(_invitations(university))
    AuditEvent.objects.bulk_create(_foundation_events(university))


def _user(university: University, member: StaffMember) -> User:
    return User(
        id=university.staff_ids[member.email],
        tenant_id=university.id,
        email=member.email,
        password=make_password(settings.DEMO_PASSWORD) if member.knows_password else NO_PASSWORD,
        role_id=university.role_ids[member.role],
        status=member.status,
        first_name=member.first_name,
        middle_name=member.middle_name,
        last_name=member.last_name,
        title=member.title,
        department=member.department,
        last_activity_at=member.last_activity_at,
        created_at=member.created_at,
        updated_at=member.updated_at,
    )


def _invitations(university: University) -> list[Invitation]:
    invited = [
        (university.staff_ids[member.email], invitation)
        for member in university.staff
        for invitation in member.invitations
    ]
    rows = []
    for i, (user_id, invitation) in enumerate(invited):
        row_id = demo_id(invitation.sent_at, university.serial(i))
        rows.append(
            Invitation(
                id=row_id,
                tenant_id=university.id,
                user_id=user_id,
                invited_by_id=university.actor.id,
                invited_by_name=university.actor.name,
                # Nobody knows a token with this hash: the invitation has to be resent.
                token_hash=row_id.zfill(64),
                created_at=invitation.sent_at,
                sent_at=invitation.sent_at,
                expires_at=invitation.sent_at + timedelta(days=7),
                accepted_at=invitation.accepted_at,
                replaced_at=invitation.replaced_at,
            )
        )
    return rows


def _event(
    university: University,
    serial: int,
    event_type: str,
    event_time: datetime,
    target_id: str,
    **metadata: Any,
) -> AuditEvent:
    actor = university.actor
    return AuditEvent(
        id=demo_id(event_time, university.serial(serial)),
        tenant_id=university.id,
        actor_user_id=actor.id,
        actor_email=actor.email,
        actor_name=actor.name,
        target_type=event_type.partition(".")[0],
        target_id=target_id,
        event_type=event_type,
        event_time=event_time,
        metadata={**metadata, "tenant_id": university.id},
        address=_OFFICE,
    )


def _foundation_events(university: University) -> list[AuditEvent]:
    """Return audit events that agree with the staff list: invitations, deactivations, deletions."""
    first_day = next(m.created_at for m in university.staff if m.email == university.actor.email)
    told: list[tuple[str, datetime, str, dict[str, Any]]] = [
        ("role.created", first_day + timedelta(hours=1), role_id, {"name": role.name})
        for role, role_id in university.role_ids.items()
        if isinstance(role, CustomRole)
    ]
    for member in university.staff:
        user_id = university.staff_ids[member.email]
        if member.invitations:
            told.append(("user.created", member.created_at, user_id, {"user_id": user_id}))
        if member.updated_at:
            change = "deleted" if member.status == "DELETED" else "deactivated"
            told.append((f"user.{change}", member.updated_at, user_id, {"user_id": user_id}))
    return [
        _event(university, i, event_type, moment, target_id, **metadata)
        for i, (event_type, moment, target_id, metadata) in enumerate(told)
    ]


def write_ledger_events(university: University, ledger: list[LedgerRow]) -> None:
    """Write the audit event of every grant and revocation that staff made."""
    AuditEvent.objects.bulk_create(
        _event(
            university,
            _LEDGER_EVENTS_FROM + i,
            "attempt.granted" if row.type == "grant" else "attempt.revoked",
            row.created_at,
            row.id,
            user_id=row.user_id,
            case_study_id=row.case_study_id,
            amount=row.amount,
        )
        for i, row in enumerate(ledger)
        if row.actor_user_id
    )
