"""System checks: mistakes that must not reach a running server."""

import os
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connections
from django.urls import URLPattern, URLResolver, get_resolver

from config.api.permissions import DenyAll, HasModulePermission, accepted_flags

CONSOLE_PREFIX = "v1/console/"

_METHODS = ("get", "post", "put", "patch", "delete")


@checks.register(checks.Tags.urls)
def console_actions_are_mapped(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Return errors for console routes with neither a flag nor a permission class of their own."""
    return [
        checks.Error(
            f"{view_class.__name__}.{action} (/{path}) maps no permission, so nobody may call it.",
            hint="Declare permission_module, and @action(requires=Action.…) on custom actions.",
            id="config.E001",
        )
        for path, view_class, action, options in console_actions()
        if _is_unmapped(view_class, action, options)
    ]


def _is_unmapped(view_class: Any, action: str, options: dict) -> bool:
    permissions = options.get("permission_classes", view_class.permission_classes)
    requires = options.get("requires", getattr(view_class, "requires", None))
    if DenyAll in permissions or not permissions:
        return True
    return HasModulePermission in permissions and not accepted_flags(view_class, action, requires)


def console_actions() -> Iterator[tuple[str, type, str, dict]]:
    """Yield (path, view class, action, what @action sets for it alone) for every console route.

    A view that is no viewset has its methods for actions.
    """
    for path, pattern in walk(get_resolver().url_patterns):
        if path.startswith(CONSOLE_PREFIX):
            view: Any = pattern.callback
            methods = {name: name for name in _METHODS if hasattr(view.cls, name)}
            for action in getattr(view, "actions", methods).values():
                yield path, view.cls, action, view.initkwargs


def walk(
    patterns: Iterable[URLPattern | URLResolver], prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Yield (path as written in the URL configuration, pattern) for every route."""
    for pattern in patterns:
        path = prefix + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, path)
        else:
            yield path, pattern


@checks.register(checks.Tags.security, deploy=True)
def single_sign_on_is_guarded(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Return errors for settings that are safe on a developer's machine alone."""
    careless = {
        "SSO_REQUIRES_HTTPS": not settings.SSO_REQUIRES_HTTPS,
        "SSO_ALLOWS_PRIVATE_NETWORKS": settings.SSO_ALLOWS_PRIVATE_NETWORKS,
    }
    return [
        checks.Error(
            f"{name} is set as for a developer's machine.",
            hint="Leave it to the production settings; SSO_PRIVATE_NETWORKS names exceptions.",
            id="config.E003",
        )
        for name, is_careless in careless.items()
        if is_careless
    ]


@checks.register(checks.Tags.security, deploy=True)
def roles_of_the_database_are_apart(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Return a warning where one role of the database does everything: then no walls stand."""
    of_the_owner = os.environ.get("OWNER_DATABASE_URL") or os.environ.get("DATABASE_DIRECT_URL")
    if os.environ.get("SYSTEM_DATABASE_URL") and of_the_owner:
        return []
    return [
        checks.Warning(
            "One role of the database serves, works and owns the tables, so that PostgreSQL does"
            " not keep the rows of tenants apart.",
            hint="Make the roles (manage.py database_roles --print), and set DATABASE_URL for the"
            " web server, SYSTEM_DATABASE_URL and OWNER_DATABASE_URL: see docs/operating.md.",
            id="config.W001",
        )
    ]


@checks.register(checks.Tags.database)
def database_folds_case(
    app_configs: Any, databases: Any = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Return an error unless the database ignores case in every alphabet, and as Unicode does.

    Searches and unique e-mail addresses depend on that. With a Turkish or Azeri locale the small
    letter of I is another one, so that INFO@… and info@… would be two people.
    """
    messages: list[checks.CheckMessage] = []
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute(
                "SELECT lower('ÜŁΔ'::text) = 'üłδ', lower('I'::text) = 'i', upper('i'::text) = 'I',"
                " current_database()"
            )
            folds, lowers, raises, name = cursor.fetchone()
        if not folds:
            fault = f"The database {name} does not fold the case of letters beyond ASCII."
            messages.append(_wrong_locale(name, fault, "config.E002"))
        if not (lowers and raises):
            fault = (
                f"The database {name} does not take I and i for one letter, as in Turkish: one"
                " e-mail address could belong to two people."
            )
            messages.append(_wrong_locale(name, fault, "config.E004"))
    return messages


def _wrong_locale(name: str, fault: str, number: str) -> checks.CheckMessage:
    return checks.Error(
        fault,
        hint=(
            "A database keeps its locale. Create one with a Unicode locale of no language, and"
            f" restore a dump of this one there: CREATE DATABASE {name} TEMPLATE template0"
            " ENCODING 'UTF8' LOCALE_PROVIDER libc LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8';"
        ),
        id=number,
    )
