"""What happens at the same moment: nothing is lost, and nobody gets a 500."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, connections, transaction

from accounts.models import ProgrammeMembership
from config.api.exceptions import as_domain_error
from programmes.models import CaseStudy, Programme
from programmes.services.case_studies import create_case_study, update_case_study
from programmes.services.programmes import delete_programme, resolve_codes, update_programme
from tests.clients import ApiClient
from tests.factories import CaseStudyFactory, ProgrammeFactory
from tests.programmes.probes import trail
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

PROGRAMMES = "/v1/console/programmes"
CASE_STUDIES = "/v1/console/case-studies"

# Somebody waits for a lock of the asking connection.
AWAITED = (
    "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
)


@pytest.fixture
def meanwhile():
    """Start something in a thread, and go on once it waits for the test's open transaction."""
    with ThreadPoolExecutor(1) as threads:

        def run(action: Callable):
            try:
                return action()
            finally:
                connections.close_all()

        def start(action: Callable) -> Future:
            future = threads.submit(run, action)
            deadline = time.monotonic() + 30
            with connection.cursor() as cursor:
                while not cursor.execute(AWAITED).fetchone():
                    assert time.monotonic() < deadline, "It does not wait."
                    assert not future.done(), future.result()
            return future

        yield start


# Slugs ----------------------------------------------------------------------------------------


def test_ten_case_studies_of_one_title_get_ten_slugs(admin):
    callers = [ApiClient(admin) for _ in range(10)]

    answers = at_once(lambda i: callers[i].post(CASE_STUDIES, {"title": "Merger"}), 10)

    assert [answer.status_code for answer in answers] == [201] * 10
    assert sorted(answer.json()["data"]["slug"] for answer in answers) == sorted(
        ["merger", *(f"merger-{number}" for number in range(2, 11))]
    )


def test_given_slug_is_taken_once(admin):
    callers = [ApiClient(admin) for _ in range(6)]
    body = {"title": "Merger", "slug": "merger"}

    answers = at_once(lambda i: callers[i].post(CASE_STUDIES, body), 6)

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5


def test_derived_slug_makes_way_for_one_that_is_just_being_given(tenant, meanwhile):
    older = CaseStudyFactory(tenant=tenant, slug="older")

    def derive() -> str:
        return create_case_study(actor=None, tenant=tenant, title="Merger").slug

    with transaction.atomic():
        update_case_study(actor=None, case_study=older, slug="merger")
        waiting = meanwhile(derive)
    assert waiting.result(30) == "merger-2"

    with transaction.atomic():
        create_case_study(actor=None, tenant=tenant, title="Other", slug="merger-3")
        waiting = meanwhile(derive)
    assert waiting.result(30) == "merger-4"


# Programmes that are deleted ------------------------------------------------------------------


def test_deletion_waits_for_whoever_joins_and_is_then_refused(api, admin, tenant, meanwhile):
    programme = ProgrammeFactory(tenant=tenant, code="MPH")

    with transaction.atomic():
        (held,) = resolve_codes(tenant=tenant, codes=["MPH"])
        deletion = meanwhile(lambda: api.delete(f"{PROGRAMMES}/{programme.pk}"))
        ProgrammeMembership.objects.create(tenant=tenant, user=admin, programme=held)
    answer = deletion.result(30)

    assert answer.status_code == 409
    assert answer.json()["details"] == {"users": 1, "case_studies": 0}
    assert Programme.objects.get() == programme


def test_deletion_waits_for_a_bare_membership_too(api, admin, tenant, meanwhile):
    programme = ProgrammeFactory(tenant=tenant)

    with transaction.atomic():
        ProgrammeMembership.objects.create(tenant=tenant, user=admin, programme=programme)
        deletion = meanwhile(lambda: api.delete(f"{PROGRAMMES}/{programme.pk}"))
    answer = deletion.result(30)

    assert (answer.status_code, answer.json()["details"]["users"]) == (409, 1)


