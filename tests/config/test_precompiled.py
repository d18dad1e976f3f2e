"""Querysets that are compiled once answer as if they were compiled each time."""

import sys

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat

from accounts.models import User
from config.db.precompiled import Param, PrecompiledQuery
from tests.factories import RoleFactory, TenantFactory, UserFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db


def asked(*, tenant, first_name, before):
    """What is compiled below, as a queryset is written: joins, annotations, an order."""
    return (
        User.objects.filter(tenant=tenant, first_name=first_name, pk__lt=before)
        .select_related("role", "tenant")
        .annotate(greeting=Concat(Value("Dear "), F("first_name")))
        .order_by("-last_name")
    )


@pytest.fixture
def compiled():
    return PrecompiledQuery(
        lambda: asked(
            tenant=Param("tenant"), first_name=Param("first_name"), before=Param("before")
        )
    )


def plain(user: User) -> tuple:
    columns = {field.attname: getattr(user, field.attname) for field in User._meta.concrete_fields}
    return columns, user.greeting, user.role, user.role.permissions, user.tenant.slug


def test_rows_are_the_querysets_own(compiled, django_assert_num_queries):
    tenant = TenantFactory()
    role = RoleFactory(tenant=tenant)
    for last in "BAC":
        UserFactory(tenant=tenant, role=role, first_name="Ann", last_name=last)
    UserFactory(tenant=tenant, first_name="Bo")
    UserFactory(first_name="Ann")
    late = UserFactory(tenant=tenant, first_name="Ann", last_name="D")
    wanted = {"tenant": tenant.pk, "first_name": "Ann", "before": late.pk}

    expected = [plain(user) for user in asked(**wanted)]
    with django_assert_num_queries(1):
        rows = [plain(user) for user in compiled.rows(**wanted)]

    assert rows == expected
    assert [columns["last_name"] for columns, *_ in rows] == ["C", "B", "A"]


def test_values_come_as_tuples():
    tenant = TenantFactory()
    made = [UserFactory(tenant=tenant, first_name=name) for name in ("Ann", "Bo")]
    compiled = PrecompiledQuery(
        lambda: (
            User.objects.filter(tenant=Param("tenant")).order_by("pk").values_list("pk", "email")
        )
    )

    assert compiled.rows(tenant=tenant.pk) == [(user.pk, user.email) for user in made]


def test_each_asking_brings_its_own_values(compiled):
    users = [UserFactory(first_name=name) for name in ("Ann", "O'Hara %s", "Ann")]

    for user in users:
        whose = {"tenant": user.tenant_id, "first_name": user.first_name, "before": "f" * 24}
        assert [row.pk for row in compiled.rows(**whose)] == [user.pk]
        assert compiled.first(**whose).pk == user.pk
        assert compiled.first(**whose | {"before": "0" * 24}) is None


def test_it_is_compiled_once():
    calls = []

    def build():
        calls.append(1)
        return User.objects.filter(pk=Param("id"))

    compiled = PrecompiledQuery(build)
    assert not calls
    assert [compiled.rows(id="0" * 24) for _ in range(3)] == [[], [], []]
    assert len(calls) == 1


def test_a_missing_value_is_an_error(compiled):
    with pytest.raises(KeyError, match="before"):
        compiled.rows(tenant="0" * 24, first_name="Ann")


@pytest.mark.django_db(transaction=True)
def test_threads_ask_over_connections_of_their_own(compiled):
    users = UserFactory.create_batch(4, first_name="Ann")

    def ask(index: int) -> list[str]:
        user = users[index]
        whose = {"tenant": user.tenant_id, "first_name": "Ann", "before": "f" * 24}
        return [row.pk for _ in range(20) for row in compiled.rows(**whose)]

    answers = at_once(ask, len(users))

    assert answers == [[user.pk] * 20 for user in users]


@pytest.mark.django_db(transaction=True)
def test_threads_that_come_first_together_compile_alike():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        statements = set()
        for compiled in [_fresh() for _ in range(50)]:
            statements.update(at_once(lambda _, each=compiled: each._compiled[2], 4))
    finally:
        sys.setswitchinterval(before)

    assert len(statements) == 1


def _fresh() -> PrecompiledQuery:
    return PrecompiledQuery(
        lambda: asked(
            tenant=Param("tenant"), first_name=Param("first_name"), before=Param("before")
        )
    )
