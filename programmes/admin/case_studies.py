"""Case studies in the admin (contract §7)."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminTextareaWidget

from config.admin.confirm_action import confirm_action
from config.admin.display import moment
from config.admin.menu import Menu
from config.admin.search import Found, SearchedPageMixin
from config.permissions import Action, Module
from programmes.admin.fields import LinesField, ProgrammeCodesChoice
from programmes.admin.filters import ActiveFilter
from programmes.models import CaseStudy, Programme
from programmes.services import case_studies
from programmes.validators import INSTRUCTION_LENGTH, MAX_INSTRUCTIONS
from tenants.admin.base import TenantModelAdmin, TenantModelForm, TenantRelatedFilter


class CaseStudyForm(TenantModelForm):
    """The values of a case study."""

    instructions = LinesField(
        label=_("Instructions"),
        help_text=format_lazy(
            _("One per line; at most {most} of at most {longest} characters."),
            most=MAX_INSTRUCTIONS,
            longest=INSTRUCTION_LENGTH,
        ),
    )
    programme_codes = ProgrammeCodesChoice(
        help_text=_("Whose students may start it. With none ticked, it is open to all students.")
    )

    class Meta:
        model = CaseStudy
        fields = ()
        labels = {
            "slug": _("Short name in addresses"),
            "time_limit_minutes": _("Time limit in minutes"),
            "document_url": _("Address of the document"),
            "first_message": _("First message"),
            "is_active": _("Active"),
        }
        help_texts = {
            "slug": _(
                "Lower-case letters, digits and hyphens. Left empty when you add a case study, it "
                "is made from the title."
            ),
            "time_limit_minutes": _("Empty means: no limit."),
            "document_url": _("A web address that begins with http:// or https://."),
            "first_message": _("What the simulation says first."),
            "is_active": _("Students see and start active case studies only."),
        }
        widgets = {
            "description": UnfoldAdminTextareaWidget({"rows": 4}),
            "first_message": UnfoldAdminTextareaWidget({"rows": 3}),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = not self.is_new
        held = [] if self.is_new else self.instance.programme_codes
        self.fields["programme_codes"].offer(self.tenant, held=held)
        self.initial["programme_codes"] = held


@admin.register(CaseStudy)
class CaseStudyAdmin(SearchedPageMixin, TenantModelAdmin):
    """The simulations that students work through."""

    permission_module = Module.CASE_STUDIES
    allowed_actions = frozenset({Action.CREATE, Action.EDIT})
    audit_target = "case_study"
    menu = Menu.TEACHING
    menu_position = 20
    icon = "cases"
    empty_text = _(
        "Case studies are the simulations that students work through. Add the first one."
    )

    form = CaseStudyForm
    fields = (
        "title",
        "slug",
        "description",
        "instructions",
        "programme_codes",
        "time_limit_minutes",
        "document_url",
        "first_message",
        "is_active",
    )
    list_display = ("title", "slug_shown", "programmes_shown", "limit_shown", "active", "changed")
    list_filter = (ActiveFilter, ("programmes", TenantRelatedFilter))
    list_filter_submit = True
    search_fields = ("title", "slug")
    search_help_text = _("Title or short name")
    actions_detail = ("activate", "deactivate")

    def get_queryset(self, request):
        in_order = Programme.objects.for_tenant(request.tenant).order_by("code")
        return super().get_queryset(request).prefetch_related(Prefetch("programmes", in_order))

    def find(self, request, text, most):
        return CaseStudy.objects.for_tenant(request.tenant).search(text)[:most]

    def as_found(self, case_study):
        told = case_study.slug if case_study.is_active else f"{case_study.slug} · {_('inactive')}"
        return Found(case_study.title, self.row_url(case_study), told)

    def get_search_results(self, request, queryset, search_term):
        return (queryset.search(search_term) if search_term.strip() else queryset), False

    @display(description=_("Short name"), ordering="slug")
    def slug_shown(self, case_study):
        return case_study.slug

    @display(description=_("Open to"))
    def programmes_shown(self, case_study):
        return ", ".join(case_study.programme_codes) or _("All students")

    @display(description=_("Programmes"))
    def programme_codes(self, case_study):
        return self.programmes_shown(case_study)

    @display(description=_("Time limit"))
    def limit_shown(self, case_study):
        minutes = case_study.time_limit_minutes
        return _("%(minutes)s min") % {"minutes": minutes} if minutes else _("None")

    @display(description=_("Active"), boolean=True, ordering="is_active")
    def active(self, case_study):
        return case_study.is_active

    @display(description=_("Last changed"))
    def changed(self, case_study):
        return moment(case_study.updated_at or case_study.created_at)

    def create_row(self, *, actor, tenant, **values):
        return case_studies.create_case_study(actor=actor, tenant=tenant, **values)

    def update_row(self, *, actor, row, **values):
        return case_studies.update_case_study(actor=actor, case_study=row, **values)

    @confirm_action(
        description=_("Deactivate"),
        requires=Action.DELETE,
        icon="block",
        variant=ActionVariant.DANGER,
        question=_(
            "Deactivate “{row}”? Students no longer see it and cannot start it. What they did with "
            "it stays, and so do their attempts; it can be activated again."
        ),
        visible_if=lambda case_study: case_study.is_active,
    )
    def deactivate(self, request, case_study):
        case_studies.delete_case_study(actor=request.user, case_study=case_study)
        return _("“%(case_study)s” is inactive.") % {"case_study": case_study}

    @confirm_action(
        description=_("Activate"),
        requires=Action.EDIT,
        icon="check",
        question=_("Activate “{row}”? Students of its programmes see it and can start it again."),
        visible_if=lambda case_study: not case_study.is_active,
    )
    def activate(self, request, case_study):
        case_studies.update_case_study(actor=request.user, case_study=case_study, is_active=True)
        return _("“%(case_study)s” is active.") % {"case_study": case_study}
