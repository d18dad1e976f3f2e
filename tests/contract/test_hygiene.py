"""The whole project, looked at from outside."""

from io import StringIO

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_the_system_checks_find_nothing():
    call_command("check", databases=["default"], fail_level="WARNING", stderr=StringIO())


def test_the_openapi_document_is_valid_and_complete():
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=StringIO())
