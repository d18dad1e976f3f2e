"""The filters of the tabs: those of the API, by its names."""

from django.utils.translation import gettext_lazy as _

from students.admin.lists import ChoiceOfList, ScoreRangeForm, SpanOfList
from students.models.states import TranscriptStatus
from students.queries.attempts import EntitlementStatus


class Remaining(ChoiceOfList):
    """A filter by the attempts that a student has left or was granted."""

    title = _("attempts")
    parameter_name = "status"
    offered = (
        (EntitlementStatus.HAS_REMAINING, _("Attempts remaining")),
        (EntitlementStatus.EXHAUSTED, _("No attempt remaining")),
        (EntitlementStatus.HAS_EXTRA, _("With granted attempts")),
    )


class GradedFilter(ChoiceOfList):
    """A filter for students with a graded attempt, or without one."""

    title = _("grade")
    parameter_name = "graded"
    offered = (("true", _("Graded")), ("false", _("Not graded")))


class TranscriptFilter(ChoiceOfList):
    """A filter by the worst transcript among the graded attempts."""

    title = _("transcript")
    parameter_name = "transcript_status"
    offered = tuple(TranscriptStatus.choices)


class LatestAttempt(SpanOfList):
    """A filter by the day of the latest attempt."""

    title = _("latest attempt")
    parameter_names = ("start_date", "end_date")
    parameter_name = "start_date"
    labels = (_("Latest attempt from"), _("Latest attempt until"))


class BestScore(SpanOfList):
    """A filter by the best score."""

    title = _("score")
    parameter_names = ("min_score", "max_score")
    parameter_name = "min_score"
    labels = (_("Best score from"), _("Best score up to"))
    form_class = ScoreRangeForm
