"""Granting and revoking attempts in the admin, one student at a time (§9.3)."""

from datetime import UTC, datetime

import pytest

from students.models import AttemptTransaction, IdempotencyRecord
from students.queries.entitlements import entitlement_of
from tenants.current_tenant import PAGE_TENANT
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import (
    CaseStudyFactory,
    FacultyFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    UserFactory,
)
from tests.students.admin_pages import hidden, key, messages, text, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture
def student(tenant):
    return StudentFactory(tenant=tenant, first_name="Zoë", last_name="Bo", email="zoe@x.edu")


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant, title="Fuel Subsidy")


def terms(case_study, **changed) -> dict:
    return {"case_study": case_study.pk, "amount": "2", "reason": "Audio dropped"} | changed


def left(student, case_study) -> int:
    entitlement = entitlement_of(
        tenant=student.tenant, user_id=student.pk, case_study_id=case_study.pk
    )
    return entitlement.attempts_remaining


def ledger(student) -> list[tuple]:
    lines = AttemptTransaction.objects.filter(user=student).order_by("created_at")
    return [
        (line.type, line.amount, line.reason, line.expires_at, line.actor_name) for line in lines
    ]


# Granting -------------------------------------------------------------------------------------


def test_grant_is_asked_for_shown_in_advance_and_then_made(operator, admin, student, case_study):
    SessionFactory(user=student, case_study=case_study)
    grant = url("student_grant", student.pk)

    page = operator.get(grant, {"case_study": case_study.pk})
    assert f'<option value="{case_study.pk}" selected>Fuel Subsidy</option>' in page.text
    assert "nothing changes before you confirm" in text(page)

    asked = terms(case_study, expires_at="2090-12-31")
    preview = operator.post(grant, asked, follow=True)
    shown = text(preview)
    assert (
        "Grant 2 attempts at “Fuel Subsidy” to Zoë Bo? They expire: 31 Dec 2090, end of day in UTC"
        " . Reason: Audio dropped Attempts Now Afterwards Base allowance 3 3"
        " Granted in addition 0 2 Revoked 0 0 Allowed in all 3 5 Used 1 1"
        " Remaining 2 4 Grant 2 attempts"
    ) in shown
    assert hidden(preview) | {"csrfmiddlewaretoken": None} == {
        "csrfmiddlewaretoken": None,
        PAGE_TENANT: [student.tenant_id],
        **{name: [value] for name, value in asked.items()},
    }
    assert ledger(student) == []

    done = operator.post(grant, asked | {"idempotency_key": key(preview)}, follow=True)

    assert done.redirect_chain == [(url("student_change", student.pk), 302)]
    assert messages(done) == ["2 attempts granted for “Fuel Subsidy”: 4 of 5 remaining."]
    until = datetime(2090, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    assert ledger(student) == [("grant", 2, "Audio dropped", until, admin.display_name)]
    assert left(student, case_study) == 4
    event = AuditEvent.objects.for_tenant(student.tenant).get()
    assert (event.event_type, event.actor_user_id) == ("attempt.granted", admin.pk)


def test_preview_leaves_nothing_behind(operator, student, case_study):
    operator.post(url("student_grant", student.pk), terms(case_study))

    assert ledger(student) == []
    assert not AuditEvent.objects.exists()
    assert not IdempotencyRecord.objects.exists()


def test_grant_that_is_confirmed_twice_is_made_once(operator, student, case_study):
    grant = url("student_grant", student.pk)
    confirmed = terms(case_study)
    confirmed["idempotency_key"] = key(operator.post(grant, confirmed, follow=True))

    first, second = (operator.post(grant, confirmed, follow=True) for _ in range(2))

    assert messages(first) == messages(second)
    assert len(ledger(student)) == 1


def test_back_after_a_grant_leads_to_the_student(operator, student, case_study):
    grant, page = url("student_grant", student.pk), url("student_change", student.pk)
    preview = operator.post(grant, terms(case_study, amount="7"), follow=True)
    ((shown, _),) = preview.redirect_chain
    assert key(operator.get(shown)) == key(preview), "looked at again, it is the same"
    changed = operator.get(shown.replace("preview", "change"))
    assert 'value="7"' in changed.text

    operator.post(grant, terms(case_study, amount="7", idempotency_key=key(preview)))

    assert operator.get(shown).url == page
    assert operator.get(shown.replace("preview", "change")).url == page
    assert len(ledger(student)) == 1


def test_a_preview_that_is_gone_leads_to_the_form(operator, student, case_study):
    grant = url("student_grant", student.pk)
    preview = operator.post(grant, terms(case_study), follow=True)
    ((shown, _),) = preview.redirect_chain
    another = StudentFactory(tenant=student.tenant)

    assert operator.get(f"{grant}?preview=nonsense").url == grant
    of_another = url("student_grant", another.pk)
    assert operator.get(shown.replace(student.pk, another.pk)).url == of_another
    assert operator.get(shown.replace("grant", "revoke")).url == url("student_revoke", student.pk)


def test_two_previews_are_two_grants(operator, student, case_study):
    grant = url("student_grant", student.pk)
    for _ in range(2):
        preview = operator.post(grant, terms(case_study), follow=True)
        operator.post(grant, terms(case_study, idempotency_key=key(preview)))

    assert len(ledger(student)) == 2


def test_confirmation_of_something_else_than_was_shown_is_refused(operator, student, case_study):
    grant = url("student_grant", student.pk)
    confirmed = terms(case_study)
    confirmed["idempotency_key"] = key(operator.post(grant, confirmed, follow=True))
    operator.post(grant, confirmed)

    answer = operator.post(grant, confirmed | {"amount": "50"})

    assert "This idempotency key was used for another request." in text(answer)
    assert len(ledger(student)) == 1


def test_preview_leads_back_to_the_form_with_what_was_entered(operator, student, case_study):
    grant = url("student_grant", student.pk)
    answer = operator.post(grant, terms(case_study, amount="7") | {"again": "1"})

    assert 'value="7"' in answer.text
    assert "Audio dropped</textarea>" in answer.text
    assert ledger(student) == []


def test_what_is_entered_wrongly_is_said_beside_the_field(operator, student, case_study):
    for changed, told in (
        ({"amount": "0"}, "Ensure this value is greater than or equal to 1."),
        ({"amount": "101"}, "Ensure this value is less than or equal to 100."),
        ({"reason": " "}, "This field is required."),
        ({"reason": "x" * 1001}, "Ensure this value has at most 1000 characters"),
        ({"expires_at": "2020-01-01"}, "Give a moment in the future."),
        ({"expires_at": "soon"}, "Give a date or a date and time in ISO 8601."),
        ({"case_study": ""}, "This field is required."),
        (
            {"case_study": CaseStudyFactory().pk},
            "Select a valid choice. That choice is not one of the available choices.",
        ),
    ):
        answer = operator.post(url("student_grant", student.pk), terms(case_study) | changed)

        assert told in text(answer)
        assert 'name="idempotency_key" value=' not in answer.text
    assert ledger(student) == []


def test_case_studies_to_choose_from_are_the_tenants(operator, student, case_study):
    CaseStudyFactory(tenant=student.tenant, title="Old one", is_active=False)
    CaseStudyFactory(title="Foreign")

    page = text(operator.get(url("student_grant", student.pk)))

    assert "Fuel Subsidy" in page
    assert "Old one (inactive)" in page
    assert "Foreign" not in page


# Revoking -------------------------------------------------------------------------------------


def test_revocation_is_shown_in_advance_and_then_made(operator, student, case_study):
    revoke = url("student_revoke", student.pk)
    preview = operator.post(revoke, terms(case_study), follow=True)
    assert (
        "Revoke 2 attempts at “Fuel Subsidy” of Zoë Bo? Reason: Audio dropped"
        " Attempts Now Afterwards Base allowance 3 3 Granted in addition 0 0 Revoked 0 2"
        " Allowed in all 3 1 Used 0 0 Remaining 3 1 Revoke 2 attempts"
    ) in text(preview)
    assert ledger(student) == []

    confirmed = terms(case_study, idempotency_key=key(preview))
    done = operator.post(revoke, confirmed, follow=True)

    assert messages(done) == ["2 attempts revoked for “Fuel Subsidy”: 1 of 1 remaining."]
    assert left(student, case_study) == 1
    event = AuditEvent.objects.for_tenant(student.tenant).get()
    assert event.event_type == "attempt.revoked"


def test_more_than_is_left_cannot_be_revoked(operator, student, case_study):
    SessionFactory(user=student, case_study=case_study)

    answer = operator.post(url("student_revoke", student.pk), terms(case_study, amount="3"))

    assert "Only 2 left to revoke." in text(answer)
    assert ledger(student) == []


def test_what_was_used_meanwhile_is_refused_at_the_confirmation(operator, student, case_study):
    revoke = url("student_revoke", student.pk)
    confirmed = terms(case_study, amount="3")
    confirmed["idempotency_key"] = key(operator.post(revoke, confirmed, follow=True))
    SessionFactory(user=student, case_study=case_study)

    answer = operator.post(revoke, confirmed)

    assert "Only 2 left to revoke." in text(answer)
    assert ledger(student) == []


# Rights ---------------------------------------------------------------------------------------


def test_each_needs_its_own_flag_of_attempt_management(tenant, student, case_study):
    users = "USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_edit"
    for held, grants, revokes in (
        ([], 403, 403),
        (["ATTEMPT_MANAGEMENT.can_view"], 403, 403),
        (["ATTEMPT_MANAGEMENT.can_create"], 200, 403),
        (["ATTEMPT_MANAGEMENT.can_edit"], 403, 200),
    ):
        role = RoleFactory(tenant=tenant, permissions=[*users, *held])
        client = OperatorClient(UserFactory(tenant=tenant, role=role))
        for page, status in (("student_grant", grants), ("student_revoke", revokes)):
            answer = client.post(
                url(page, student.pk), terms(case_study, idempotency_key="guessed")
            )
            assert answer.status_code == (302 if status == 200 else 403)
            assert client.get(url(page, student.pk)).status_code == status
    assert [line[0] for line in ledger(student)] == ["grant", "revoke"]


def test_another_tenants_student_gets_nothing(operator, case_study):
    foreign = StudentFactory()

    for page in ("student_grant", "student_revoke"):
        answer = operator.post(url(page, foreign.pk), terms(case_study, idempotency_key="guessed"))
        assert answer.status_code == 404
    assert ledger(foreign) == []


def test_attempts_of_teachers_are_nobodys(operator, tenant, case_study):
    teacher = FacultyFactory(tenant=tenant)

    assert operator.get(url("student_grant", teacher.pk)).status_code == 404
