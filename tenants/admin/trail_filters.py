"""The filters of the audit trail's list: what happened, who, whom, where, and lines of one job."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import DropdownFilter
from unfold.widgets import UnfoldAdminTextInputWidget

from config.api.filters import LONGEST_SEARCH
from config.ids import is_id
from tenants.admin.parts import LINES_PARAMETER
from tenants.admin.sentences import KINDS
from tenants.models import Tenant
from tenants.models.audit import TOLD_TOGETHER
from tenants.queries import trail


class EventTypeFilter(DropdownFilter):
    """A filter by kind; what a job did to many is of the same kind as what was done to one."""

    title = _("what happened")
    parameter_name = "event_type"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        kinds = [kind for kind in KINDS.items() if kind[0] not in TOLD_TOGETHER.values()]
        return sorted(((value, str(name)) for value, name in kinds), key=lambda kind: kind[1])

    def queryset(self, request, queryset):
        kind = self.value()
        if not kind:
            return queryset
        if kind in TOLD_TOGETHER:
            return queryset.filter(event_type__in=[kind, TOLD_TOGETHER[kind]])
        return queryset.filter(event_type=kind)


class _TextForm(forms.Form):
    def __init__(self, name: str, label: Any, data: dict[str, Any]) -> None:
        super().__init__(data)
        self.fields[name] = forms.CharField(
            label=label,
            required=False,
            max_length=LONGEST_SEARCH,
            widget=UnfoldAdminTextInputWidget,
        )


class PeopleTextFilter(SimpleListFilter):
    """A filter by people, whom a part of a name or an address means."""

    template = "unfold/filters/filters_field.html"
    label: Any

    def has_output(self) -> bool:
        return True

    def lookups(self, request, model_admin) -> tuple:
        return ()

    def choices(self, changelist) -> Iterator[Any]:
        text = self.value()
        yield {"form": _TextForm(self.parameter_name, self.label, {self.parameter_name: text})}

    def find(self, queryset, tenant_id: str, text: str):
        """Return the events of the people whom a text means."""
        raise NotImplementedError

    def queryset(self, request, queryset):
        text = (self.value() or "").strip()
        if not text:
            return queryset
        try:
            return self.find(queryset, request.tenant.pk, text)
        except trail.TooManyPeople as refusal:
            messages.warning(request, refusal.message)
            return queryset.none()


class DoneByFilter(PeopleTextFilter):
    title = _("who did it")
    label = _("Who did it: name or e-mail")
    parameter_name = "done_by"

    def find(self, queryset, tenant_id: str, text: str):
        return trail.done_by(queryset, tenant_id, text)


class DoneToFilter(PeopleTextFilter):
    title = _("to whom")
    label = _("To whom it was done: name or e-mail")
    parameter_name = "done_to"

    def find(self, queryset, tenant_id: str, text: str):
        return trail.done_to(queryset, tenant_id, text)


class PlaceFilter(DropdownFilter):
    """The tenant in which something was done: Super Admins act in others than their own."""

    title = _("university")
    parameter_name = "done_in"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        if request.tenant.pk != request.user.tenant_id:
            return []
        return list(Tenant.objects.order_by("name", "pk").values_list("pk", "name"))

    def queryset(self, request, queryset):
        place = self.value()
        return trail.done_in(queryset, request.tenant.pk, place) if place else queryset


class JobFilter(DropdownFilter):
    """The lines of one job, which a link names."""

    title = _("job")
    parameter_name = LINES_PARAMETER

    def lookups(self, request, model_admin) -> list[tuple[str, Any]]:
        named = self.value()
        return [(named, _("The lines of one job"))] if named and is_id(named) else []

    def has_output(self) -> bool:
        return self.value() is not None

    def queryset(self, request, queryset):
        return queryset.filter(part_of=self.value())
