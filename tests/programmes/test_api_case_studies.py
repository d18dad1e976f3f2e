"""/v1/console/case-studies: the simulations, and to whom they are open (contract §7)."""

import pytest

from programmes.models import CaseStudy, CaseStudyProgramme
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.config.refusals import refusal
from tests.factories import CaseStudyFactory, ProgrammeFactory, StudentFactory
from tests.programmes.probes import patch, problems, stamp, trail

pytestmark = pytest.mark.django_db

URL = "/v1/console/case-studies"

EVERYTHING = {
    "title": "Ethiopian Airlines Case Study",
    "slug": "ethiopian-airlines",
    "description": "An airline grows.",
    "instructions": ["Read the document.", "Ask for the figures."],
    "time_limit_minutes": 30,
    "document_url": "https://cdn.example.com/ethiopian.pdf",
    "first_message": "Good morning.",
    "programme_codes": ["MBA", "MPH"],
    "is_active": True,
}


@pytest.fixture
def mba(tenant):
    return ProgrammeFactory(tenant=tenant, code="MBA")


@pytest.fixture
def mph(tenant):
    return ProgrammeFactory(tenant=tenant, code="MPH")


@pytest.fixture
def retired(tenant):
    return ProgrammeFactory(tenant=tenant, code="OLD", is_active=False)


def path(case_study) -> str:
    return f"{URL}/{case_study.pk}"


# List -----------------------------------------------------------------------------------------


def test_list_answers_full_case_studies_in_title_order(api, tenant, mba):
    ours = CaseStudyFactory(tenant=tenant, title="étude", slug="etude", programmes=[mba])
    first = CaseStudyFactory(tenant=tenant, title="Airline", slug="airline")
    CaseStudyFactory(tenant=tenant, title="Gone", is_active=False)
    CaseStudyFactory(title="Foreign")

    answer = api.get(URL)

    assert answer.json() == {
        "success": True,
        "data": [
            {
                "id": case_study.pk,
                "title": case_study.title,
                "slug": case_study.slug,
                "description": None,
                "instructions": [],
                "time_limit_minutes": None,
                "document_url": None,
                "first_message": None,
                "programme_codes": codes,
                "is_active": True,
                "created_at": stamp(case_study.created_at),
                "updated_at": None,
            }
            for case_study, codes in ((first, []), (ours, ["MBA"]))
        ],
        "total": 2,
        "page": 1,
        "page_size": 20,
        "total_pages": 1,
        "message": None,
    }


def test_list_includes_inactive_case_studies_on_request_only(api, tenant):
    CaseStudyFactory(tenant=tenant, title="Gone", is_active=False)
    CaseStudyFactory(tenant=tenant, title="There")

    def titles(query=""):
        return [row["title"] for row in api.get(URL + query).json()["data"]]

    assert titles() == titles("?include_inactive=false") == ["There"]
    assert titles("?include_inactive=true") == ["Gone", "There"]


@pytest.mark.parametrize("text", ["ZEB", "horse", "zébra c"])
def test_search_keeps_case_studies_whose_title_or_slug_contains_the_text(api, tenant, text):
    CaseStudyFactory(tenant=tenant, title="Zebra Crossing", slug="horse")
    CaseStudyFactory(tenant=tenant, title="Apples", slug="fruit")
    CaseStudyFactory(title="Zebra crossing of another tenant", slug="horse")

    page = api.get(URL, {"search": text}).json()

    assert ([row["title"] for row in page["data"]], page["total"]) == (["Zebra Crossing"], 1)


def test_a_programme_keeps_its_case_studies_and_nobody_elses(api, tenant, mba, mph):
    CaseStudyFactory(tenant=tenant, title="Of both", programmes=[mba, mph])
    CaseStudyFactory(tenant=tenant, title="Of one", programmes=[mph])
    CaseStudyFactory(tenant=tenant, title="Open to all")
    theirs = ProgrammeFactory(code=mba.code)
    CaseStudyFactory(tenant=theirs.tenant, title="Foreign", programmes=[theirs])

    page = api.get(URL, {"programme": mba.code}).json()

    assert ([row["title"] for row in page["data"]], page["total"]) == (["Of both"], 1)


def test_equal_titles_come_in_the_order_of_their_creation_through_all_pages(api, tenant):
    made = [CaseStudyFactory(tenant=tenant, title=title).pk for title in ("same", "Same", "SAME")]

    pages = [api.get(f"{URL}?skip={skip}&limit=1").json()["data"][0]["id"] for skip in range(3)]

    assert pages == made
    assert api.get(f"{URL}?skip=3").json()["data"] == []
    assert problems(api.get(f"{URL}?limit=101")) == ["limit"]


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_the_same_for_any_number_of_rows(
    api, tenant, rows, mba, mph, django_assert_num_queries
):
    for _ in range(rows):
        CaseStudyFactory(tenant=tenant, programmes=[mba, mph])

    with django_assert_num_queries(4):  # who asks, how many, which, their programmes
        assert len(api.get(URL).json()["data"]) == rows


