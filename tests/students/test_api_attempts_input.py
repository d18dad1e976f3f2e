"""Bad requests to grant and revoke attempts (contract §9.3, §9.4)."""

import pytest

from students.models import AttemptTransaction, BulkJob, IdempotencyRecord
from tests.factories import CaseStudyFactory, StudentFactory

pytestmark = pytest.mark.django_db

ATTEMPTS = "/v1/console/attempts"
ID = "6650a1b2c3d4e5f6a7b8c9d0"

ONE = ("grant", "revoke")
MANY = ("grant/bulk", "revoke/bulk")
GRANTS = ("grant", "grant/bulk")


def asked(verb: str, **changes) -> dict:
    whose = {"user_ids": [ID]} if verb in MANY else {"user_id": ID}
    return {"case_study_id": ID, "amount": 1, "reason": "Audio dropped", **whose, **changes}


def faults(answer) -> list[str]:
    assert answer.status_code == 422, answer.content
    body = answer.json()
    assert body["code"] == "VALIDATION_ERROR"
    return [error["field"] for error in body["details"]["errors"]]


BAD = [
    *((ONE + MANY, {"amount": bad}, "amount") for bad in (0, -1, 101, True, "2", 1.5, None)),
    *((ONE + MANY, {"reason": bad}, "reason") for bad in ("", "  ", "x" * 1001, None, 5)),
    *((ONE + MANY, {"case_study_id": bad}, "case_study_id") for bad in ("abc", None, 5)),
    *((ONE + MANY, {"idempotency_key": bad}, "idempotency_key") for bad in ("k" * 129, 5)),
    *((ONE, {"user_id": bad}, "user_id") for bad in ("abc", None, 5)),
    *((MANY, {"dry_run": bad}, "dry_run") for bad in ("true", 1)),
    *((MANY, {"user_ids": bad}, "user_ids") for bad in ([], [ID] * 501, ID, None)),
    # Too many are refused before any of them is looked at.
    (MANY, {"user_ids": [1] * 501}, "user_ids"),
    (MANY, {"user_ids": [ID, ID, ID, "malformed"]}, "user_ids.3"),
    (MANY, {"user_ids": [ID, None]}, "user_ids.1"),
    *(
        (GRANTS, {"expires_at": bad}, "expires_at")
        for bad in ("2020-01-01T00:00:00Z", "2020-01-01", "soon", 5)
    ),
]


@pytest.mark.parametrize(
    ("verb", "changes", "field"),
    [(verb, changes, field) for verbs, changes, field in BAD for verb in verbs],
)
def test_bad_value_is_named(api, verb, changes, field):
    assert faults(api.post(f"{ATTEMPTS}/{verb}", asked(verb, **changes))) == [field]


@pytest.mark.parametrize("verb", ONE + MANY)
def test_missing_values_are_all_named(api, verb):
    whose = "user_ids" if verb in MANY else "user_id"

    assert sorted(faults(api.post(f"{ATTEMPTS}/{verb}", {}))) == sorted(
        ["amount", "case_study_id", "reason", whose]
    )


@pytest.mark.parametrize("verb", ONE + MANY)
def test_shape_is_judged_before_existence_and_nothing_is_written(api, verb):
    assert api.post(f"{ATTEMPTS}/{verb}", asked(verb)).status_code == 404
    assert api.post(f"{ATTEMPTS}/{verb}", asked(verb, amount=0)).status_code == 422
    for model in (AttemptTransaction, BulkJob, IdempotencyRecord):
        assert not model.objects.exists()


@pytest.mark.parametrize("verb", ["revoke", "revoke/bulk"])
def test_revocation_knows_no_expiry(api, tenant, verb):
    student, case_study = StudentFactory(tenant=tenant), CaseStudyFactory(tenant=tenant)
    whose = {"user_ids": [student.pk]} if verb in MANY else {"user_id": student.pk}

    answer = api.post(
        f"{ATTEMPTS}/{verb}",
        asked(verb, case_study_id=case_study.pk, expires_at="2020-01-01", **whose),
    )

    assert answer.status_code in {200, 202}
    assert AttemptTransaction.objects.get().expires_at is None


@pytest.mark.parametrize("verb", ONE + MANY)
def test_keys_in_body_and_header_must_agree(api, verb):
    answer = api.post(
        f"{ATTEMPTS}/{verb}",
        asked(verb, idempotency_key="one"),
        headers={"Idempotency-Key": "other"},
    )
    assert faults(answer) == ["idempotency_key"]

    answer = api.post(f"{ATTEMPTS}/{verb}", asked(verb), headers={"Idempotency-Key": "k" * 129})
    assert faults(answer) == ["Idempotency-Key"]


@pytest.mark.parametrize("key", ["", "   ", None])
def test_empty_key_is_none(api, tenant, key):
    student, case_study = StudentFactory(tenant=tenant), CaseStudyFactory(tenant=tenant)
    body = asked("grant", user_id=student.pk, case_study_id=case_study.pk, idempotency_key=key)

    for _ in range(2):
        assert api.post(f"{ATTEMPTS}/grant", body, headers={"Idempotency-Key": ""}).json()["data"]

    assert AttemptTransaction.objects.count() == 2
    assert not IdempotencyRecord.objects.exists()


def test_duplicates_in_a_bulk_are_folded(api, tenant):
    student, case_study = StudentFactory(tenant=tenant), CaseStudyFactory(tenant=tenant)
    body = asked("grant/bulk", case_study_id=case_study.pk, user_ids=[student.pk] * 500, amount=100)

    assert api.post(f"{ATTEMPTS}/grant/bulk", body).json()["data"]["total_rows"] == 1
    assert AttemptTransaction.objects.get().amount == 100


@pytest.mark.parametrize("verb", ["grant/bulk", "revoke/bulk"])
def test_repeated_bulk_answers_the_same_job(api, tenant, verb):
    student, case_study = StudentFactory(tenant=tenant), CaseStudyFactory(tenant=tenant)
    body = asked(verb, case_study_id=case_study.pk, user_ids=[student.pk], idempotency_key="again")

    first, second = (api.post(f"{ATTEMPTS}/{verb}", body) for _ in range(2))

    assert first.content == second.content
    assert BulkJob.objects.count() == AttemptTransaction.objects.count() == 1
    other = api.post(f"{ATTEMPTS}/{verb}", body | {"dry_run": True})
    assert other.status_code == 409
