"""Granting and revoking attempts in the admin, for many students at once (§9.4)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from students.models import AttemptTransaction, BulkJob
from tenants.current_tenant import PAGE_TENANT
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import (
    CaseStudyFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    UserFactory,
)
from tests.students.admin_pages import hidden, key, messages, text, url

pytestmark = pytest.mark.django_db

LIST = "student_changelist"


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant, title="Fuel Subsidy")


def choose(client, action: str, students, **more):
    ticked = {"action": action, "_selected_action": [student.pk for student in students]}
    return client.post(url(LIST), ticked | more, follow=True)


def terms(case_study, students, **changed) -> dict:
    return {
        "case_study": case_study.pk,
        "amount": "1",
        "reason": "Audio dropped",
        "user_ids": [student.pk for student in students],
    } | changed


def granted() -> list[str]:
    return sorted(AttemptTransaction.objects.values_list("user", flat=True))


def test_grant_to_the_ticked_is_shown_one_by_one_and_then_made(operator, tenant, case_study):
    students = [
        StudentFactory(tenant=tenant, first_name=name, last_name="Bo", email=f"{name}@x.edu")
        for name in ("Ann", "Ben", "Cy")
    ]
    form = choose(operator, "grant_many", students[:2])
    assert "Grant attempts to 2 students." in text(form)
    assert hidden(form)["user_ids"] == [student.pk for student in students[:2]]

    asked = terms(case_study, students[:2], amount="2")
    preview = operator.post(url("student_grant_many"), asked, follow=True)
    assert (
        "Grant 2 attempts at “Fuel Subsidy” to 2 students? They do not expire."
        " Reason: Audio dropped"
        " This can be done for 2 of 2 students. Outcome Student Remaining now"
        " Will be done Ann Bo Ann@x.edu 3 Will be done Ben Bo Ben@x.edu 3"
        " Grant 2 attempts to 2 students"
    ) in text(preview)
    assert granted() == []
    assert BulkJob.objects.get().dry_run

    asked["idempotency_key"] = key(preview)
    done = operator.post(url("student_grant_many"), asked, follow=True)

    job = BulkJob.objects.get(dry_run=False)
    assert done.redirect_chain == [(url("bulkjob_change", job.pk), 302)]
    assert messages(done) == ["2 attempts granted for 2 students."]
    assert "Done for 2 of 2 students. Outcome Student Done Ann Bo Ann@x.edu" in text(done)
    assert granted() == [student.pk for student in students[:2]]
    events = AuditEvent.objects.for_tenant(tenant).filter(event_type="attempt.granted")
    assert events.count() == 2

    operator.post(url("student_grant_many"), asked)
    assert len(granted()) == 2, "a second click is no second grant"


def test_revocation_says_beforehand_who_has_nothing_left(operator, tenant, case_study):
    rich = StudentFactory(tenant=tenant, first_name="Rich", last_name="Bo", email="rich@x.edu")
    poor = StudentFactory(tenant=tenant, first_name="Poor", last_name="Bo", email="poor@x.edu")
    SessionFactory.create_batch(3, user=poor, case_study=case_study)
    asked = terms(case_study, [rich, poor])

    preview = operator.post(url("student_revoke_many"), asked, follow=True)
    assert (
        "This can be done for 1 of 2 students; 1 left out. Outcome Student Remaining now"
        " Left out Nothing left to revoke Poor Bo poor@x.edu 0 Will be done Rich Bo rich@x.edu 3"
        " Revoke 1 attempt of 1 student"
    ) in text(preview)

    done = operator.post(
        url("student_revoke_many"), asked | {"idempotency_key": key(preview)}, follow=True
    )
    assert messages(done) == ["1 attempt revoked for 1 student, 1 left out."]
    assert granted() == [rich.pk]


def test_nothing_is_offered_where_nothing_can_be_done(operator, tenant, case_study):
    poor = StudentFactory(tenant=tenant)
    SessionFactory.create_batch(3, user=poor, case_study=case_study)

    asked = terms(case_study, [poor])
    preview = operator.post(url("student_revoke_many"), asked, follow=True)

    assert "This can be done for 0 of 1 student; 1 left out." in text(preview)
    assert 'name="idempotency_key" value=' not in preview.text


def test_all_that_a_list_finds_can_be_chosen(operator, tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA")
    enrolled = StudentFactory.create_batch(2, tenant=tenant, programmes=[mba])
    others = [StudentFactory(tenant=tenant), StudentFactory(programmes=[])]

    form = operator.post(
        url(LIST, programme="MBA"),
        {"action": "grant_many", "_selected_action": [enrolled[0].pk], "select_across": "1"},
        follow=True,
    )

    assert set(hidden(form)["user_ids"]) == {student.pk for student in enrolled}
    assert not {student.pk for student in others} & set(hidden(form)["user_ids"])


def test_back_after_a_bulk_grant_leads_to_the_students(operator, tenant, case_study):
    student = StudentFactory(tenant=tenant)
    form = choose(operator, "grant_many", [student])
    address = f"{url('student_grant_many')}?ids={student.pk}"
    assert form.redirect_chain == [(address, 302)]
    assert hidden(operator.get(address))["user_ids"] == [student.pk]
    asked = terms(case_study, [student], expires_at="2090-12-31")
    preview = operator.post(address, asked, follow=True)
    ((shown, _),) = preview.redirect_chain
    assert key(operator.get(shown)) == key(preview), "looked at again, it is the same"
    changed = operator.get(shown.replace("preview", "change"))
    assert 'value="2090-12-31"' in changed.text
    assert "Audio dropped</textarea>" in changed.text

    confirmed = {name: values for name, values in hidden(preview).items() if name != PAGE_TENANT}
    operator.post(shown, confirmed | {"idempotency_key": key(preview)})

    assert operator.get(shown).url == url(LIST)
    assert granted() == [student.pk]
    assert AttemptTransaction.objects.get().expires_at.year == 2090


def test_a_preview_is_seen_by_whoever_made_it_alone(operator, tenant, case_study, admin):
    student = StudentFactory(tenant=tenant)
    preview = operator.post(url("student_grant_many"), terms(case_study, [student]), follow=True)
    ((shown, _),) = preview.redirect_chain
    others = OperatorClient(UserFactory(tenant=tenant, role=admin.role))

    assert others.get(shown).url == url(LIST)
    assert others.get(f"{url('student_grant_many')}?preview=nonsense").url == url(LIST)
    assert operator.get(shown.replace("grant", "revoke")).url == url(LIST)


def test_an_address_that_names_nobody_leads_back_to_the_list(operator, tenant):
    for asked in ({}, {"ids": "x,,y"}, {"matching": "programme=NONE"}, {"matching": "a=b&"}):
        answer = operator.get(url("student_grant_many"), asked, follow=True)
        assert messages(answer) == ["Choose 1 to 500 students in the list first."]


def test_at_most_five_hundred_can_be_chosen(operator, tenant, monkeypatch):
    monkeypatch.setattr("students.admin.attempts.bulk.MAX_BULK_ROWS", 2)
    students = StudentFactory.create_batch(3, tenant=tenant)

    across = operator.post(
        url(LIST),
        {"action": "grant_many", "_selected_action": [students[0].pk], "select_across": "1"},
        follow=True,
    )
    assert messages(across) == ["At most 2 students at once. Narrow the list first."]

    posted = operator.post(
        url("student_grant_many"), terms(CaseStudyFactory(tenant=tenant), students), follow=True
    )
    assert messages(posted) == ["At most 2 students at once. Narrow the list first."]
    assert granted() == []


def test_another_tenants_students_are_left_out_without_a_word_about_them(
    operator, tenant, case_study
):
    foreign = StudentFactory(first_name="Foreign", email="foreign@x.edu")
    asked = terms(case_study, [foreign, StudentFactory(tenant=tenant)])

    preview = operator.post(url("student_grant_many"), asked, follow=True)
    assert "Left out There is no such student Nobody of this university – Will be done" in text(
        preview
    )
    assert "foreign@x.edu" not in preview.text

    operator.post(url("student_grant_many"), asked | {"idempotency_key": key(preview)})
    assert foreign.pk not in granted()
    assert len(granted()) == 1


def test_what_is_entered_wrongly_is_asked_for_again(operator, tenant, case_study):
    student = StudentFactory(tenant=tenant)

    answer = operator.post(
        url("student_grant_many"),
        terms(case_study, [student], expires_at="2020-01-01", idempotency_key="guessed"),
    )

    assert "Give a moment in the future." in text(answer)
    assert hidden(answer)["user_ids"] == [student.pk]
    assert granted() == []


def test_each_needs_its_own_flag_of_attempt_management(tenant, case_study):
    student = StudentFactory(tenant=tenant)
    for held, may_grant, may_revoke in (
        ("ATTEMPT_MANAGEMENT.can_view", False, False),
        ("ATTEMPT_MANAGEMENT.can_create", True, False),
        ("ATTEMPT_MANAGEMENT.can_edit", False, True),
    ):
        role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view", held])
        client = OperatorClient(UserFactory(tenant=tenant, role=role))
        shown = client.get(url(LIST)).text
        for page, action, may in (
            ("student_grant_many", "grant_many", may_grant),
            ("student_revoke_many", "revoke_many", may_revoke),
        ):
            assert (f'value="{action}"' in shown) == may
            assert ("Preview" in choose(client, action, [student]).content.decode()) == may
            answer = client.post(url(page), terms(case_study, [student], idempotency_key=held))
            assert answer.status_code == (302 if may else 403)
    assert sorted(AttemptTransaction.objects.values_list("type", flat=True)) == ["grant", "revoke"]


def test_preview_costs_as_many_queries_for_three_as_for_one(operator, tenant, case_study):
    students = StudentFactory.create_batch(3, tenant=tenant)

    def cost(some) -> int:
        with CaptureQueriesContext(connection) as queries:
            asked = terms(case_study, some)
            text(operator.post(url("student_grant_many"), asked, follow=True))
        return len(queries)

    assert cost(students) == cost(students[:1])
