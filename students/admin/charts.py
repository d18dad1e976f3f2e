"""The charts about students: days, scores and programmes."""

from collections.abc import Sequence

from django.contrib.humanize.templatetags.humanize import intcomma
from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from config.admin.charts import NARROW, BarChart, Value
from config.admin.display import day
from config.local_time import current_zone, place_of
from students.queries.dashboard_parts import Averages, Chart
from students.queries.figures import Band

# Names of so many programmes fit below their bars.
_FITTING = 20


def chart_of_days(chart: Chart) -> BarChart:
    """Return a number for each of the latest days."""
    return BarChart(
        title=str(chart.title),
        heading=_("Day in %(place)s") % {"place": place_of(current_zone())},
        measure=str(chart.title),
        values=[Value(str(day(one)), n, intcomma(n)) for one, n in chart.days.items()],
        labelled=5,
    )


def chart_of_scores(bands: Sequence[Band]) -> BarChart:
    """Return how many students have a final score of each band."""
    return BarChart(
        title=_("Final scores"),
        heading=_("Score"),
        measure=_("Students"),
        values=[
            Value(
                _name_of(band, is_last=band is bands[-1]),
                band.results,
                intcomma(band.results),
                str(band.low),
            )
            for band in bands
        ],
        width=NARROW,
    )


def chart_of_averages(averages: Averages) -> BarChart:
    """Return the average score of each programme."""
    return BarChart(
        title=_("Average score by programme"),
        heading=_("Programme"),
        measure=_("Average"),
        values=[
            Value(
                f"{one.name} ({one.code})",
                one.average,
                floatformat(one.average, 1),
                one.code,
            )
            for one in averages.programmes
        ],
        labelled=-(-len(averages.programmes) // _FITTING) or 1,
    )


def _name_of(band: Band, *, is_last: bool) -> str:
    text = _("%(low)s to %(high)s") if is_last else _("%(low)s to below %(high)s")
    return text % {"low": band.low, "high": band.high}
