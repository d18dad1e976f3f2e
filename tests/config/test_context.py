"""What is known of the request being answered, and to whom."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.test import RequestFactory

from config.context import (
    RequestContext,
    bind_request_context,
    current_request,
    enter_request,
    leave_request,
)
from config.observability.middleware import RequestIdMiddleware

BLANK = RequestContext(id=None, address=None, tenant_id=None, user_id=None)


def answer(view) -> HttpResponse:
    """Have a view answer one request inside the middleware that opens the context."""
    request = RequestFactory().get("/", headers={"X-Request-ID": "trace-1"}, REMOTE_ADDR="::1")
    return RequestIdMiddleware(view)(request)


def test_outside_of_a_request_nothing_is_known_and_nothing_kept():
    current_request().tenant_id = "a" * 24
    bind_request_context("b" * 24, "c" * 24)

    assert current_request() == BLANK


def test_request_knows_its_id_and_address_and_forgets_them():
    seen = []

    def view(request: WSGIRequest) -> HttpResponse:
        seen.append(current_request())
        return HttpResponse()

    answer(view)

    assert seen == [RequestContext(id="trace-1", address="::1")]
    assert current_request() == BLANK


def test_request_learns_whom_it_acts_for():
    token = enter_request(RequestContext(id="x"))
    try:
        bind_request_context("a" * 24)
        assert current_request() == RequestContext(id="x", tenant_id="a" * 24)
        bind_request_context("a" * 24, "b" * 24)
        assert current_request() == RequestContext(id="x", tenant_id="a" * 24, user_id="b" * 24)
        # Whoever is established anew is not mixed with who was before.
        bind_request_context("c" * 24)
        assert current_request().user_id is None
    finally:
        leave_request(token)


def test_request_that_fails_is_forgotten_too():
    def view(request: WSGIRequest) -> HttpResponse:
        bind_request_context("a" * 24)
        raise RuntimeError("gone")

    with pytest.raises(RuntimeError):
        answer(view)

    assert current_request() == BLANK


def test_one_request_knows_nothing_of_the_next():
    seen = []

    def view(request: WSGIRequest) -> HttpResponse:
        seen.append(current_request().tenant_id)
        bind_request_context("a" * 24)
        return HttpResponse()

    answer(view)
    answer(view)

    assert seen == [None, None]


def test_request_inside_a_request_gives_the_outer_one_back():
    outer = enter_request(RequestContext(id="outer"))
    inner = enter_request(RequestContext(id="inner"))

    assert current_request().id == "inner"
    leave_request(inner)
    assert current_request().id == "outer"
    leave_request(outer)


def test_other_threads_know_nothing_of_it():
    token = enter_request(RequestContext(id="x"))
    try:
        with ThreadPoolExecutor(1) as thread:
            assert thread.submit(current_request).result() == BLANK
    finally:
        leave_request(token)
