"""A real browser: the machine's Chromium, driven by Playwright, with fonts of its own.

The size of a text depends on its font, so the machine's fonts are hidden: for any family a page
gets the one of ``tests/fonts/NAME.conf``, and no glyph from anywhere else.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

# What it may be called; `make test` looks for the same names and installs the first.
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

FONTS = Path(__file__).parent / "fonts"

type Fonts = Literal["normal", "wide"]
type Visit[T] = Callable[[Page], T]


def chromium() -> str:
    """Return the path of the machine's Chromium; end the program where there is none."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    raise SystemExit(f"No browser is installed; one of these is needed: {', '.join(NAMES)}.")


def launch(playwright: Playwright, fonts: Fonts = "normal") -> Browser:
    """Start a browser that has these fonts alone."""
    if not (FONTS / "node_modules").is_dir():
        raise SystemExit(f"No fonts are installed: `make fonts`, or `npm ci` in {FONTS}.")
    return playwright.chromium.launch(
        executable_path=chromium(),
        args=["--no-sandbox"],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS / f"{fonts}.conf")},
    )


class Browsers:
    """A browser for each set of fonts, started when it is first needed.

    They run in a thread of their own: Playwright runs an event loop, and Django refuses to use the
    database in a thread with one.
    """

    def __init__(self, thread: ThreadPoolExecutor):
        self.thread = thread
        self.playwright = thread.submit(lambda: sync_playwright().start()).result()
        self.started: dict[Fonts, Browser] = {}

    def run[T](self, act: Callable[..., T], *args, **options) -> T:
        return self.thread.submit(act, *args, **options).result()

    def with_fonts(self, fonts: Fonts) -> Browser:
        if fonts not in self.started:
            self.started[fonts] = self.run(launch, self.playwright, fonts)
        return self.started[fonts]

    def stop(self) -> None:
        for browser in self.started.values():
            self.run(browser.close)
        self.run(self.playwright.stop)


@pytest.fixture(scope="session")
def _browsers() -> Iterator[Browsers]:
    with ThreadPoolExecutor(1) as thread:
        browsers = Browsers(thread)
        yield browsers
        browsers.stop()


@pytest.fixture
def browse(_browsers) -> Callable[..., object]:
    """Call a function with an empty page of a fresh browser profile; return what it returns.

    Options are those of a Playwright context, such as ``viewport`` and ``color_scheme``, and
    ``fonts``.
    """

    def visit[T](browser: Browser, script: Visit[T], options: dict) -> T:
        with browser.new_context(**options) as context:
            return script(context.new_page())

    def browse[T](script: Visit[T], fonts: Fonts = "normal", **options) -> T:
        return _browsers.run(visit, _browsers.with_fonts(fonts), script, options)

    return browse


@pytest.fixture
def on_page(_browsers) -> Iterator[Callable[..., object]]:
    """Yield a function for steps on one page: ``on_page(lambda page: page.goto(url))``.

    The page stays the same throughout a test; ``page.context.new_page()`` opens a tab beside it.
    The steps must not use the database.
    """
    context = _browsers.run(_browsers.with_fonts("normal").new_context)
    page = _browsers.run(context.new_page)
    yield lambda act: _browsers.run(act, page)
    _browsers.run(context.close)


if __name__ == "__main__":
    chromium()
