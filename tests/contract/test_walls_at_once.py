"""Two tenants' requests at the same time, over few connections that serve both of them in turn.

The connections log in as the web server's role. The filters are broken, so that each answer has
what the walls let through; and much goes wrong between the requests. Behind a pooler in transaction
mode, one session of PostgreSQL serves all of them.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from threading import Timer

import pytest
from django.db import DatabaseError, connection, connections, transaction

from accounts.models import User
from config.context import within
from config.db import roles
from config.db.lent.base import DatabaseWrapper as LentWrapper
from tenants.models import Tenant
from tests.clients import ApiClient
from tests.factories import SuperAdminFactory
from tests.pooler import running_pooler
from tests.threads import at_once
from tests.walled.connections import entry_of, entry_through, kind
from tests.walled.sabotage import no_filters, text_of
from tests.walled.worlds import furnished_tenant

pytestmark = pytest.mark.django_db(transaction=True)

CONNECTIONS = 4
THREADS = 20
REQUESTS_OF_EACH = 10
POOL = "the web server's"


type Borrow = Callable[[], AbstractContextManager[None]]


@pytest.fixture(params=["directly", pytest.param("lent", marks=pytest.mark.system)])
def borrowing(request, tmp_path) -> Iterator[Borrow]:
    """Make threads borrow their connections from a pool of few, for which they may wait long."""
    with ExitStack() as stack:
        if request.param == "directly":
            wrapper, entry = kind(), entry_of(roles.APPLICATION, pool=CONNECTIONS)
        else:
            pooler = stack.enter_context(running_pooler(tmp_path, "transaction", 1, names=100))
            wrapper, entry = LentWrapper, entry_through(pooler, pool=CONNECTIONS)
        entry["OPTIONS"]["pool"]["timeout"] = 120
        stack.callback(lambda: wrapper(entry, alias=POOL).close_pool())

        @contextmanager
        def borrow() -> Iterator[None]:
            connections["default"] = connections[POOL] = wrapper(entry, alias=POOL)
            try:
                yield
            finally:
                connection.close()

        yield borrow


def division() -> None:
    """Fail, in a transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")


def timeout() -> None:
    """Be cancelled by the server."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 5")
        cursor.execute("SELECT pg_sleep(10)")


def cancellation() -> None:
    """Be cancelled by somebody else, outside of a transaction."""
    with connection.cursor() as cursor:
        timer = Timer(0.01, cursor.connection.cancel_safe)
        timer.start()
        try:
            # Behind a pooler, one that comes before there is a session is lost.
            cursor.execute("SELECT pg_sleep(0.3)")
        finally:
            timer.join()


def abandonment() -> None:
    """Give the connection back in the middle of a transaction."""
    connection.ensure_connection()
    connection.set_autocommit(False)
    assert User.objects.exists()


def rollback() -> None:
    """Undo a transaction, and a part of one."""
    with transaction.atomic():
        with suppress(DatabaseError), transaction.atomic():
            division()
        assert User.objects.exists()
        transaction.set_rollback(True)


def end() -> None:
    """Lose the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


MISHAPS: list[Callable[[], None]] = [
    division,
    timeout,
    cancellation,
    abandonment,
    rollback,
    end,
]
URLS = [
    "/v1/console/users?limit=100",
    "/v1/console/case-studies?limit=100",
    "/v1/console/students?limit=100",
    "/v1/console/student-performance/export?format=csv",
    "/v1/console/audit-events",
]


class Caller:
    """Who asks for a tenant's rows, and what betrays that they are."""

    def __init__(self, tenant: Tenant) -> None:
        self.tenant_id = tenant.pk
        self.client = ApiClient(SuperAdminFactory(tenant=tenant))
        rows = User.objects.filter(tenant=tenant)
        self.words = {word for row in rows.values_list("pk", "email") for word in row}


@pytest.fixture
def callers() -> tuple[Caller, Caller]:
    return Caller(furnished_tenant()), Caller(furnished_tenant())


@pytest.mark.drill
def test_nobody_ever_sees_the_others_rows(borrowing, callers):
    backends = set()

    def work(index: int) -> list[tuple[int, bool, bool]]:
        answers = []
        with borrowing():
            for step in range(REQUESTS_OF_EACH):
                own, other = callers[:: 1 if (index + step) % 2 else -1]
                answer = own.client.get(URLS[(index + step) % len(URLS)])
                text = text_of(answer)
                answers.append(
                    (
                        answer.status_code,
                        any(word in text for word in own.words),
                        any(word in text for word in other.words),
                    )
                )
                connection.close()
                with within(own.tenant_id):
                    with connection.cursor() as cursor:
                        cursor.execute("SELECT pg_backend_pid(), current_user")
                        backends.add(cursor.fetchone())
                    assert set(User.objects.values_list("tenant_id", flat=True)) == {own.tenant_id}
                # In a transaction of the other tenant's, which may be undone.
                with within(other.tenant_id), suppress(DatabaseError):
                    MISHAPS[(index * REQUESTS_OF_EACH + step) % len(MISHAPS)]()
                connection.close()
        return answers

    with no_filters():
        answers = [answer for each in at_once(work, THREADS) for answer in each]

    assert len(answers) == 200
    assert {(status, others) for status, _, others in answers} == {(200, False)}
    # Case studies and empty trails name nobody.
    assert sum(own for _, own, _ in answers) >= 100
    assert {role for _, role in backends} == {roles.APPLICATION}
    # Those that were ended are replaced.
    assert len(backends) > CONNECTIONS
