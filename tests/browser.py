"""A real browser: the machine's Chromium, driven by Playwright."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

# What it may be called; `make test` looks for the same names and installs the first.
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

type Visit[T] = Callable[[Page], T]


def chromium() -> str:
    """Return the path of the machine's Chromium; end the program where there is none."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    raise SystemExit(f"No browser is installed; one of these is needed: {', '.join(NAMES)}.")


@pytest.fixture(scope="session")
def _browser() -> Iterator[tuple[ThreadPoolExecutor, Browser]]:
    # In a thread of its own: Playwright runs an event loop, beside which Django refuses to touch
    # the database.
    with ThreadPoolExecutor(1) as thread:
        playwright = thread.submit(lambda: sync_playwright().start()).result()
        start = playwright.chromium.launch
        browser = thread.submit(start, executable_path=chromium(), args=["--no-sandbox"]).result()
        yield thread, browser
        thread.submit(browser.close).result()
        thread.submit(playwright.stop).result()


@pytest.fixture
def browse(_browser) -> Callable[..., object]:
    """Call a function with an empty page of a fresh browser profile; return what it returns.

    Options are those of a Playwright context, such as ``viewport`` and ``color_scheme``.
    """
    thread, browser = _browser

    def visit[T](script: Visit[T], **options) -> T:
        with browser.new_context(**options) as context:
            return script(context.new_page())

    return lambda script, **options: thread.submit(visit, script, **options).result()


@pytest.fixture
def on_page(_browser) -> Iterator[Callable[..., object]]:
    """Do things on one page, step by step: ``on_page(lambda page: page.goto(url))``.

    The page stays the same throughout a test; ``page.context.new_page()`` opens a tab beside it.
    What is done there must leave the database alone.
    """
    thread, browser = _browser
    context = thread.submit(browser.new_context).result()
    page = thread.submit(context.new_page).result()
    yield lambda act: thread.submit(act, page).result()
    thread.submit(context.close).result()


if __name__ == "__main__":
    chromium()
