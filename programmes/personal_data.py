"""What the tables of this app hold about people: nothing (docs/privacy.md)."""

from django.utils.translation import gettext_lazy as _

from config.personal_data import RegisteredTable, impersonal

TABLES: tuple[RegisteredTable, ...] = (
    impersonal(
        "programmes.Programme",
        _("What the university teaches."),
        "id created_at updated_at tenant code name description is_active",
    ),
    impersonal(
        "programmes.CaseStudy",
        _("The simulations."),
        "id created_at updated_at tenant title slug description instructions time_limit_minutes"
        " document_url first_message is_active sort_title",
    ),
    impersonal(
        "programmes.CaseStudyProgramme",
        _("Which programmes a simulation is open to."),
        "id tenant case_study programme",
    ),
)
