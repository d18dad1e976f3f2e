"""The query parameters that a page of the admin takes: those that it offers, and no others.

Django's admin answers any lookup in an address, over every column that relations lead to. Here a
view declares its parameters; one that declares none takes none. An address with any other parameter
leads back to the page without it.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.contrib.admin import FieldListFilter
from django.contrib.admin.options import IS_POPUP_VAR, SOURCE_MODEL_VAR, TO_FIELD_VAR
from django.contrib.admin.utils import get_fields_from_path
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# The filters of the list that a page was opened from, and leads back to.
PRESERVED = "_changelist_filters"

# The value for views that only pass requests on.
ANYTHING = "*"

LEFT_OUT = gettext_noop(
    "The address asked for something that this page does not offer. It was left out."
)

# The most characters of a query in a redirect; Django refuses to redirect to long addresses.
_LONGEST = 8_000

# The parameters of forms in popups, which we do not have.
_OF_POPUPS = frozenset((IS_POPUP_VAR, SOURCE_MODEL_VAR, TO_FIELD_VAR))


class NotOffered(Exception):
    """Parameters that a page does not offer, or not with the values that they have.

    Without a ``line`` the operator gets no message: a filter may leave a list with fewer pages.
    """

    def __init__(self, names: Iterable[str], line: str = LEFT_OUT) -> None:
        super().__init__(line)
        self.names, self.line = frozenset(names), line


def takes(*names: str, those_of: str = "") -> Callable[[Callable], Callable]:
    """Declare the parameters that a view takes: these, and those of a method of its page."""

    def declare(view: Callable) -> Callable:
        told: Any = view
        told.takes, told.takes_those_of = frozenset(names), those_of
        return view

    return declare


def closed(view: Callable) -> Callable:
    """Return a view of the admin that redirects to itself without parameters it does not take."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            _refuse_others(view, request)
            return view(request, *args, **kwargs)
        except NotOffered as refusal:
            kept = request.GET.copy()
            for name in refusal.names:
                kept.pop(name, None)
            return _back(request, kept, refusal.line)
        except TooManyFieldsSent:
            return _back(request, QueryDict(), LEFT_OUT)

    return page


def parameters_of(entry: Any, request: HttpRequest, page: Any) -> list[str]:
    """Return the parameters of an entry of a page's ``list_filter``."""
    if hasattr(entry, "parameter_names"):
        return list(entry.parameter_names)
    if hasattr(entry, "parameter_name"):
        return [entry.parameter_name]
    path, kind = entry if isinstance(entry, tuple) else (entry, FieldListFilter.create)
    field = get_fields_from_path(page.model, path)[-1]
    return kind(field, request, {}, page.model, page, field_path=path).expected_parameters()


def _refuse_others(view: Callable, request: HttpRequest) -> None:
    """Raise NotOffered for parameters that a view does not take; each may have one value."""
    if ANYTHING in getattr(view, "takes", ()):
        return
    refused = set(_OF_POPUPS & request.POST.keys())
    if request.GET:
        taken = _taken(view, request)
        refused |= {
            name
            for name, values in request.GET.lists()
            if name not in taken or len(list(filter(None, values))) > 1
        }
        if PRESERVED in taken and not _is_of_list(view, request, request.GET.get(PRESERVED, "")):
            refused.add(PRESERVED)
    if refused:
        raise NotOffered(refused)


def _taken(view: Any, request: HttpRequest) -> frozenset[str]:
    taken: frozenset[str] = getattr(view, "takes", frozenset())
    told = getattr(view, "takes_those_of", "")
    return taken | getattr(view.__self__, told)(request) if told else taken


def _is_of_list(view: Any, request: HttpRequest, preserved: str) -> bool:
    """Return whether the filters that lead back to the list are all filters of that list."""
    asked = {name for name, _value in parse_qsl(preserved, keep_blank_values=True)}
    return not asked or asked <= view.__self__.list_parameters(request)


def _back(request: HttpRequest, kept: QueryDict, line: str) -> HttpResponseRedirect:
    line = line and _(line)
    if request.method not in {"GET", "HEAD"}:
        line = f"{line} {_('Nothing was done.')}".strip()
    if line:
        messages.warning(request, line)
    query = f"?{kept.urlencode()}" if kept else ""
    if len(query) > _LONGEST:
        query = ""
    return HttpResponseRedirect(escape_uri_path(request.path) + query)