# Create and read ------------------------------------------------------------------------------


def test_created_case_study_is_answered_and_read_in_full(api, tenant, mba, mph):
    answer = api.post(URL, EVERYTHING)

    case_study = CaseStudy.objects.for_tenant(tenant).get()
    full = EVERYTHING | {
        "id": case_study.pk,
        "created_at": stamp(case_study.created_at),
        "updated_at": None,
    }
    message = "Case study created successfully"
    assert answer.status_code == 201
    assert answer.json() == {"success": True, "data": full, "message": message}
    read = api.get(path(case_study))
    assert (read.status_code, read.json()["data"]) == (200, full)


def test_title_alone_makes_a_case_study_open_to_all(api, tenant):
    data = api.post(URL, {"title": "Ethiopian Airlines Case Study"}).json()["data"]

    assert data == {
        "id": data["id"],
        "title": "Ethiopian Airlines Case Study",
        "slug": "ethiopian-airlines-case-study",
        "description": None,
        "instructions": [],
        "time_limit_minutes": None,
        "document_url": None,
        "first_message": None,
        "programme_codes": [],
        "is_active": True,
        "created_at": data["created_at"],
        "updated_at": None,
    }


@pytest.mark.parametrize("slug", [None, "", "  "])
def test_slug_that_is_left_blank_is_derived(api, slug):
    answer = api.post(URL, {"title": "Merger", "slug": slug})

    assert (answer.status_code, answer.json()["data"]["slug"]) == (201, "merger")


def test_given_slug_that_is_taken_is_refused_and_a_derived_one_numbered(api, tenant):
    CaseStudyFactory(slug="merger")
    CaseStudyFactory(tenant=tenant, title="Old", slug="merger", is_active=False)

    given = api.post(URL, {"title": "Merger", "slug": "merger"})
    derived = api.post(URL, {"title": "Merger"})

    message = "A case study with this slug exists already."
    assert (given.status_code, given.json()) == (409, refusal(message, "CONFLICT"))
    assert (derived.status_code, derived.json()["data"]["slug"]) == (201, "merger-2")


def test_programme_codes_are_folded_and_answered_in_order(api, mba, mph):
    body = {"title": "Merger", "programme_codes": ["MPH", " MBA ", "MPH"]}

    answer = api.post(URL, body)

    assert answer.json()["data"]["programme_codes"] == ["MBA", "MPH"]
    assert CaseStudyProgramme.objects.count() == 2


def test_unknown_programme_codes_are_refused_by_name(api, tenant, mba):
    ProgrammeFactory(code="LAW")
    body = {"title": "Merger", "programme_codes": ["LAW", "MBA", "xyz", "LAW"]}

    answer = api.post(URL, body)

    message = "Unknown programme codes: LAW, xyz."
    details = {"unknown_codes": ["LAW", "xyz"]}
    assert answer.status_code == 400
    assert answer.json() == refusal(message, "VALIDATION_ERROR", details)
    assert not CaseStudy.objects.for_tenant(tenant).exists()
    assert trail() == []


