"""The search of the whole console: what it finds, for whom, and at what cost."""

import pytest
from django.urls import reverse

from accounts.models import UserStatus
from config.admin.search import ALONE, MOST
from config.permissions import Module
from tests.clients import OperatorClient
from tests.factories import (
    CaseStudyFactory,
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.operators import parsed, queries, words

pytestmark = pytest.mark.django_db

SEARCH = "/admin/search/"


def found(client, text: str) -> dict[str, list[str]]:
    """Return what a search finds: the texts of the links under each heading."""
    answer = client.get(SEARCH, {"s": text}, headers={ALONE: "1"})
    assert answer.status_code == 200
    kinds = parsed(answer).xpath("//h2")
    return {
        kind.xpath("string(./text()[last()])").strip(): [
            words(link) for link in kind.xpath("./following-sibling::ul[1]//a")
        ]
        for kind in kinds
    }


@pytest.fixture
def world(tenant):
    """A tenant with one row of each kind that is searched, all with the same word in their name."""
    programme = ProgrammeFactory(tenant=tenant, code="KOLA", name="Business")
    CaseStudyFactory(tenant=tenant, title="Kola nuts", slug="trade")
    StudentFactory(
        tenant=tenant,
        first_name="Kola",
        last_name="Ade",
        email="k.ade@state.edu",
        sis_id="S-77",
        programmes=[programme],
    )
    role = RoleFactory(tenant=tenant, name="Tutor", permissions=["PROGRAMMES.can_view"])
    UserFactory(
        tenant=tenant, role=role, first_name="Femi", last_name="Kola", email="femi@state.edu"
    )
    return tenant


EVERYTHING = {
    "Students": ["Kola Ade k.ade@state.edu · S-77"],
    "Users": ["Femi Kola femi@state.edu · Tutor"],
    "Programmes": ["Business KOLA"],
    "Case studies": ["Kola nuts trade"],
}


def caller(tenant, *flags: str) -> OperatorClient:
    role = RoleFactory(tenant=tenant, permissions=sorted(flags))
    return OperatorClient(
        UserFactory(tenant=tenant, role=role, first_name="Ada", last_name="Obi", email="a@x.edu")
    )


def test_one_word_finds_every_kind_of_row(world):
    assert found(OperatorClient(SuperAdminFactory(tenant=world)), "KOLA") == EVERYTHING


@pytest.mark.parametrize(
    ("module", "kinds"),
    [
        (Module.USER_MANAGEMENT, {"Students", "Users"}),
        (Module.PROGRAMMES, {"Programmes"}),
        (Module.CASE_STUDIES, {"Case studies"}),
        (Module.ATTEMPT_MANAGEMENT, set()),
        (Module.STUDENT_PERFORMANCE, set()),
        (Module.ROLE_MANAGEMENT, set()),
    ],
)
def test_nobody_finds_what_their_role_does_not_show(world, module, kinds):
    # To invite people one need not see them: that flag opens nothing here.
    client = caller(world, f"{module}.can_view", "USER_MANAGEMENT.can_create")

    assert set(found(client, "kola")) == kinds


def test_a_role_that_loses_a_flag_finds_less_at_once(world):
    client = caller(world, "PROGRAMMES.can_view", "CASE_STUDIES.can_view")
    assert set(found(client, "kola")) == {"Programmes", "Case studies"}

    client._user.role.permissions = ["CASE_STUDIES.can_view"]
    client._user.role.save()

    assert set(found(client, "kola")) == {"Case studies"}


def test_nothing_of_another_university_is_found_and_after_the_switch_nothing_of_the_former(world):
    other = TenantFactory(name="Other University")
    StudentFactory(tenant=other, first_name="Kola", last_name="Stranger")
    FacultyFactory(tenant=other, first_name="Kola", last_name="Foreign")
    ProgrammeFactory(tenant=other, code="KOLA-X", name="Elsewhere")
    CaseStudyFactory(tenant=other, title="Kola beyond")
    client = OperatorClient(SuperAdminFactory(tenant=world))
    assert found(client, "kola") == EVERYTHING

    client.work_in(other)

    there = found(client, "kola")
    assert [kind[0].split()[:2] for kind in there.values()] == [
        ["Kola", "Stranger"],
        ["Kola", "Foreign"],
        ["Elsewhere", "KOLA-X"],
        ["Kola", "beyond"],
    ]
    assert "Found in Other University:" in client.get(SEARCH, {"s": "kola"}).content.decode()


@pytest.mark.parametrize(
    "text", ["k.ade@state", "S-77", "ade, kola", "Ade Kola", "  kola ade ", "KÓLÂ ade"]
)
def test_a_student_is_found_as_in_the_list_of_students(world, text):
    client = OperatorClient(SuperAdminFactory(tenant=world))

    assert found(client, text)["Students"] == EVERYTHING["Students"]


def test_what_is_found_leads_to_its_page(world):
    client = OperatorClient(SuperAdminFactory(tenant=world))
    answer = client.get(SEARCH, {"s": "kola"})

    addresses = parsed(answer).xpath("//a[contains(@class, 'search-found')]/@href")

    assert len(addresses) == 4
    assert [client.get(address).status_code for address in addresses] == [200] * 4


def test_who_is_inactive_says_so_and_deleted_students_are_not_found(tenant):
    for status in UserStatus:
        StudentFactory(tenant=tenant, first_name="Kola", last_name=status.title(), status=status)
        FacultyFactory(tenant=tenant, first_name="Femi", last_name=status.title(), status=status)
    client = OperatorClient(SuperAdminFactory(tenant=tenant))

    assert [row.endswith("· inactive") for row in sorted(found(client, "kola")["Students"])] == [
        False,
        True,
    ]
    assert sorted(row.rpartition(" ")[2] for row in found(client, "femi")["Users"]) == [
        "Faculty",
        "deleted",
        "inactive",
    ]


def test_of_many_a_few_are_shown_and_a_link_leads_to_all_of_them(tenant):
    for n in range(MOST + 1):
        StudentFactory(tenant=tenant, first_name="Kola", last_name=f"Number{n}")
    client = OperatorClient(SuperAdminFactory(tenant=tenant))
    answer = client.get(SEARCH, {"s": "kola"})

    *shown, more = parsed(answer).xpath("//a[contains(@class, 'search-found')]")

    assert len(shown) == MOST
    assert words(more) == "All students with “kola”"
    assert more.get("href") == f"{reverse('admin:students_student_changelist')}?q=kola"


def test_pages_are_found_by_the_beginnings_of_their_words_within_rights(tenant):
    everything = OperatorClient(SuperAdminFactory(tenant=tenant))
    little = caller(tenant, "PROGRAMMES.can_view")

    assert found(everything, "invit") == {"Pages": ["Invite a user"]}
    assert found(everything, "AUD eve") == {"Pages": ["Audit events"]}
    assert (
        found(little, "your prof") == found(everything, "your prof") == {"Pages": ["Your profile"]}
    )
    assert found(little, "invit") == found(little, "audit") == found(little, "students") == {}
    assert found(little, "program") == {"Pages": ["Programmes"]}


def test_every_page_that_is_found_opens(tenant):
    client = OperatorClient(SuperAdminFactory(tenant=tenant))
    letters = "abcdefghijklmnoprstuvwy"
    addresses = {
        address
        for letter in letters
        for address in parsed(client.get(SEARCH, {"s": letter})).xpath(
            "//h2[contains(., 'Pages')]/following-sibling::ul[1]//a/@href"
        )
    }

    assert len(addresses) > 15
    assert {client.get(address).status_code for address in addresses} == {200}


@pytest.mark.parametrize("text", ["", "   ", ","])
def test_before_anything_is_typed_the_search_says_what_it_finds(tenant, text):
    students = OperatorClient(SuperAdminFactory(tenant=tenant)).get(SEARCH, {"s": text})
    nobody = caller(tenant, "ROLE_MANAGEMENT.can_view").get(SEARCH, {"s": text})

    assert "You can search for students, users, programmes, case studies of" in words(
        parsed(students)
    )
    assert "You can search for pages of this console, by their names." in words(parsed(nobody))


def test_what_nothing_is_called_is_told_with_what_can_be_searched(tenant):
    said = words(parsed(OperatorClient(SuperAdminFactory(tenant=tenant)).get(SEARCH, {"s": "zzq"})))

    assert f"Nothing in {tenant.name} is called “zzq”." in said
    assert "You can search for students" in said


@pytest.mark.parametrize(
    ("text", "reason"),
    [("a" * 201, "Type at most 200 characters."), ("a\u202eb", "U+202E"), ("a\x00b", "U+0000")],
)
def test_a_text_that_cannot_be_searched_is_refused_with_the_reason(tenant, text, reason):
    answer = OperatorClient(SuperAdminFactory(tenant=tenant)).get(SEARCH, {"s": text})

    assert answer.status_code == 200
    assert reason in words(parsed(answer))


def test_a_search_costs_the_same_for_one_and_for_many(world):
    client = OperatorClient(SuperAdminFactory(tenant=world))
    url = f"{SEARCH}?s=kola"
    one = queries(client, url)
    for n in range(7):
        StudentFactory(tenant=world, first_name="Kola", last_name=f"Ade{n}")
        FacultyFactory(tenant=world, first_name="Kola", last_name=f"Obi{n}")
        ProgrammeFactory(tenant=world, code=f"KOLA{n}")
        CaseStudyFactory(tenant=world, title=f"Kola {n}")

    # Students are counted and read; users, programmes and case studies are read.
    assert queries(client, url) == one
    assert one - queries(client, f"{SEARCH}?s=") == 5


def test_what_is_found_is_kept_nowhere(world):
    answer = OperatorClient(SuperAdminFactory(tenant=world)).get(SEARCH, {"s": "kola"})

    assert "no-store" in answer["Cache-Control"]
