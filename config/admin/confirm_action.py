"""Actions on one row: a page of its own asks for confirmation, then a service does the work."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from unfold.enums import ActionVariant

from config.admin.forms import ConsoleForm, ConsoleModelForm
from config.admin.object_views import object_view
from config.permissions import Action


def confirm_action(
    *,
    description: str,
    requires: Action,
    question: str,
    icon: str | None = None,
    form_class: type[ConsoleForm] = ConsoleForm,
    form_for: Callable[..., ConsoleForm | ConsoleModelForm] | None = None,
    button: str | None = None,
    leads_to: str | None = None,
    visible_if: Callable[[Any], bool] = lambda row: True,
    variant: ActionVariant = ActionVariant.DEFAULT,
    template: str = "admin/console/confirm.html",
) -> Any:
    """Make a method of a ``ConsoleModelAdmin`` an action on one row; list it in ``actions_detail``.

    The method takes ``(request, row, **values of the form)``, calls its service and returns the
    message for the operator; None where it has told them something else already. GET asks the
    ``question``, in which ``{row}`` stands for the row; only POST acts. Operators who lack the flag
    ``requires`` or may only look at the row see no button and are refused; so is everybody where
    the action does not apply to the row. Where the form depends on the row, ``form_for(self,
    request, row, data)`` makes it. ``leads_to`` names the page to show afterwards, if not the
    row's.
    """

    def decorate(act: Any) -> Any:
        @object_view(
            description=description,
            requires=requires,
            icon=icon,
            visible_if=visible_if,
            variant=variant,
        )
        @wraps(act)
        def page(self: Any, request: HttpRequest, row: Any) -> Any:
            data = request.POST if request.method == "POST" else None

            def form_of(row: Any, data: Any = None) -> ConsoleForm | ConsoleModelForm:
                form = form_for(self, request, row, data) if form_for else form_class(data)
                form.latest_changes = partial(self.latest_changes, request, row)
                return form

            def form_anew(data: Any = None) -> ConsoleForm | ConsoleModelForm:
                return form_of(self.get_object(request, self.address_of(row)), data)

            form = form_of(row, data)
            if form.is_bound and form.is_valid():
                address: str | None = None
                with form.showing_rejections(), form.while_unchanged(row, form_anew):
                    if done := act(self, request, row, **form.changed_values):
                        messages.success(request, done)
                    address = reverse(leads_to) if leads_to else self.row_url(row)
                if address is not None:
                    return HttpResponseRedirect(address)
                if form.was_overtaken:
                    form = form_anew(data)  # which says by whom
            context = self.page_context(request, row, description) | {
                "question": question.format(row=row),
                "button": button or description,
                # What takes something away is red here, as it is on the way here.
                "variant": "danger" if variant is ActionVariant.DANGER else "primary",
                "form": form,
                "media": form.media,
            }
            return TemplateResponse(request, template, context)

        return page

    return decorate