def test_inactive_programme_is_refused(api, tenant, mba, retired):
    answer = api.post(URL, {"title": "Merger", "programme_codes": ["MBA", "OLD"]})

    message = "Inactive programmes cannot be added: OLD."
    details = {"inactive_codes": ["OLD"]}
    assert answer.status_code == 400
    assert answer.json() == refusal(message, "VALIDATION_ERROR", details)
    assert not CaseStudy.objects.for_tenant(tenant).exists()


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"title": None}, ["title"]),
        ({"title": ""}, ["title"]),
        ({"title": "t" * 256}, ["title"]),
        ({"title": "a\u0000b"}, ["title"]),
        ({"title": {"en": "Merger"}}, ["title"]),
        ({"slug": "Not A Slug"}, ["slug"]),
        ({"slug": "économie"}, ["slug"]),
        ({"slug": "s" * 256}, ["slug"]),
        ({"slug": 5}, ["slug"]),
        ({"description": "d" * 5001}, ["description"]),
        ({"instructions": None}, ["instructions"]),
        ({"instructions": "Read."}, ["instructions"]),
        ({"instructions": {"0": "Read."}}, ["instructions"]),
        ({"instructions": ["Read."] * 21}, ["instructions"]),
        ({"instructions": ["Read.", "r" * 2001]}, ["instructions.1"]),
        ({"instructions": ["Read.", "", 7]}, ["instructions.1", "instructions.2"]),
        ({"instructions": [["Read."], {"a": 1}, None]}, [f"instructions.{n}" for n in range(3)]),
        ({"instructions": ["a\u0000b"]}, ["instructions.0"]),
        ({"time_limit_minutes": 0}, ["time_limit_minutes"]),
        ({"time_limit_minutes": -5}, ["time_limit_minutes"]),
        ({"time_limit_minutes": 1.5}, ["time_limit_minutes"]),
        ({"time_limit_minutes": "30"}, ["time_limit_minutes"]),
        ({"time_limit_minutes": True}, ["time_limit_minutes"]),
        ({"time_limit_minutes": 2**31}, ["time_limit_minutes"]),
        ({"programme_codes": "MBA"}, ["programme_codes"]),
        ({"programme_codes": None}, ["programme_codes"]),
        ({"programme_codes": ["MBA", 5, ""]}, ["programme_codes.1", "programme_codes.2"]),
        ({"programme_codes": ["M\u0000"]}, ["programme_codes.0"]),
        ({"programme_codes": ["M" * 256]}, ["programme_codes.0"]),
        ({"programme_codes": ["MBA"] * 1001}, ["programme_codes"]),
        ({"document_url": "javascript:alert(1)"}, ["document_url"]),
        ({"document_url": "/relative.pdf"}, ["document_url"]),
        ({"document_url": "https://a.edu/" + "d" * 987}, ["document_url"]),
        ({"first_message": "f" * 2001}, ["first_message"]),
        ({"is_active": 1}, ["is_active"]),
    ],
)
def test_bad_body_is_refused_by_field(api, tenant, mba, body, fields):
    assert problems(api.post(URL, {"title": "Merger"} | body)) == fields
    assert not CaseStudy.objects.for_tenant(tenant).exists()


def test_limits_themselves_are_accepted(api, tenant):
    body = {
        "title": "t" * 255,
        "slug": "s" * 255,
        "description": "d" * 5000,
        "instructions": ["i" * 2000] * 20,
        "time_limit_minutes": 2**31 - 1,
        "document_url": "https://a.edu/" + "d" * 986,
        "first_message": "f" * 2000,
    }

    answer = api.post(URL, body)

    assert answer.status_code == 201
    assert {key: answer.json()["data"][key] for key in body} == body


# Change ---------------------------------------------------------------------------------------


def test_patch_changes_what_is_given(api, tenant, mba, mph):
    case_study = CaseStudyFactory(tenant=tenant, title="Before", programmes=[mba])

    answer = patch(api, path(case_study), **EVERYTHING)

    case_study.refresh_from_db()
    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": EVERYTHING
        | {
            "id": case_study.pk,
            "created_at": stamp(case_study.created_at),
            "updated_at": stamp(case_study.updated_at),
        },
        "message": "Case study updated successfully",
    }


def test_patch_leaves_alone_what_is_not_given(api, tenant, mba, mph):
    made = api.post(URL, EVERYTHING).json()["data"]

    data = patch(api, f"{URL}/{made['id']}", title="Renamed").json()["data"]

    assert data == made | {"title": "Renamed", "updated_at": data["updated_at"]}
    assert data["updated_at"] is not None


def test_null_clears_what_may_be_null_and_leaves_the_rest(api, tenant, mba, mph):
    made = api.post(URL, EVERYTHING).json()["data"]

    data = patch(api, f"{URL}/{made['id']}", **dict.fromkeys(EVERYTHING)).json()["data"]

    cleared = ("description", "time_limit_minutes", "document_url", "first_message")
    assert data == made | dict.fromkeys(cleared) | {"updated_at": data["updated_at"]}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"title": "Merger", "slug": "merger", "programme_codes": ["MPH", "MBA", "MBA"]},
        {"instructions": [], "is_active": True, "description": ""},
    ],
)
def test_patch_that_changes_nothing_leaves_no_trace(api, tenant, mba, mph, body):
    case_study = CaseStudyFactory(
        tenant=tenant, title="Merger", slug="merger", programmes=[mba, mph]
    )

    answer = patch(api, path(case_study), **body)

    assert (answer.status_code, answer.json()["data"]["updated_at"]) == (200, None)
    assert trail() == []


def test_programme_codes_are_replaced_whole(api, tenant, mba, mph):
    case_study = CaseStudyFactory(tenant=tenant, programmes=[mba])

    replaced = patch(api, path(case_study), programme_codes=["MPH"]).json()["data"]
    cleared = patch(api, path(case_study), programme_codes=[]).json()["data"]

    assert (replaced["programme_codes"], cleared["programme_codes"]) == (["MPH"], [])
    assert replaced["updated_at"] is not None


