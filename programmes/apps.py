from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    name = "programmes"
    verbose_name = _("Teaching")

    def ready(self) -> None:
        """Tell the audit trail what programmes and case studies are called."""
        from programmes.queries.known import case_studies, programmes
        from tenants.queries import known

        known.names |= {"programme": programmes, "case_study": case_studies}
