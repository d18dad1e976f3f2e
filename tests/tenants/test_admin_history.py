"""Each History page tells in sentences what became of its row (contract §19)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.services.roles import replace_permissions
from accounts.services.users import update_user
from config.permissions import Action, Module, flag
from students.models import AttemptTransaction
from students.services.attempts import grant_attempts, grant_attempts_in_bulk, revoke_attempts
from students.services.attempts.expiry import record_expiries
from students.services.transcripts import read_transcript
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import (
    CaseStudyFactory,
    RoleFactory,
    RosterImportFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    UserFactory,
)
from tests.operators import page, parsed, words

pytestmark = pytest.mark.django_db

SEEN_WITHOUT_THE_TRAIL = (Module.USER_MANAGEMENT, Module.ATTEMPT_MANAGEMENT)


@pytest.fixture
def root(tenant):
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def browser(root) -> OperatorClient:
    return OperatorClient(root)


@pytest.fixture
def ada(tenant):
    return UserFactory(tenant=tenant, first_name="Ada", last_name="Obi")


@pytest.fixture
def ben(tenant):
    return StudentFactory(tenant=tenant, first_name="Ben", last_name="Eze", email="ben@uni.example")


@pytest.fixture
def fuel(tenant):
    return CaseStudyFactory(tenant=tenant, title="Fuel subsidy")


def history(client, name: str, pk: str):
    answer = client.get(page(f"{name}_history", pk))
    assert answer.status_code == 200
    return parsed(answer).xpath("//main")[0]


def told(client, name: str, pk: str) -> list[str]:
    return [words(cell) for cell in history(client, name, pk).xpath(".//tbody/tr/td[2]")]


def change(operation, ada, ben, fuel, **terms):
    values = {"amount": 2, "reason": "Audio dropped"} | terms
    return operation(actor=ada, tenant=fuel.tenant, user_id=ben.pk, case_study_id=fuel.pk, **values)


def test_a_persons_history_has_what_is_theirs(browser, ada, ben, fuel, tenant):
    change(grant_attempts, ada, ben, fuel)
    read_transcript(actor=ada, tenant=tenant, session=SessionFactory(user=ben, case_study=fuel))
    update_user(actor=ada, user=ben, first_name="Benedict", last_name="Ezeh")

    said = words(history(browser, "students_student", ben.pk))
    for sentence in (
        "Ada Obi changed the last name and the first name of Benedict Ezeh",
        "Ada Obi read a transcript of Benedict Ezeh at Fuel subsidy",
        "Ada Obi granted 2 attempts at Fuel subsidy to Benedict Ezeh",
    ):
        assert sentence in said


def test_it_leads_to_what_the_person_did_and_to_the_trail(browser, ada, ben, fuel):
    change(grant_attempts, ada, ben, fuel)

    links = {
        words(a): a.get("href") for a in history(browser, "accounts_user", ada.pk).xpath(".//a")
    }
    shown = parsed(browser.get(links["What Ada Obi did"]))
    assert "Ada Obi granted 2 attempts" in words(shown)
    assert "In the audit trail" in links


def test_who_may_not_see_the_trail_has_no_link_to_it(tenant, ada, ben, fuel):
    grant_attempts_in_bulk(
        actor=ada,
        tenant=tenant,
        case_study_id=fuel.pk,
        user_ids=[ben.pk],
        amount=1,
        reason="Audio dropped",
    )
    flags = [flag(module, Action.VIEW) for module in SEEN_WITHOUT_THE_TRAIL]
    clerk = OperatorClient(
        UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=flags))
    )

    main = history(clerk, "students_student", ben.pk)
    assert "granted 1 attempt at Fuel subsidy to Ben Eze" in words(main)
    assert not [a for a in main.xpath(".//a/@href") if "auditevent" in a or "casestudy" in a]


def test_a_role_tells_of_its_permissions(browser, ada, root, tenant):
    role = RoleFactory(tenant=tenant, name="Examiner", permissions=[])
    replace_permissions(actor=root, role=role, flags=[flag(Module.PROGRAMMES, Action.VIEW)])

    (line,) = told(browser, "accounts_role", role.pk)
    assert line == (
        f"{root.display_name} changed what the role Examiner permits "
        "Permissions: nothing → Programmes: view"
    )


def test_each_line_of_a_revocation_tells_of_it_and_an_expiry_of_its_grant(browser, ada, ben, fuel):
    soon = timezone.now() + timedelta(minutes=2)
    change(grant_attempts, ada, ben, fuel, amount=1, expires_at=soon)
    change(revoke_attempts, ada, ben, fuel, amount=2)
    revoked = AttemptTransaction.objects.filter(type="revoke")
    assert len(revoked) == 2

    for line in revoked:
        assert told(browser, "students_attempttransaction", line.pk) == [
            "Ada Obi took 2 attempts at Fuel subsidy back from Ben Eze"
        ]
    with time_machine.travel(soon + timedelta(minutes=1)):
        record_expiries()
        expiry = AttemptTransaction.objects.get(type="expiry")
        main = history(browser, "students_attempttransaction", expiry.pk)
    assert "Ada Obi granted 1 attempt at Fuel subsidy to Ben Eze" in words(main)
    assert "by the system" in words(main)


def test_a_bulk_job_tells_who_did_it(browser, ada, ben, fuel, tenant):
    job = grant_attempts_in_bulk(
        actor=ada,
        tenant=tenant,
        case_study_id=fuel.pk,
        user_ids=[ben.pk],
        amount=1,
        reason="Audio dropped",
    )

    assert told(browser, "students_bulkjob", job.pk) == [
        "Ada Obi granted 1 attempt at Fuel subsidy to 1 student Show the 1 line"
    ]


def test_a_row_without_events_says_since_when_it_is_there(browser, tenant):
    upload = RosterImportFactory(tenant=tenant, created_by_name="Chi Ade")
    session = SessionFactory(user__tenant=tenant)
    assert not AuditEvent.objects.exists()

    assert "by Chi Ade" in words(history(browser, "students_rosterimport", upload.pk))
    said = words(history(browser, "students_session", session.pk))
    assert "Here since" in said
    assert "Nothing" not in said
