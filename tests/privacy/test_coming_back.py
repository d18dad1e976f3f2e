"""Rosters do not bring back people who were erased, unless somebody says so (§18)."""

import pytest
from django.core.management import call_command

from accounts.models import User
from students.services.erasure import erase_student
from students.services.roster import MaxChange, RosterRefused, import_roster
from students.services.roster.formats.detection import NamedFile, open_roster
from tenants.queries.erasures import was_erased
from tests.clients import ApiClient
from tests.factories import (
    ProgrammeFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.privacy.rich_student import roster_of

pytestmark = pytest.mark.django_db

ADDRESS = "Zeb@uni.example"


@pytest.fixture(autouse=True)
def erased(tenant) -> str:
    """The day on which a student was erased who had another address before."""
    ProgrammeFactory(tenant=tenant, code="MPH", name="MPH")
    student = StudentFactory(tenant=tenant, email="before@uni.example", sis_id="S-1")
    api = ApiClient(UserFactory(tenant=tenant))
    url = f"/v1/console/users/{student.pk}/change-email"
    assert api.post(url, {"email": ADDRESS}).status_code == 200
    student.refresh_from_db()
    erase_student(actor=None, user=student)
    return student.pk


def run(tenant, *addresses: str, **options):
    rows = [(f"Student {n}", one, "active") for n, one in enumerate(addresses)]
    file = roster_of(*rows)
    return import_roster(
        actor=None,
        tenant=tenant,
        roster=open_roster(NamedFile(file, file.name)),
        source="test",
        max_change=MaxChange.parse("100%"),
        **options,
    )


@pytest.mark.parametrize("address", ["zeb@uni.example", "ZEB@UNI.EXAMPLE", "before@uni.example"])
def test_a_line_with_an_address_of_theirs_is_a_bad_row(tenant, address):
    with pytest.raises(RosterRefused) as refused:
        run(tenant, "new@uni.example", address)

    (error,) = refused.value.plan.errors
    assert error.line == 3
    assert error.reason.startswith("This person was erased at their request on 2")
    assert address not in str(error)
    assert not User.objects.filter(email="new@uni.example").exists()


def test_others_are_imported_where_bad_rows_are_left_out(tenant):
    plan = run(tenant, "new@uni.example", ADDRESS, skip_bad_rows=True)

    assert (plan.counts["created"], plan.counts["bad_rows"]) == (1, 1)


def test_they_come_back_where_somebody_allows_it(tenant, erased):
    plan = run(tenant, ADDRESS, allow_erased=True)

    assert plan.counts["created"] == 1
    back = User.objects.get(email=ADDRESS)
    assert back.pk != erased
    # From then on they are a student like others.
    assert run(tenant, ADDRESS).counts["unchanged"] == 1


def test_a_person_who_comes_back_on_purpose_is_invited(tenant):
    role = SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")
    body = {"email": ADDRESS, "first_name": "Zeb", "last_name": "Okonkwo", "role_id": role.pk}

    assert ApiClient(UserFactory(tenant=tenant)).post("/v1/console/users", body).status_code == 201


def test_the_command_says_so_and_has_the_option(tenant, tmp_path):
    file = tmp_path / "students.csv"
    file.write_bytes(roster_of(("Zeb Okonkwo", ADDRESS, "active")).getvalue())

    with pytest.raises(Exception, match="bad rows"):
        call_command("import_roster", str(file), tenant=tenant.slug)
    call_command("import_roster", str(file), tenant=tenant.slug, allow_erased=True)

    assert User.objects.filter(email=ADDRESS).exists()


def test_a_batch_is_asked_for_at_once(tenant, django_assert_num_queries):
    addresses = [f"p{n}@uni.example" for n in range(50)]

    with django_assert_num_queries(1):
        found = was_erased(tenant, [*addresses, "ZEB@uni.example"], ["S-1", "S-2"])

    assert sorted(found) == ["S-1", "ZEB@uni.example"]


def test_ids_are_compared_as_they_are_written_and_stay_ids(tenant):
    assert was_erased(tenant, ["S-1"], ["s-1", ADDRESS]) == {}


def test_another_university_knows_nothing_of_it():
    assert was_erased(TenantFactory(), [ADDRESS], ["S-1"]) == {}


def test_after_the_secret_key_was_replaced_they_are_known_still(tenant, settings):
    former = settings.SECRET_KEY
    settings.SECRET_KEY = "another" * 9
    assert was_erased(tenant, [ADDRESS]) == {}

    settings.SECRET_KEY_FALLBACKS = [former]

    assert list(was_erased(tenant, [ADDRESS])) == [ADDRESS]
