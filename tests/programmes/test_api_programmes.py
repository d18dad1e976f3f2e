"""/v1/console/programmes: the groups that users and case studies belong to (contract §6)."""

import pytest

from accounts.models import UserStatus
from programmes.models import Programme
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.config.refusals import refusal
from tests.factories import CaseStudyFactory, ProgrammeFactory, StudentFactory, TenantFactory
from tests.programmes.probes import patch, problems, stamp, trail

pytestmark = pytest.mark.django_db

URL = "/v1/console/programmes"
MPH = {"code": "MPH", "name": "Master of Public Health"}


# List -----------------------------------------------------------------------------------------


def test_list_answers_rows_in_code_order(api, tenant):
    beta = ProgrammeFactory(tenant=tenant, code="B1", name="Beta", description="Not in a row.")
    alpha = ProgrammeFactory(tenant=tenant, code="A2", name="Alpha", is_active=False)
    ProgrammeFactory(code="A1")

    answer = api.get(URL)

    assert answer.json() == {
        "success": True,
        "data": [
            {
                "id": programme.pk,
                "code": programme.code,
                "name": programme.name,
                "is_active": programme.is_active,
                "created_at": stamp(programme.created_at),
            }
            for programme in (alpha, beta)
        ],
        "total": 2,
        "page": 1,
        "page_size": 50,
        "total_pages": 1,
        "message": None,
    }


def test_list_includes_inactive_programmes_unless_told_otherwise(api, tenant):
    ProgrammeFactory(tenant=tenant, code="OLD", is_active=False)
    ProgrammeFactory(tenant=tenant, code="NEW")

    def codes(query=""):
        return [row["code"] for row in api.get(URL + query).json()["data"]]

    assert codes() == ["NEW", "OLD"]
    assert codes("?include_inactive=true") == ["NEW", "OLD"]
    assert codes("?include_inactive=false") == ["NEW"]


@pytest.mark.parametrize("text", ["mb", "BUSI", "àdministration", " (mba) "])
def test_search_keeps_programmes_whose_code_or_name_contains_the_text(api, tenant, text):
    ProgrammeFactory(tenant=tenant, code="MBA", name="Business Administratión (MBA)")
    ProgrammeFactory(tenant=tenant, code="LLM", name="Laws")
    ProgrammeFactory(code="MBA", name="Business of another tenant")

    page = api.get(URL, {"search": text}).json()

    assert ([row["code"] for row in page["data"]], page["total"]) == (["MBA"], 1)


def test_search_for_nothing_finds_all_and_for_what_is_in_no_text_nobody(api, tenant):
    ProgrammeFactory(tenant=tenant, code="MBA", name="100% online")

    def found(text: str) -> int:
        return api.get(URL, {"search": text}).json()["total"]

    assert found("") == found("  ") == found("%") == 1
    assert found("_") == found("a%b") == found(",") == 0
    assert problems(api.get(URL, {"search": "a" * 501})) == ["search"]


def test_list_is_cut_into_pages_of_up_to_two_hundred(api, tenant):
    for code in ("A", "B", "C"):
        ProgrammeFactory(tenant=tenant, code=code)

    page = api.get(f"{URL}?skip=1&limit=1").json()

    assert [row["code"] for row in page["data"]] == ["B"]
    assert (page["total"], page["page"], page["page_size"], page["total_pages"]) == (3, 2, 1, 3)
    assert api.get(f"{URL}?limit=200").status_code == 200
    assert problems(api.get(f"{URL}?limit=201")) == ["limit"]
    assert problems(api.get(f"{URL}?limit=0&skip=-1")) == ["skip", "limit"]
    assert problems(api.get(f"{URL}?include_inactive=perhaps")) == ["include_inactive"]


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_the_same_for_any_number_of_rows(api, tenant, rows, django_assert_num_queries):
    ProgrammeFactory.create_batch(rows, tenant=tenant)

    with django_assert_num_queries(3):  # who asks, how many, which
        assert len(api.get(URL).json()["data"]) == rows


# Create and read ------------------------------------------------------------------------------


def test_created_programme_is_answered_and_read_in_full(api, tenant):
    answer = api.post(URL, MPH | {"description": "Two-year graduate programme."})

    programme = Programme.objects.for_tenant(tenant).get()
    full = {
        "id": programme.pk,
        "code": "MPH",
        "name": "Master of Public Health",
        "description": "Two-year graduate programme.",
        "is_active": True,
        "created_at": stamp(programme.created_at),
        "updated_at": None,
    }
    message = "Programme created successfully"
    assert answer.status_code == 201
    assert answer.json() == {"success": True, "data": full, "message": message}
    read = api.get(f"{URL}/{programme.pk}")
    assert (read.status_code, read.json()["data"]) == (200, full)


