"""Constraints: the one that keeps rows inside their tenant, and the words of all of them."""

import copy

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.migrations.writer import MigrationWriter
from django.db.models import Model, UniqueConstraint
from psycopg.errors import ForeignKeyViolation

import config.constraints
from accounts.models import (
    BrowserSession,
    Invitation,
    PasswordReset,
    ProgrammeMembership,
    SecondFactor,
    SignIn,
    SSOCode,
    SSOIdentity,
    SSOLogin,
    User,
)
from config.constraints import SameTenant
from config.ids import new_id
from programmes.models import CaseStudyProgramme
from students.models import (
    AttemptTransaction,
    BulkJob,
    CaseStudyProgress,
    Grade,
    ImportedStudent,
    LedgerPersonal,
    SearchEntry,
    Session,
    Transcript,
)
from tenants.models import AuditPersonal, Tenant
from tests.accounts import test_models as accounts_tests
from tests.factories import (
    START,
    AttemptTransactionFactory,
    CaseStudyFactory,
    GradeFactory,
    ImportedStudentFactory,
    ProgrammeFactory,
    RoleFactory,
    SecondFactorFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
    TranscriptFactory,
    UserFactory,
)
from tests.programmes import test_models as programmes_tests
from tests.students import test_models as students_tests
from tests.tenants import test_models as tenants_tests

OUR_APPS = ("tenants", "programmes", "accounts", "students")


def constraints(kind: type | None = None) -> list[tuple[type[Model], object]]:
    """Return (model, constraint) for all of our models."""
    return [
        (model, constraint)
        for label in OUR_APPS
        for model in apps.get_app_config(label).get_models()
        for constraint in model._meta.constraints
        if kind is None or isinstance(constraint, kind)
    ]


def link(tenant: Tenant, **columns) -> CaseStudyProgramme:
    ends = {
        "case_study": CaseStudyFactory(tenant=tenant),
        "programme": ProgrammeFactory(tenant=tenant),
    }
    return CaseStudyProgramme.objects.create(tenant=tenant, **{**ends, **columns})


def membership(tenant: Tenant, **columns) -> ProgrammeMembership:
    ends = {"user": StudentFactory(tenant=tenant), "programme": ProgrammeFactory(tenant=tenant)}
    return ProgrammeMembership.objects.create(tenant=tenant, **{**ends, **columns})


def way_in(model: type[Model], tenant: Tenant, **columns) -> Model:
    user = UserFactory(tenant=tenant)
    return model.objects.create(tenant=tenant, **{"user": user, "expires_at": START, **columns})


def sign_in(tenant: Tenant, **columns) -> SignIn:
    user = columns.get("user") or UserFactory(tenant=tenant)
    ends = {"user": user, "sso_login": sso_login(tenant)}
    return SignIn.objects.create(tenant=tenant, expires_at=START, **{**ends, **columns})


def sso_identity(tenant: Tenant, **columns) -> SSOIdentity:
    known = {"user": UserFactory(tenant=tenant), "server_url": "https://a.edu/", "subject": "ada"}
    return SSOIdentity.objects.create(tenant=tenant, **{**known, **columns})


def sso_login(tenant: Tenant, **columns) -> SSOLogin:
    known = {"user": UserFactory(tenant=tenant), "ticket_digest": new_id()}
    return SSOLogin.objects.create(tenant=tenant, **{**known, **columns})


def sso_code(tenant: Tenant, **columns) -> SSOCode:
    known = {"login": sso_login(tenant), "digest": new_id(), "challenge": "x"}
    return SSOCode.objects.create(tenant=tenant, expires_at=START, **{**known, **columns})


def session(tenant: Tenant, **columns) -> Session:
    ends = {"user": StudentFactory(tenant=tenant), "case_study": CaseStudyFactory(tenant=tenant)}
    return SessionFactory(tenant=tenant, **{**ends, **columns})


def charge(tenant: Tenant, **columns) -> AttemptTransaction:
    ends = {"user": StudentFactory(tenant=tenant), "case_study": CaseStudyFactory(tenant=tenant)}
    grant = AttemptTransactionFactory(tenant=tenant, **ends)
    return AttemptTransactionFactory(
        tenant=tenant, type="revoke", **{**ends, "grant": grant, **columns}
    )


def job(tenant: Tenant, **columns) -> BulkJob:
    fixed = {"job_type": "attempt_grant", "amount": 1, "reason": "x", "total_rows": 1}
    case_study = CaseStudyFactory(tenant=tenant)
    return BulkJob.objects.create(tenant=tenant, **{**fixed, "case_study": case_study, **columns})


