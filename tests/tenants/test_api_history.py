"""GET …/{id}/history: what the trail tells of one row, to who may see the row (contract §19)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.services.roles import replace_permissions
from accounts.services.users import update_user
from config.permissions import Action, Module, flag
from programmes.services.case_studies import update_case_study
from programmes.services.programmes import update_programme
from students.models import AttemptTransaction
from students.services.attempts import grant_attempts, grant_attempts_in_bulk, revoke_attempts
from students.services.attempts.expiry import record_expiries
from students.services.transcripts import read_transcript
from tenants.models import AuditEvent
from tenants.services.tenants import update_tenant
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    START,
    AuditEventFactory,
    CaseStudyFactory,
    ProgrammeFactory,
    RoleFactory,
    RosterImportFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
    made_staff,
)
from tests.operators import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(tenant):
    return SuperAdminFactory(tenant=tenant, first_name="Ada", last_name="Obi")


@pytest.fixture
def ben(tenant):
    return StudentFactory(tenant=tenant, first_name="Ben", last_name="Eze", email="ben@uni.example")


@pytest.fixture
def fuel(tenant):
    return CaseStudyFactory(tenant=tenant, title="Fuel subsidy")


def viewer(tenant, *modules: Module) -> ApiClient:
    """Return a client that may look at these modules, and may not see the trail."""
    flags = [flag(module, Action.VIEW) for module in modules]
    return ApiClient(UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=flags)))


def history(api, address: str, **query: str) -> list[dict]:
    answer = api.get(f"/v1/console/{address}/history", query)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["total"] >= len(answer.json()["data"])
    return answer.json()["data"]


def types(api, address: str) -> list[str]:
    return [row["event_type"] for row in history(api, address)]


def test_row_is_the_documented_one(tenant, root):
    programme = ProgrammeFactory(tenant=tenant, name="Health")
    update_programme(actor=root, programme=programme, name="Public Health")
    event = AuditEvent.objects.get(target_id=programme.pk)

    [row] = history(viewer(tenant, Module.PROGRAMMES), f"programmes/{programme.pk}")

    assert row == {
        "id": event.pk,
        "event_type": "programme.updated",
        "event_time": row["event_time"],
        "actor_user_id": root.pk,
        "actor_name": "Ada Obi",
        "target_type": "programme",
        "target_id": programme.pk,
        "metadata": event.metadata,
        "address": None,
    }
    assert row["metadata"]["changes"]["name"] == {"before": "Health", "after": "Public Health"}


def test_it_is_told_newest_first_and_in_pages(tenant):
    programme = ProgrammeFactory(tenant=tenant)
    about = {"tenant": tenant, "target_type": "programme", "target_id": programme.pk}
    events = [
        AuditEventFactory(**about, event_time=START + timedelta(days=day)).pk for day in range(3)
    ]
    api = viewer(tenant, Module.PROGRAMMES)

    assert [row["id"] for row in history(api, f"programmes/{programme.pk}")] == events[::-1]
    asked = {"skip": "1", "limit": "1"}
    assert [row["id"] for row in history(api, f"programmes/{programme.pk}", **asked)] == [events[1]]
    answer = api.get(f"/v1/console/programmes/{programme.pk}/history", {"limit": "101"})
    assert answer.status_code == 422


def test_each_kind_of_row_has_what_its_page_tells(tenant, root, ben, fuel):
    role = RoleFactory(tenant=tenant, permissions=[])
    roster = RosterImportFactory(tenant=tenant, state="imported")
    session = SessionFactory(user=ben, case_study=fuel)
    replace_permissions(actor=root, role=role, flags=[flag(Module.PROGRAMMES, Action.VIEW)])
    update_case_study(actor=root, case_study=fuel, title="Fuel subsidies")
    update_user(actor=root, user=ben, title="Dr")
    read_transcript(actor=root, tenant=tenant, session=session)
    AuditEventFactory(tenant=tenant, event_type="roster.imported", metadata={"run_id": roster.pk})
    job = grant_attempts_in_bulk(
        actor=root,
        tenant=tenant,
        case_study_id=fuel.pk,
        user_ids=[ben.pk],
        amount=1,
        reason="Outage",
    )
    line = AttemptTransaction.objects.get()
    update_tenant(actor=root, tenant=tenant, name="State University")

    for module, address, told in (
        (Module.ROLE_MANAGEMENT, f"roles/{role.pk}", ["permission.updated"]),
        (Module.CASE_STUDIES, f"case-studies/{fuel.pk}", ["case_study.updated"]),
        (Module.USER_MANAGEMENT, f"users/{ben.pk}", ["user.updated"]),
        (
            Module.STUDENT_PERFORMANCE,
            f"student-performance/attempts/{session.pk}",
            ["transcript.read"],
        ),
        (Module.USER_MANAGEMENT, f"roster-imports/{roster.pk}", ["roster.imported"]),
        (Module.ATTEMPT_MANAGEMENT, f"attempts/jobs/{job.pk}", ["bulk_job.granted"]),
        (Module.ATTEMPT_MANAGEMENT, f"attempts/transactions/{line.pk}", ["attempt.granted"]),
    ):
        assert types(viewer(tenant, module), address) == told, address
    assert types(ApiClient(root), f"tenants/{tenant.pk}") == ["tenant.updated"]


def test_what_is_theirs_is_told_to_who_may_see_it_at_both_doors(tenant, root, ben, fuel):
    grant_attempts(
        actor=root,
        tenant=tenant,
        user_id=ben.pk,
        case_study_id=fuel.pk,
        amount=1,
        reason="Outage",
    )
    read_transcript(actor=root, tenant=tenant, session=SessionFactory(user=ben, case_study=fuel))
    ben = made_staff(ben)

    for modules, told in (
        ((), set()),
        ((Module.ATTEMPT_MANAGEMENT,), {"attempt.granted"}),
        ((Module.STUDENT_PERFORMANCE,), {"transcript.read"}),
        (
            (Module.ATTEMPT_MANAGEMENT, Module.STUDENT_PERFORMANCE),
            {"attempt.granted", "transcript.read"},
        ),
    ):
        api = viewer(tenant, Module.USER_MANAGEMENT, *modules)
        shown = set(types(api, f"users/{ben.pk}")) & {"attempt.granted", "transcript.read"}
        assert shown == told
        role = RoleFactory(
            tenant=tenant,
            permissions=[flag(one, Action.VIEW) for one in (Module.USER_MANAGEMENT, *modules)],
        )
        operator = OperatorClient(UserFactory(tenant=tenant, role=role))
        html = operator.get(page("accounts_user_history", ben.pk)).text
        assert ("granted 1 attempt" in html) == ("attempt.granted" in told)
        assert ("read a transcript" in html) == ("transcript.read" in told)


def test_lines_of_one_moment_and_expiries_have_the_event_that_told_of_them(tenant, root, ben, fuel):
    terms = {"actor": root, "tenant": tenant, "user_id": ben.pk, "case_study_id": fuel.pk}
    end = timezone.now() + timedelta(hours=1)
    grant_attempts(**terms, amount=2, reason="Outage", expires_at=end)
    # One from the grant, and none twice: the rest is taken from the base.
    revoke_attempts(**terms, amount=1, reason="By mistake")
    revoke_attempts(**terms, amount=2, reason="By mistake")
    with time_machine.travel(end + timedelta(hours=1), tick=False):
        record_expiries()
    api = viewer(tenant, Module.ATTEMPT_MANAGEMENT)

    told = [
        (line.type, types(api, f"attempts/transactions/{line.pk}"))
        for line in AttemptTransaction.objects.order_by("type", "pk")
    ]

    assert told == [
        ("expiry", ["attempt.granted"]),
        ("grant", ["attempt.granted"]),
        *[("revoke", ["attempt.revoked"])] * 3,
    ]


def test_a_tenants_history_comes_out_of_its_own_trail(root, tenant):
    other = TenantFactory()
    update_tenant(actor=root, tenant=other, name="State University")

    assert types(ApiClient(root), f"tenants/{other.pk}") == ["tenant.updated"]
    assert types(ApiClient(root), f"tenants/{tenant.pk}") == []


def test_the_whole_trail_stays_with_super_admins(tenant):
    api = viewer(tenant, *(module for module in Module if module != Module.TENANT_MANAGEMENT))

    assert api.get("/v1/console/audit-events").status_code == 403


def test_it_costs_no_more_for_three_events_than_for_one(tenant, django_assert_num_queries):
    programme = ProgrammeFactory(tenant=tenant)
    about = {"tenant": tenant, "target_type": "programme", "target_id": programme.pk}
    api = viewer(tenant, Module.PROGRAMMES)
    for number in (1, 2):
        AuditEventFactory.create_batch(number, **about)
        # Who is asking, the programme, its events, and their number.
        with django_assert_num_queries(4):
            assert len(history(api, f"programmes/{programme.pk}")) == 2 * number - 1
