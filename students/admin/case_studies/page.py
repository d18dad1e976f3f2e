"""A case study's page with the tabs of its students, and the way to these from the list."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from programmes.admin import CaseStudyAdmin
from programmes.models import CaseStudy
from students.admin.case_studies.attempts import AttemptsTab
from students.admin.case_studies.results import ResultsTab
from students.admin.case_studies.tabs import tabs_of
from students.models import Student

# The page of case studies belongs to the app ``programmes``; only this app knows their students.
admin.site.unregister(CaseStudy)


@admin.register(CaseStudy)
class StudiedCaseStudyAdmin(CaseStudyAdmin):
    """The case studies, each with its students' attempts and results."""

    change_form_outer_before_template = "admin/students/case_study/tabs.html"

    def get_urls(self) -> list:
        tabs = [tab(Student, self.admin_site) for tab in (AttemptsTab, ResultsTab)]
        return [url for tab in tabs for url in tab.get_urls()] + super().get_urls()

    def get_list_display(self, request):
        """Lead to the students of each case study, as far as the caller may see them."""

        @display(description=_("Students"))
        def students(case_study: CaseStudy):
            links = format_html_join(
                " · ",
                '<a class="text-link underline" href="{}">{}<span class="sr-only"> {}</span></a>',
                ((tab.url, tab.title, case_study) for tab in tabs_of(request, case_study)[1:]),
            )
            return format_html('<span class="whitespace-nowrap">{}</span>', links)

        shown = super().get_list_display(request)
        return (*shown[:2], students, *shown[2:])

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            context["tabs"] = tabs_of(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
