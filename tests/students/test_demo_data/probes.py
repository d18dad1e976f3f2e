"""Helpers that read the rows that the command wrote."""

from collections.abc import Collection
from hashlib import sha256
from io import StringIO

from django.core.management import call_command
from django.db import connection, models

from accounts.models import Invitation, ProgrammeMembership, Role, User, UserStatus
from programmes.models import CaseStudy, CaseStudyProgramme, Programme
from students.demo.universities import DEMO
from students.models import AttemptTransaction, Grade, LedgerPersonal, Session, Student, Transcript
from tenants.models import (
    AllowedOrigin,
    AuditEvent,
    AuditPersonal,
    Tenant,
    TenantAIConfig,
    TenantBranding,
    TenantSSOConfig,
)

MODELS = [
    *(Tenant, TenantBranding, TenantSSOConfig, TenantAIConfig, AllowedOrigin),
    *(AuditEvent, AuditPersonal),
    *(Role, User, Invitation, ProgrammeMembership),
    *(Programme, CaseStudy, CaseStudyProgramme),
    *(Session, Transcript, Grade, AttemptTransaction, LedgerPersonal),
]


def run(**options) -> str:
    out = StringIO()
    call_command("demo_data", stdout=out, **options)
    return out.getvalue()


def sql(query: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


# Made with a salt, which differs in every run.
SALTED = frozenset(
    ("password", "actor_digest", "metadata_digest", "actor_salt", "metadata_salt", "arrival")
)


def content(*, without: Collection[str] = ()) -> dict[str, str]:
    """Return a digest of every table's rows, without some columns and the numbers of links."""
    digests = {}
    for model in MODELS:
        columns = [
            field.attname
            for field in model._meta.concrete_fields
            if field.name not in without and not isinstance(field, models.BigAutoField)
        ]
        rows = sorted(map(repr, model.objects.values_list(*columns)))
        digests[model.__name__] = sha256("\n".join(rows).encode()).hexdigest()
    return digests


def documented_search():
    return (
        Student.objects.for_tenant(DEMO.id)
        .filter(search_text__contains="abdul")
        .filter(programmes__code="MBA1234")
        .filter(status=UserStatus.ACTIVE)
    )


def assert_last_seen_is_true() -> None:
    assert not sql("""
        SELECT u.id FROM accounts_user u WHERE last_seen_at IS DISTINCT FROM
            (SELECT max(seen_at) FROM students_session s WHERE s.user_id = u.id)
    """)
