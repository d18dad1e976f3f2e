"""A page of the admin answers what it offers, and nothing else that an address asks."""

from functools import partial
from urllib.parse import parse_qsl, urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Role, SSOLogin, User
from config.admin.parameters import LEFT_OUT, PRESERVED
from tests.contract.addresses import ROLES, STRAY, list_of, offered, operator, probes, relation_to
from tests.contract.pages import MODELS, NOBODY, PAGES, ROWS, Page, address_of
from tests.factories import FacultyFactory, RoleFactory, StudentFactory, SuperAdminFactory
from tests.operators import listed, parsed, told

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

NOTHING_DONE = f"{LEFT_OUT} Nothing was done."

ABOUT_ROWS = [page for page in PAGES if page.row]

ODD_IDS = ("%00", "%00x", "x%00", "_00", "%0D%0AX:y", "%FF", "%C3%A9", "a" * 3000, "a/b", "%2E%2E")
ODD_VALUES = (
    *("\0", "^", "(", "-1", "1.1", "9" * 30, "true", "2026-13-45"),
    *("9" * 5000, "x" * 10_000, "a " * 5000, "1." * 3000 + "1"),
)


def asked(client, url: str, method: str = "get") -> tuple[object, list[str]]:
    """Return the answer, and what was asked of the database for it."""
    send = client.get if method == "get" else partial(client.post_as_it_is, data=client.mark())
    with CaptureQueriesContext(connection) as captured:
        answer = send(url)
    return answer, [query["sql"].partition(" WHERE ")[0] for query in captured]


# The oracle that was found -------------------------------------------------------------------


@pytest.mark.parametrize(
    "column", ["role__users__password", "role__users__{sso}__session_digest", "role__users__email"]
)
def test_nothing_is_learnt_of_a_column_behind_a_relation(column, tenant):
    super_admin = SuperAdminFactory(tenant=tenant, email="head@state.edu")
    SSOLogin.objects.create(
        tenant=tenant, user=super_admin, ticket_digest="a", session_digest="kept-secret"
    )
    faculty = operator(tenant, "FACULTY")
    column = column.format(sso=relation_to(SSOLogin, "user"))
    secret = User.objects.values_list(column.removeprefix("role__users__"), flat=True).get(
        pk=super_admin.pk
    )

    def answered(guess: str) -> list:
        url = f"{list_of(User)}?{urlencode({f'{column}__startswith': guess})}"
        answer = faculty.get(url, follow=True)
        return [answer.status_code, answer.redirect_chain, listed(answer)]

    assert answered(secret[:3]) == answered("wrong")


# Every list ----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_list_answers_no_lookup_of_its_own_making(model, role, tenant):
    for _ in range(2):
        ROWS[model](tenant)
    client = operator(tenant, role)
    url = list_of(model)
    if client.get(url).status_code != 200:
        assert client.get(f"{url}?password=a", follow=True).status_code == 403
        return
    rows = listed(client.get(url))
    _, harmless = asked(client, f"{url}?utm_source=x")

    for probe in probes(model, offered(model, client)):
        answer, statements = asked(client, probe)

        assert (answer.status_code, answer["Location"]) == (302, url)
        assert statements == harmless
    followed = client.get(f"{url}?password__regex=^a", follow=True)
    assert LEFT_OUT in followed.content.decode()
    assert listed(followed) == rows


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_a_list_knows_is_kept_of_an_address(model, tenant):
    client = operator(tenant, "SUPER_ADMIN")
    known = dict.fromkeys(sorted(offered(model, client)), "")

    answer = client.get(list_of(model), known | STRAY)

    path, _, query = answer["Location"].partition("?")
    assert path == list_of(model)
    assert dict(parse_qsl(query, keep_blank_values=True)) == known
    assert told(answer) == [LEFT_OUT]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_list_takes_no_value_that_it_does_not_offer(model, tenant):
    ROWS[model](tenant)
    odd = (*ODD_VALUES, RoleFactory().pk)
    client = operator(tenant, "SUPER_ADMIN")
    url = list_of(model)
    rows = listed(client.get(url))

    names = offered(model, client)
    for asked_for in [
        *(dict.fromkeys(names, value) for value in odd),
        *({one: "\0"} for one in names),
    ]:
        answer = client.get(url, asked_for, follow=True)

        assert answer.status_code == 200, asked_for
        assert all(row in rows for row in listed(answer)), asked_for
    for name in names:
        several = client.get(f"{url}?{urlencode([(name, 'a'), (name, 'b')])}")
        assert (several.status_code, several["Location"]) == (302, url)


def test_more_parameters_than_are_read_lead_back_as_well(tenant):
    client = operator(tenant, "FACULTY")

    answer = client.get(list_of(User), {f"a{number}": "" for number in range(1001)})

    assert answer["Location"] == list_of(User)
    assert told(answer) == [LEFT_OUT]


