"""Another number of attempts per student: what it would do is told before it is done (§19)."""

import pytest

from students.models import AttemptTransaction
from students.queries import allowance
from students.queries.allowance import effect_of_allowance
from tenants.models import TenantAIConfig
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
)
from tests.operators import forms, page
from tests.students.admin_pages import messages, text

pytestmark = pytest.mark.django_db

FIELD = "max_sessions_per_student"


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant)


@pytest.fixture
def super_admin(tenant):
    return SuperAdminFactory(tenant=tenant)


def tried(case_study, times: int, **columns):
    """A student who has used so many attempts."""
    student = StudentFactory(tenant=case_study.tenant, **columns)
    SessionFactory.create_batch(times, user=student, case_study=case_study)
    return student


def changed(student, case_study, kind: str, amount: int) -> AttemptTransaction:
    return AttemptTransactionFactory(user=student, case_study=case_study, type=kind, amount=amount)


def moves(tenant, value) -> tuple[int, int]:
    effect = effect_of_allowance(tenant, value)
    assert effect.is_complete
    return effect.gaining, effect.losing


def test_more_attempts_count_who_has_none_left_and_gets_some(tenant, case_study):
    for times in (0, 2, 3, 4, 5):
        tried(case_study, times)
    tried(case_study, 3, unlimited_sessions=True)
    tried(CaseStudyFactory(tenant=TenantFactory()), 3)
    changed(tried(case_study, 3), case_study, "grant", 1)
    changed(tried(case_study, 4), case_study, "grant", 1)
    changed(tried(case_study, 2), case_study, "revoke", 1)

    # Of 3 now: those with 3 and 4, the one who has used a grant up, the one after a revocation.
    assert moves(tenant, 5) == (4, 0)
    assert moves(tenant, 4) == (3, 0)
    assert moves(tenant, 3) == (0, 0)
    assert moves(tenant, None) == (0, 0)


def test_fewer_attempts_count_who_has_some_left_and_will_have_none(tenant, case_study):
    TenantAIConfig.objects.create(tenant=tenant, **{FIELD: 5})
    for times in (0, 1, 2, 4, 5):
        tried(case_study, times)
    changed(tried(case_study, 2), case_study, "grant", 1)
    changed(tried(case_study, 3), case_study, "revoke", 1)

    # Of 5 now: with 2 and 4 used, and with one of four left; a grant keeps the other one going.
    assert moves(tenant, 2) == (0, 3)
    assert moves(tenant, None) == (0, 2)


def test_somebody_at_several_case_studies_counts_once(tenant, case_study):
    student = tried(case_study, 3)
    for kind in (None, "grant"):
        other = CaseStudyFactory(tenant=tenant)
        SessionFactory.create_batch(4, user=student, case_study=other)
        if kind:
            changed(student, other, kind, 1)

    assert moves(tenant, 5) == (1, 0)


def test_no_more_than_a_fixed_number_is_looked_at(tenant, case_study, monkeypatch):
    for _ in range(3):
        tried(case_study, 3)
        changed(tried(case_study, 4), case_study, "grant", 1)

    monkeypatch.setattr(allowance, "MOST", 2)
    assert effect_of_allowance(tenant, 5).is_complete is False
    assert effect_of_allowance(tenant, 5).gaining == 5
    monkeypatch.setattr(allowance, "MOST", 3)
    assert effect_of_allowance(tenant, 5).is_complete
    monkeypatch.setattr(allowance, "MOST_IN_LEDGER", 2)
    assert effect_of_allowance(tenant, 5).is_complete is False
    assert effect_of_allowance(tenant, 5).gaining == 5


def test_it_costs_the_same_for_three_as_for_one(tenant, case_study, django_assert_num_queries):
    for _ in range(3):
        with django_assert_num_queries(4):
            effect_of_allowance(tenant, 5)
        tried(case_study, 3)
        changed(tried(case_study, 4), case_study, "grant", 1)


