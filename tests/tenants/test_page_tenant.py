"""A page says which tenant it was made for: what is odd about that, and who learns what by it.

That every form does, and what comes of it, is tried in ``tests/contract/test_page_tenants.py``.
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.template import Context, RequestContext, Template
from django.test import Client
from django.urls import path, reverse

from config.urls import urlpatterns as real_urls
from programmes.models import Programme
from tenants.addresses import home_of
from tenants.current_tenant import PAGE_TENANT
from tenants.models import AuditEvent, Tenant
from tests.clients import OperatorClient
from tests.contents import contents
from tests.factories import (
    PASSWORD,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.operators import UNMARKED, forms, of_another, parsed, turned_away, words

pytestmark = pytest.mark.django_db

ADD = "/admin/programmes/programme/add/"
LIST = "/admin/programmes/programme/"
EXPORT = "/admin/students/student/export/"
ASKED = {"code": "NEW", "name": "New programme"}


@pytest.fixture
def tenant(db):
    return TenantFactory(name="Head Office")


@pytest.fixture
def other(db):
    return TenantFactory(name="State University")


@pytest.fixture
def super_admin(tenant):
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def operator_client(super_admin) -> OperatorClient:
    return OperatorClient(super_admin)


def save(operator_client: OperatorClient, *marks: str, **more):
    return operator_client.post_as_it_is(ADD, ASKED | {PAGE_TENANT: list(marks)} | more)


def ways_on(answer) -> dict[str, str]:
    """Return where a refusal leads, by the words that do."""
    links = parsed(answer).xpath("//main//a[@href]")
    return {words(link): link.get("href") for link in links}


# What a page says ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "odd",
    [
        (),
        ("",),
        ("\x00",),
        ("{id}\x00",),
        ("{id}\n",),
        (" {id}",),
        ("{ID}",),
        ("None",),
        ("' OR 1=1 --",),
        ("{id}" * 1000,),
        ("\ud7ff\U0001f393",),
        ("{id}", "{id}"),
        ("{other}", "{id}"),
        ("{id}", "{other}"),
        ("", "{id}"),
    ],
    ids=lambda odd: "+".join(odd)[:30].encode("unicode_escape").decode() or "nothing",
)
def test_a_page_says_it_once_and_plainly(odd, operator_client, tenant, other):
    names = {"id": tenant.pk, "ID": tenant.pk.upper(), "other": other.pk}
    before = contents()

    assert turned_away(save(operator_client, *(mark.format(**names) for mark in odd))) == UNMARKED
    assert contents() == before


def test_only_the_form_itself_can_say_it(operator_client, tenant):
    in_address = operator_client.post_as_it_is(f"{ADD}?{PAGE_TENANT}={tenant.pk}", ASKED)
    as_file = save(
        operator_client, **{PAGE_TENANT: SimpleUploadedFile("x.txt", tenant.pk.encode())}
    )
    as_json = operator_client.post_as_it_is(
        ADD, ASKED | {PAGE_TENANT: tenant.pk}, content_type="application/json"
    )

    assert [turned_away(answer) for answer in (in_address, as_file, as_json)] == [UNMARKED] * 3
    assert not Programme.objects.exists()


@pytest.mark.parametrize(
    "address", ["/admin/accounts/", "/admin/login/", "/admin/nowhere/", "/admin/r/1/1/"]
)
def test_addresses_that_are_no_pages_of_ours_are_held_to_it(address, operator_client):
    assert turned_away(operator_client.post_as_it_is(address)) == UNMARKED


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_that_act_are_refused_as_well(method, operator_client, tenant):
    answer = getattr(operator_client, method)(f"{ADD}?{PAGE_TENANT}={tenant.pk}")

    assert turned_away(answer) == UNMARKED


def test_a_tenant_that_there_is_not_is_another_one(operator_client):
    assert turned_away(save(operator_client, "0" * 24)) == of_another(
        "Head Office", "another university"
    )


# What operators do meanwhile -------------------------------------------------------------------


def test_the_same_tenant_chosen_again_is_the_same(operator_client, tenant, other):
    operator_client.work_in(other)
    operator_client.work_in(tenant)
    operator_client.work_in(tenant)

    assert save(operator_client, tenant.pk).status_code == 302
    assert Programme.objects.get().tenant == tenant


def test_a_page_of_a_row_is_refused_rather_than_missing(operator_client, tenant, other):
    row = ProgrammeFactory(tenant=tenant)
    url = reverse("admin:programmes_programme_change", args=[row.pk])
    operator_client.work_in(other)

    answer = operator_client.post_as_it_is(url, ASKED | {PAGE_TENANT: tenant.pk})

    assert turned_away(answer) == of_another("State University", "Head Office")


def test_add_another_opens_a_page_of_the_tenant_that_was_saved_into(operator_client, other):
    operator_client.work_in(other)

    answer = operator_client.post(ADD, ASKED | {"_addanother": "1"}, follow=True)

    (form,) = forms(answer)
    assert form.values[PAGE_TENANT] == [other.pk]


def test_a_page_of_a_tenant_deleted_meanwhile_is_not_saved_into_ones_own(operator_client, other):
    operator_client.work_in(other)
    Tenant.objects.filter(pk=other.pk).update(is_active=False)

    answer = save(operator_client, other.pk)

    assert answer.status_code == 410
    assert "State University is deleted" in answer.content.decode()
    assert ways_on(answer) == {
        "See it, or restore it": reverse("admin:tenants_tenant_change", args=[other.pk]),
        "Dashboard": "/admin/",
    }
    assert not Programme.objects.exists()


def test_whoever_is_no_super_admin_any_more_learns_no_name(
    operator_client, super_admin, tenant, other
):
    operator_client.work_in(other)
    assert operator_client.get("/admin/").status_code == 200  # says the name, for the last time
    super_admin.role = UserFactory(tenant=tenant).role
    super_admin.save()

    there = save(operator_client, other.pk)
    operator_client.work_in(tenant)
    at_home = save(operator_client, other.pk)

    assert there.status_code == 404
    assert turned_away(at_home) == of_another("Head Office", "another university")
    assert "State University" not in f"{there.content.decode()}{at_home.content.decode()}"
    assert list(ways_on(at_home)) == ["Programmes", "Dashboard"]
    assert not Programme.objects.exists()


def test_somebody_else_who_signed_in_meanwhile_saves_nothing_and_learns_no_name(tenant, other):
    browser = OperatorClient(UserFactory(tenant=other))

    answer = save(browser, tenant.pk)

    assert turned_away(answer) == of_another("State University", "another university")
    assert "Head Office" not in answer.content.decode()
    assert not Programme.objects.exists()


def test_a_form_from_before_a_sign_in_is_too_old(super_admin, tenant):
    browser = Client(enforce_csrf_checks=True)

    def sign_in(user) -> None:
        url = f"/sign-in/{user.tenant.slug}"
        (form,) = forms(browser.get(url))
        typed = {"email": user.email, "password": PASSWORD}
        assert browser.post(url, form.values | typed).status_code == 302

    sign_in(super_admin)
    (form,) = forms(browser.get(ADD))
    assert browser.post("/sign-out", form.values).status_code == 302
    sign_in(UserFactory(tenant=tenant))

    answer = browser.post(form.url, form.values | ASKED)

    assert answer.status_code == 403
    assert "The form was too old" in answer.content.decode()
    assert not Programme.objects.exists()


@pytest.mark.parametrize("said", ["", "{other}"])
def test_signing_out_concerns_no_tenant(said, operator_client, other):
    operator_client.post_as_it_is("/admin/logout/", {PAGE_TENANT: said.format(other=other.pk)})

    assert operator_client.get("/admin/")["Location"] == "/admin/login/?next=/admin/"


# The refusal -----------------------------------------------------------------------------------


def test_a_refusal_leads_on_and_back(operator_client, tenant, other):
    operator_client.work_in(other)

    answer = save(operator_client, tenant.pk)

    assert ways_on(answer) == {
        "Head Office": home_of(tenant.slug),
        "Programmes": LIST.replace("/admin/", home_of(other.slug)),
        "Dashboard": home_of(other.slug),
    }
    assert "Working in State University" in answer.content.decode()


def test_a_refusal_leads_to_no_page_that_is_closed(tenant):
    role = RoleFactory(tenant=tenant, permissions=["CASE_STUDIES.can_view"])
    operator = OperatorClient(UserFactory(tenant=tenant, role=role))

    assert ways_on(save(operator)) == {"Dashboard": "/admin/"}


def test_a_refusal_is_no_denial_of_a_right(operator_client, tenant, other):
    operator_client.work_in(other)
    before = AuditEvent.objects.count()

    save(operator_client, tenant.pk)
    save(operator_client)

    assert AuditEvent.objects.count() == before


def test_a_name_is_shown_as_it_is_written(operator_client, tenant, other):
    Tenant.objects.filter(pk=tenant.pk).update(name="<b>A&B</b>")
    operator_client.work_in(other)

    assert turned_away(save(operator_client, tenant.pk)) == of_another(
        "State University", "<b>A&B</b>"
    )


def test_nobody_is_let_in_by_a_form(client, tenant):
    student = OperatorClient(StudentFactory(tenant=tenant))
    marked = ASKED | {PAGE_TENANT: tenant.pk}

    for visitor, asked in ((client, ASKED), (client, marked), (student, marked)):
        assert visitor.post(ADD, asked)["Location"].startswith("/admin/login/")
    unmarked = student.post_as_it_is(ADD, ASKED)
    assert turned_away(unmarked) == UNMARKED
    assert list(ways_on(unmarked)) == ["Dashboard"]
    assert not Programme.objects.exists()


# A file ----------------------------------------------------------------------------------------


def test_an_export_is_of_the_tenant_whose_list_was_shown(operator_client, tenant, other):
    StudentFactory(tenant=tenant, email="bisi@head.edu")
    StudentFactory(tenant=other, email="chidi@state.edu")
    list_page = parsed(operator_client.get("/admin/students/student/"))
    (link,) = list_page.xpath("//a[normalize-space()='Export CSV']/@href")

    before = operator_client.get(link).getvalue().decode()
    operator_client.work_in(other)
    after = operator_client.get(link)

    assert "bisi@head.edu" in before
    assert turned_away(after) == of_another("State University", "Head Office")
    # An address without a page is about the tenant that is worked in.
    assert "chidi@state.edu" in operator_client.get(EXPORT).getvalue().decode()


# Pages to come ---------------------------------------------------------------------------------


def forgetful(request) -> HttpResponse:
    """A page that somebody adds below the admin's path, with a form of its own making."""
    if request.method == "POST":
        ProgrammeFactory(tenant=request.tenant)
    return HttpResponse('<form method="post"><button>Do it</button></form>')


urlpatterns = [path("admin/forgetful/", forgetful), *real_urls]


@pytest.mark.urls(__name__)
def test_a_new_page_that_says_nothing_cannot_act(operator_client):
    (form,) = forms(operator_client.get("/admin/forgetful/"))

    assert form.values == {}
    assert turned_away(operator_client.post_as_it_is(form.url, form.values)) == UNMARKED
    assert not Programme.objects.exists()


def test_forms_elsewhere_say_nothing_of_it(client, tenant):
    (form,) = forms(client.get(f"/sign-in/{tenant.slug}"))

    assert PAGE_TENANT not in form.values


def test_a_form_without_a_request_has_what_django_gives_it(rf):
    form = Template("{% csrf_token %}")

    assert form.render(Context()) == ""
    plain = form.render(RequestContext(rf.get("/")))
    assert plain.count("<input") == 1
    assert "csrfmiddlewaretoken" in plain
