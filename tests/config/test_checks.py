"""System checks: mistakes that must not reach a running server."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core import checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection, connections
from django.db.backends.utils import CursorWrapper
from django.urls import include, path
from rest_framework.routers import SimpleRouter

from config import checks as ours
from tests.config import probes

# URL configurations are modules; these are made of a router's routes.


def console(*routes) -> type:
    class Urls:
        urlpatterns = [path("v1/console/", include(list(routes)))]

    return Urls


def routes_of(viewset) -> list:
    router = SimpleRouter(trailing_slash=False)
    router.register("probe", viewset, basename="probe")
    return router.urls


def complaints(settings, *routes) -> list[str]:
    settings.ROOT_URLCONF = console(*routes)
    return [message.msg for message in ours.console_actions_are_mapped(None)]


def test_routes_that_are_served_are_all_mapped():
    assert list(ours.console_actions())
    assert ours.console_actions_are_mapped(None) == []


def test_custom_action_without_a_requirement_is_reported(settings):
    (complaint,) = complaints(settings, *routes_of(probes.PanelViewSet))

    assert complaint.startswith("PanelViewSet.forgotten (/v1/console/")
    assert complaint.endswith(" maps no permission, so nobody may call it.")


def test_alternatives_do_not_map_an_action(settings):
    (complaint,) = complaints(settings, *routes_of(probes.SharedViewSet))

    assert complaint.startswith("SharedViewSet.forgotten (/v1/console/")


def test_viewset_without_a_module_is_reported_action_by_action(settings):
    first, second = complaints(settings, *routes_of(probes.ModulelessViewSet))

    assert first.startswith("ModulelessViewSet.list (")
    assert second.startswith("ModulelessViewSet.retrieve (")


def test_action_open_to_all_is_reported(settings):
    assert any(
        complaint.startswith("OpenedActionViewSet.opened (")
        for complaint in complaints(settings, *routes_of(probes.OpenedActionViewSet))
    )


def test_viewset_open_to_all_is_reported_action_by_action(settings):
    assert len(complaints(settings, *routes_of(probes.OpenedViewSet))) == 8


@pytest.mark.parametrize(
    "view", [probes.PlainOpenView, probes.PlainModuleView, probes.UndeclaredView]
)
def test_plain_view_that_is_unmapped_or_open_to_all_is_reported(settings, view):
    (complaint,) = complaints(settings, path("plain", view.as_view()))

    assert complaint.startswith(f"{view.__name__}.get (/v1/console/plain)")


def test_plain_view_with_a_permission_of_its_own_is_fine(settings):
    assert complaints(settings, path("plain", probes.SignedInView.as_view())) == []


def test_routes_outside_the_console_are_not_looked_at(settings):
    class Urls:
        urlpatterns = [path("v1/plain", probes.PlainOpenView.as_view())]

    settings.ROOT_URLCONF = Urls
    assert ours.console_actions_are_mapped(None) == []


def test_report_stops_the_start(settings):
    settings.ROOT_URLCONF = console(*routes_of(probes.PanelViewSet))

    found = checks.run_checks(tags=[checks.Tags.urls])

    assert [(message.id, message.level) for message in found] == [("config.E001", checks.ERROR)]


@pytest.mark.parametrize(
    ("name", "careless"), [("SSO_REQUIRES_HTTPS", False), ("SSO_ALLOWS_PRIVATE_NETWORKS", True)]
)
def test_careless_sign_on_is_reported_before_it_is_deployed(settings, name, careless):
    settings.SSO_REQUIRES_HTTPS, settings.SSO_ALLOWS_PRIVATE_NETWORKS = True, False
    assert ours.single_sign_on_is_guarded(None) == []
    setattr(settings, name, careless)

    found = checks.run_checks(tags=[checks.Tags.security], include_deployment_checks=True)

    (complaint,) = (message for message in found if message.id == "config.E003")
    assert complaint.level == checks.ERROR
    assert complaint.msg == f"{name} is set as for a developer's machine."


@pytest.fixture
def english_only(django_db_setup, django_db_blocker) -> Iterator[str]:
    """An alias of a database with the C locale, whose lower() knows ASCII alone."""
    with django_db_blocker.unblock(), database("english_only", "LOCALE_PROVIDER libc LOCALE 'C'"):
        yield "english_only"


@pytest.fixture
def turkish(django_db_setup, django_db_blocker) -> Iterator[str]:
    """An alias of a database that takes I for the capital of ı.

    Not every PostgreSQL has the locales, so that its own lower() stands behind one that differs in
    that letter alone.
    """
    with django_db_blocker.unblock(), database("turkish", "LOCALE 'C.UTF-8'") as cursor:
        cursor.execute(
            "CREATE FUNCTION public.lower(text) RETURNS text IMMUTABLE LANGUAGE sql"
            " RETURN pg_catalog.lower(replace($1, 'I', 'ı'))"
        )
        cursor.execute("SET search_path = public, pg_catalog")
        yield "turkish"


@contextmanager
def database(alias: str, locale: str) -> Iterator[CursorWrapper]:
    """Connect an alias to a new database; yield a cursor there."""
    name = f"{connection.settings_dict['NAME']}_{alias}"
    with connection._nodb_cursor() as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}"')
        server.execute(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' {locale}")
        connections.settings[alias] = {**connection.settings_dict, "NAME": name}
        try:
            with connections[alias].cursor() as cursor:
                yield cursor
        finally:
            connections[alias].close()
            del connections[alias], connections.settings[alias]
            server.execute(f'DROP DATABASE "{name}"')


@pytest.mark.direct  # makes a database
def test_database_that_folds_ascii_alone_is_reported(english_only):
    (complaint,) = ours.database_folds_case(None, databases=[english_only, "default"])

    name = connections[english_only].settings_dict["NAME"]
    assert (complaint.id, complaint.level) == ("config.E002", checks.ERROR)
    assert complaint.msg == f"The database {name} does not fold the case of letters beyond ASCII."
    assert f"CREATE DATABASE {name} TEMPLATE template0" in complaint.hint


@pytest.mark.direct  # makes a database
def test_database_of_a_turkish_locale_is_reported(turkish):
    (complaint,) = ours.database_folds_case(None, databases=[turkish])

    name = connections[turkish].settings_dict["NAME"]
    assert (complaint.id, complaint.level) == ("config.E004", checks.ERROR)
    assert complaint.msg.startswith(f"The database {name} does not take I and i for one letter")
    assert "restore a dump of this one there" in complaint.hint
    assert f"CREATE DATABASE {name} TEMPLATE template0" in complaint.hint


@pytest.mark.direct  # makes a database
def test_a_turkish_locale_stops_the_commands_that_ask(turkish):
    with pytest.raises(SystemCheckError, match=r"config\.E004"):
        call_command("check", databases=[turkish])


@pytest.mark.django_db
def test_database_that_folds_every_alphabet_is_fine():
    assert ours.database_folds_case(None, databases=["default"]) == []


@pytest.mark.parametrize("databases", [None, []])
def test_database_is_not_asked_where_a_check_names_none(databases):
    assert ours.database_folds_case(None, databases=databases) == []
