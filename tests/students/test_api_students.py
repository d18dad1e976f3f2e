"""GET /v1/console/students (contract §8)."""

import pytest

from tests.factories import CaseStudyFactory, ProgrammeFactory, SessionFactory, StudentFactory

pytestmark = pytest.mark.django_db

URL = "/v1/console/students"


def test_list_answers_the_whole_documented_row(api, tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA1234", name="Masters in Business Administration")
    CaseStudyFactory.create_batch(2, tenant=tenant, programmes=[mba])
    student = StudentFactory(
        tenant=tenant,
        first_name="Abdulwahab",
        last_name="Umar",
        programmes=[mba],
        email="abdulwahabumar@miva.university",
    )
    SessionFactory(user=student)

    answer = api.get(URL)

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": [
            {
                "user_id": student.pk,
                "student_name": "Abdulwahab Umar",
                "student_email": "abdulwahabumar@miva.university",
                "programmes": [{"code": "MBA1234", "name": "Masters in Business Administration"}],
                "programme_label": "Masters in Business Administration",
                "overall_case_studies": 2,
                "status": "active",
                "last_seen": "2026-04-01T14:39:00Z",
            }
        ],
        "total": 1,
        "page": 1,
        "page_size": 10,
        "total_pages": 1,
        "message": None,
    }
