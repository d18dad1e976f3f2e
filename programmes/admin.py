"""Programmes and case studies in the operators' panel (contract §6, §7)."""

from django.contrib import admin

from config.admin.confirmed import confirmed
from config.admin.menu import Menu
from config.permissions import Action, Module
from programmes.models import Programme
from programmes.services import programmes
from tenants.admin.base import TenantModelAdmin


@admin.register(Programme)
class ProgrammeAdmin(TenantModelAdmin):
    """The tenant's programmes of study."""

    permission_module = Module.PROGRAMMES
    offers = frozenset({Action.CREATE, Action.EDIT, Action.DELETE})
    audit_target = "programme"
    menu = Menu.TEACHING
    icon = "school"

    fields = ("code", "name", "description")
    list_display = ("code", "name", "is_active", "created_at")
    list_filter = ("is_active",)
    search_fields = ("code", "name")
    search_help_text = "Code or name"
    actions_detail = ("activate", "deactivate")

    def create_row(self, *, actor, tenant, **values):
        return programmes.create_programme(actor=actor, tenant=tenant, **values)

    def update_row(self, *, actor, row, **values):
        return programmes.update_programme(actor=actor, programme=row, **values)

    def delete_row(self, *, actor, row):
        programmes.delete_programme(actor=actor, programme=row)

    @confirmed(
        description="Deactivate",
        requires=Action.EDIT,
        icon="block",
        question="Deactivate {row}? Nobody new can be enrolled in it; who is, stays.",
        applies=lambda programme: programme.is_active,
    )
    def deactivate(self, request, programme):
        programmes.update_programme(actor=request.user, programme=programme, is_active=False)
        return f"{programme} is inactive."

    @confirmed(
        description="Activate",
        requires=Action.EDIT,
        icon="check",
        question="Activate {row}? People can be enrolled in it again.",
        applies=lambda programme: not programme.is_active,
    )
    def activate(self, request, programme):
        programmes.update_programme(actor=request.user, programme=programme, is_active=True)
        return f"{programme} is active."
