"""The tabs of a case study's page: what it is, its students' attempts, and their results."""

from django.urls import reverse
from django.utils.translation import gettext as _

from config.permissions import Action, Module, flag
from programmes.models import CaseStudy
from students.admin.tabs import Tab

ATTEMPTS = "attempts"
RESULTS = "results"
_ITSELF = "change"


def tabs_of(request, case_study: CaseStudy, name: str = _ITSELF) -> list[Tab]:
    """Return the tabs that the caller may open, of which one is open already."""
    offered = (
        (_ITSELF, _("General"), Module.CASE_STUDIES),
        (ATTEMPTS, _("Attempts"), Module.ATTEMPT_MANAGEMENT),
        (RESULTS, _("Results"), Module.STUDENT_PERFORMANCE),
    )
    return [
        Tab(
            title, reverse(f"admin:programmes_casestudy_{page}", args=[case_study.pk]), page == name
        )
        for page, title, module in offered
        if request.user.has_flag(flag(module, Action.VIEW))
    ]
