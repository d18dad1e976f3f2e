"""``make screenshots``: pictures of the main pages for README and docs, taken of the demo's data.

The demo's calendar is fixed; its sessions of the last weeks are moved to the present, so that the
dashboard has something to show.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from playwright.sync_api import Browser, Page, sync_playwright

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
django.setup()

# ruff: noqa: E402 - models want Django to be set up
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases, setup_test_environment, teardown_databases
from django.urls import reverse

from accounts.models import User
from students.services.roster import uploads
from tenants.models import Tenant, TenantBranding
from tests.browser import launch
from tests.clients import OperatorClient
from tests.mail import work
from tests.servers import running_server

FOLDER = Path(__file__).parent.parent / "docs" / "screenshots"
STUDENT = "6650a1b2c3d4e5f6a7b8c9d0"
# Wide enough that the menu stands beside the page; taken at 1280 × 800.
DESK = {"viewport": {"width": 1440, "height": 900}, "device_scale_factor": 8 / 9}
PHONE_AT_NIGHT = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}
ROSTER = "Student Name,Email,Programme,Status\n" + "".join(
    f"{name},{name.split()[0].lower()}@demo.example,,active\n"
    for name in ("Ngozi Okafor", "Tunde Balogun", "Amina Yusuf", "Kwame Mensah", "Zainab Bello")
)

# What moves the demo's last weeks to now; grades and transcripts keep their sessions.
_MOVE = """
UPDATE students_session SET
    start_time = start_time + moved.by, end_time = end_time + moved.by,
    last_activity = last_activity + moved.by
FROM (SELECT now() - interval '3 hours' - max(start_time) AS by FROM students_session) AS moved
WHERE start_time IS NOT NULL
"""


@contextmanager
def database() -> Iterator[None]:
    """Create a migrated scratch database with the demo's data for the length of a block."""
    with settings.POSTGRES_SERVER:
        setup_test_environment()
        held = setup_databases(verbosity=0, interactive=False)
        try:
            call_command("demo_data", stdout=sys.stderr)
            with connection.cursor() as cursor:
                cursor.execute(_MOVE)
            # Its logos lie below PUBLIC_URL, where nobody listens here.
            TenantBranding.objects.update(logo_url=None)
            yield
        finally:
            connection.close()
            teardown_databases(held, verbosity=0)


def cookie(base: str) -> dict[str, str]:
    """Return the cookie of a Super Admin who is signed in."""
    operator = User.objects.get(email="superadmin@demo.example")
    return {
        "name": "sessionid",
        "value": OperatorClient(operator).cookies["sessionid"].value,
        "url": base,
    }


def imported(roster: str = ROSTER) -> str:
    """Check a roster, and return the address of the import's page."""
    actor = User.objects.get(email="admin@demo.example")
    row = uploads.upload_roster(
        actor=actor,
        tenant=actor.tenant,
        people=SimpleUploadedFile("autumn-intake.csv", roster.encode()),
        max_change="10%",
        programme="MBA1234",
    )
    work()
    return reverse("admin:students_rosterimport_change", args=[row.pk])


def shoot(
    browser: Browser, base: str, session: dict[str, str], rosters: tuple[str, str], tenant: str
) -> None:
    """Take all pictures."""

    roster, refused = rosters

    def save(page: Page, name: str) -> None:
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}.png", scale="device", animations="disabled")
        sys.stdout.write(f"docs/screenshots/{name}.png\n")

    with browser.new_context(base_url=base, **DESK) as context:
        page = context.new_page()
        page.goto("/sign-in/demo-university")
        save(page, "sign-in")
        context.add_cookies([session])
        for name, path in (
            ("dashboard", "/admin/"),
            ("students", "/admin/students/student/?q=abdul"),
            ("student", f"/admin/students/student/{STUDENT}/change/"),
            ("branding", f"/admin/tenants/tenant/{tenant}/branding/"),
            ("import", roster),
            ("import-refused", refused),
        ):
            page.goto(path)
            save(page, name)
        page.goto("/admin/accounts/role/")
        page.get_by_role("link", name="Faculty").first.click()
        save(page, "role")
        page.goto(f"/admin/students/student/{STUDENT}/grant/")
        page.locator("#select2-id_case_study-container").click()
        page.get_by_role("option", name="Fuel Subsidy").first.click()
        page.get_by_label("Number of attempts").fill("2")
        page.get_by_label("Reason").fill("The audio dropped in the middle of the session.")
        page.get_by_role("button", name="Preview").click()
        save(page, "grant")
    with browser.new_context(base_url=base, **PHONE_AT_NIGHT) as context:
        context.add_cookies([session])
        page = context.new_page()
        page.goto(f"/admin/students/student/{STUDENT}/change/")
        save(page, "phone")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with database(), running_server() as server:
        session, roster = cookie(server.url), imported()
        refused = imported(ROSTER.replace("Ngozi Okafor", "Ngozi ?kafor"))
        tenant = Tenant.objects.get(slug="demo-university").pk
        with sync_playwright() as playwright:
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
            browser = launch(playwright)
            shoot(browser, server.url, session, (roster, refused), tenant)
            browser.close()


if __name__ == "__main__":
    main()
