"""Case studies in the admin (contract §7)."""

import pytest

from accounts.models import LegacyRole
from programmes.models import CaseStudy
from students.models import Session
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import (
    CaseStudyFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SystemRoleFactory,
    UserFactory,
)
from tests.operators import buttons, listed, offered, page, queries, refused, told

pytestmark = pytest.mark.django_db

LIST = "/admin/programmes/casestudy/"
ADD = "/admin/programmes/casestudy/add/"


def act(case_study: CaseStudy, action: str = "change") -> str:
    return page(f"programmes_casestudy_{action}", case_study.pk)


def stored(case_study: CaseStudy) -> CaseStudy:
    return CaseStudy.objects.get(pk=case_study.pk)


def form_of(case_study: CaseStudy, **changes) -> dict:
    """Return what a browser sends when the form of a case study is saved."""
    names = ("title", "slug", "description", "time_limit_minutes", "document_url", "first_message")
    values = {name: getattr(case_study, name) or "" for name in names}
    values["instructions"] = "\r\n".join("\r\n".join(case_study.instructions).splitlines())
    values["programme_codes"] = case_study.programme_codes
    return values | ({"is_active": "on"} if case_study.is_active else {}) | changes


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


def test_list_shows_whom_case_studies_are_open_to(operator, tenant):
    programmes = [ProgrammeFactory(tenant=tenant, code=code) for code in ("MPH", "MBA")]
    CaseStudyFactory(
        tenant=tenant, title="Zebra", slug="zebra", programmes=programmes, time_limit_minutes=10
    )
    CaseStudyFactory(tenant=tenant, title="Äpfel", slug="apples", is_active=False)
    CaseStudyFactory(title="Another university's")

    rows = [row[:5] for row in listed(operator.get(LIST))]

    assert rows == [
        ["Äpfel", "apples", "Attempts Äpfel · Results Äpfel", "All students", "None"],
        ["Zebra", "zebra", "Attempts Zebra · Results Zebra", "MBA, MPH", "10 min"],
    ]


def test_search_and_filters_narrow_the_list(operator, tenant):
    programme = ProgrammeFactory(tenant=tenant)
    CaseStudyFactory(tenant=tenant, title="Zebra", slug="horse", programmes=[programme])
    CaseStudyFactory(tenant=tenant, title="Apples", slug="fruit", is_active=False)

    def found(**asked) -> list[str]:
        return [row[0] for row in listed(operator.get(LIST, asked))]

    assert found(q="zeb") == found(q="HORS") == found(status="active") == ["Zebra"]
    assert found(programmes__id__exact=programme.pk) == ["Zebra"]
    assert found(status="inactive") == ["Apples"]


def test_list_costs_the_same_for_one_and_three_rows(operator, tenant):
    CaseStudyFactory(tenant=tenant, programmes=[ProgrammeFactory(tenant=tenant)])
    one = queries(operator, LIST)
    for _ in range(2):
        CaseStudyFactory(tenant=tenant, programmes=[ProgrammeFactory(tenant=tenant)])

    assert queries(operator, LIST) == one


def test_a_case_study_is_added(operator, admin, tenant):
    ProgrammeFactory(tenant=tenant, code="MBA")
    sent = {
        "title": "Clean Water",
        "slug": "",
        "description": "",
        "instructions": "Read the brief.\r\n\r\n  Ask questions.  \r\n",
        "programme_codes": ["MBA"],
        "time_limit_minutes": "15",
        "document_url": "https://files.example/brief.pdf",
        "first_message": "Good morning.",
        "is_active": "on",
    }

    told(operator.post(ADD, sent))

    case_study = CaseStudy.objects.get()
    assert (case_study.tenant, case_study.slug, case_study.description) == (
        tenant,
        "clean-water",
        None,
    )
    assert case_study.instructions == ["Read the brief.", "Ask questions."]
    assert case_study.programme_codes == ["MBA"]
    assert (case_study.time_limit_minutes, case_study.is_active) == (15, True)
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id) == ("case_study.created", admin.pk)


