"""Each column of each table stands in the registry of personal data, with what becomes of it."""

import pytest
from django.apps import apps
from django.db import connection

from config.personal_data import Fate
from students.queries.registry import REGISTRY, table_of

MODELS = {
    model._meta.label: model
    for model in apps.get_models(include_auto_created=True)
    if not model._meta.proxy
}
# Made by no model: names of migrations.
_OF_NO_MODEL = {"django_migrations"}


def test_each_table_stands_in_the_registry_once():
    assert sorted(entry.model for entry in REGISTRY) == sorted(MODELS)


@pytest.mark.parametrize("label", sorted(MODELS))
def test_each_column_stands_in_its_table_once(label):
    declared = [name for group in table_of(label).columns for name in group.names]

    assert sorted(declared) == sorted(field.name for field in MODELS[label]._meta.concrete_fields)


@pytest.mark.django_db
def test_the_database_has_no_table_without_a_model():
    with connection.cursor() as cursor:
        tables = {
            table.name
            for table in connection.introspection.get_table_list(cursor)
            if table.type in {"t", "p"}
        }

    assert tables - {model._meta.db_table for model in MODELS.values()} == _OF_NO_MODEL


@pytest.mark.django_db
@pytest.mark.parametrize("label", sorted(MODELS))
def test_the_table_has_no_column_that_its_model_lacks(label):
    model = MODELS[label]
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, model._meta.db_table)

    assert {column.name for column in described} == {
        field.column for field in model._meta.concrete_fields
    }


def test_what_is_kept_says_why():
    silent = [
        (entry.model, group.names)
        for entry in REGISTRY
        for group in entry.columns
        if group.fate is Fate.KEPT and not group.why
    ]

    assert silent == []


def test_what_is_about_nobody_is_given_to_nobody():
    given = [
        entry.model
        for entry in REGISTRY
        for group in entry.columns
        if group.exported and group.fate is Fate.IMPERSONAL
    ]

    assert given == []
