"""What the admin's own scripts do in a real browser: matrix, list of checkboxes, copying."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from accounts.models import Role, ServiceKey, User
from tests import legibility
from tests.clients import OperatorClient
from tests.factories import ProgrammeFactory, RoleFactory, SuperAdminFactory

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture
def enter(live_server, browse):
    """Call a function with a page on which an operator is signed in."""

    def visit(operator: User, script, **options):
        cookie = OperatorClient(operator).cookies["sessionid"].value

        def signed_in(page: Page):
            page.context.add_cookies(
                [{"name": "sessionid", "value": cookie, "url": live_server.url}]
            )
            return script(page, f"{live_server.url}/admin/accounts")

        return browse(signed_in, **options)

    return visit


def faults(page: Page) -> list[str]:
    """Return what axe has against our own form controls."""
    found = Axe().run(page, context="fieldset").response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def test_a_whole_row_of_the_matrix_is_ticked_at_once(enter, tenant):
    operator = SuperAdminFactory(tenant=tenant)
    role = RoleFactory(tenant=tenant, permissions=["PROGRAMMES.can_view"])

    def journey(page: Page, base: str) -> list[str]:
        page.goto(f"{base}/role/{role.pk}/change/")
        whole = page.get_by_role("checkbox", name="Programmes: the whole row")
        expect(whole).not_to_be_checked()
        assert whole.evaluate("box => box.indeterminate")
        whole.focus()
        page.keyboard.press("Space")
        expect(page.get_by_role("checkbox", name="Programmes: delete")).to_be_checked()
        page.get_by_role("checkbox", name="Programmes: export").uncheck()
        assert whole.evaluate("box => box.indeterminate")
        found = faults(page)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("#result_list")).to_be_visible()
        return found

    assert enter(operator, journey) == []

    actions = ("can_view", "can_create", "can_edit", "can_delete")
    assert Role.objects.get(pk=role.pk).permissions == [f"PROGRAMMES.{one}" for one in actions]


def test_the_matrix_scrolls_inside_a_narrow_page(enter, tenant):
    def width(page: Page, base: str) -> int:
        page.goto(f"{base}/role/add/")
        return legibility.width(page)

    assert enter(SuperAdminFactory(tenant=tenant), width, **PHONE) == 390


def test_a_long_list_of_programmes_is_narrowed_down(enter, tenant):
    for number in range(12):
        ProgrammeFactory(tenant=tenant, code=f"P{number:02}", name=f"Programme {number}")

    def journey(page: Page, base: str) -> list[str]:
        page.goto(f"{base}/user/add/")
        programmes = page.get_by_role("group", name="Programmes")
        programmes.get_by_label("P03").check()
        programmes.get_by_role("searchbox").fill("p11 ")
        expect(programmes.get_by_label("P11")).to_be_visible()
        expect(programmes.get_by_label("P03")).to_be_hidden()
        page.keyboard.press("Enter")
        programmes.get_by_role("searchbox").fill("")
        expect(programmes.get_by_label("P03")).to_be_checked()
        return faults(page)

    assert enter(SuperAdminFactory(tenant=tenant), journey) == []


def test_a_new_service_key_is_there_to_be_copied(enter, tenant):
    def journey(page: Page, base: str) -> str:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(f"{base}/servicekey/add/")
        page.get_by_label("What it is for").fill("Live service")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_role("button", name="Copy", exact=True).click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        return page.evaluate("navigator.clipboard.readText()")

    text = enter(SuperAdminFactory(tenant=tenant), journey)

    assert ServiceKey.objects.get_from_key(text).tenant == tenant