def test_code_may_exist_once_in_a_tenant(api, tenant):
    ProgrammeFactory(code="MPH")
    assert api.post(URL, MPH).status_code == 201

    again = api.post(URL, MPH)

    message = "A programme with this code exists already."
    assert (again.status_code, again.json()) == (409, refusal(message, "CONFLICT"))
    assert Programme.objects.for_tenant(tenant).count() == 1
    assert len(trail()) == 1


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, ["code", "name"]),
        ({"code": "mph"}, ["code"]),
        ({"code": "M PH"}, ["code"]),
        ({"code": "MÄH"}, ["code"]),
        ({"code": "M\u0000"}, ["code", "code"]),
        ({"code": ""}, ["code"]),
        ({"code": None}, ["code"]),
        ({"code": 12}, ["code"]),
        ({"code": "M" * 33}, ["code"]),
        ({"name": "n" * 256}, ["name"]),
        ({"name": "  "}, ["name"]),
        ({"name": {"en": "Health"}}, ["name"]),
        ({"name": ["Health"]}, ["name"]),
        ({"name": "a\u0000b"}, ["name"]),
        ({"name": "\ud800"}, [""]),
        ({"description": "d" * 2001}, ["description"]),
        ({"description": 7}, ["description"]),
        ({"is_active": "true"}, ["is_active"]),
        ({"is_active": None}, ["is_active"]),
        ([MPH], [""]),
        ("MPH", [""]),
    ],
)
def test_bad_body_is_refused_by_field(api, tenant, body, fields):
    asked = MPH | body if isinstance(body, dict) and body else body

    assert problems(api.post(URL, asked, content_type="application/json")) == fields
    assert not Programme.objects.for_tenant(tenant).exists()


def test_limits_themselves_are_accepted(api, tenant):
    body = {"code": "A_Z-09" + "M" * 26, "name": "n" * 255, "description": "d" * 2000}

    answer = api.post(URL, body | {"is_active": False, "unknown": {"key": 1}})

    data = answer.json()["data"]
    assert answer.status_code == 201
    assert {key: data[key] for key in body} == body
    assert data["is_active"] is False


# Change ---------------------------------------------------------------------------------------


def test_patch_changes_what_is_given(api, tenant):
    programme = ProgrammeFactory(tenant=tenant, **MPH, description="Two years.")

    answer = patch(
        api, f"{URL}/{programme.pk}", name="Public Health", description=None, is_active=False
    )

    programme.refresh_from_db()
    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": {
            "id": programme.pk,
            "code": "MPH",
            "name": "Public Health",
            "description": None,
            "is_active": False,
            "created_at": stamp(programme.created_at),
            "updated_at": stamp(programme.updated_at),
        },
        "message": "Programme updated successfully",
    }


@pytest.mark.parametrize("body", [{}, {"name": None, "code": None}, MPH, {"is_active": True}])
def test_patch_that_changes_nothing_leaves_no_trace(api, tenant, body):
    programme = ProgrammeFactory(tenant=tenant, **MPH)

    answer = patch(api, f"{URL}/{programme.pk}", **body)

    assert (answer.status_code, answer.json()["data"]["updated_at"]) == (200, None)
    assert trail() == []


def test_patch_is_held_to_the_same_limits(api, tenant):
    programme = ProgrammeFactory(tenant=tenant, **MPH)

    answer = patch(api, f"{URL}/{programme.pk}", code="mph", name="", description="d" * 2001)

    assert problems(answer) == ["code", "name", "description"]


def test_code_of_another_programme_is_not_taken_over(api, tenant):
    ProgrammeFactory(tenant=tenant, code="MBA")
    programme = ProgrammeFactory(tenant=tenant, **MPH)

    answer = patch(api, f"{URL}/{programme.pk}", code="MBA", name="Business")

    assert (answer.status_code, answer.json()["code"]) == (409, "CONFLICT")
    programme.refresh_from_db()
    assert (programme.code, programme.name) == ("MPH", "Master of Public Health")
    assert trail() == []


