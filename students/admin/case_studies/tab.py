"""The common parts of the tabs: a list of the API, figures above it, a file, grant and revoke."""

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts import throttling
from config.admin.parameters import takes
from config.errors import DomainError, NotFound
from config.exports import MEDIA_TYPES, asked_kind
from config.ids import is_id
from config.permissions import Action, Module, flag
from programmes.models import CaseStudy
from students.admin.attempts.bulk import PARAMETERS, BulkPagesMixin, is_across
from students.admin.attempts.forms import GRANT, REVOKE, AttemptChange
from students.admin.case_studies.tabs import tabs_of
from students.admin.lists import ListOfApi, in_utc, tell
from students.queries.entitlements import find_case_study_with_base
from students.serializers.attempts import MAX_BULK_ROWS
from tenants.admin.base import TenantModelAdmin


class ListAtCaseStudy(ListOfApi):
    """A list of students at the case study of the address."""

    @staticmethod
    def user_id(row: Any) -> str:
        """Return the id of the student whom a row is about."""
        raise NotImplementedError


class CaseStudyTab(BulkPagesMixin, TenantModelAdmin):
    """Students at one case study, whom the address names.

    It is no page of the menu: the case study's page serves it.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    list_class: ClassVar[type[ListAtCaseStudy]]

    change_list_template = "admin/students/case_study/list.html"
    list_filter_submit = True
    search_fields = ("search_text",)  # there is a box; the list itself does the searching
    search_help_text = _("Name, e-mail or student number")

    def get_urls(self) -> list:
        """Return the addresses of the tab, below that of its case study."""
        pages = {
            "": self.list_page,
            "export": self.export_page,
            "grant": self.grant_page,
            "revoke": self.revoke_page,
        }
        return [
            path(
                f"<path:object_id>/{self.name}/{page and page + '/'}",
                self.admin_site.admin_view(view),
                name=self._url_name(page),
            )
            for page, view in pages.items()
        ]

    def _url_name(self, page: str) -> str:
        return "_".join(filter(None, ("programmes_casestudy", self.name, page)))

    def url(self, request, page: str = "", **query: str) -> str:
        """Return the address of the tab, or of a page below it, with the filters of this one."""
        url = reverse(f"admin:{self._url_name(page)}", args=[request.case_study.pk])
        return f"{url}?{urlencode(query)}" if query else url

    def _look_at(self, request, object_id: str) -> CaseStudy:
        """Find the case study of the address, for those who may see the tab."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if not is_id(object_id):
            raise Http404
        request.crumbs_are_text = not request.user.has_flag(flag(Module.CASE_STUDIES, Action.VIEW))
        try:
            request.case_study = find_case_study_with_base(request.tenant, object_id)
        except NotFound as error:
            raise Http404 from error
        return request.case_study

    # The list --------------------------------------------------------------------------------

    def get_changelist(self, request, **kwargs) -> type[ListAtCaseStudy]:
        return self.list_class

    def get_list_display_links(self, request, list_display):
        """Link students for those who may see their page."""
        may_see = request.user.has_flag(flag(Module.USER_MANAGEMENT, Action.VIEW))
        return ("student",) if may_see else None

    @takes(those_of="list_parameters")
    def list_page(self, request, object_id: str):
        case_study = self._look_at(request, object_id)
        answer = self.changelist_view(request)
        context = getattr(answer, "context_data", None) or {}
        if "cl" in context:
            context |= {
                "title": self.title,
                "opts": CaseStudy._meta,
                "original": case_study,
                "tabs": tabs_of(request, case_study, self.name),
                **self._about(request, context["cl"]),
            }
            answer.context_data = context
        return answer

    def _about(self, request, shown: ListAtCaseStudy) -> dict[str, Any]:
        """Return what stands around a list: figures, the file, changes for all that it finds."""
        if shown.rows is None:
            return {}
        found = shown.result_count
        about = self.figures(request, shown)
        if found and self.has_flag(request, Action.EXPORT):
            about["export_urls"] = {
                kind: self.url(request, "export", **shown.api_query, format=kind)
                for kind in MEDIA_TYPES
            }
        return about | self._for_all(request, found)

    def _for_all(self, request, found: int) -> dict[str, Any]:
        """Return the changes for all that a list finds, or how many a job takes at most."""
        offered = []
        if self.has_grant_permission(request):
            offered.append((GRANT, ngettext("Grant to the %d", "Grant to all %d", found)))
        if self.has_revoke_permission(request):
            offered.append((REVOKE, ngettext("Revoke from the %d", "Revoke from all %d", found)))
        if not found or not offered:
            return {}
        if found > MAX_BULK_ROWS:
            return {"most_at_once": MAX_BULK_ROWS}
        filters = self._filters(request)
        return {
            "all_of_them": [
                (self.url(request, change.name, **filters), title % found)
                for change, title in offered
            ]
        }

    def figures(self, request, shown: ListAtCaseStudy) -> dict[str, Any]:
        """Return what the template of the figures shows."""
        raise NotImplementedError

    # The file --------------------------------------------------------------------------------

    def file_of(self, request, rows: Any, kind: str):
        """Return the list as a file, which is recorded."""
        raise NotImplementedError

    @takes("format", those_of="api_parameters")
    def export_page(self, request, object_id: str):
        """Return the same file as the API's export, by the same query parameters."""
        if not self.has_flag(request, Action.EXPORT):
            raise PermissionDenied
        self._look_at(request, object_id)
        try:
            throttling.consume(export=request.user.pk)
            rows = self.list_class.of_query(request, request.GET.dict())
            return self.file_of(request, rows, asked_kind(request.GET.get("format")))
        except DomainError as refusal:
            tell(request, refusal)
            return HttpResponseRedirect(self.list_url(request))

    def api_parameters(self, request) -> frozenset[str]:
        """Return the API's names of the list's filters and of its order."""
        return frozenset({*self.list_class.filterset_class.base_filters, "sort_by", "sort_order"})

    def _filters(self, request) -> dict[str, str]:
        """Return the filters of the address by their names in the API, be it a list's or not."""
        names = self.list_class.filterset_class.base_filters
        asked = {name: request.GET.get(name, "") for name in names}
        asked["search"] = request.GET.get(SEARCH_VAR) or asked["search"]
        return {name: text for name, text in asked.items() if text}

    # Changes for many ------------------------------------------------------------------------

    @takes(*PARAMETERS, those_of="api_parameters")
    def grant_page(self, request, object_id: str):
        return self._change_page(request, object_id, GRANT)

    @takes(*PARAMETERS, those_of="api_parameters")
    def revoke_page(self, request, object_id: str):
        return self._change_page(request, object_id, REVOKE)

    def _change_page(self, request, object_id: str, change: AttemptChange):
        """Show the form for all whom the address's filters find; or take what was entered."""
        if not request.user.has_flag(flag(change.module, change.requires)):
            raise PermissionDenied
        self._look_at(request, object_id)
        return self._bulk(request, change)

    def _chosen(self, request) -> list[str]:
        """Return the ids of the ticked students, or of all in the list; one too many at most."""
        return self.found_by(request) if is_across(request) else super()._chosen(request)

    def found_by(self, request) -> list[str]:
        """Return the ids of those whom the filters of the address find; one too many at most."""
        try:
            rows = self.list_class.of_query(request, in_utc(self._filters(request)))
        except DomainError as refusal:
            tell(request, refusal)
            return []
        return [self.list_class.user_id(row) for row in rows[: MAX_BULK_ROWS + 1]]

    def form_of(self, request, change: AttemptChange, data=None, **initial):
        """Return the form of a change at this case study, and at no other."""
        case_study = request.case_study
        form = super().form_of(request, change, data, **{"case_study": case_study.pk} | initial)
        field = form.fields["case_study"]
        field.queryset = field.queryset.filter(pk=case_study.pk)
        field.empty_label = None
        return form

    def _about_many(self, request, change: AttemptChange, user_ids) -> dict:
        about = super()._about_many(request, change, user_ids)
        return about | {"opts": CaseStudy._meta, "original": request.case_study}

    def list_url(self, request) -> str:
        filters = self._filters(request)
        if "search" in filters:
            filters[SEARCH_VAR] = filters.pop("search")
        return self.url(request, **filters)

    def change_url(self, request, change: AttemptChange) -> str:
        return self.url(request, change.name, **self._filters(request))

    def url_for_all(self, request, change: AttemptChange) -> str:
        return self.change_url(request, change)
