"""The tabs of a case study in the admin: its students' attempts and results (§9.2, §10)."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from benchmarks import crowd
from students.models import AttemptTransaction, BulkJob
from tenants.models import AuditEvent, EventType, TenantAIConfig
from tests.clients import ApiClient, OperatorClient
from tests.crowds import filled_with_a_crowd
from tests.factories import (
    START,
    AttemptTransactionFactory,
    CaseStudyFactory,
    GradeFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    UserFactory,
)
from tests.operators import parsed
from tests.plans import analyse, plan
from tests.plans import asked as asked_of_database
from tests.sheets import lines_of
from tests.students.admin_pages import hidden, key, messages, rows, text

pytestmark = pytest.mark.django_db

TABS = ("attempts", "results")
API = {"attempts": "/v1/console/attempts", "results": "/v1/console/student-performance"}


@pytest.fixture
def admin(tenant):
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture
def case_study(tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA")
    return CaseStudyFactory(tenant=tenant, title="Fuel Subsidy", programmes=[mba])


@pytest.fixture
def people(tenant, case_study):
    """Ann used all three; Bea has 2 more; Cid and Dan are graded; Eve has done nothing."""
    programmes = list(case_study.programmes.all())
    made = {
        name: StudentFactory(
            tenant=tenant,
            first_name=name,
            last_name="Obi",
            email=f"{name.lower()}@x.edu",
            programmes=programmes,
        )
        for name in ("Ann", "Bea", "Cid", "Dan", "Eve")
    }
    for day in range(3):
        started = START + timedelta(days=day)
        SessionFactory(user=made["Ann"], case_study=case_study, start_time=started)
    AttemptTransactionFactory(user=made["Bea"], case_study=case_study, amount=2)
    for name, score, day in (("Cid", "59.9", 3), ("Dan", "60.0", 4)):
        session = SessionFactory(
            user=made[name],
            case_study=case_study,
            start_time=START + timedelta(days=day),
            transcript_status="partial",
        )
        GradeFactory(session=session, final_score=score)
    return made


def at(case_study, page: str) -> str:
    return reverse(f"admin:programmes_casestudy_{page}", args=[case_study.pk])


def initials(answer) -> str:
    return "".join(line[0] for line in rows(answer))


def figures(answer) -> dict[str, object]:
    return {one["title"]: one["value"] for one in answer.context["figures"]}


# The tabs -----------------------------------------------------------------------------------------


def test_the_page_of_a_case_study_leads_to_its_students(operator, case_study):
    for page in ("change", *TABS):
        tabs = operator.get(at(case_study, page)).context["tabs"]

        assert [(tab.title, tab.url) for tab in tabs] == [
            ("General", at(case_study, "change")),
            ("Attempts", at(case_study, "attempts")),
            ("Results", at(case_study, "results")),
        ]
        assert [tab.url for tab in tabs if tab.is_open] == [at(case_study, page)]


def test_the_list_of_case_studies_leads_to_their_students(operator, case_study):
    page = operator.get(reverse("admin:programmes_casestudy_changelist")).text

    for tab in TABS:
        assert f'href="{at(case_study, tab)}"' in page


def test_nobody_is_led_to_a_tab_that_their_role_does_not_open(tenant, case_study, people):
    role = RoleFactory(
        tenant=tenant, permissions=["CASE_STUDIES.can_view", "ATTEMPT_MANAGEMENT.can_view"]
    )
    client = OperatorClient(UserFactory(tenant=tenant, role=role))

    page = client.get(at(case_study, "attempts"))

    assert [tab.title for tab in page.context["tabs"]] == ["General", "Attempts"]
    assert at(case_study, "results") not in client.get(at(case_study, "change")).text
    for link in ("students/student", "attempts/export", "attempts/grant", "attempts/revoke"):
        assert link not in page.text
    assert "grant_many" not in page.text


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_is_of_one_case_study_of_the_tenant(operator, tenant, people, tab):
    other = CaseStudyFactory(tenant=tenant, programmes=[ProgrammeFactory(tenant=tenant)])
    foreign = CaseStudyFactory()

    assert rows(operator.get(at(other, tab))) == []
    for page in ("", "_export", "_grant", "_revoke"):
        assert operator.get(at(foreign, tab + page)).status_code == 404


# Attempts -----------------------------------------------------------------------------------------


def test_attempts_have_the_columns_of_the_api(operator, case_study, people):
    User.objects.filter(pk=people["Eve"].pk).update(unlimited_sessions=True)

    page = operator.get(at(case_study, "attempts"))

    assert rows(page) == [
        "Ann Obi ann@x.edu 3 3 0 3 0 0 – 3 Apr 2026 14:30 UTC",
        "Bea Obi bea@x.edu 0 5 5 3 2 0 – Never",
        "Cid Obi cid@x.edu 1 3 2 3 0 0 59.9 4 Apr 2026 14:30 UTC",
        "Dan Obi dan@x.edu 1 3 2 3 0 0 60.0 5 Apr 2026 14:30 UTC",
        "Eve Obi eve@x.edu 0 3 3 (unlimited) 3 0 0 – Never",
    ]
    assert figures(page) == {
        "Students": 5,
        "No attempt remaining": 1,
        "Attempts remaining": 4,
        "With granted attempts": 1,
        "Never started": 2,
        "Attempts used": 5,
    }


def test_a_figure_leads_to_the_students_behind_it(operator, case_study, people):
    found = {}
    for figure in operator.get(at(case_study, "attempts")).context["figures"]:
        if "url" in figure:
            found[figure["title"]] = initials(
                operator.get(at(case_study, "attempts") + figure["url"])
            )

    assert found == {
        "Students": "ABCDE",
        "No attempt remaining": "A",
        "Attempts remaining": "BCDE",
        "With granted attempts": "B",
    }


@pytest.mark.parametrize(
    ("tab", "query", "expected"),
    [
        ("attempts", {"status": "exhausted"}, "A"),
        ("attempts", {"status": "has_extra"}, "B"),
        ("attempts", {"graded": "true"}, "CD"),
        ("attempts", {"graded": "false", "status": "has_remaining"}, "BE"),
        ("attempts", {"min_score": "60"}, "D"),
        ("attempts", {"start_date": "2026-04-03", "end_date": "2026-04-04"}, "AC"),
        ("attempts", {"q": "dan@"}, "D"),
        ("attempts", {"o": "-2"}, "ACDBE"),
        ("attempts", {"o": "4"}, "ACDEB"),
        ("attempts", {"o": "-8"}, "DCABE"),
        ("attempts", {"o": "9"}, "ACDBE"),
        ("results", {}, "DC"),
        ("results", {"o": "1"}, "CD"),
        ("results", {"o": "2"}, "CD"),
        ("results", {"o": "-3"}, "CD"),
        ("results", {"transcript_status": "partial"}, "DC"),
        ("results", {"transcript_status": "available"}, ""),
        ("results", {"max_score": "59.9"}, "C"),
        ("results", {"start_date": "2026-04-05"}, "D"),
        ("results", {"q": "dan"}, "D"),
    ],
)
def test_a_tab_is_narrowed_and_sorted_as_the_api_is(
    operator, admin, case_study, people, tab, query, expected
):
    page = operator.get(at(case_study, tab), query)

    assert initials(page) == expected
    asked = page.context["cl"].api_query
    answer = ApiClient(admin).get(API[tab], {"case_study_id": case_study.pk, **asked}).json()
    assert "".join(row["student_name"][0] for row in answer["data"]) == expected


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"min_score": "high"}, "Give a score from 0 to 100, with one decimal at most."),
        (
            {"min_score": "70", "max_score": "60"},
            "The lowest score lies above the highest.",
        ),
        ({"start_date": "soon"}, "Give a date or a date and time in ISO 8601."),
    ],
)
def test_a_bad_value_is_told_and_stays_in_its_field(
    operator, case_study, people, tab, query, sentence
):
    page = operator.get(at(case_study, tab), query)

    assert messages(page) == [sentence]
    assert rows(page) == []
    for text_of_field in query.values():
        assert f'value="{text_of_field}"' in page.text


def test_a_parameter_that_is_not_offered_is_left_out(operator, case_study, people):
    answer = operator.get(
        at(case_study, "attempts"), {"user__password": "x", "status": "exhausted"}
    )

    assert answer.status_code == 302
    assert answer["Location"] == at(case_study, "attempts") + "?status=exhausted"


@pytest.mark.parametrize("tab", TABS)
def test_a_long_tab_has_pages(operator, case_study, people, tab, monkeypatch):
    monkeypatch.setattr("config.admin.model_admin.ConsoleModelAdmin.list_per_page", 1)

    first, second = (operator.get(at(case_study, tab), {"p": page}) for page in ("1", "2"))

    assert (initials(first), initials(second)) == (("A", "B") if tab == "attempts" else ("D", "C"))
    assert operator.get(at(case_study, tab), {"p": "99"}).status_code == 302


# Results ------------------------------------------------------------------------------------------


def test_results_have_the_columns_of_the_api_and_lead_to_the_best_attempt(
    operator, case_study, people
):
    page = operator.get(at(case_study, "results"))

    assert rows(page) == [
        "Dan Obi dan@x.edu 60.0 in the best attempt of Dan Obi 1 5 Apr 2026 14:30 UTC Partial",
        "Cid Obi cid@x.edu 59.9 in the best attempt of Cid Obi 1 4 Apr 2026 14:30 UTC Partial",
    ]
    best = ApiClient(operator_of(page)).get(API["results"]).json()["data"][0]["best_session_id"]
    assert reverse("admin:students_session_change", args=[best]) in page.text


def operator_of(page) -> User:
    return page.wsgi_request.user


def test_figures_and_distribution_are_those_of_the_api(operator, admin, case_study, people):
    page = operator.get(at(case_study, "results"))

    answer = ApiClient(admin).get(f"{API['results']}/summary", {"case_study_id": case_study.pk})
    data = answer.json()["data"]
    shown = figures(page)
    assert (float(shown["Average"]), float(shown["Median"])) == (data["average"], data["median"])
    assert shown["Students with a result"] == data["results"] == 2
    assert [value.number for value in page.context["chart"].values] == [
        band["results"] for band in data["distribution"]
    ]
    assert "50 to below 60 1 60 to below 70 1 70 to below 80 0" in text(page)


def test_who_passed_is_told_where_the_university_has_a_mark(operator, tenant, case_study, people):
    assert "Passed" not in text(operator.get(at(case_study, "results")))
    TenantAIConfig.objects.create(tenant=tenant, pass_mark=60)

    page = operator.get(at(case_study, "results"))

    assert "Passed, from 60 1 50%" in text(page)
    [passed] = [one for one in page.context["figures"] if one["title"].startswith("Passed")]
    assert initials(operator.get(at(case_study, "results") + passed["url"])) == "D"


def test_without_results_no_average_is_made_up(operator, case_study):
    page = operator.get(at(case_study, "results"))

    assert figures(page) == {"Students with a result": 0}
    assert "Final scores" not in text(page)


# The file -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("tab", "event"),
    [("attempts", EventType.ATTEMPTS_EXPORTED), ("results", EventType.PERFORMANCE_EXPORTED)],
)
def test_the_file_is_the_apis_with_the_filters_and_the_order_of_the_list(
    operator, admin, case_study, people, tab, event, kind
):
    page = operator.get(at(case_study, tab), {"q": "obi", "max_score": "60", "o": "-1"})
    (url,) = parsed(page).xpath(f"//a[normalize-space()='Export {kind.upper()}']/@href")

    mine = lines_of(operator.get(url), kind)

    query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    asked = {"case_study_id": case_study.pk, **query}
    theirs = lines_of(ApiClient(admin).get(f"{API[tab]}/export", asked), kind)
    assert mine == theirs
    assert [line[1] for line in mine[1:]] == ["dan@x.edu", "cid@x.edu"]
    events = AuditEvent.objects.filter(event_type=event)
    assert [event.metadata["format"] for event in events] == [kind, kind]


def test_a_refused_file_leads_back_to_the_list_with_its_filters(operator, case_study):
    answer = operator.get(
        at(case_study, "attempts_export"), {"search": "ann", "min_score": "high"}, follow=True
    )

    assert messages(answer)[0].startswith("Give a score from 0 to 100")
    assert answer.redirect_chain[0][0].endswith("?min_score=high&q=ann")


# Grant and revoke ---------------------------------------------------------------------------------


def confirm(operator, form, **entered):
    """Fill in a form, look at its preview, confirm it; return the preview and what comes then."""
    url = form.context["action"]
    asked = {
        "case_study": form.context["form"].initial["case_study"],
        "amount": "1",
        "reason": "Audio dropped",
        "user_ids": hidden(form)["user_ids"],
    } | entered
    preview = operator.post(url, asked, follow=True)
    done = operator.post(url, asked | {"idempotency_key": key(preview)}, follow=True)
    return preview, done


def test_all_who_have_no_attempt_left_are_granted_one(operator, case_study, people):
    page = operator.get(at(case_study, "attempts"), {"status": "exhausted"})
    [url, title], _ = page.context["all_of_them"]
    assert title == "Grant to the 1"

    preview, done = confirm(operator, operator.get(url))

    assert "Grant 1 attempt at “Fuel Subsidy” to 1 student?" in text(preview)
    assert messages(done) == ["1 attempt granted for 1 student."]
    granted = AttemptTransaction.objects.filter(case_study=case_study, user=people["Ann"])
    assert [line.type for line in granted] == ["grant"]
    assert figures(operator.get(at(case_study, "attempts")))["No attempt remaining"] == 0


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize(("action", "kind"), [("grant_many", "grant"), ("revoke_many", "revoke")])
def test_the_ticked_are_granted_and_revoked(operator, case_study, people, tab, action, kind):
    ticked = [people["Cid"].pk, people["Dan"].pk]
    form = operator.post(
        at(case_study, tab),
        {"action": action, "_selected_action": ticked, "index": "0"},
        follow=True,
    )
    assert hidden(form)["user_ids"] == ticked

    confirm(operator, form)

    lines = AttemptTransaction.objects.filter(case_study=case_study, user__in=ticked)
    assert sorted((line.type, line.user_id) for line in lines) == [(kind, pk) for pk in ticked]


@pytest.mark.parametrize("tab", TABS)
def test_all_of_a_long_list_are_chosen_by_its_filters(operator, case_study, people, tab):
    form = operator.post(
        f"{at(case_study, tab)}?min_score=60",
        {
            "action": "grant_many",
            "_selected_action": [people["Cid"].pk],
            "select_across": "1",
            "index": "0",
        },
        follow=True,
    )

    assert hidden(form)["user_ids"] == [people["Dan"].pk]


def test_the_form_is_about_the_case_study_of_the_address(operator, tenant, case_study, people):
    other = CaseStudyFactory(tenant=tenant, title="Elsewhere")
    url = at(case_study, "attempts_grant")

    form = operator.get(url, {"status": "exhausted"})
    assert "Elsewhere" not in text(form)
    answer = operator.post(
        url,
        {
            "case_study": other.pk,
            "amount": "1",
            "reason": "x",
            "user_ids": [people["Ann"].pk],
            "idempotency_key": "k",
        },
    )

    assert "Select a valid choice" in text(answer)
    assert not BulkJob.objects.exists()


def test_cancelling_leads_back_to_the_list_with_its_filters(operator, case_study, people):
    page = operator.get(at(case_study, "attempts"), {"q": "obi", "status": "exhausted"})
    form = operator.get(page.context["all_of_them"][0][0])

    assert form.context["back"] == at(case_study, "attempts") + "?status=exhausted&q=obi"
    preview = operator.post(
        form.context["action"],
        {
            "case_study": case_study.pk,
            "amount": "1",
            "reason": "x",
            "user_ids": hidden(form)["user_ids"],
        },
        follow=True,
    )
    assert preview.context["back"] == form.context["back"]


def test_more_than_a_job_takes_are_refused_with_what_to_do(
    operator, case_study, people, monkeypatch
):
    for module in ("attempts.bulk", "case_studies.tab"):
        monkeypatch.setattr(f"students.admin.{module}.MAX_BULK_ROWS", 2)

    shown = operator.get(at(case_study, "attempts"))
    assert "Narrow the list to 2 to grant or revoke for all." in text(shown)
    assert at(case_study, "attempts_grant") not in shown.text
    answer = operator.get(at(case_study, "attempts_grant"), follow=True)

    assert messages(answer) == ["At most 2 students at once. Narrow the list first."]
    assert answer.redirect_chain == [(at(case_study, "attempts"), 302)]


def test_nobody_grants_or_revokes_without_the_flag_for_it(tenant, case_study, people):
    seen = ["ATTEMPT_MANAGEMENT.can_view", "STUDENT_PERFORMANCE.can_view"]
    for held, page, other in (
        ("ATTEMPT_MANAGEMENT.can_create", "grant", "revoke"),
        ("ATTEMPT_MANAGEMENT.can_edit", "revoke", "grant"),
    ):
        role = RoleFactory(tenant=tenant, permissions=[*seen, held])
        client = OperatorClient(UserFactory(tenant=tenant, role=role))
        for tab in TABS:
            shown = client.get(at(case_study, tab)).text
            assert f'value="{page}_many"' in shown
            assert f'value="{other}_many"' not in shown
            for address in (at(case_study, f"{tab}_{page}"), at(case_study, f"{tab}_{other}")):
                assert client.get(address).status_code == (200 if page in address else 403)
            posted = client.post(at(case_study, f"{tab}_{other}"), {"user_ids": people["Ann"].pk})
            assert posted.status_code == 403


# Cost ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_costs_as_many_queries_for_three_as_for_one(operator, tenant, tab):
    def cost(students: int) -> int:
        case_study = CaseStudyFactory(tenant=tenant)
        for student in StudentFactory.create_batch(students, tenant=tenant):
            AttemptTransactionFactory(user=student, case_study=case_study)
            GradeFactory(session=SessionFactory(user=student, case_study=case_study))
        with CaptureQueriesContext(connection) as queries:
            assert len(rows(operator.get(at(case_study, tab)))) >= students
        return len(queries)

    cost(1)
    assert cost(3) == cost(1)


LARGE = {"accounts_user", "students_session", "students_grade", "students_searchentry"}

# Columns are counted without tick boxes: the operator there may not grant.
NARROWED = {
    "attempts": (
        *("", "status=exhausted", "status=has_extra", "graded=true", "graded=false"),
        *("min_score=60", "start_date=2026-03-01", "q=abdul", "o=-1", "o=3", "o=7", "o=8"),
    ),
    "results": (
        *("", "transcript_status=failed", "min_score=60", "start_date=2026-03-01"),
        *("q=abdul", "o=1", "o=2", "o=-3"),
    ),
}


@pytest.mark.drill
def test_no_tab_reads_a_large_table_whole_or_the_results_of_other_case_studies():
    filled_with_a_crowd(20_000)
    analyse()
    operator = OperatorClient(User.objects.get(email=crowd.ADMIN_EMAIL))
    often = crowd.case_study_id(7)
    read_whole = {}

    for tab, queries in NARROWED.items():
        url = reverse(f"admin:programmes_casestudy_{tab}", args=[often])
        for query in queries:
            for statement, parameters in asked_of_database(operator, f"{url}?{query}"):
                nodes = plan("EXPLAIN (ANALYZE, FORMAT JSON) " + statement, parameters)
                whole = {
                    node["Relation Name"]
                    for node in nodes
                    if node["Node Type"] == "Seq Scan" and node["Actual Loops"] > 0
                }
                if whole & (LARGE | {"students_standing"}):
                    read_whole[tab + query] = statement

    assert read_whole == {}
