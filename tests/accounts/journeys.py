"""The steps of people who sign in at a university's CAS server with a real browser."""

from urllib.parse import quote, urlsplit

from playwright.sync_api import Page

from tenants.models import AllowedOrigin, Tenant, TenantSSOConfig
from tests.cas.fixtures import PASSWORD, CASServer
from tests.factories import TenantFactory
from tests.servers import RunningServer


def university(slug: str, cas: CASServer, front_end_origin: str) -> Tenant:
    tenant = TenantFactory(name=slug.title(), slug=slug)
    AllowedOrigin.objects.create(tenant=tenant, origin=front_end_origin)
    TenantSSOConfig.objects.create(
        tenant=tenant,
        server_url=cas.url,
        callback_url=f"{front_end_origin}/landing",
        is_enabled=True,
    )
    return tenant


def show_identity(page: Page, username: str) -> None:
    """Sign in on the CAS server's page that is open."""
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Login").click()


def sign_in(page: Page, server: RunningServer, slug: str, username: str, next_page: str) -> None:
    """Sign in from our page of a tenant, through its CAS server, to where that leads."""
    page.goto(f"{server.url}/sign-in/{slug}?next={quote(next_page)}")
    page.get_by_role("link", name="Sign in with your university account").click()
    show_identity(page, username)


def is_in(page: Page, server: RunningServer) -> bool:
    """Say whether the admin opens; whoever is a stranger there ends at the sign-in."""
    page.goto(f"{server.url}/admin/")
    return urlsplit(page.url).path == "/admin/"
