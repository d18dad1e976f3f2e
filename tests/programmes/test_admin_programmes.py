"""Programmes in the admin (contract §6)."""

import pytest

from programmes.models import Programme
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import CaseStudyFactory, ProgrammeFactory, StudentFactory
from tests.operators import buttons, listed, page, parsed, queries, refused, told, words

pytestmark = pytest.mark.django_db

LIST = "/admin/programmes/programme/"
ADD = "/admin/programmes/programme/add/"


def act(programme: Programme, action: str = "change") -> str:
    return page(f"programmes_programme_{action}", programme.pk)


def stored(programme: Programme) -> Programme:
    return Programme.objects.get(pk=programme.pk)


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


def test_list_counts_the_case_studies(operator, tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    ProgrammeFactory(tenant=tenant, code="MPH", name="Health", is_active=False)
    CaseStudyFactory(tenant=tenant, programmes=[mba])
    CaseStudyFactory(tenant=tenant, programmes=[mba], is_active=False)
    foreign = ProgrammeFactory(code="MPH")
    CaseStudyFactory(tenant=foreign.tenant, programmes=[foreign])

    rows = [row[:3] for row in listed(operator.get(LIST))]

    assert rows == [["MBA", "Business", "2"], ["MPH", "Health", "0"]]
    (only,) = listed(operator.get(LIST, {"status": "inactive"}))
    assert only[0] == "MPH"


def test_list_costs_the_same_for_one_and_three_rows(operator, tenant):
    ProgrammeFactory(tenant=tenant)
    one = queries(operator, LIST)
    ProgrammeFactory.create_batch(2, tenant=tenant)

    assert queries(operator, LIST) == one


def test_a_list_without_programmes_says_what_to_do(operator):
    content = operator.get(LIST).content.decode()

    assert "No programmes yet" in content
    assert "Add the first one" in content


def test_a_programme_is_added(operator, admin, tenant):
    told(operator.post(ADD, {"code": "MBA", "name": "Business", "description": ""}))

    programme = Programme.objects.get()
    assert (programme.tenant, programme.code, programme.description) == (tenant, "MBA", None)
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id) == ("programme.created", admin.pk)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("mba", {"code": ["Use upper-case letters, digits, hyphens and underscores only."]}),
        ("TAKEN", {"": ["A programme with this code exists already."]}),
    ],
)
def test_a_code_that_is_refused_says_why(operator, tenant, code, reason):
    ProgrammeFactory(tenant=tenant, code="TAKEN")

    assert refused(operator.post(ADD, {"code": code, "name": "Business"})) == reason
    assert Programme.objects.count() == 1


def test_a_saved_change_is_recorded(operator, tenant):
    programme = ProgrammeFactory(tenant=tenant, code="MBA", name="Old")

    told(operator.post(act(programme), {"code": "MBA", "name": "New", "description": ""}))

    assert stored(programme).name == "New"
    assert AuditEvent.objects.get().metadata["changes"] == {
        "name": {"before": "Old", "after": "New"}
    }


def test_a_programme_in_use_stays_and_the_page_says_who_is_in_it(operator, tenant):
    programme = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    StudentFactory(tenant=tenant, programmes=[programme])
    StudentFactory(tenant=tenant, programmes=[programme], status="DELETED")
    CaseStudyFactory(tenant=tenant, programmes=[programme])

    url = act(programme, "delete")
    for answer in (operator.get(url), operator.post(url, {"post": "yes"})):
        (main,) = parsed(answer).xpath("//main")
        assert [words(item) for item in main.xpath(".//ul[contains(@class, 'list-disc')]/li")] == [
            "2 people belong to it (students and staff; deleted ones too, who may come back)",
            "1 case study belongs to it",
        ]
        assert act(programme, "deactivate") in main.xpath(".//a/@href")
        assert not main.xpath(".//form")
    assert stored(programme) == programme


def test_a_programme_that_came_into_use_meanwhile_stays(operator, tenant, monkeypatch):
    programme = ProgrammeFactory(tenant=tenant)
    StudentFactory(tenant=tenant, programmes=[programme])
    monkeypatch.setattr("programmes.admin.programmes.uses_of", lambda programme: {"users": 0})

    answer = operator.post(act(programme, "delete"), {"post": "yes"})

    assert told(answer) == ["The programme is still in use; deactivate it instead."]
    assert stored(programme) == programme


def test_a_programme_that_nobody_uses_goes(operator, tenant):
    programme = ProgrammeFactory(tenant=tenant)

    told(operator.post(act(programme, "delete"), {"post": "yes"}))

    assert not Programme.objects.exists()
    assert AuditEvent.objects.get().event_type == "programme.deleted"


def test_a_programme_is_switched_off_and_on(operator, tenant):
    programme = ProgrammeFactory(tenant=tenant)

    for action, is_active in (("deactivate", False), ("activate", True)):
        assert operator.get(act(programme, action)).status_code == 200
        assert stored(programme).is_active is not is_active
        told(operator.post(act(programme, action)))
        assert stored(programme).is_active is is_active

    assert buttons(operator.get(act(programme))) == ["Deactivate"]
