"""The logos of the universities: files of ours, so that no page of the demo asks another server."""

from django.conf import settings
from django.templatetags.static import static

from students.demo.universities import UNIVERSITIES, University
from tenants.models import TenantBranding


def logo_of(university: University, base: str = "") -> str:
    """Return the address of a logo on the server at ``base``; by default, on this one."""
    return (base or settings.PUBLIC_URL) + _path(university)


def move_logos(base: str) -> None:
    """Let the logos lead to the server at ``base``, which may have another port than before.

    Logos that people have chosen since stay.
    """
    for university in UNIVERSITIES:
        ours = TenantBranding.objects.filter(
            tenant=university.id, logo_url__endswith=_path(university)
        )
        ours.update(logo_url=logo_of(university, base))


def _path(university: University) -> str:
    return static(f"demo/{university.logo}.svg")
