"""An operator who works by clicking and typing only, and whose clicks are counted."""

import pytest
from playwright.sync_api import Page

from tests.admin.conftest import sit_down
from tests.clients import OperatorClient

# A click of the mouse counts, and each choice from a list; what the keyboard does is typing.
COUNT_CLICKS = """
const count = () => sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1;
addEventListener("click", event => event.isTrusted && event.detail && count(), true);
addEventListener("change", event => event.target.matches?.("select") && count(), true);
"""


def clicks(page: Page) -> int:
    """Return the number of clicks since the last call."""
    return page.evaluate(
        "() => { const n = Number(sessionStorage.clicks ?? 0);"
        " sessionStorage.clicks = 0; return n }"
    )


@pytest.fixture
def working(on_page, live_server):
    """Begin to work as somebody; return the function that takes the steps.

    ``step = working(operator)`` opens the dashboard; ``step(lambda page: …)`` goes on from there.
    The browser must report no error at the end.
    """
    complaints = on_page(sit_down)

    def begin(operator):
        cookie = OperatorClient(operator).cookies["sessionid"].value

        def open_dashboard(page: Page) -> None:
            page.context.add_init_script(COUNT_CLICKS)
            page.context.add_cookies(
                [{"name": "sessionid", "value": cookie, "url": live_server.url}]
            )
            page.goto(f"{live_server.url}/admin/")

        on_page(open_dashboard)
        return on_page

    yield begin
    assert complaints == []
