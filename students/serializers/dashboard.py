"""The serializers of the dashboard (contract §19)."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from rest_framework import serializers

from config.permissions import Viewer
from students.queries.dashboard_parts import Averages, Chart, Dashboard, LastImport, ListLink

_ONE_DECIMAL = Decimal("0.1")


class FigureSerializer(serializers.Serializer):
    """A number, and the list of exactly what it counts."""

    name = serializers.CharField()
    value = serializers.IntegerField()
    is_capped = serializers.BooleanField(help_text="Whether there are more.")
    is_alarming = serializers.BooleanField(help_text="Whether somebody should look into it.")
    list = serializers.CharField(
        allow_null=True, help_text="The address; null where the caller may not read it."
    )


class DayCountSerializer(serializers.Serializer):
    """A day in the university's time zone."""

    day = serializers.DateField()
    n = serializers.IntegerField()


class ChartSerializer(serializers.Serializer):
    """A number for each of the latest 30 days, the oldest first."""

    name = serializers.CharField()
    days = DayCountSerializer(many=True)


class LastImportSerializer(serializers.Serializer):
    """The roster that was imported last."""

    imported_at = serializers.DateTimeField()
    file_name = serializers.CharField()
    actor_name = serializers.CharField(allow_null=True)
    list = serializers.CharField(allow_null=True)


class ProgrammeAverageSerializer(serializers.Serializer):
    """The results of a programme's students."""

    code = serializers.CharField()
    name = serializers.CharField()
    results = serializers.IntegerField()
    average = serializers.DecimalField(max_digits=4, decimal_places=1, coerce_to_string=False)
    students = serializers.IntegerField(allow_null=True)
    list = serializers.CharField(allow_null=True)


class AveragesSerializer(serializers.Serializer):
    """The programmes that have results, by code."""

    is_capped = serializers.BooleanField(
        help_text="Whether only the results that were graded last are looked at."
    )
    most_results = serializers.IntegerField(help_text="How many are looked at, at most.")
    programmes = ProgrammeAverageSerializer(many=True)


class DashboardSerializer(serializers.Serializer):
    """What the caller may see; without the flag, figures and charts are left out, or null."""

    read_at = serializers.DateTimeField(help_text="Figures are from then on, a minute at most.")
    time_zone = serializers.CharField(help_text="In which days begin and end.")
    figures = FigureSerializer(many=True)
    charts = ChartSerializer(many=True)
    last_import = LastImportSerializer(allow_null=True)
    programme_averages = AveragesSerializer(allow_null=True)


def as_answer(shown: Dashboard, *, time_zone: str, viewer: Viewer) -> dict[str, Any]:
    """Return what the serializer writes of a dashboard."""

    def listed(link: ListLink | None) -> str | None:
        return link.api_address if link and viewer.has_flag(link.needs) else None

    return {
        "read_at": shown.read_at,
        "time_zone": time_zone,
        "figures": [
            {
                "name": one.name,
                "value": one.value,
                "is_capped": one.capped,
                "is_alarming": one.is_alarming and one.value > 0,
                "list": listed(one.link),
            }
            for one in shown.figures
        ],
        "charts": [_chart(one) for one in shown.charts],
        "last_import": next((_import(one, listed(one.link)) for one in shown.imports), None),
        "programme_averages": next((_averages(one, listed) for one in shown.averages), None),
    }


def _chart(chart: Chart) -> dict[str, Any]:
    days = [{"day": day, "n": n} for day, n in chart.days.items()]
    return {"name": chart.name, "days": days}


def _import(last: LastImport, listed: str | None) -> dict[str, Any]:
    return {
        "imported_at": last.at,
        "file_name": last.file_name,
        "actor_name": last.by,
        "list": listed,
    }


def _averages(averages: Averages, listed: Any) -> dict[str, Any]:
    return {
        "is_capped": averages.capped,
        "most_results": averages.most,
        "programmes": [
            {
                "code": one.code,
                "name": one.name,
                "results": one.results,
                "average": Decimal(str(one.average)).quantize(_ONE_DECIMAL, ROUND_HALF_UP),
                # As the admin's page, which tells it along with the link.
                "students": one.students if listed(one.link) else None,
                "list": listed(one.link),
            }
            for one in averages.programmes
        ],
    }
