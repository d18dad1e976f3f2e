"""Programmes in the admin (contract §6)."""

from django.contrib import admin
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from config.admin.confirm_action import confirm_action
from config.admin.display import timestamp
from config.admin.menu import Menu
from config.permissions import Action, Module
from programmes.admin.filters import ActiveFilter
from programmes.models import Programme
from programmes.services import programmes
from tenants.admin.base import TenantModelAdmin, TenantModelForm


class ProgrammeForm(TenantModelForm):
    """The values of a programme."""

    class Meta:
        model = Programme
        fields = ()
        help_texts = {
            "code": (
                "Upper-case letters, digits, hyphens and underscores, such as MBA. A new code "
                "shows at once wherever the programme is named."
            ),
        }
        widgets = {"description": UnfoldAdminTextareaWidget({"rows": 3})}


@admin.register(Programme)
class ProgrammeAdmin(TenantModelAdmin):
    """The tenant's programmes of study."""

    permission_module = Module.PROGRAMMES
    allowed_actions = frozenset({Action.CREATE, Action.EDIT, Action.DELETE})
    audit_target = "programme"
    menu = Menu.TEACHING
    menu_position = 10
    icon = "school"
    empty_text = "Programmes say which students may start which case studies. Add the first one."

    form = ProgrammeForm
    fields = ("code", "name", "description")
    list_display = ("code", "name", "case_study_count", "active", "created")
    list_filter = (ActiveFilter,)
    list_filter_submit = True
    search_fields = ("code", "name")
    search_help_text = "Code or name"
    actions_detail = ("activate", "deactivate")

    def get_queryset(self, request):
        return super().get_queryset(request).with_case_study_count()

    @display(description="Case studies")
    def case_study_count(self, programme):
        return programme.case_study_count

    @display(description="Active", boolean=True, ordering="is_active")
    def active(self, programme):
        return programme.is_active

    @display(description="Added", ordering="created_at")
    def created(self, programme):
        return timestamp(programme.created_at)

    def create_row(self, *, actor, tenant, **values):
        return programmes.create_programme(actor=actor, tenant=tenant, **values)

    def update_row(self, *, actor, row, **values):
        return programmes.update_programme(actor=actor, programme=row, **values)

    def delete_row(self, *, actor, row):
        programmes.delete_programme(actor=actor, programme=row)

    @confirm_action(
        description="Deactivate",
        requires=Action.EDIT,
        icon="block",
        question="Deactivate {row}? Nobody new can be enrolled in it; who is, stays.",
        visible_if=lambda programme: programme.is_active,
    )
    def deactivate(self, request, programme):
        programmes.update_programme(actor=request.user, programme=programme, is_active=False)
        return f"{programme} is inactive."

    @confirm_action(
        description="Activate",
        requires=Action.EDIT,
        icon="check",
        question="Activate {row}? People can be enrolled in it again.",
        visible_if=lambda programme: not programme.is_active,
    )
    def activate(self, request, programme):
        programmes.update_programme(actor=request.user, programme=programme, is_active=True)
        return f"{programme} is active."
