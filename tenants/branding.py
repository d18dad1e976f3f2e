"""The branding of a tenant on its pages and in its mails."""

from dataclasses import dataclass
from typing import Self

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import Model

from tenants.models import Tenant, TenantSSOConfig
from tenants.validators import validate_logo_url

_PRIMARY = "#1E3A5F"
_BLACK, _WHITE = "#000000", "#FFFFFF"


@dataclass(frozen=True)
class Theme:
    """A tenant's name, logo, colours and addresses, checked for display; None if one is not set."""

    name: str
    logo_url: str | None
    colour: str
    text_colour: str
    """Black or white: what is easier to read on ``colour``."""
    accent: str
    support_email: str | None
    site: str | None
    """Where the tenant's people work."""

    @classmethod
    def of(cls, tenant: Tenant) -> Self:
        """Return a tenant's theme; configurations that were not fetched are read."""
        branding = _configuration(tenant, "branding")
        ai_config = _configuration(tenant, "ai_config")
        colour = (branding and branding.primary_color) or _PRIMARY
        return cls(
            name=tenant.name,
            logo_url=None if logo_fault(tenant) else branding and branding.logo_url,
            colour=colour,
            text_colour=_readable_on(colour),
            accent=(branding and branding.secondary_color) or colour,
            support_email=ai_config and ai_config.support_email,
            site=f"https://{tenant.domain}" if tenant.domain else None,
        )


def logo_fault(tenant: Tenant) -> str | None:
    """Return the reason why a tenant's logo is not shown; rows may be older than the rules."""
    branding = _configuration(tenant, "branding")
    if branding is None or branding.logo_url is None:
        return None
    try:
        validate_logo_url(branding.logo_url)
    except ValidationError as error:
        return " ".join(error.messages)
    return None


def signs_in_elsewhere(tenant: Tenant) -> bool:
    """Return whether the tenant's people sign in at its own server, and choose no password here
    when they are invited."""
    sso_config = sso_config_of(tenant)
    return sso_config is not None and sso_config.is_enabled


def sso_config_of(tenant: Tenant) -> TenantSSOConfig | None:
    """Return the tenant's single sign-on as it is stored; None where it never was."""
    return _configuration(tenant, "sso_config")  # type: ignore[return-value]  # found by its name


def _configuration(tenant: Tenant, name: str) -> Model | None:
    try:
        return getattr(tenant, name)
    except ObjectDoesNotExist:
        return None


def _readable_on(colour: str) -> str:
    """Return black or white, whichever has the greater contrast (WCAG 2, at least 4.5 to 1)."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return _BLACK if (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) else _WHITE


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
