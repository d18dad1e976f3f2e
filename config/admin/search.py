"""The search of the whole console: rows of the pages that the caller may see, and those pages.

Nothing of it is kept: neither what was searched for, nor what was found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple
from urllib.parse import urlencode

from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from config.admin.menu import Menu
from config.text import folded, one_line

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# The parameter with the text, and the longest one; of each kind, so many are found.
TEXT = "s"
LONGEST = 200
MOST = 5

# With this header, the results come without a page around them.
ALONE = "X-Results-Alone"


class Found(NamedTuple):
    """One thing that a search has found; the detail distinguishes it from others."""

    title: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class FoundKind:
    """What was found of one kind, and the address at which all of it is listed."""

    title: str
    icon: str
    found: list[Found]
    all_url: str = ""


class SearchedPageMixin:
    """A page whose rows are found by the search of the whole console.

    They are those of the page: of its tenant, for those who may see it.
    """

    # Pages that everybody may open, by the names of their addresses; found by their titles.
    pages_of_ones_own: ClassVar[dict[str, "StrOrPromise"]] = {}

    def find(self, request: HttpRequest, text: str, most: int) -> Iterable[Any]:
        """Return up to ``most`` of the rows that contain the text."""
        raise NotImplementedError

    def as_found(self, row: Any) -> Found:
        """Return a row as the search shows it."""
        raise NotImplementedError


def typed(request: HttpRequest) -> tuple[str, str]:
    """Return the text that is searched for, and the reason why it cannot be."""
    text = request.GET.get(TEXT, "").strip()
    if len(text) > LONGEST:
        return "", _("Type at most %(longest)d characters.") % {"longest": LONGEST}
    try:
        return one_line(text), ""
    except ValidationError as refusal:
        return "", " ".join(refusal.messages)


def search(request: HttpRequest, pages: Iterable[Any], text: str) -> list[FoundKind]:
    """Return what the caller may see of that which a text names, kind by kind."""
    pages = _in_order(pages)
    groups = [_rows_of(request, page, text) for page in _searched(request, pages)]
    named = [found for found in _pages(request, pages) if _is_named(found.title, text)]
    groups.append(FoundKind(_("Pages"), "web", named))
    return [group for group in groups if group.found]


def searched(request: HttpRequest, pages: Iterable[Any]) -> list[str]:
    """Return the kinds of rows that the caller can search for, beside pages."""
    return [str(page.opts.verbose_name_plural) for page in _searched(request, _in_order(pages))]


def _searched(request: HttpRequest, pages: list[Any]) -> list[Any]:
    """Return the pages whose rows the caller may see and search for."""
    open_pages = (page for page in pages if page.has_view_permission(request))
    return [page for page in open_pages if isinstance(page, SearchedPageMixin)]


def _in_order(pages: Iterable[Any]) -> list[Any]:
    """Return the pages of the menu, in its order."""
    groups = list(Menu)
    return sorted(
        (page for page in pages if page.menu),
        key=lambda page: (groups.index(page.menu), page.menu_position),
    )


def _rows_of(request: HttpRequest, page: Any, text: str) -> FoundKind:
    # One more than is shown tells whether there are more.
    rows = list(page.find(request, text, MOST + 1))
    listed = reverse(f"admin:{page.opts.app_label}_{page.opts.model_name}_changelist")
    return FoundKind(
        str(capfirst(page.opts.verbose_name_plural)),
        page.icon,
        [page.as_found(row) for row in rows[:MOST]],
        f"{listed}?{urlencode({SEARCH_VAR: text})}" if len(rows) > MOST else "",
    )


def _pages(request: HttpRequest, pages: Iterable[Any]) -> Iterator[Found]:
    """Yield the pages of the menu, those that add a row, and those of one's own account."""
    yield Found(_("Dashboard"), reverse("admin:index"))
    for page in pages:
        if not page.has_module_permission(request):
            continue
        name = f"admin:{page.opts.app_label}_{page.opts.model_name}"
        yield Found(str(capfirst(page.opts.verbose_name_plural)), reverse(f"{name}_changelist"))
        if page.has_add_permission(request):
            kind = page.opts.verbose_name
            title = page.add_title or _("Add %(kind)s") % {"kind": kind}
            yield Found(str(title), reverse(f"{name}_add"))
    for page in pages:
        for name, title in getattr(page, "pages_of_ones_own", {}).items():
            yield Found(str(title), reverse(f"admin:{name}"))


def _is_named(title: str, text: str) -> bool:
    """Return whether each word of the text begins a word of the title."""
    own = folded(title).casefold().split()
    return all(
        any(word.startswith(part) for word in own) for part in folded(text).casefold().split()
    )
