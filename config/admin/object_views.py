"""Additional pages about one row, beside the form that Django offers."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import reverse
from unfold.decorators import action
from unfold.enums import ActionVariant

from config.admin.parameters import PRESERVED, takes
from config.permissions import Action, Module


def object_view(
    *,
    description: str,
    requires: Action,
    module: Module | None = None,
    besides: tuple[str, ...] = (),
    icon: str | None = None,
    visible_if: Callable[[Any], bool] = lambda row: True,
    variant: ActionVariant = ActionVariant.DEFAULT,
) -> Any:
    """Make a method of a ``ConsoleModelAdmin`` a page about a row; list it in ``actions_detail``.

    The method takes ``(request, row)`` and returns the response. Operators who lack the flag
    ``requires`` (of ``module``, where that is another than the row's), or one that it needs
    ``besides``, or may only look at the row, see no button and are refused.
    """

    def decorate(answer: Any) -> Any:
        @action(description=description, icon=icon, variant=variant)
        @wraps(answer)
        def view(self: Any, request: HttpRequest, object_id: str) -> Any:
            row = self.get_object(request, unquote(object_id))
            if not self.may_use(request, view, row):
                raise PermissionDenied
            if row is None or not visible_if(row):
                raise Http404
            return answer(self, request, row)

        view.requires = requires
        view.module = module
        view.besides = besides
        view.visible_if = visible_if
        return view

    return decorate


class ReadOnlyPageMixin:
    """A page about a row that is no form: ``row_template`` with ``row_context``."""

    row_template: str

    def row_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """Return the values that the page shows."""
        return {}

    @takes(PRESERVED)
    def change_view(
        self: Any,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        names = self.opts.app_label, self.opts.model_name
        context = {
            **self.page_context(request, row, str(row)),
            "actions_detail": self._get_actions_navigation(
                self.actions_detail, self.get_actions_detail(request, row.pk), row.pk
            ),
            "history_url": reverse("admin:{}_{}_history".format(*names), args=[row.pk]),
            **self.row_context(request, row),
        }
        return TemplateResponse(request, self.row_template, context)
