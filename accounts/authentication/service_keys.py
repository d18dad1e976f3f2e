"""The authentication of a tenant's live service by the tenant's service key (contract §15)."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.permissions import BasePermission

from accounts import throttling
from accounts.models import ServiceKey
from accounts.throttling.requests import consume_for_address
from config.context import bind_request_context, within
from config.db.walls import tenant_of
from config.errors import Unauthenticated

SCHEME = "Api-Key"

# The precision of ``last_used_at``: a key that is used all the time costs one write a minute.
USE_NOTED_EVERY = timedelta(minutes=1)


class KeyRefused(Unauthenticated):
    """The key is unknown, wrong, revoked or expired, or its tenant is switched off."""

    auth_header = SCHEME

    def __init__(self) -> None:
        super().__init__("The service key is not valid.")


class ServiceKeyAuthentication(BaseAuthentication):
    """``Authorization: Api-Key <key>``: the caller is no user but the tenant's live service.

    Key and tenant are checked at every request. A deleted tenant's keys stop at the next one, and
    work again once it is restored; a revoked key stays revoked.
    """

    def authenticate(self, request) -> tuple[None, ServiceKey] | None:
        scheme, _, text = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() != SCHEME.lower():
            return None
        try:
            key = _usable_key(text.strip())
        except KeyRefused:
            consume_for_address(request)
            raise
        bind_request_context(key.tenant_id)
        throttling.consume(service_key=key.pk)
        _note_use(key)
        return None, key

    def authenticate_header(self, request) -> str:
        return SCHEME


def _usable_key(text: str) -> ServiceKey:
    """Return the key: its prefix finds its tenant and itself, and its hash proves it."""
    prefix, _, _ = text.partition(".")
    if not text.isascii() or not prefix.isalnum():
        raise KeyRefused
    keys = ServiceKey.objects.select_related("tenant").filter(prefix=prefix, revoked=False)
    tenant_id = tenant_of("service_key", prefix)
    if not tenant_id:
        raise KeyRefused
    with within(tenant_id):
        key = keys.first()
    if key is None or not key.is_valid(text) or key.has_expired or not key.tenant.is_active:
        raise KeyRefused
    key.tenant.require_here()
    return key


def _note_use(key: ServiceKey) -> None:
    now = timezone.now()
    before = now - USE_NOTED_EVERY
    if key.last_used_at is None or key.last_used_at <= before:
        # Of parallel requests one writes: the others find it done.
        due = Q(last_used_at=None) | Q(last_used_at__lte=before)
        ServiceKey.objects.filter(due, pk=key.pk).update(last_used_at=now)


class HasServiceKey(BasePermission):
    """The caller is a tenant's live service; no user may report sessions, whatever the role."""

    def has_permission(self, request, view) -> bool:
        return isinstance(request.auth, ServiceKey)


class ServiceKeyScheme(OpenApiAuthenticationExtension):
    """The description of this authentication for the OpenAPI document."""

    target_class = ServiceKeyAuthentication
    name = "service_key"

    def get_security_definition(self, auto_schema) -> dict:
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": f"A tenant's service key: `Authorization: {SCHEME} <key>`.",
        }
