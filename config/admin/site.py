"""The admin as a whole: its menu, and the people who may enter."""

from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.common import no_append_slash
from unfold.sites import UnfoldAdminSite

from config.admin import search
from config.admin.menu import Menu
from config.admin.model_admin import ConsoleModelAdmin
from config.admin.parameters import ANYTHING, closed, takes

# Own passwords are changed through the service that ends other sign-ins, not by Django's page. Rows
# have no page outside the admin; Django's way to one looks into every table, and matching its
# address takes quadratic time.
_LEFT_OUT = {"password_change", "password_change_done", "view_on_site"}

# Seconds for which browsers keep the texts of Django's scripts.
_TEXTS_KEPT_FOR = 3600


class ConsoleAdminSite(UnfoldAdminSite):
    """The admin, open to everybody with console access; each page requires its module's flags."""

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Register our own pages alone; pages of packages know neither tenants nor flags."""
        if admin_class is not None and issubclass(admin_class, ConsoleModelAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated and request.user.has_console_access

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        guarded = super().admin_view(closed(view), cacheable)

        @wraps(guarded)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if _has_ended(request):
                messages.warning(request, _("Your session is over. Sign in to go on."))
            return guarded(request, *args, **kwargs)

        return page

    @takes(search.TEXT)
    def search(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """Show what a text names, on a page of its own or alone for the window on every page.

        django-unfold's own search keeps what it found for five minutes: an operator would see rows
        of a tenant that they left, and of a module that their role may see no more.
        """
        pages = list(self._registry.values())
        text, refusal = search.typed(request)
        context = {
            "text": text,
            "refusal": refusal,
            "groups": search.search(request, pages, text) if text else [],
            "kinds": search.searched(request, pages),
            "title": _("Search"),
        }
        if request.headers.get(search.ALONE):
            return TemplateResponse(request, "admin/console/search_results.html", context)
        return TemplateResponse(
            request, "admin/console/search.html", self.each_context(request) | context
        )

    def i18n_javascript(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Return the texts of Django's own scripts, which every list and form asks for again."""
        answer = super().i18n_javascript(request, extra_context)
        patch_cache_control(answer, private=True, max_age=_TEXTS_KEPT_FOR)
        return answer

    @no_append_slash
    @takes(ANYTHING)
    def catch_all_view(self, request: HttpRequest, url: str) -> Any:
        """Redirect to the address with a slash at its end, or answer that there is no such page."""
        return super().catch_all_view(request, url)

    def get_urls(self) -> list:
        return [url for url in super().get_urls() if getattr(url, "name", None) not in _LEFT_OUT]

    def get_sidebar_list(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return the menu: the pages that the caller may see, by group."""
        groups: dict[Menu, list[dict[str, Any]]] = {menu: [] for menu in Menu}
        for page in sorted(self._registry.values(), key=lambda page: page.menu_position):
            if page.menu and page.has_module_permission(request):
                groups[page.menu].append(self._menu_item(request, page))
        start = {
            "title": _("Dashboard"),
            "icon": "dashboard",
            "link": reverse("admin:index"),
            "active": request.path == reverse("admin:index"),
            "has_permission": True,
        }
        found = [{"title": menu.label, "items": items} for menu, items in groups.items() if items]
        return [{"items": [start]}, *found]

    def _menu_item(self, request: HttpRequest, page: Any) -> dict[str, Any]:
        names = page.opts.app_label, page.opts.model_name
        link = reverse("admin:{}_{}_changelist".format(*names))
        return {
            "title": capfirst(page.opts.verbose_name_plural),
            "icon": page.icon,
            "link": link,
            "active": request.path.startswith(link),
            "has_permission": True,
        }


def _has_ended(request: HttpRequest) -> bool:
    """Return whether the caller comes with the cookie of a session that is over."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and not request.user.is_authenticated
