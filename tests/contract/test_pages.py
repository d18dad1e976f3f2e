"""Who opens which page of the admin, and that other tenants' rows are on none."""

import pytest
from django.urls import reverse

from accounts.models import LegacyRole
from accounts.services.roles import default_flags
from config.permissions import ALL_FLAGS
from tests.clients import OperatorClient
from tests.contract.pages import (
    ACROSS_TENANTS,
    CONSOLE_ACCESS,
    MODELS,
    NOBODY,
    PAGES,
    ROWS,
    Page,
    address_of,
    served,
)
from tests.factories import RoleFactory, SuperAdminFactory, SystemRoleFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.round]

ABOUT_ROWS = [page for page in PAGES if page.row and page.model not in ACROSS_TENANTS]
OF_ONE_TENANT = [model for model in MODELS if model not in ACROSS_TENANTS]
CLOSED = 403


def operator(tenant, legacy_role: LegacyRole) -> OperatorClient:
    role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)
    return OperatorClient(UserFactory(tenant=tenant, role=role))


def test_every_page_stands_in_the_table():
    assert served() == {page.name for page in PAGES}


def test_every_model_has_a_row_to_show():
    assert set(ROWS) == set(MODELS)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_opens_as_the_matrix_says(page: Page, tenant):
    url = page.url_in(tenant)
    for role in (LegacyRole.SUPER_ADMIN, LegacyRole.ADMIN, LegacyRole.FACULTY):
        answer = operator(tenant, role).get(url)

        granted = ALL_FLAGS if role == LegacyRole.SUPER_ADMIN else default_flags(role)
        opens = page.access in {CONSOLE_ACCESS, *granted} and set(granted).issuperset(page.besides)
        assert answer.status_code == (page.status if opens else CLOSED), role


@pytest.mark.parametrize("page", [page for page in PAGES if page.access != NOBODY], ids=str)
def test_a_page_is_closed_with_every_flag_but_its_own(page: Page, tenant):
    if page.access == CONSOLE_ACCESS:
        others = []
    else:
        others = [f for f in ALL_FLAGS if f != page.access and not f.startswith("TENANT_")]
    user = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=others))

    answer = OperatorClient(user).get(page.url_in(tenant))

    assert answer.status_code == (302 if page.access == CONSOLE_ACCESS else CLOSED)


@pytest.mark.parametrize("page", [page for page in PAGES if page.besides], ids=str)
def test_a_page_that_needs_several_flags_is_closed_where_one_is_missing(page: Page, tenant):
    needed = {page.access, *page.besides, "USER_MANAGEMENT.can_view"}
    for missing in (page.access, *page.besides):
        role = RoleFactory(tenant=tenant, permissions=sorted(needed - {missing}))

        answer = OperatorClient(UserFactory(tenant=tenant, role=role)).get(page.url_in(tenant))

        assert answer.status_code == CLOSED, missing


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_leads_students_and_strangers_to_the_sign_in(page: Page, tenant, client):
    url = page.url_in(tenant)

    for visitor in (client, operator(tenant, LegacyRole.STUDENT)):
        answer = visitor.get(url)

        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("admin:login"))


@pytest.mark.parametrize("page", ABOUT_ROWS, ids=str)
def test_a_page_about_another_tenants_row_does_not_exist(page: Page, tenant):
    foreign = page.row(UserFactory().tenant)
    super_admin = OperatorClient(SuperAdminFactory(tenant=tenant))

    for send in (super_admin.get, super_admin.post):
        answer = send(page.url(foreign))

        assert answer.status_code == (404 if page.access != NOBODY else CLOSED), send.__name__


@pytest.mark.parametrize("model", OF_ONE_TENANT, ids=lambda model: model.__name__)
def test_a_list_holds_no_other_tenants_rows(model, tenant):
    own, foreign = ROWS[model](tenant), ROWS[model](UserFactory().tenant)
    names = model._meta.app_label, model._meta.model_name
    url = reverse("admin:{}_{}_changelist".format(*names))

    page = OperatorClient(SuperAdminFactory(tenant=tenant)).get(url).content.decode()

    assert address_of(own) in page
    assert address_of(foreign) not in page
