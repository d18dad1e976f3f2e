"""The dashboard on the admin's first page."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from config.permissions import Viewer
from students.admin.charts import chart_of_averages, chart_of_days
from students.queries.dashboard import dashboard
from students.queries.dashboard_parts import ListLink


def context(request: Any, context: dict[str, Any]) -> dict[str, Any]:
    """Add the dashboard to the admin's first page; unfold's DASHBOARD_CALLBACK."""
    shown = dashboard(tenant=request.tenant, viewer=request.user)
    figures = [one for one in shown.figures if one.value or one.stays]
    return context | {
        "title": gettext("Dashboard"),
        "figures": [(one, address_of(one.link, request.user)) for one in figures],
        "imports": [(one, address_of(one.link, request.user)) for one in shown.imports],
        "charts": [chart_of_days(one) for one in shown.charts],
        "averages": [
            (
                one,
                chart_of_averages(one),
                [(line, address_of(line.link, request.user)) for line in one.programmes],
            )
            for one in shown.averages
            if one.programmes
        ],
        "read_at": shown.read_at,
        "is_empty": shown.is_empty,
    }


def address_of(link: ListLink | None, viewer: Viewer) -> str | None:
    """Return the address of a link; None for viewers who may not follow it."""
    if link is None or not viewer.has_flag(link.needs):
        return None
    url = reverse(f"admin:{link.page}")
    return f"{url}?{urlencode(link.query)}" if link.query else url
