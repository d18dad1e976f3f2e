"""Helpers for the tests of sign-ins: browsers and programs that came in by the doors people use."""

from django.test import Client

from accounts.models import User
from tests.clients import ApiClient, bearer, login
from tests.factories import PASSWORD

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
MINE = "/v1/users/me/sessions"


def sign_in_page(browser: Client, user: User, password: str = PASSWORD):
    """Send the form of the sign-in page."""
    form = {"email": user.email, "password": password}
    return browser.post(f"/sign-in/{user.tenant.slug}", form)


def browser_of(user: User, agent: str = FIREFOX, address: str = "192.0.2.7") -> Client:
    """Return a browser in which a user has signed in with their password."""
    browser = Client(HTTP_USER_AGENT=agent, REMOTE_ADDR=address)
    assert sign_in_page(browser, user).status_code == 302
    return browser


def program_of(
    user: User,
    agent: str = "curl/8.5.0",
    address: str = "198.51.100.4",
    password: str = PASSWORD,
) -> ApiClient:
    """Return a program that has signed in with a password."""
    client = ApiClient(HTTP_USER_AGENT=agent, REMOTE_ADDR=address)
    client.pair = login(client, user, password).json()["data"]
    client.defaults["HTTP_AUTHORIZATION"] = bearer(client.pair)["Authorization"]
    return client


def listed(client: ApiClient, url: str = MINE) -> list[dict]:
    answer = client.get(url)
    assert answer.status_code == 200, answer.json()
    return answer.json()["data"]


def id_of(client: ApiClient) -> str:
    """Return the id of the caller's own sign-in."""
    (current,) = (one["id"] for one in listed(client) if one["current"])
    return current


def is_in(browser: Client) -> bool:
    """Return whether a browser's next click is answered, and not sent to the sign-in."""
    return browser.get("/admin/").status_code == 200
