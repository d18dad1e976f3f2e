"""The base of every page: flags of the role open it, services write, refusals become messages."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.admin import ShowFacets
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import ActionLocation
from django.contrib.admin.views.main import ALL_VAR, ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.db import IntegrityError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from unfold.admin import ModelAdmin
from unfold.decorators import display
from unfold.widgets import UnfoldBooleanWidget

from config.admin.changelist import ConsoleChangeList
from config.admin.forms import ConsoleModelForm
from config.admin.menu import Menu
from config.admin.pagination import PAGE_SIZE, PER_PAGE_VAR, CappedPaginator
from config.admin.parameters import PRESERVED, parameters_of, takes
from config.admin.versions import LatestChange
from config.api.exceptions import as_domain_error
from config.errors import DomainError
from config.ids import is_id
from config.permissions import Action, Module, flag


class ConsoleModelAdmin(ModelAdmin):
    """A resource of the console, behind the same flags and services as the API.

    Declare ``permission_module``, its ``allowed_actions`` beside looking, and for each of these the
    method that calls the service: ``create_row``, ``update_row``, ``delete_row``. Nothing is
    written in any other way. Buttons on one row are methods made by ``confirm_action``.
    """

    permission_module: Module
    allowed_actions: frozenset[Action] = frozenset()
    menu: Menu | None = None
    menu_position = 0
    icon = "list"
    # The text of an empty list: the purpose of these rows, and the next step.
    empty_text = ""
    # The title of the page that adds a row, where "Add …" is not clear.
    add_title = ""

    form = ConsoleModelForm
    actions = ()
    paginator = CappedPaginator
    list_per_page = PAGE_SIZE
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    warn_unsaved_form = True
    compressed_fields = True

    # Rights ----------------------------------------------------------------------------------

    def has_flag(self, request: Any, action: Action) -> bool:
        """Return whether the caller's role grants an action on this module."""
        return request.user.has_flag(flag(self.permission_module, action))

    def needed_flag(self, method: Any) -> str:
        """Return the flag that a button or page of a row needs."""
        return flag(getattr(method, "module", None) or self.permission_module, method.requires)

    def _may(self, request: HttpRequest, action: Action) -> bool:
        return (
            action in self.allowed_actions
            and self.has_flag(request, action)
            and self.has_view_permission(request)
        )

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_flag(request, Action.VIEW)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._may(request, Action.CREATE)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, Action.EDIT) and self.is_open_to(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, Action.DELETE) and self.is_open_to(request, obj)

    def is_open_to(self, request: HttpRequest, row: Model | None) -> bool:
        """Return whether the services let the caller do more with this very row than look.

        Without a row: whether they may do so with some rows.
        """
        return True

    def may_use(self, request: Any, method: Any, row: Model | None) -> bool:
        """Return whether the caller may use a button or page of a row."""
        needed = (self.needed_flag(method), *method.besides)
        return all(map(request.user.has_flag, needed)) and (
            method.requires == Action.VIEW or self.is_open_to(request, row)
        )

    def get_actions_detail(self, request: HttpRequest, object_id: str) -> list:
        """Keep the buttons that the caller may press, and that mean something for the row."""
        row = self.get_object(request, object_id)
        return [
            action
            for action in super().get_actions_detail(request, object_id)
            if row is not None
            and self.may_use(request, action.method, row)
            and action.method.visible_if(row)
        ]

    def get_action_choices(
        self,
        request: HttpRequest,
        default_choices: Any = None,
        action_location: Any = ActionLocation.CHANGE_LIST,
    ) -> list[tuple[str, str]]:
        """Offer the actions on many rows; unfold's own signature lacks the location."""
        return super(ModelAdmin, self).get_action_choices(
            request, [("", _("Choose an action"))], action_location
        )

    def list_parameters(self, request: HttpRequest) -> frozenset[str]:
        """Return the parameters of the list: its order, pages, search, and those of its filters."""
        names = {ALL_VAR, ORDER_VAR, PAGE_VAR, PER_PAGE_VAR}
        if self.get_search_fields(request):
            names.add(SEARCH_VAR)
        for entry in self.get_list_filter(request):
            names.update(parameters_of(entry, request, self))
        return frozenset(names)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Allow what the list offers; Django's own rule allows each column of its table."""
        return lookup in self.list_parameters(request)

    # Looks -----------------------------------------------------------------------------------

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ConsoleChangeList]:
        return ConsoleChangeList

    def name_of(self, row: Any) -> str:
        """Return the name of a row for those who hear a list and do not see it."""
        return str(row)

    @display(description="")
    def action_checkbox(self, obj: Model) -> SafeString:
        """Return the box that ticks a row, named after it; unfold's have all the same name."""
        label = _("Tick %(row)s") % {"row": self.name_of(obj)}
        box = UnfoldBooleanWidget(
            {"class": "action-select", "aria-label": label}, lambda value: False
        )
        return box.render(ACTION_CHECKBOX_NAME, str(obj.pk))

    @takes(those_of="list_parameters")
    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))

    @takes(PRESERVED)
    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> Any:
        title = {"title": self.add_title} if self.add_title else {}
        return super().add_view(request, form_url, title | (extra_context or {}))

    @takes(PRESERVED)
    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        return super().change_view(request, object_id, form_url, extra_context)

    def page_context(self, request: HttpRequest, row: Any, title: str) -> dict[str, Any]:
        """Return the context that every page about a row needs."""
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "original": row,
            "back": self.row_url(row),
        }

    # Writing ---------------------------------------------------------------------------------

    def create_row(self, *, actor: Any, tenant: Any, **values: Any) -> Model:
        """Create a row through its service and return it."""
        raise NotImplementedError

    def update_row(self, *, actor: Any, row: Model, **values: Any) -> Model:
        """Apply the operator's changes through the row's service."""
        raise NotImplementedError

    def delete_row(self, *, actor: Any, row: Model) -> None:
        """Delete a row through its service."""
        raise NotImplementedError

    def changeform_view(
        self,
        request: Any,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Show the form again, with the reason, when a service refused what it was given.

        By then the transaction is rolled back; in the second pass the form itself is invalid.
        """
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (DomainError, IntegrityError) as error:
            request.rejection = as_domain_error(error)
            if request.rejection is None:
                raise
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form_class = super().get_form(request, obj, change=change, **kwargs)
        form_class.rejection = getattr(request, "rejection", None)
        form_class.shows_row = change
        form_class.latest_changes = staticmethod(lambda: self.latest_changes(request, obj))
        return form_class

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        if change:
            if form.changed_values:
                with form.while_unchanged(obj, lambda: self._form_anew(request, obj, form)):
                    self.update_row(actor=request.user, row=obj, **form.changed_values)
        else:
            row = self.create_row(actor=request.user, tenant=request.tenant, **form.cleaned_data)
            obj.pk = row.pk

    def _form_anew(self, request: HttpRequest, obj: Any, form: Any) -> Any:
        return type(form)(instance=self.get_object(request, self.address_of(obj)))

    def latest_changes(self, request: HttpRequest, row: Any) -> Mapping[str, LatestChange]:
        """Return who changed each field of the row last, as far as it is known."""
        return {}

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Leave relations to the services as well."""

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self.delete_row(actor=request.user, row=obj)

    @takes(PRESERVED)
    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        try:
            return super().delete_view(request, object_id, extra_context)
        except (DomainError, IntegrityError) as error:
            refusal = as_domain_error(error)
            if refusal is None:
                raise
            messages.error(request, refusal.message)
            return HttpResponseRedirect(request.path.replace("/delete/", "/change/"))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Return the rows alone: the service checks the rows that depend on them."""
        return [str(row) for row in objs], {}, set(), []

    # The audit trail, written by the services, contains more than Django's log would.
    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        pass

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        pass

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        pass

    # Addresses -------------------------------------------------------------------------------

    def address_of(self, row: Model) -> str:
        """Return the text that names the row in addresses and in the audit trail: its id."""
        return row.pk

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: Any = None
    ) -> Model | None:
        """Return the row that an address names; None for a text that is no id."""
        return super().get_object(request, object_id, from_field) if is_id(object_id) else None

    def row_url(self, row: Model) -> str:
        names = self.opts.app_label, self.opts.model_name
        return reverse("admin:{}_{}_change".format(*names), args=[self.address_of(row)])

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> Any:
        """Raise Http404 for a row that is absent or another tenant's; Django would redirect."""
        raise Http404
