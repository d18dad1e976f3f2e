"""The fields for what a university's own system says of a student (contract §17)."""

from accounts.models.user import LONGEST_COHORT, LONGEST_SIS_ID
from accounts.validators.campus import kept_sis_id
from config.api.inputs import TextField


class SisIdField(TextField):
    """A student's id in the university's own system; null or an empty text for none."""

    rule = staticmethod(kept_sis_id)

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("help_text", "Students alone have one.")
        super().__init__(max_length=LONGEST_SIS_ID, allow_null=True, required=False, **kwargs)


class CohortField(TextField):
    """A student's cohort; null or an empty text for none."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("help_text", "Students alone have one.")
        super().__init__(max_length=LONGEST_COHORT, allow_null=True, required=False, **kwargs)
