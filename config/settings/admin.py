"""The appearance of the admin, by django-unfold."""

from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

# A calm blue: white can be read on 600, as can 600 on white, and 500 on the darkest grey.
_BLUE = {
    "50": "#eff5fb",
    "100": "#dbe8f6",
    "200": "#bcd4ee",
    "300": "#93bde6",
    "400": "#78addf",
    "500": "#5f9fdc",
    "600": "#1f5fa8",
    "700": "#1a4f8d",
    "800": "#184373",
    "900": "#17385e",
    "950": "#10243d",
}

UNFOLD = {
    "SITE_TITLE": "Command Center",
    "SITE_HEADER": "Command Center",
    "SITE_SUBHEADER": "tenants.current_tenant.name",
    "SITE_SYMBOL": "school",
    "SITE_URL": None,
    "SITE_FAVICONS": [
        {
            "rel": "icon",
            "type": "image/svg+xml",
            "href": lambda request: static("console/favicon.svg"),
        }
    ],
    "STYLES": [
        lambda request: static("console/console.css"),
        lambda request: static("console/dashboard.css"),
        lambda request: static("console/figures.css"),
        lambda request: static("console/charts.css"),
        lambda request: static("console/lists.css"),
        lambda request: static("console/search.css"),
        lambda request: static("console/student.css"),
        lambda request: static("console/universities.css"),
        lambda request: static("console/words.css"),
    ],
    "SCRIPTS": [
        lambda request: static("console/lists.js"),
        lambda request: static("console/universities.js"),
    ],
    "ACCOUNT": {
        "navigation": [
            {"title": _("Your profile"), "link": reverse_lazy("admin:accounts_user_profile")},
            {"title": _("API documentation"), "link": "/v1/docs"},
        ]
    },
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "BORDER_RADIUS": "6px",
    "COLORS": {"primary": _BLUE},
    "ENVIRONMENT": "tenants.current_tenant.badge",
    "DASHBOARD_CALLBACK": "students.admin.dashboard.context",
}