def test_renamed_code_shows_everywhere(api, admin, tenant):
    programme = ProgrammeFactory(tenant=tenant, **MPH)
    admin.programmes.add(programme, through_defaults={"tenant": tenant})
    student = StudentFactory(tenant=tenant, programmes=[programme])
    case_study = CaseStudyFactory(tenant=tenant, programmes=[programme])

    def codes() -> list:
        student_row = api.get("/v1/console/students").json()["data"][0]
        profile = api.get(f"/v1/console/students/{student.pk}").json()["data"]
        return [
            api.get("/v1/users/me").json()["data"]["programme_codes"],
            api.get(f"/v1/console/case-studies/{case_study.pk}").json()["data"]["programme_codes"],
            [one["code"] for one in student_row["programmes"]],
            [one["code"] for one in profile["programmes"]],
        ]

    def found(code: str) -> int:
        return api.get(f"/v1/console/students?programme={code}").json()["total"]

    assert codes() == [["MPH"]] * 4

    assert patch(api, f"{URL}/{programme.pk}", code="MPH-2027").status_code == 200

    assert codes() == [["MPH-2027"]] * 4
    assert (found("MPH"), found("MPH-2027")) == (0, 1)


# Delete ---------------------------------------------------------------------------------------


def test_unused_programme_is_deleted_for_good(api, tenant):
    programme = ProgrammeFactory(tenant=tenant, **MPH)
    other = ProgrammeFactory(tenant=tenant)

    answer = api.delete(f"{URL}/{programme.pk}")

    message = "Programme deleted successfully"
    assert answer.status_code == 200
    assert answer.json() == {"success": True, "data": None, "message": message}
    assert list(Programme.objects.for_tenant(tenant)) == [other]
    assert api.delete(f"{URL}/{programme.pk}").status_code == 404
    assert api.post(URL, MPH).status_code == 201


@pytest.mark.parametrize(("users", "case_studies"), [(2, 1), (1, 0), (0, 2)])
def test_programme_in_use_is_kept_and_its_uses_counted(api, tenant, users, case_studies):
    programme, other = ProgrammeFactory.create_batch(2, tenant=tenant)
    StudentFactory.create_batch(users, tenant=tenant, programmes=[programme, other])
    CaseStudyFactory.create_batch(case_studies, tenant=tenant, programmes=[programme, other])
    StudentFactory(tenant=tenant, programmes=[other])
    CaseStudyFactory(tenant=tenant, programmes=[other])

    answer = api.delete(f"{URL}/{programme.pk}")

    message = "The programme is still in use; deactivate it instead."
    counts = {"users": users, "case_studies": case_studies}
    assert (answer.status_code, answer.json()) == (409, refusal(message, "CONFLICT", counts))
    assert Programme.objects.filter(pk=programme.pk).exists()
    assert trail() == []


def test_deleted_users_and_case_studies_still_use_a_programme(api, tenant):
    programme = ProgrammeFactory(tenant=tenant)
    StudentFactory(tenant=tenant, programmes=[programme], status=UserStatus.DELETED)
    CaseStudyFactory(tenant=tenant, programmes=[programme], is_active=False)

    answer = api.delete(f"{URL}/{programme.pk}")

    assert answer.json()["details"] == {"users": 1, "case_studies": 1}


# Trail ----------------------------------------------------------------------------------------


def test_every_change_leaves_its_event(api, admin, tenant):
    created = api.post(URL, MPH).json()["data"]["id"]
    programme = Programme.objects.get(pk=created)
    patch(api, f"{URL}/{programme.pk}", code="PH", name=MPH["name"], is_active=False)
    api.delete(f"{URL}/{programme.pk}")

    ids = {"programme_id": created, "tenant_id": tenant.pk}
    changes = {
        "code": {"before": "MPH", "after": "PH"},
        "is_active": {"before": True, "after": False},
    }
    assert trail() == [
        ("programme.created", created, ids | MPH),
        ("programme.updated", created, ids | {"changes": changes}),
        ("programme.deleted", created, ids | {"code": "PH", "name": MPH["name"]}),
    ]
    assert set(AuditEvent.objects.values_list("tenant_id", "actor_user_id", "target_type")) == {
        (tenant.pk, admin.pk, "programme")
    }


def test_another_tenants_programme_is_out_of_reach(api, tenant):
    foreign = ProgrammeFactory(tenant=TenantFactory(), **MPH)

    for answer in (
        api.get(f"{URL}/{foreign.pk}"),
        patch(api, f"{URL}/{foreign.pk}", name="Mine"),
        api.delete(f"{URL}/{foreign.pk}"),
    ):
        assert (answer.status_code, answer.json()) == (404, refusal("Not found.", "NOT_FOUND"))
    foreign.refresh_from_db()
    assert foreign.name == MPH["name"]


def test_shape_is_judged_before_existence_and_permission_before_shape(api, tenant):
    absent = Programme(pk="0" * 24)
    student = ApiClient(StudentFactory(tenant=tenant))

    assert patch(api, f"{URL}/{absent.pk}", code="mph").status_code == 422
    assert patch(api, f"{URL}/{absent.pk}", code="MPH").status_code == 404
    assert patch(student, f"{URL}/{absent.pk}", code="mph").status_code == 403
