"""The addresses of a university's pages: ``/admin/u/SLUG/…``; those without a slug are one's own.

Django answers both by the same views. It takes the table of addresses from the request; so what it
writes into a page, links as well as targets of forms, names the university that the page is of.
"""

import re
from importlib import import_module
from types import ModuleType
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, clear_url_caches
from django.urls.resolvers import RoutePattern

_SIGN = "u/"
_slug = re.compile(rf"{re.escape(settings.ADMIN_PATH + _SIGN)}([^/]*)(/|\Z)")

# Tables that a process keeps: with what Django derives from it, each takes most of a megabyte, and
# some hundredths of a second when it is first needed.
_MOST = 32

_tables: dict[tuple[str, str], ModuleType] = {}


def slug_in(address: str) -> str | None:
    """Return the slug that an address names; None where it names none."""
    found = _slug.match(address)
    return found[1] if found else None


def home_of(slug: str) -> str:
    """Return the address of a university's first page."""
    return f"{settings.ADMIN_PATH}{_SIGN}{slug}/"


def table_of(slug: str) -> ModuleType:
    """Return the addresses of the project with the admin's below ``home_of`` a university."""
    key = settings.ROOT_URLCONF, slug
    table = _tables.get(key)
    if table is None:
        if len(_tables) >= _MOST:
            # Django keeps what it derives from a table for as long as the table itself.
            _tables.clear()
            clear_url_caches()
        table = _tables[key] = _made(*key)
    return table


class _Moved(RoutePattern):
    """A route below a university's first page; in figures, all universities have the same one."""

    def __init__(self, route: str, slug: str, is_endpoint: bool) -> None:
        self._in_figures = route.replace("admin/", f"admin/{_SIGN}<slug>/", 1)
        moved = route.replace("admin/", f"admin/{_SIGN}{slug}/", 1)
        super().__init__(moved, is_endpoint=is_endpoint)

    def __str__(self) -> str:
        return self._in_figures


def _made(root: str, slug: str) -> ModuleType:
    module = import_module(root)
    table: Any = ModuleType(f"{root} of {slug}")
    for name, value in vars(module).items():
        if name.startswith("handler"):
            setattr(table, name, value)
    table.urlpatterns = [_moved(entry, slug) for entry in module.urlpatterns]
    return table


def _moved(entry: URLPattern | URLResolver, slug: str) -> URLPattern | URLResolver:
    route = str(entry.pattern)
    if not f"/{route}".startswith(settings.ADMIN_PATH):
        return entry
    if isinstance(entry, URLPattern):
        return URLPattern(_Moved(route, slug, True), entry.callback, name=entry.name)
    included: Any = entry
    return URLResolver(
        _Moved(route, slug, False),
        included.url_patterns,
        app_name=included.app_name,
        namespace=included.namespace,
    )
