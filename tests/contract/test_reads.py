"""Which routes a replica may answer: all that read for the console, but for these."""

import re

from django.urls import resolve

from tests.contract.routes import ROUTES, Route

# What tells of sign-ins is read where they are written.
OF_THE_PRIMARY = {"/v1/console/users/{user_id}/sessions"}


def may_use_replica(route: Route) -> bool:
    view = resolve(re.sub(r"{\w+}", "a" * 24, route.path)).func
    if not hasattr(view, "cls"):
        return False
    action = getattr(view.cls, (getattr(view, "actions", None) and view.actions["get"]) or "get")
    own = getattr(action, "kwargs", {}).get("reads_from_replica")
    return getattr(view.cls, "reads_from_replica", False) if own is None else own


def test_what_a_replica_may_answer_is_the_console_that_people_read():
    found = {route.path for route in ROUTES if route.method == "GET" and may_use_replica(route)}
    console = {
        route.path
        for route in ROUTES
        if route.method == "GET" and route.path.startswith("/v1/console/")
    }
    assert found == console - OF_THE_PRIMARY