def test_inactive_programme_may_stay_and_not_come(api, tenant, mba, retired):
    case_study = CaseStudyFactory(tenant=tenant, programmes=[retired])

    stayed = patch(api, path(case_study), programme_codes=["OLD", "MBA"])
    left = patch(api, path(case_study), programme_codes=["MBA"])
    back = patch(api, path(case_study), programme_codes=["MBA", "OLD"], title="Not taken over")

    assert (stayed.status_code, stayed.json()["data"]["programme_codes"]) == (200, ["MBA", "OLD"])
    assert left.status_code == 200
    assert (back.status_code, back.json()["details"]) == (400, {"inactive_codes": ["OLD"]})
    assert api.get(path(case_study)).json()["data"] == left.json()["data"]


def test_patch_is_held_to_the_same_limits(api, tenant):
    case_study = CaseStudyFactory(tenant=tenant)

    answer = patch(api, path(case_study), title="", slug="", time_limit_minutes=0)

    assert problems(answer) == ["title", "slug", "time_limit_minutes"]


def test_slug_of_another_case_study_is_not_taken_over(api, tenant):
    CaseStudyFactory(tenant=tenant, slug="merger")
    case_study = CaseStudyFactory(tenant=tenant, slug="crisis")

    answer = patch(api, path(case_study), slug="merger", title="Merger")

    assert (answer.status_code, answer.json()["code"]) == (409, "CONFLICT")
    assert CaseStudy.objects.get(pk=case_study.pk).slug == "crisis"


# Delete ---------------------------------------------------------------------------------------


def test_deleted_case_study_is_answered_hidden_and_kept(api, tenant, mba):
    case_study = CaseStudyFactory(tenant=tenant, title="Merger", slug="merger", programmes=[mba])

    answer = api.delete(path(case_study))

    case_study.refresh_from_db()
    body = answer.json()
    assert answer.status_code == 200
    assert body["message"] == "Case study deleted successfully"
    assert body["data"] == api.get(path(case_study)).json()["data"]
    assert (body["data"]["is_active"], body["data"]["programme_codes"]) == (False, ["MBA"])
    assert body["data"]["updated_at"] == stamp(case_study.updated_at)
    assert api.get(URL).json()["total"] == 0


def test_second_deletion_changes_nothing(api, tenant):
    case_study = CaseStudyFactory(tenant=tenant)
    first = api.delete(path(case_study))

    second = api.delete(path(case_study))

    assert (second.status_code, second.json()) == (200, first.json())
    assert [event for event, *_ in trail()] == ["case_study.deleted"]


def test_deleted_case_study_is_restored_by_patch(api, tenant):
    case_study = CaseStudyFactory(tenant=tenant, is_active=False)

    assert patch(api, path(case_study), is_active=True).json()["data"]["is_active"] is True
    assert api.get(URL).json()["total"] == 1


# Trail ----------------------------------------------------------------------------------------


def test_every_change_leaves_its_event(api, admin, tenant, mba, mph):
    body = {"title": "Merger", "programme_codes": ["MBA"]}
    created = api.post(URL, body).json()["data"]["id"]
    change = {"title": "Takeover", "slug": "merger", "programme_codes": ["MPH", "MBA"]}
    patch(api, f"{URL}/{created}", **change)
    api.delete(f"{URL}/{created}")

    ids = {"case_study_id": created, "tenant_id": tenant.pk}
    updated = {
        "title": {"before": "Merger", "after": "Takeover"},
        "programme_codes": {"before": ["MBA"], "after": ["MBA", "MPH"]},
    }
    deleted = {"is_active": {"before": True, "after": False}}
    assert trail() == [
        ("case_study.created", created, ids | body | {"slug": "merger"}),
        ("case_study.updated", created, ids | {"changes": updated}),
        ("case_study.deleted", created, ids | {"changes": deleted}),
    ]
    assert set(AuditEvent.objects.values_list("tenant_id", "actor_user_id", "target_type")) == {
        (tenant.pk, admin.pk, "case_study")
    }


def test_switching_off_by_patch_is_recorded_as_the_deletion_that_it_is(api, tenant):
    case_study = CaseStudyFactory(tenant=tenant)

    patch(api, path(case_study), is_active=False)

    assert [event for event, *_ in trail()] == ["case_study.deleted"]


def test_shape_is_judged_before_existence_and_permission_before_shape(api, tenant):
    absent = f"{URL}/{'0' * 24}"
    student = ApiClient(StudentFactory(tenant=tenant))

    assert patch(api, absent, title="").status_code == 422
    assert patch(api, absent, title="Merger", programme_codes=["NONE"]).status_code == 404
    assert patch(student, absent, title="").status_code == 403
