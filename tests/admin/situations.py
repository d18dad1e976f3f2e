"""The situations in which everybody can use a page: by day and night, on a phone, rows ticked."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests import legibility

DESK = {"width": 1440, "height": 900}
LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}

# The menu is the same on all pages; the first page of a walk is looked at as a whole.
_BESIDE_THE_MENU = {"exclude": [["#nav-sidebar"]]}
_ONLY_COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
_AT_REST = "Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)))"
# A word that has no room is broken between its letters: each is on a line of its own then.
_SQUASHED = """
() => [...document.querySelectorAll('#header-inner :is(a, button, span:not([aria-hidden=true]))')]
  .filter(one => one.checkVisibility() && one.children.length === 0)
  .filter(one => !one.classList.contains('material-symbols-outlined'))
  .filter(one => one.textContent.trim().length > 3 && one.getBoundingClientRect().width < 24)
  .map(one => `${one.textContent.trim()} is squashed`)
"""


def faults(page: Page, *, whole: bool = False) -> list[str]:
    """Return what somebody cannot use on a page that is open.

    It is looked at by day on a laptop, at night on a phone, and at a desk with its rows ticked.
    Rules are many: those about colours alone are asked where nothing else is different.
    """
    found = _seen(page, "light", LAPTOP) + page.evaluate(_SQUASHED) + broken(page, whole=whole)
    found += _seen(page, "light", PHONE)
    are_ticked = tick(page)
    found += _seen(page, "dark", PHONE) + broken(page)
    for colours in ("light", "dark") if are_ticked else ():
        found += _seen(page, colours, DESK) + broken(page, options=_ONLY_COLOURS)
    return list(dict.fromkeys(found))


def tick(page: Page) -> bool:
    """Tick the rows of a list; return whether there are some to tick."""
    boxes = page.locator("input.action-select:visible").all()
    for box in boxes:
        box.check()
    if boxes:
        expect(page.locator("tr.selected")).to_have_count(len(boxes))
    return bool(boxes)


def _seen(page: Page, colours: str, size: dict[str, int]) -> list[str]:
    """Bring a situation about, wait until the page is at rest, and say if it has no room."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=colours)
    # As the theme of the admin does when a page is opened.
    page.evaluate("on => document.documentElement.classList.toggle('dark', on)", colours == "dark")
    page.evaluate(_AT_REST)
    width = legibility.width(page)
    return [f"{width} pixels wide at {size['width']}"] if width > size["width"] else []


def broken(page: Page, *, whole: bool = False, **options: dict) -> list[str]:
    """Return what axe finds on a page as it is, beside the menu or in the whole of it."""
    context = None if whole else _BESIDE_THE_MENU
    found = Axe().run(page, context=context, **options).response["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]
