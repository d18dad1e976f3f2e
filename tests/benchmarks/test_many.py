"""The cell that the benchmark ``many`` fills: universities side by side, each right by itself."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from accounts.models import User
from benchmarks import crowd
from benchmarks.cell import Size
from benchmarks.crowd import University
from benchmarks.many import paths
from students.models import Session
from tenants.models import Tenant
from tests.clients import ApiClient
from tests.crowds import begun

CELL = Size(universities=3, each=20, large=50)


@pytest.mark.django_db
def test_a_cell_has_universities_whose_requests_are_answered_and_whose_lists_are_right():
    crowd.fill_with(begun(), CELL.all(), lambda text: None)

    assert Tenant.objects.count() == 4
    for university in CELL.all():
        students = User.objects.filter(tenant=university.tenant, legacy_role="STUDENT")
        assert students.count() == university.students
        assert Session.objects.filter(tenant=university.tenant).count() > university.students
        api = ApiClient(User.objects.get(email=university.email))
        for path in paths(university).values():
            assert api.get(path).status_code == 200, path
        listed = api.get("/v1/console/students").json()["total"]
        assert listed == students.exclude(status="DELETED").count()
    call_command("verify_derived", stdout=StringIO())


@pytest.mark.django_db
def test_a_university_is_the_same_alone_and_beside_others():
    def of_second(universities: list[University]) -> list[tuple]:
        with transaction.atomic():
            crowd.fill_with(connection.connection, universities, lambda text: None)
            users = User.objects.filter(tenant=CELL.small(2).tenant).order_by("pk")
            found = list(users.values_list("pk", "email", "last_name", "status", "last_seen_at"))
            transaction.set_rollback(True)
        return found

    assert of_second([CELL.small(2)]) == of_second(CELL.all()) != []
