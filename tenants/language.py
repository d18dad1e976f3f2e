"""The language of a university's pages and mails: its ``default_language`` (contract §3)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from django.utils import translation

from config.languages import known_language, language_of_browser
from tenants.models import Tenant


def language_of(tenant: Tenant) -> str:
    """Return the tenant's language; English where it has none, or one that we do not speak."""
    try:
        return known_language(tenant.ai_config.default_language)
    except ObjectDoesNotExist:
        return known_language(None)


@contextmanager
def in_language_of(tenant: Tenant | None, request: HttpRequest) -> Iterator[None]:
    """Write what people read in the tenant's language; without a tenant, in their browser's."""
    code = language_of(tenant) if tenant else language_of_browser(request)
    with translation.override(code):
        yield