# How to make a row of a tenant with all that it points to.
ROWS = {
    CaseStudyProgramme: link,
    User: lambda tenant, **columns: UserFactory(tenant=tenant, **columns),
    ProgrammeMembership: membership,
    SignIn: sign_in,
    SSOIdentity: sso_identity,
    SSOLogin: sso_login,
    SSOCode: sso_code,
    Invitation: lambda tenant, **columns: way_in(Invitation, tenant, **columns),
    PasswordReset: lambda tenant, **columns: way_in(PasswordReset, tenant, **columns),
    SecondFactor: lambda tenant, **columns: SecondFactorFactory(tenant=tenant, **columns),
    Session: session,
    Transcript: lambda tenant, **columns: TranscriptFactory(
        tenant=tenant, **{"session": session(tenant), **columns}
    ),
    Grade: lambda tenant, **columns: GradeFactory(
        tenant=tenant, **{"session": session(tenant), **columns}
    ),
    AttemptTransaction: charge,
    BulkJob: job,
    ImportedStudent: lambda tenant, **columns: ImportedStudentFactory(
        **{"tenant": tenant, "user": StudentFactory(tenant=tenant), **columns}
    ),
}

SAME_TENANT = [
    pytest.param(model, constraint, id=constraint.name)
    for model, constraint in constraints(SameTenant)
]


def target_of(model: type[Model], field: str, tenant: Tenant) -> Model:
    """Make a row that the field could point to, was it not in another tenant."""
    target = model._meta.get_field(field).remote_field.model
    simple = {
        "Programme": ProgrammeFactory,
        "CaseStudy": CaseStudyFactory,
        "Role": RoleFactory,
        "AttemptTransaction": charge,
        "Session": session,
        "User": UserFactory,
        "SSOLogin": sso_login,
    }
    return simple[target.__name__](tenant=tenant)


