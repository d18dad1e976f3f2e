"""The trail says in words what happened, and finds it by person, kind and day (contract §18)."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.services.users import soft_delete_user, update_user
from students.services.attempts import grant_attempts
from students.services.transcripts import read_transcript
from tenants.admin.sentences import KINDS, SENTENCES
from tenants.models import AuditEvent, EventType
from tests.clients import OperatorClient
from tests.factories import (
    AuditEventFactory,
    CaseStudyFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.operators import parsed, words

pytestmark = pytest.mark.django_db

LIST = reverse("admin:tenants_auditevent_changelist")
EXPORT = reverse("admin:tenants_auditevent_export")
_SENTENCES = "//table[@id='result_list']//td[contains(@class, 'field-what')]"


@pytest.fixture
def root(tenant) -> User:
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def browser(root) -> OperatorClient:
    return OperatorClient(root)


@pytest.fixture
def ada(tenant) -> User:
    return UserFactory(tenant=tenant, first_name="Ada", last_name="Obi", email="ada@staff.example")


@pytest.fixture
def ben(tenant):
    return StudentFactory(tenant=tenant, first_name="Ben", last_name="Eze", email="ben@uni.example")


def told(browser, **query: str) -> list[str]:
    """Return the sentences of the list, as somebody reads them."""
    page = parsed(browser.get(LIST, query))
    return [words(cell) for cell in page.xpath(_SENTENCES)]


def links(browser) -> dict[str, str]:
    page = parsed(browser.get(LIST))
    return {words(a): a.get("href") for a in page.xpath(f"{_SENTENCES}//a")}


def test_every_type_of_event_has_a_sentence_and_a_name():
    assert SENTENCES.keys() == set(EventType.values)
    assert KINDS.keys() == set(EventType.values)
    assert len(set(KINDS.values())) == len(KINDS)


@pytest.mark.parametrize("event_type", EventType.values)
def test_a_sentence_stands_for_an_event_that_says_next_to_nothing(event_type, browser, tenant):
    """Such as one whose person was erased, or of an older release."""
    target = EventType(event_type).target_type
    AuditEventFactory(tenant=tenant, event_type=event_type, target_type=target)

    (sentence,) = told(browser)
    assert len(sentence.split()) >= 3
    assert "{" not in sentence
    assert "None" not in sentence


def test_a_grant_says_who_got_what_where_and_from_whom(browser, ada, ben, tenant):
    fuel = CaseStudyFactory(tenant=tenant, title="Fuel subsidy")
    grant_attempts(
        actor=ada,
        tenant=tenant,
        user_id=ben.pk,
        case_study_id=fuel.pk,
        amount=2,
        reason="Audio dropped",
    )

    assert told(browser) == ["Ada Obi granted 2 attempts at Fuel subsidy to Ben Eze"]
    assert links(browser) == {
        "Ada Obi": reverse("admin:accounts_user_change", args=[ada.pk]),
        "Ben Eze": reverse("admin:students_student_change", args=[ben.pk]),
        "Fuel subsidy": reverse("admin:programmes_casestudy_change", args=[fuel.pk]),
    }


def test_a_change_says_what_it_was_and_became(browser, ada, ben):
    update_user(actor=ada, user=ben, last_name="Ezeh")
    update_user(actor=ada, user=ben, title="Dr", department="Law")

    assert told(browser) == [
        (
            "Ada Obi changed the job title and the department of Ben Ezeh "
            "Job title: nothing → Dr Department: nothing → Law"
        ),
        "Ada Obi changed the last name (Eze → Ezeh) of Ben Ezeh",
    ]


def test_a_sign_in_says_how_and_from_where(browser, ada, tenant):
    facts = {"tenant": tenant, "target_id": ada.pk, "address": "192.0.2.1"}
    AuditEventFactory(
        **facts,
        actor_user_id=ada.pk,
        event_type="sign_in.succeeded",
        metadata={"via": "password", "tenant_id": tenant.pk},
    )
    AuditEventFactory(
        **facts, event_type="sign_in.failed", metadata={"via": "cas", "tenant_id": tenant.pk}
    )

    assert told(browser) == [
        "Somebody failed to sign in as Ada Obi by single sign-on from 192.0.2.1",
        "Ada Obi signed in by password from 192.0.2.1",
    ]


def test_what_is_gone_is_called_as_the_event_has_it(browser, ada, tenant):
    role = RoleFactory(tenant=tenant, name="Examiner")
    AuditEventFactory(
        tenant=tenant,
        event_type="role.deleted",
        target_type="role",
        target_id=role.pk,
        actor_user_id="f" * 24,
        actor_name="Chi Ade",
        metadata={"name": "Examiner", "tenant_id": tenant.pk},
    )
    role.delete()

    assert told(browser) == ["Chi Ade deleted the role Examiner"]


def test_a_deleted_student_has_a_name_and_no_link(browser, ada, ben):
    soft_delete_user(actor=ada, user=User.objects.get(pk=ben.pk))

    assert told(browser) == ["Ada Obi deleted Ben Eze"]
    assert "Ben Eze" not in links(browser)


def test_names_are_never_markup(browser, tenant, root):
    AuditEventFactory(
        tenant=tenant,
        event_type="role.deleted",
        target_type="role",
        target_id="e" * 24,
        metadata={"name": "<script>alert(1)</script>", "tenant_id": tenant.pk},
    )

    page = browser.get(LIST).content.decode()

    assert "<script>alert(1)" not in page
    assert told(browser) == ["The system deleted the role <script>alert(1)</script>"]


def test_what_was_done_elsewhere_says_where_and_can_be_chosen(browser, root, tenant):
    other = TenantFactory(name="Other University")
    student = StudentFactory(tenant=other)
    update_user(actor=root, user=student, title="Dr")
    AuditEventFactory(tenant=tenant, metadata={"tenant_id": tenant.pk})

    here, there = told(browser)
    assert there.endswith(", in Other University")
    assert told(browser, done_in=other.pk) == [there]
    assert told(browser, done_in=tenant.pk) == [here]


# Finding --------------------------------------------------------------------------------------


def test_a_person_is_found_as_the_one_who_did_it_and_to_whom_it_was_done(browser, ada, ben, tenant):
    session = SessionFactory(user=ben)
    read_transcript(actor=ada, tenant=tenant, session=session)
    grant_attempts(
        actor=ada,
        tenant=tenant,
        user_id=ben.pk,
        case_study_id=session.case_study_id,
        amount=1,
        reason="Audio dropped",
    )
    update_user(actor=None, user=ada, title="Prof")
    update_user(actor=None, user=UserFactory(tenant=tenant, first_name="Chi"), title="Prof")

    for text in ("ben eze", "ben@uni.example", ben.pk):
        found = told(browser, q=text)
        assert [line.split()[2] for line in found] == ["granted", "read"], text
    for text in ("Obi Ada", "ADA@staff.example", ada.pk):
        assert len(told(browser, q=text)) == 3, text
    assert told(browser, q="nobody of this name") == []


def test_a_deleted_student_is_found_by_their_address(browser, ada, ben):
    soft_delete_user(actor=ada, user=User.objects.get(pk=ben.pk))

    assert told(browser, q=ben.email) == ["Ada Obi deleted Ben Eze"]


def test_too_many_people_are_not_looked_up(browser, tenant, monkeypatch):
    monkeypatch.setattr("tenants.queries.trail.MOST_PEOPLE", 2)
    for student in StudentFactory.create_batch(3, tenant=tenant, first_name="Dike"):
        AuditEventFactory(tenant=tenant, target_id=student.pk)

    answer = browser.get(LIST, {"q": "Dike"})

    assert "More than 2 people match" in answer.content.decode()
    assert list(answer.context["cl"].result_list) == []


def test_people_of_another_tenant_are_not_found(browser, tenant):
    stranger = StudentFactory(first_name="Dike")
    AuditEventFactory(tenant=tenant, target_id=stranger.pk)

    assert told(browser, q="Dike") == []


@pytest.mark.parametrize("many", [1, 5])
def test_names_take_one_statement_for_each_kind(
    many, browser, ada, tenant, django_assert_num_queries
):
    for _ in range(many):
        grant_attempts(
            actor=ada,
            tenant=tenant,
            user_id=StudentFactory(tenant=tenant).pk,
            case_study_id=CaseStudyFactory(tenant=tenant).pk,
            amount=1,
            reason="Audio dropped",
        )

    # As for a list of accounts alone, and the case studies.
    with django_assert_num_queries(7):
        browser.get(LIST)


# One event ------------------------------------------------------------------------------------


def test_an_event_shows_before_and_after_and_names_for_ids(browser, ada, ben, tenant):
    fuel = CaseStudyFactory(tenant=tenant, title="Fuel subsidy")
    AuditEventFactory(
        tenant=tenant,
        actor_user_id=ada.pk,
        event_type="user.updated",
        target_id=ben.pk,
        metadata={
            "changes": {"is_active": {"before": True, "after": False}},
            "user_id": ben.pk,
            "case_study_id": fuel.pk,
            "tenant_id": tenant.pk,
        },
    )
    event = AuditEvent.objects.get()

    page = parsed(browser.get(reverse("admin:tenants_auditevent_change", args=[event.pk])))
    text = words(page)

    assert "Active: yes → no" in text
    assert "Case study: Fuel subsidy" in text
    assert "User: Ben Eze" in text
    assert f"University: {tenant.name}" in text


# Files ----------------------------------------------------------------------------------------


def test_the_list_links_to_files_of_what_it_shows(browser, tenant):
    kept = AuditEventFactory(tenant=tenant, event_type="user.updated")
    AuditEventFactory(tenant=tenant, event_type="user.created")
    AuditEventFactory(
        tenant=tenant, event_type="user.updated", event_time=timezone.now() - timedelta(days=9)
    )
    today = timezone.now().date().isoformat()
    query = {"event_type": "user.updated", "event_time__gte": today}

    page = parsed(browser.get(LIST, query))
    addresses = [a.get("href") for a in page.xpath(f"//a[starts-with(@href, '{EXPORT}')]")]
    assert [address.rpartition("=")[2] for address in addresses] == ["csv", "ndjson"]
    lines = b"".join(browser.get(addresses[1]).streaming_content).splitlines()

    assert [json.loads(line)["id"] for line in lines] == [kept.pk]
    event = AuditEvent.objects.get(event_type=EventType.AUDIT_EXPORTED)
    assert event.metadata["filters"] == query
    assert (event.metadata["rows"], event.metadata["format"]) == (1, "ndjson")


def test_a_file_of_a_search_has_the_events_of_the_person(browser, tenant, ben):
    AuditEventFactory(tenant=tenant, target_id=ben.pk)
    AuditEventFactory(tenant=tenant)

    answer = browser.get(EXPORT, {"q": "Ben", "format": "ndjson"})

    assert len(b"".join(answer.streaming_content).splitlines()) == 1


def test_too_many_files_lead_back_to_the_list(browser, own_limits, settings):
    settings.RATE_LIMITS = {"export": (1, 600)}
    assert browser.get(EXPORT).status_code == 200

    answer = browser.get(EXPORT, {"event_type": "user.created", "format": "csv"}, follow=True)

    assert answer.redirect_chain[0][0] == f"{LIST}?event_type=user.created"
    assert b"Too many requests" in answer.content


def test_a_filter_that_is_not_offered_is_left_out_and_gives_no_whole_trail(browser, tenant):
    answer = browser.get(EXPORT, {"event_type": "gone", "format": "csv"})

    assert answer.status_code == 302
    assert not AuditEvent.objects.filter(event_type=EventType.AUDIT_EXPORTED).exists()