def test_active_programmes_and_those_there_are_can_be_chosen(operator, tenant):
    ProgrammeFactory(tenant=tenant, code="NEW", name="New")
    ProgrammeFactory(tenant=tenant, code="GONE", is_active=False)
    ProgrammeFactory(code="FOREIGN")
    held = ProgrammeFactory(tenant=tenant, code="OLD", name="Old", is_active=False)
    case_study = CaseStudyFactory(tenant=tenant, programmes=[held])

    assert offered(operator.get(ADD), "programme_codes") == ["NEW · New"]
    shown = offered(operator.get(act(case_study)), "programme_codes")
    assert shown == ["NEW · New", "OLD · Old (inactive)"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"slug": "Not a slug"}, "slug"),
        ({"slug": "taken"}, ""),
        ({"time_limit_minutes": "0"}, "time_limit_minutes"),
        ({"document_url": "javascript:alert(1)"}, "document_url"),
        ({"instructions": "\n".join("x" * 21)}, "instructions"),
        ({"instructions": "x" * 2001}, "instructions"),
        ({"programme_codes": ["NONE"]}, "programme_codes"),
    ],
)
def test_what_is_refused_stands_beside_its_field(operator, tenant, changes, field):
    CaseStudyFactory(tenant=tenant, slug="taken")
    sent = {"title": "Clean Water", "slug": "", "instructions": "", "is_active": "on"} | changes

    assert list(refused(operator.post(ADD, sent))) == [field]
    assert CaseStudy.objects.count() == 1


def test_a_slug_cannot_be_emptied(operator, tenant):
    case_study = CaseStudyFactory(tenant=tenant)

    assert list(refused(operator.post(act(case_study), form_of(case_study, slug="")))) == ["slug"]


def test_saved_changes_and_nothing_else_are_made(operator, tenant):
    programme = ProgrammeFactory(tenant=tenant, code="MBA")
    case_study = CaseStudyFactory(tenant=tenant, title="Old", programmes=[programme])

    told(operator.post(act(case_study), form_of(case_study, title="New", programme_codes=[])))

    assert (stored(case_study).title, stored(case_study).programme_codes) == ("New", [])
    assert AuditEvent.objects.get().metadata["changes"] == {
        "title": {"before": "Old", "after": "New"},
        "programme_codes": {"before": ["MBA"], "after": []},
    }


def test_instructions_of_several_lines_survive_a_save(operator, tenant):
    """The API takes them; here each line is one, but only once somebody edits them."""
    case_study = CaseStudyFactory(tenant=tenant, instructions=["Read.\nTwice.", "Ask."])

    told(operator.post(act(case_study), form_of(case_study, title="New")))
    assert stored(case_study).instructions == ["Read.\nTwice.", "Ask."]

    told(operator.post(act(case_study), form_of(stored(case_study), instructions="Read.\nAsk!")))
    assert stored(case_study).instructions == ["Read.", "Ask!"]


def test_a_deactivated_case_study_keeps_what_was_done_with_it(operator, tenant):
    case_study = CaseStudyFactory(tenant=tenant)
    session = SessionFactory(user=StudentFactory(tenant=tenant), case_study=case_study)

    told(operator.post(act(case_study, "deactivate")))

    assert not stored(case_study).is_active
    assert Session.objects.get() == session
    assert AuditEvent.objects.get().event_type == "case_study.deleted"
    assert buttons(operator.get(act(case_study))) == ["Activate"]

    told(operator.post(act(case_study, "activate")))
    assert stored(case_study).is_active


def test_who_may_edit_and_not_delete_has_the_box_but_no_button(tenant):
    role = SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.FACULTY)
    client = OperatorClient(UserFactory(tenant=tenant, role=role))
    case_study = CaseStudyFactory(tenant=tenant)

    assert buttons(client.get(act(case_study))) == []
    assert client.post(act(case_study, "deactivate")).status_code == 403
    told(client.post(act(case_study), {**form_of(case_study), "is_active": ""}))
    assert not stored(case_study).is_active


def test_who_may_only_look_sees_a_page_without_controls(tenant):
    role = RoleFactory(tenant=tenant, permissions=["CASE_STUDIES.can_view"])
    client = OperatorClient(UserFactory(tenant=tenant, role=role))
    case_study = CaseStudyFactory(tenant=tenant, instructions=["Read the brief."])

    content = client.get(act(case_study)).content.decode()

    assert "Read the brief." in content
    assert 'name="title"' not in content
    assert client.post(act(case_study), form_of(case_study, title="Eve")).status_code == 403