def test_a_page_that_a_list_does_not_have_leads_to_its_first(tenant, monkeypatch):
    monkeypatch.setattr("config.admin.model_admin.ConsoleModelAdmin.list_per_page", 1)
    for _ in range(2):
        StudentFactory(tenant=tenant), RoleFactory(tenant=tenant)
    client = operator(tenant, "SUPER_ADMIN")

    for url in (reverse("admin:students_student_changelist"), list_of(Role)):
        answer = client.get(url, {"q": "", "p": "99"})

        assert answer["Location"] == f"{url}?q="
        assert told(answer) == []


def test_all_rows_are_shown_where_the_pager_offers_it(tenant):
    for _ in range(60):
        RoleFactory(tenant=tenant)
    client = operator(tenant, "SUPER_ADMIN")

    (shown,) = parsed(client.get(list_of(Role))).xpath("//a[normalize-space()='Show all']/@href")

    assert shown == "?all="
    assert len(listed(client.get(list_of(Role) + shown))) >= 60


def test_a_column_that_cannot_be_sorted_by_sorts_nothing(tenant):
    client = operator(tenant, "SUPER_ADMIN")

    answer = client.get(reverse("admin:tenants_auditevent_changelist"), {"o": "1"})

    assert told(answer) == [LEFT_OUT]


# Every page ----------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_takes_nothing_that_it_does_not_offer(page: Page, tenant):
    url = page.url_in(tenant)
    for role in ROLES:
        client = operator(tenant, role)
        _, harmless = asked(client, f"{url}?utm_source=x")

        for method, line in (("get", LEFT_OUT), ("post", NOTHING_DONE)):
            stray = STRAY if method == "get" else STRAY | {"name": "x"}
            answer, statements = asked(client, f"{url}?{urlencode(stray)}", method)

            case = (role, method)
            assert (answer.status_code, answer["Location"]) == (302, url), case
            assert told(answer)[-1] == line, case
            assert statements == harmless, case


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_no_form_pretends_to_stand_in_a_popup(page: Page, tenant):
    url = page.url_in(tenant)
    client = operator(tenant, "SUPER_ADMIN")

    for name in ("_popup", "_to_field", "_source_model"):
        answer = client.post(url, {name: "password", "name": "x", "post": "yes"})

        assert (answer.status_code, answer["Location"]) == (302, url)
        assert told(answer)[-1] == NOTHING_DONE


def test_actions_of_a_list_do_nothing_at_an_address_of_ones_own_making(tenant):
    student = StudentFactory(tenant=tenant)
    url = reverse("admin:students_student_changelist")
    client = operator(tenant, "SUPER_ADMIN")
    action = {"action": "grant_many", "index": "0", "_selected_action": student.pk}

    leads = client.post(url, action)["Location"]
    assert leads == f"{reverse('admin:students_student_grant_many')}?ids={student.pk}"
    answer = client.post(f"{url}?role__users__password__regex=^a", action)

    assert answer["Location"] == url
    assert told(answer) == [NOTHING_DONE]


@pytest.mark.parametrize("page", [page for page in ABOUT_ROWS if page.access != NOBODY], ids=str)
def test_a_page_about_no_id_at_all_does_not_exist(page: Page, tenant):
    row = page.row(tenant)
    client = operator(tenant, "SUPER_ADMIN")

    for odd in ODD_IDS:
        url = page.url(row).replace(address_of(row), odd)

        assert client.get(url).status_code == client.post(url).status_code == 404, odd


def test_nothing_is_completed_or_looked_up_outside_of_the_pages(tenant):
    client = operator(tenant, "SUPER_ADMIN")
    completed = {"app_label": "accounts", "model_name": "invitation", "field_name": "user"}

    assert client.get("/admin/autocomplete/", completed, follow=True).status_code == 403
    assert client.get(f"/admin/r/1/{tenant.pk}/").status_code == 404
    assert client.get("/admin/search/", {"s": "a", "page": "99"})["Location"].endswith("?s=a")
    assert client.get("/admin/search/", {"s": "a", "page": "x"})["Location"].endswith("?s=a")


# Nothing is lost -----------------------------------------------------------------------------


def test_an_address_without_its_last_slash_keeps_its_filters(tenant):
    client = operator(tenant, "FACULTY")

    answer = client.get(f"{list_of(User).removesuffix('/')}?status=all")

    assert answer["Location"] == f"{list_of(User)}?status=all"


def test_saving_leads_back_to_the_list_as_it_was_filtered(tenant):
    client = operator(tenant, "SUPER_ADMIN")
    role = RoleFactory(tenant=tenant, name="Tutor")
    url = reverse("admin:accounts_role_change", args=[role.pk])

    kept = urlencode({PRESERVED: "q=tut&o=1"})
    answer = client.post(f"{url}?{kept}", {"name": "Tutors", "permissions": []})

    assert answer["Location"] == f"{list_of(Role)}?q=tut&o=1"
    assert Role.objects.get(pk=role.pk).name == "Tutors"


def test_a_filter_set_to_all_narrows_nothing(tenant):
    client = operator(tenant, "SUPER_ADMIN")
    FacultyFactory(tenant=tenant)

    for model in MODELS:
        ROWS[model](tenant)
        clean = client.get(list_of(model))
        blank = client.get(list_of(model), dict.fromkeys(offered(model, client), ""))
        assert listed(blank) == listed(clean)
