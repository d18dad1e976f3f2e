"""Checks that people can read a page or mail: it fits, nothing is cut off, contrasts are high."""

from playwright.sync_api import Page

# Phones, the smallest among them, a tablet and a desk; and a phone whose user has doubled the text.
SIZES = [(320, "100%"), (390, "100%"), (390, "200%"), (768, "100%"), (1366, "100%")]

# As long as names may be, without a blank; the second of letters that no font of the tests has.
WORD = ("Verylongplacenameinthenorth" * 10)[:255]
FOREIGN = "ꯃ" * 255

# Whether nothing has to be scrolled sideways, and the least contrast of any text with what is
# painted behind it (WCAG 2).
_LOOK = """
() => {
  const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const behind = element => {
    for (; element; element = element.parentElement) {
      const colour = parts(getComputedStyle(element).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let least = 21;
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
    const ink = light(parts(getComputedStyle(element).color)), paper = light(behind(element));
    least = Math.min(least, (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05));
  }
  return [document.documentElement.scrollWidth <= innerWidth, least];
}
"""

# Which texts end beyond the screen, or beyond a box that hides what has no room in it. What scrolls
# in a frame of its own is within reach. Menu and controls may shorten what a page says in full;
# what only screen readers read is seen by nobody.
_SPILLS = """
() => {
  const spills = [];
  const width = document.documentElement.scrollWidth;
  if (width > innerWidth) spills.push(`the page is ${width} wide`);
  const end = box => {
    for (; box !== document.documentElement; box = box.parentElement) {
      const overflow = getComputedStyle(box).overflowX;
      if (overflow === 'auto' || overflow === 'scroll') return Infinity;
      if (overflow !== 'visible') return box.getBoundingClientRect().right;
    }
    return innerWidth;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode, element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('#nav-sidebar, select, .select2, .material-symbols-outlined')) continue;
    if (element.closest('.sr-only')) continue;
    range.selectNodeContents(text);
    const right = Math.max(...Array.from(range.getClientRects(), box => box.right));
    if (right > end(element) + 1) spills.push(`${text.data.trim().slice(0, 40)} spills`);
  }
  return spills;
}
"""


def width(page: Page) -> int:
    """Return how wide a page is, in pixels, once it is there as a whole."""
    page.wait_for_load_state()
    return page.evaluate("document.scrollingElement.scrollWidth")


def look(page: Page) -> tuple[bool, float]:
    return page.evaluate(_LOOK)


def cut(page: Page) -> list[str]:
    """Return the parts of a page that are out of sight on the screen as it is."""
    return page.evaluate(_SPILLS)


def spills(page: Page) -> list[str]:
    """Return the parts of a page that are out of sight, on any screen."""
    found = []
    for width, text in SIZES:
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
        found += [f"{width} px, text at {text}: {spill}" for spill in page.evaluate(_SPILLS)]
    return found
