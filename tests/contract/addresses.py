"""Addresses of the admin with parameters that its pages do not offer."""

from collections.abc import Iterator
from itertools import batched
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from accounts.models import LegacyRole, User
from tests.clients import OperatorClient
from tests.factories import RoleFactory, SystemRoleFactory, UserFactory

# Django's, and transforms of texts and moments.
LOOKUPS = (
    *("exact", "iexact", "regex", "startswith", "contains", "gt", "lt", "in", "isnull", "range"),
    *("year", "date__gt", "unaccent__startswith", "0", "len"),
)

# Django's own parameters that no page of ours offers, and those of others.
STRAY = {
    "e": "1",
    "_facets": "True",
    "_popup": "1",
    "_to_field": "password",
    "_source_model": "accounts.role",
    "_changelist_filters": "role__users__password__regex=^a",
    "role__users__password__regex": "^a",
    "password": "a",
    "pk__in": "1,2",
    "utm_source": "x",
    "\0": "\0",
    "": "nothing",
    "email": "mallory@example.org",
    "app_label": "accounts",
    "model_name": "invitation",
    "field_name": "user",
    "term": "a",
}

# As many as Django reads of one address.
_AT_ONCE = 900

ROLES = (LegacyRole.SUPER_ADMIN, LegacyRole.ADMIN, LegacyRole.FACULTY, "custom")


def operator(tenant, role: str) -> OperatorClient:
    """Return an operator with a system role, or with one that sees only users and roles."""
    if role == "custom":
        flags = ["USER_MANAGEMENT.can_view", "ROLE_MANAGEMENT.can_view"]
        held = RoleFactory(tenant=tenant, permissions=flags)
    else:
        held = SystemRoleFactory(tenant=tenant, legacy_role=role)
    return OperatorClient(UserFactory(tenant=tenant, role=held))


def list_of(model: type[Model]) -> str:
    """Return the address of a model's list."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def offered(model: type[Model], client: OperatorClient) -> frozenset[str]:
    """Return the parameters that the list of a model offers to an operator."""
    request = client.get(reverse("admin:jsi18n")).wsgi_request
    return admin.site._registry[model].list_parameters(request)


def columns(model: type[Model], steps: int = 2) -> Iterator[str]:
    """Yield each field and relation of a model, and those of the models they lead to."""
    yield "pk"
    for field in model._meta.get_fields():
        yield field.name
        if field.is_relation and steps and field.related_model:
            for further in columns(field.related_model, steps - 1):
                yield f"{field.name}__{further}"


def probes(model: type[Model], known: frozenset[str]) -> Iterator[str]:
    """Yield addresses that ask for all columns of a list's model in all ways, many at once."""
    names = {
        name
        for column in columns(model)
        for name in (column, *(f"{column}__{lookup}" for lookup in LOOKUPS))
    }
    for some in batched(sorted(names - known), _AT_ONCE):
        yield f"{list_of(model)}?{urlencode(dict.fromkeys(some, '^a'))}"


def relation_to(model: type[Model], field: str) -> str:
    """Return the name by which lookups lead from a user to another model."""
    return next(
        one.name
        for one in User._meta.related_objects
        if one.related_model is model and one.field.name == field
    )