def test_code_of_a_programme_that_is_being_deleted_is_unknown(api, tenant, meanwhile):
    programme = ProgrammeFactory(tenant=tenant, code="MPH")
    body = {"title": "Merger", "programme_codes": ["MPH"]}

    with transaction.atomic():
        delete_programme(actor=None, programme=programme)
        creation = meanwhile(lambda: api.post(CASE_STUDIES, body))
    answer = creation.result(30)

    assert (answer.status_code, answer.json()["details"]) == (400, {"unknown_codes": ["MPH"]})
    assert not CaseStudy.objects.exists()


def test_bare_membership_in_a_programme_that_is_being_deleted_is_a_conflict(
    admin, tenant, meanwhile
):
    programme = ProgrammeFactory(tenant=tenant)
    links = ProgrammeMembership.objects

    with transaction.atomic():
        delete_programme(actor=None, programme=Programme.objects.get(pk=programme.pk))
        joining = meanwhile(lambda: links.create(tenant=tenant, user=admin, programme=programme))

    with pytest.raises(IntegrityError) as refused:
        joining.result(30)
    assert as_domain_error(refused.value).status == 409
    assert not links.exists()


def test_deletion_and_use_at_once_end_in_one_of_two_ways(admin, tenant):
    callers = [ApiClient(admin) for _ in range(2)]
    seen = set()

    for round_ in range(10):
        programme = ProgrammeFactory(tenant=tenant)
        url = f"{PROGRAMMES}/{programme.pk}"
        body = {"title": f"Round {round_}", "programme_codes": [programme.code]}
        actions = [
            lambda url=url: callers[0].delete(url),
            lambda body=body: callers[1].post(CASE_STUDIES, body),
        ]
        deletion, creation = at_once(lambda i, actions=actions: actions[i](), 2)
        seen.add((deletion.status_code, creation.status_code))

    assert seen <= {(200, 400), (409, 201)}


# Programmes that are renamed ------------------------------------------------------------------


def test_code_of_a_programme_that_is_being_renamed_is_unknown(tenant, api, meanwhile):
    programme = ProgrammeFactory(tenant=tenant, code="MPH")
    body = {"title": "Merger", "programme_codes": ["MPH"]}

    with transaction.atomic():
        update_programme(actor=None, programme=programme, code="PH")
        creation = meanwhile(lambda: api.post(CASE_STUDIES, body))
    answer = creation.result(30)

    assert (answer.status_code, answer.json()["details"]) == (400, {"unknown_codes": ["MPH"]})


def test_programme_is_referred_to_by_many_at_once_and_changed_meanwhile(admin, tenant):
    """Holding a programme keeps nobody else from holding it, nor from changing its name."""
    programme = ProgrammeFactory(tenant=tenant, code="MPH")

    with transaction.atomic():
        resolve_codes(tenant=tenant, codes=["MPH"])

        def refer_and_rename(_) -> str:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '10s'")
                resolve_codes(tenant=tenant, codes=["MPH"])
                return update_programme(actor=None, programme=programme, name="New").name

        assert at_once(refer_and_rename, 1) == ["New"]


# Changes --------------------------------------------------------------------------------------


def test_changes_of_different_fields_are_all_kept(admin, tenant):
    programme = ProgrammeFactory(tenant=tenant, code="MPH", name="Old")
    callers = [ApiClient(admin) for _ in range(4)]
    changes = [{"code": "PH"}, {"name": "New"}, {"description": "Text"}, {"is_active": False}]

    answers = at_once(
        lambda i: callers[i].patch(
            f"{PROGRAMMES}/{programme.pk}", changes[i], content_type="application/json"
        ),
        4,
    )

    assert [answer.status_code for answer in answers] == [200] * 4
    row = Programme.objects.values("code", "name", "description", "is_active").get()
    assert row == {"code": "PH", "name": "New", "description": "Text", "is_active": False}


def test_the_same_change_twice_at_once_is_recorded_once(tenant):
    case_study = CaseStudyFactory(tenant=tenant, title="Old")
    ProgrammeFactory(tenant=tenant, code="MPH")

    at_once(
        lambda _: update_case_study(
            actor=None, case_study=case_study, title="New", programme_codes=["MPH"]
        ),
        4,
    )

    assert len(trail()) == 1
    assert CaseStudy.objects.get().programme_codes == ["MPH"]
