"""Attempts of a student at a case study, reckoned in SQL (contract §9.1, §9.3)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import OuterRef

from accounts.models import User
from students.queries.entitlements import (
    Entitlement,
    entitlement_of,
    may_see,
    with_counts,
    with_entitlement,
)
from tenants.models import TenantAIConfig
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)


@pytest.fixture
def student(tenant):
    return StudentFactory(tenant=tenant)


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant)


def entitlement(student, case_study) -> Entitlement:
    return entitlement_of(
        tenant=student.tenant, user_id=student.pk, case_study_id=case_study.pk, at=NOW
    )


def test_without_anything_there_are_three_attempts(student, case_study):
    assert entitlement(student, case_study) == Entitlement(3, 0, 0, 0, 3, 3)


@pytest.mark.parametrize(("setting", "base"), [(None, 3), (1, 1), (5, 5)])
def test_the_base_is_the_tenants_setting(student, case_study, setting, base):
    TenantAIConfig.objects.create(tenant=student.tenant, max_sessions_per_student=setting)

    assert entitlement(student, case_study).base_attempts == base


def test_the_documented_example(student, case_study):
    """Three, two more, four used: five allowed, one left (§9.1)."""
    AttemptTransactionFactory(user=student, case_study=case_study, amount=2)
    SessionFactory.create_batch(4, user=student, case_study=case_study)
    SessionFactory(user=student, case_study=case_study, elapsed_active_time=59.99)

    assert entitlement(student, case_study) == Entitlement(3, 2, 0, 4, 5, 1)


def test_grants_expire_and_take_their_revocations_with_them(student, case_study):
    def entry(kind: str, amount: int, **columns):
        return AttemptTransactionFactory(
            user=student, case_study=case_study, type=kind, amount=amount, **columns
        )

    lapsed, running = entry("grant", 10, expires_at=NOW), entry("grant", 4, expires_at=LATER)
    entry("grant", 2)
    entry("revoke", 5, grant=lapsed)
    entry("revoke", 3, grant=running)
    entry("revoke", 1)
    entry("expiry", 10, grant=lapsed)

    assert entitlement(student, case_study) == Entitlement(3, 6, 4, 0, 5, 5)


def test_numbers_never_fall_below_nothing(student, case_study):
    AttemptTransactionFactory(user=student, case_study=case_study, type="revoke", amount=9)
    SessionFactory(user=student, case_study=case_study)

    assert entitlement(student, case_study) == Entitlement(3, 0, 9, 1, 0, 0)


@pytest.mark.parametrize(
    ("granted", "revoked", "used"), [(0, 0, 0), (2, 0, 4), (6, 4, 1), (0, 9, 1), (1, 2, 5)]
)
def test_what_follows_from_the_counts_is_the_same_in_python_and_in_sql(
    student, case_study, granted, revoked, used
):
    for kind, amount in (("grant", granted), ("revoke", revoked)):
        if amount:
            AttemptTransactionFactory(user=student, case_study=case_study, type=kind, amount=amount)
    SessionFactory.create_batch(used, user=student, case_study=case_study)
    users = User.objects.filter(pk=student.pk)

    [row] = with_counts(users, student=OuterRef("pk"), case_study=case_study.pk, at=NOW)

    assert Entitlement.of_counts(row) == entitlement(student, case_study)


def test_unlimited_sessions_change_no_number(tenant, case_study):
    student = StudentFactory(tenant=tenant, unlimited_sessions=True)
    SessionFactory.create_batch(4, user=student, case_study=case_study)

    assert entitlement(student, case_study) == Entitlement(3, 0, 0, 4, 3, 0)


def test_other_pairs_have_no_say(student, case_study):
    for other in (
        {"user": StudentFactory(tenant=student.tenant), "case_study": case_study},
        {"user": student, "case_study": CaseStudyFactory(tenant=student.tenant)},
        {},
    ):
        SessionFactory(**other)
        AttemptTransactionFactory(amount=50, **other)

    assert entitlement(student, case_study) == Entitlement(3, 0, 0, 0, 3, 3)


def test_the_entitlement_of_a_pair_costs_one_query(student, case_study, django_assert_num_queries):
    with django_assert_num_queries(1):
        entitlement(student, case_study)


def test_a_page_of_students_is_reckoned_at_once(tenant, case_study, django_assert_num_queries):
    students = StudentFactory.create_batch(3, tenant=tenant)
    for count, student in enumerate(students):
        SessionFactory.create_batch(count, user=student, case_study=case_study)
    rows = with_entitlement(
        User.objects.for_tenant(tenant), student=OuterRef("pk"), case_study=case_study.pk, at=NOW
    )

    with django_assert_num_queries(1):
        left = list(rows.order_by("attempts_remaining").values_list("pk", "attempts_remaining"))

    assert left == [(student.pk, 3 - n) for n, student in reversed(list(enumerate(students)))]


def test_nobody_of_another_tenant_has_an_entitlement(student):
    with pytest.raises(User.DoesNotExist):
        entitlement_of(tenant=CaseStudyFactory().tenant, user_id=student.pk, case_study_id="0" * 24)


def test_a_case_study_is_seen_by_those_who_share_a_programme_or_by_all(tenant):
    mba, mph, law = ProgrammeFactory.create_batch(3, tenant=tenant)
    enrolled = StudentFactory(tenant=tenant, programmes=[law, mba])
    StudentFactory(tenant=tenant, programmes=[law])
    nowhere = StudentFactory(tenant=tenant)

    def seen_by(*programmes) -> set[str]:
        case_study = CaseStudyFactory(tenant=tenant, programmes=programmes)
        return set(User.objects.filter(may_see(case_study.pk)).values_list("pk", flat=True))

    assert seen_by(mba, mph) == {enrolled.pk}
    assert seen_by(mph) == set()
    assert {enrolled.pk, nowhere.pk} < seen_by()
