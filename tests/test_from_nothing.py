"""How a university's real data gets in: from its creation to the derived numbers of §12."""

from datetime import UTC, datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from tenants.models import Tenant
from tests.clients import ApiClient
from tests.factories import SuperAdminFactory, SystemRoleFactory, UserFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)

USERS = """\
user_id,login_id,first_name,last_name,email,status
u1,ada,Ada,Obi,ada.obi@state.edu,active
u2,ben,Ben,Ikwue,ben.ikwue@state.edu,active
u3,eve,Eve,Adeyemi,eve.adeyemi@state.edu,suspended
"""
ENROLMENTS = """\
course_id,user_id,role,status
mba,u1,student,active
mba,u2,student,active
mph,u1,student,active
"""

FIRST, SECOND, SHORT = ("64f1a0b0c1d2e3f4a5b6c7d1", "64f1a0b0c1d2e3f4a5b6c7d2", "64f" + "0" * 21)


class University:
    """A tenant as its people and its live service see it, through the doors alone."""

    def __init__(self, folder) -> None:
        self.folder = folder
        operator = ApiClient(SuperAdminFactory())
        created = operator.post(
            "/v1/console/tenants", {"name": "State University", "slug": "state-university"}
        )
        assert created.status_code == 201
        self.tenant = Tenant.objects.get(pk=created.json()["data"]["id"])
        configured = operator.patch(
            f"/v1/console/tenants/{self.tenant.pk}/ai-config", {"max_sessions_per_student": 2}
        )
        assert configured.status_code == 200
        admin = UserFactory(tenant=self.tenant, role=SystemRoleFactory(tenant=self.tenant))
        self.admin = ApiClient(admin)
        key = self._command("service_key", "create", "--tenant", "state-university", "--name", "x")
        self.live_service = {"Authorization": f"Api-Key {key.strip()}"}

    def create(self, what: str, **body) -> str:
        answer = self.admin.post(f"/v1/console/{what}", body)
        assert answer.status_code == 201, answer.content
        return answer.json()["data"]["id"]

    def import_roster(self) -> str:
        files = []
        for name, content in (("users.csv", USERS), ("enrollments.csv", ENROLMENTS)):
            path = self.folder / name
            path.write_text(content)
            files.append(str(path))
        users, enrolments = files
        tenant = ("--tenant", "state-university")
        return self._command("import_roster", users, "--enrollments", enrolments, *tenant)

    def report(self, path: str, body: dict, status: int = 200) -> dict:
        answer = ApiClient().put(f"/v1/ingest/sessions/{path}", body, headers=self.live_service)
        assert answer.status_code == status, answer.content
        return answer.json()

    def students(self, **query) -> list[dict]:
        return self.admin.get("/v1/console/students", query).json()["data"]

    def student(self, user_id: str) -> dict:
        return self.admin.get(f"/v1/console/students/{user_id}").json()["data"]

    def _command(self, *arguments: str) -> str:
        out = StringIO()
        call_command(*arguments, stdout=out, stderr=StringIO())
        return out.getvalue()


@pytest.fixture
def university(tmp_path):
    with time_machine.travel(NOW):
        yield University(tmp_path)


def session(student: str, case_study: str, hour: int, seconds: float, **more) -> dict:
    return {
        "user_id": student,
        "case_study_id": case_study,
        "status": "ended",
        "start_time": f"2026-09-01T{hour:02}:00:00Z",
        "end_time": f"2026-09-01T{hour:02}:10:00Z",
        "last_activity": f"2026-09-01T{hour:02}:11:00Z",
        "elapsed_active_time": seconds,
        "end_reason": "user_ended",
    } | more


def test_a_university_comes_to_life_through_its_doors(university):
    university.create("programmes", code="MBA", name="Business Administration")
    university.create("programmes", code="MPH", name="Public Health")
    airline = university.create("case-studies", title="Airline", programme_codes=["MBA"])
    university.create("case-studies", title="Clinic", programme_codes=["MPH", "MBA"])
    university.create("case-studies", title="Open to all")

    assert "new students               3" in university.import_roster()

    by_name = {row["student_name"]: row for row in university.students(sort_by="name")}
    assert [(name, row["status"]) for name, row in by_name.items()] == [
        ("Eve Adeyemi", "inactive"),
        ("Ben Ikwue", "active"),
        ("Ada Obi", "active"),
    ]
    ada, ben = by_name["Ada Obi"]["user_id"], by_name["Ben Ikwue"]["user_id"]

    # The live service reports: a short try, a good one, and their transcript and grade.
    university.report(SHORT, session(ada, airline, 7, 59.9))
    university.report(FIRST, session(ada, airline, 8, 541.7))
    university.report(
        f"{FIRST}/transcript",
        {
            "status": "available",
            "messages": [
                {"role": "agent", "content": "Shall we?", "timestamp": "2026-09-01T08:00:05Z"}
            ],
        },
    )
    university.report(
        f"{FIRST}/grade", {"status": "complete", "final_score": 82.46, "criteria": []}
    )
    university.report(SECOND, session(ada, airline, 9, 60))
    refused = university.report(
        "64f1a0b0c1d2e3f4a5b6c7d3", session(ada, airline, 10, 0, status="active"), status=400
    )
    assert refused["details"] == {"attempts_remaining": 0}

    assert university.students(sort_by="last_seen", programme="MPH") == [
        {
            "user_id": ada,
            "student_name": "Ada Obi",
            "student_email": "ada.obi@state.edu",
            "programmes": [
                {"code": "MBA", "name": "Business Administration"},
                {"code": "MPH", "name": "Public Health"},
            ],
            "programme_label": "Business Administration, Public Health",
            "overall_case_studies": 2,
            "status": "active",
            "last_seen": "2026-09-01T09:11:00Z",
        }
    ]
    assert [row["last_seen"] for row in university.students(search="ben")] == [None]
    assert university.student(ben)["case_study_details"] == []

    details = university.student(ada)
    assert (details["case_studies_attempted"], details["total_sessions"]) == (1, 3)
    assert details["total_attempts"] == 2
    (card,) = details["case_study_details"]
    attempts = card.pop("attempts")
    assert card == {
        "case_study_id": airline,
        "case_study_title": "Airline",
        "programme_codes": ["MBA"],
        "programme_label": "Business Administration",
        "attempts_used": 2,
        "attempts_allowed": 2,
        "extra_attempts": 0,
        "best_score": 82.5,
    }
    assert [
        (
            attempt["session_id"],
            attempt["attempt_label"],
            attempt["score"],
            attempt["transcript_status"],
            attempt["grading_status"],
            attempt["used_for_final_score"],
        )
        for attempt in attempts
    ] == [
        (SECOND, "Attempt 3", None, "processing", "pending", False),
        (FIRST, "Attempt 2", 82.5, "available", "complete", True),
        (SHORT, "Attempt 1", None, "processing", "pending", False),
    ]