@pytest.fixture
def ledger_unlocked(db):
    """Let the ledger be written to: these tests are about its keys."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER append_only ON students_attempttransaction")


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint"), SAME_TENANT)
def test_orm_can_not_point_into_another_tenant(model, constraint):
    foreign = target_of(model, constraint.field, TenantFactory())

    with pytest.raises(IntegrityError) as refusal:
        ROWS[model](TenantFactory(), **{constraint.field: foreign})

    assert isinstance(refusal.value.__cause__, ForeignKeyViolation)
    assert refusal.value.__cause__.diag.constraint_name == constraint.name


@pytest.mark.parametrize(("model", "constraint"), SAME_TENANT)
def test_sql_can_not_point_into_another_tenant(ledger_unlocked, model, constraint):
    row = ROWS[model](TenantFactory())
    foreign = target_of(model, constraint.field, TenantFactory())
    column = model._meta.get_field(constraint.field).column
    statement = (
        f'UPDATE {model._meta.db_table} SET "{column}" = %s WHERE {model._meta.pk.column} = %s'  # noqa: S608 - our models' own names
    )

    with connection.cursor() as cursor, pytest.raises(IntegrityError) as refusal:
        cursor.execute(statement, [foreign.pk, row.pk])

    assert refusal.value.__cause__.diag.constraint_name == constraint.name


@pytest.mark.parametrize(("model", "constraint"), SAME_TENANT)
def test_row_that_is_pointed_to_can_not_be_deleted(ledger_unlocked, model, constraint):
    row = ROWS[model](TenantFactory())
    target = getattr(row, constraint.field)
    statement = f"DELETE FROM {target._meta.db_table} WHERE id = %s"  # noqa: S608 - our models' own names

    with connection.cursor() as cursor, pytest.raises(IntegrityError) as refusal:
        cursor.execute(statement, [target.pk])

    assert isinstance(refusal.value.__cause__, ForeignKeyViolation)
    names = {constraint.name for _, constraint in constraints(SameTenant)}
    assert refusal.value.__cause__.diag.constraint_name in names


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint"), SAME_TENANT)
def test_validation_says_so_at_the_field(model, constraint):
    row = ROWS[model](TenantFactory())
    row.validate_constraints()
    setattr(row, constraint.field, target_of(model, constraint.field, TenantFactory()))

    with pytest.raises(ValidationError) as refusal:
        row.full_clean()

    assert "This belongs to another tenant." in refusal.value.message_dict[constraint.field]


@pytest.mark.django_db
@pytest.mark.parametrize("exclude", [{"role"}, {"tenant"}])
def test_validation_leaves_out_what_a_form_does_not_show(exclude):
    user = UserFactory()
    user.role = RoleFactory()

    user.validate_constraints(exclude=exclude)


@pytest.mark.django_db
def test_validation_accepts_an_empty_link_and_leaves_a_missing_one_to_the_field():
    UserFactory(role=None).validate_constraints()
    Session(tenant=TenantFactory()).validate_constraints(exclude={"case_study"})


# Triggers write these, from rows whose links are guarded; nobody else does.
DERIVED = {
    (User, "programme_set"),
    (SearchEntry, "user"),
    (SearchEntry, "programme_set"),
    (CaseStudyProgress, "user"),
    (CaseStudyProgress, "case_study"),
    (CaseStudyProgress, "programme_set"),
    (AuditPersonal, "event"),
    (LedgerPersonal, "line"),
}

# The store of sessions looks the tenant up by the user whom it writes beside it.
LOOKED_UP = (BrowserSession, "user")


def test_every_link_between_tenants_rows_is_guarded():
    guarded = {(model, constraint.field) for model, constraint in constraints(SameTenant)}

    links = {
        (model, field.name)
        for label in OUR_APPS
        for model in apps.get_app_config(label).get_models()
        if model._meta.managed
        for field in model._meta.local_fields
        if field.is_relation and field.related_model is not Tenant
    }

    assert links - DERIVED - {LOOKED_UP} == guarded


def test_constraint_is_told_from_others_and_survives_a_copy():
    first = SameTenant("user", name="a", violation_error_message="No.")

    assert copy.deepcopy(first) == first.clone() == first
    assert first != SameTenant("user", name="b", violation_error_message="No.")
    assert first != SameTenant("role", name="a", violation_error_message="No.")
    assert first != SameTenant("user", name="a")
    assert first != UniqueConstraint(fields=["user"], name="a")


@pytest.mark.parametrize(("model", "constraint"), SAME_TENANT)
def test_constraint_is_written_into_migrations_and_read_back(model, constraint):
    text, imports = MigrationWriter.serialize(constraint)

    assert imports == {"import config.constraints"}
    assert eval(text, {"config": config}) == constraint  # noqa: S307 - what a migration does


@pytest.mark.django_db
def test_constraint_can_be_removed_and_added_by_migrations():
    (constraint,) = (c for _, c in constraints(SameTenant) if c.name == "session_case_study_fk")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with connection.schema_editor(atomic=False) as editor:
        editor.remove_constraint(Session, constraint)
    wrong = session(TenantFactory(), case_study=CaseStudyFactory())
    with (
        pytest.raises(IntegrityError, match=constraint.name),
        transaction.atomic(),
        connection.schema_editor(atomic=False) as editor,
    ):
        editor.add_constraint(Session, constraint)

    wrong.delete()
    with connection.schema_editor(atomic=False) as editor:
        editor.add_constraint(Session, constraint)
    with pytest.raises(IntegrityError, match=constraint.name):
        session(TenantFactory(), case_study=CaseStudyFactory())


def is_target(constraint) -> bool:
    """Tell a key that SameTenant points to: the id alone is unique already, so none breaks it."""
    return isinstance(constraint, UniqueConstraint) and constraint.fields[-1:] == ("id",)


def test_every_constraint_that_a_caller_can_meet_has_words_of_its_own():
    """The default would answer “Constraint “…” is violated.”"""
    silent = {
        constraint.name
        for _, constraint in constraints()
        if constraint.violation_error_message == constraint.default_violation_error_message
    }
    expected = {constraint.name for _, constraint in constraints(SameTenant)} | {
        constraint.name for _, constraint in constraints(UniqueConstraint) if is_target(constraint)
    }

    # These say “It exists already.”, which is all there is to say; counts are the database's own.
    assert silent - expected == {
        "unique_programme_membership",
        "unique_case_study_programme",
        "unique_student_count",
        "unique_standing_count",
        "unique_seal_number",
    }


def test_every_constraint_is_broken_by_a_test():
    tested = {
        name
        for module in (tenants_tests, programmes_tests, accounts_tests, students_tests)
        for name in module.VIOLATIONS
    }
    declared = {
        constraint.name
        for _, constraint in constraints()
        if not isinstance(constraint, SameTenant) and not is_target(constraint)
    }

    # The database numbers the seals itself, whatever is written.
    assert tested == declared - {"unique_seal_number"}
    assert {model for model, _ in constraints(SameTenant)} == set(ROWS)


@pytest.mark.django_db
def test_every_declared_constraint_is_in_the_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint UNION SELECT indexname FROM pg_indexes")
        present = {name for (name,) in cursor}

    assert {constraint.name for _, constraint in constraints()} <= present