def test_the_api_tells_it(tenant, case_study, super_admin):
    tried(case_study, 3)
    tried(case_study, 1)
    url = f"/v1/console/tenants/{tenant.pk}/ai-config/effect"
    caller = ApiClient(super_admin)

    answer = caller.get(url, {FIELD: 4})

    assert answer.status_code == 200
    assert answer.json()["data"] == {
        "before": 3,
        "after": 4,
        "students": 2,
        "gaining": 1,
        "losing": 0,
        "is_complete": True,
    }
    assert caller.get(url).json()["data"]["after"] == 3
    assert caller.get(url, {FIELD: 1}).json()["data"]["losing"] == 1
    for nonsense in ("0", "101", "three"):
        assert caller.get(url, {FIELD: nonsense}).status_code == 422


def test_an_operator_sees_what_it_does_before_it_is_saved(tenant, case_study, super_admin):
    tried(case_study, 3)
    tried(case_study, 1)
    browser = OperatorClient(super_admin)
    url = page("tenants_tenant_ai_settings", tenant.pk)
    (form,) = forms(browser.get(url))
    assert "Empty means 3." in text(browser.get(url))

    shown = browser.post_as_it_is(url, form.values | {FIELD: "5", "default_language": "fr"})

    said = text(shown)
    assert "Nothing is saved yet. This is what it would do:" in said
    assert "Attempts per student and case study: 5 in place of 3." in said
    assert "Every student gets 2 attempts more at every case study" in said
    assert "No attempt remaining at a case study now, and some afterwards: 1 student." in said
    assert not TenantAIConfig.objects.exists()

    (again,) = forms(shown)
    lower = browser.post_as_it_is(url, again.values | {FIELD: "1"})

    assert "Every student loses 2 attempts at every case study" in text(lower)
    assert "Attempts remaining at a case study now, and none afterwards: 1 student." in text(lower)
    assert not TenantAIConfig.objects.exists(), "another number is another effect"

    (again,) = forms(lower)
    done = browser.post_as_it_is(url, again.values, follow=True)

    assert messages(done) == [f"The AI settings of {tenant} are saved."]
    stored = TenantAIConfig.objects.get()
    assert (stored.max_sessions_per_student, stored.default_language) == (1, "fr")


def test_the_effect_in_another_university_than_ones_own_is_told_as_well(super_admin):
    other = TenantFactory()
    tried(CaseStudyFactory(tenant=other), 3)
    browser = OperatorClient(super_admin)
    url = page("tenants_tenant_ai_settings", other.pk)

    (form,) = forms(browser.get(url))
    shown = browser.post_as_it_is(url, form.values | {FIELD: "5"})

    assert "Every student gets 2 attempts more" in text(shown)
    assert "some afterwards: 1 student." in text(shown)


def test_what_does_nothing_to_attempts_is_saved_at_once(tenant, super_admin):
    TenantAIConfig.objects.create(tenant=tenant, **{FIELD: 3})
    browser = OperatorClient(super_admin)
    url = page("tenants_tenant_ai_settings", tenant.pk)

    for changes in ({"default_language": "fr"}, {FIELD: ""}):
        (form,) = forms(browser.get(url))
        assert browser.post_as_it_is(url, form.values | changes).status_code == 302
    assert TenantAIConfig.objects.get().max_sessions_per_student is None


def test_more_than_were_counted_are_said_to_be_more(tenant, case_study, super_admin, monkeypatch):
    monkeypatch.setattr(allowance, "MOST", 1)
    for _ in range(2):
        tried(case_study, 3)
    browser = OperatorClient(super_admin)

    url = page("tenants_tenant_ai_settings", tenant.pk)
    (form,) = forms(browser.get(url))
    shown = browser.post_as_it_is(url, form.values | {FIELD: "5"})

    assert "some afterwards: at least 1 student." in text(shown)
