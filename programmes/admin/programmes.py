"""Programmes in the admin (contract §6)."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from config.admin.confirm_action import confirm_action
from config.admin.display import moment
from config.admin.menu import Menu
from config.admin.parameters import PRESERVED, takes
from config.admin.search import Found, SearchedPageMixin
from config.permissions import Action, Module
from programmes.admin.filters import ActiveFilter
from programmes.models import Programme
from programmes.queries.uses import uses_of
from programmes.services import programmes
from tenants.admin.base import TenantModelAdmin, TenantModelForm


class ProgrammeForm(TenantModelForm):
    """The values of a programme."""

    class Meta:
        model = Programme
        fields = ()
        help_texts = {
            "code": _(
                "Upper-case letters, digits, hyphens and underscores, such as MBA. A new code "
                "shows at once wherever the programme is named."
            ),
        }
        widgets = {
            # A name, and no secret: it may be kept in the browser.
            "code": UnfoldAdminTextInputWidget({"data-kept": ""}),
            "description": UnfoldAdminTextareaWidget({"rows": 3}),
        }


@admin.register(Programme)
class ProgrammeAdmin(SearchedPageMixin, TenantModelAdmin):
    """The tenant's programmes of study."""

    permission_module = Module.PROGRAMMES
    allowed_actions = frozenset({Action.CREATE, Action.EDIT, Action.DELETE})
    audit_target = "programme"
    menu = Menu.TEACHING
    menu_position = 10
    icon = "school"
    empty_text = _("Programmes say which students may start which case studies. Add the first one.")

    form = ProgrammeForm
    fields = ("code", "name", "description")
    list_display = ("code", "name", "case_study_count", "active", "created")
    list_filter = (ActiveFilter,)
    list_filter_submit = True
    search_fields = ("code", "name")
    search_help_text = _("Code or name")
    actions_detail = ("activate", "deactivate")

    def get_queryset(self, request):
        return super().get_queryset(request).with_case_study_count()

    def find(self, request, text, most):
        return Programme.objects.for_tenant(request.tenant).search(text)[:most]

    def as_found(self, programme):
        told = programme.code if programme.is_active else f"{programme.code} · {_('inactive')}"
        return Found(programme.name, self.row_url(programme), told)

    def get_search_results(self, request, queryset, search_term):
        return (queryset.search(search_term) if search_term.strip() else queryset), False

    @display(description=_("Case studies"))
    def case_study_count(self, programme):
        return programme.case_study_count

    @display(description=_("Active"), boolean=True, ordering="is_active")
    def active(self, programme):
        return programme.is_active

    @display(description=_("Added"), ordering="created_at")
    def created(self, programme):
        return moment(programme.created_at)

    def create_row(self, *, actor, tenant, **values):
        return programmes.create_programme(actor=actor, tenant=tenant, **values)

    def update_row(self, *, actor, row, **values):
        return programmes.update_programme(actor=actor, programme=row, **values)

    @takes(PRESERVED)
    def delete_view(self, request, object_id, extra_context=None):
        """Ask, or say how many rows keep the programme from being deleted."""
        programme = self.get_object(request, unquote(object_id))
        if programme is not None and self.has_delete_permission(request, programme):
            uses = uses_of(programme)
            if any(uses.values()):
                context = self.page_context(request, programme, _("Programme in use")) | {
                    "uses": uses,
                    "has_change_permission": self.has_change_permission(request, programme),
                }
                template = "admin/console/programme_in_use.html"
                return TemplateResponse(request, template, context)
        return super().delete_view(request, object_id, extra_context)

    def delete_row(self, *, actor, row):
        programmes.delete_programme(actor=actor, programme=row)

    @confirm_action(
        description=_("Deactivate"),
        requires=Action.EDIT,
        icon="block",
        question=_("Deactivate {row}? Nobody new can be enrolled in it; who is, stays."),
        visible_if=lambda programme: programme.is_active,
        variant=ActionVariant.DANGER,
    )
    def deactivate(self, request, programme):
        programmes.update_programme(actor=request.user, programme=programme, is_active=False)
        return _("%(programme)s is inactive.") % {"programme": programme}

    @confirm_action(
        description=_("Activate"),
        requires=Action.EDIT,
        icon="check",
        question=_("Activate {row}? People can be enrolled in it again."),
        visible_if=lambda programme: not programme.is_active,
    )
    def activate(self, request, programme):
        programmes.update_programme(actor=request.user, programme=programme, is_active=True)
        return _("%(programme)s is active.") % {"programme": programme}
