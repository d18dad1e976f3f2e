"""Identifiers (contract §1.5)."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Lock

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection

from config.ids import IdField, new_id, validate_id
from tenants.models import Tenant
from tests.factories import TenantFactory


def test_id_is_24_lower_case_hex_characters_starting_with_the_unix_second():
    with time_machine.travel(datetime(2026, 6, 4, 9, tzinfo=UTC), tick=False):
        made = new_id()

    assert re.fullmatch("[0-9a-f]{24}", made)
    assert int(made[:8], 16) == datetime(2026, 6, 4, 9, tzinfo=UTC).timestamp()


def test_ids_follow_the_order_of_creation_also_within_one_second():
    started = time.time()
    made = [new_id() for _ in range(20_000)]

    assert time.time() - started < 1
    assert made == sorted(made)


def test_ids_follow_the_order_of_creation_across_threads():
    made, turn = [], Lock()

    def make(_):
        for _ in range(1000):
            with turn:
                made.append(new_id())

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(make, range(8)))

    assert len(made) == 8000
    assert made == sorted(made)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-06-04T09:00:00.999999", "2026-06-04T09:00:01"),
        ("2026-06-04T09:00:00.000001", "2026-06-04T09:00:00.000002"),
        ("2001-09-09T01:46:39", "2001-09-09T01:46:40"),
        ("2038-01-19T03:14:07", "2038-01-19T03:14:08"),
    ],
)
def test_a_later_moment_gives_a_greater_id(earlier, later):
    with time_machine.travel(datetime.fromisoformat(f"{earlier}+00:00"), tick=False):
        first = new_id()
    with time_machine.travel(datetime.fromisoformat(f"{later}+00:00"), tick=False):
        second = new_id()

    assert len(first) == len(second) == 24
    assert first < second


def test_ids_of_one_frozen_instant_are_unique():
    with time_machine.travel(datetime(2026, 6, 4, 9, tzinfo=UTC), tick=False):
        made = {new_id() for _ in range(20_000)}

    assert len(made) == 20_000


@pytest.mark.parametrize("text", ["0" * 24, "6650a1b2c3d4e5f6a7b8c9d0", "f" * 24])
def test_validator_accepts_an_id(text):
    validate_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6650a1b2c3d4e5f6a7b8c9d",
        "6650a1b2c3d4e5f6a7b8c9d00",
        "6650A1B2C3D4E5F6A7B8C9D0",
        "6650a1b2c3d4e5f6a7b8c9dg",
        "6650a1b2c3d4e5f6a7b8c9d0\n",
        " 6650a1b2c3d4e5f6a7b8c9d",
        "٠" * 24,
    ],
)
def test_validator_refuses_a_malformed_id(text):
    with pytest.raises(ValidationError) as refusal:
        validate_id(text)

    assert refusal.value.messages == ["An id is 24 lower-case hexadecimal characters."]


def test_field_validates_and_is_rebuilt_by_a_migration_without_its_fixed_options():
    field = IdField(null=True)

    name, path, args, kwargs = field.deconstruct()
    rebuilt = IdField(*args, **kwargs)

    assert (name, path, args, kwargs) == (None, "config.ids.IdField", [], {"null": True})
    assert rebuilt.max_length == 24
    assert validate_id in rebuilt.validators
    with pytest.raises(ValidationError):
        rebuilt.clean("nonsense", None)


@pytest.mark.django_db
def test_columns_of_ids_compare_byte_by_byte():
    Tenant.objects.bulk_create([TenantFactory.build(id="a" * 24), TenantFactory.build(id="1" * 24)])

    assert list(Tenant.objects.order_by("id").values_list("id", flat=True)) == ["1" * 24, "a" * 24]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT collation_name FROM information_schema.columns "
            "WHERE table_schema = 'public' AND column_name IN ('id', 'tenant_id', 'user_id') "
            "AND character_maximum_length = 24"
        )
        assert cursor.fetchall() == [("C",)]
