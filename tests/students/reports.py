"""The reports of a live service."""

import json

from django.db import connection

from config.ids import new_id
from tests.clients import ServiceClient
from tests.factories import CaseStudyFactory, StudentFactory

# An ended session of nine minutes, as it is reported when it is over.
ENDED = {
    "status": "ended",
    "start_time": "2026-04-01T14:30:00Z",
    "end_time": "2026-04-01T14:39:01Z",
    "last_activity": "2026-04-01T14:39:00Z",
    "elapsed_active_time": 541.5,
    "reconnect_count": 1,
    "end_reason": "user_ended",
}

MESSAGES = [
    {"role": "agent", "content": "Shall we start?", "timestamp": "2026-04-01T14:30:05Z"},
    {"role": "student", "content": "Yes, please.", "timestamp": "2026-04-01T14:30:11Z"},
]
TRANSCRIPT = {"status": "available", "messages": MESSAGES}

GRADE = {
    "status": "complete",
    "final_score": 82.5,
    "overall_summary": "Clear reasoning, thin on numbers.",
    "rubric_id": None,
    "criteria": [
        {"name": "Critical Thinking", "weight": 40, "score": 85.0, "feedback": "Good."},
        {"name": "Comprehension", "weight": 60, "score": 80.8, "feedback": ""},
    ],
}


class LiveService(ServiceClient):
    """A tenant's live service with a student and a case study that is open to all."""

    def __init__(self, tenant) -> None:
        super().__init__(tenant)
        self.student = StudentFactory(tenant=tenant)
        self.case_study = CaseStudyFactory(tenant=tenant)

    @property
    def whose(self) -> dict[str, str]:
        return {"user_id": self.student.pk, "case_study_id": self.case_study.pk}

    def report(self, session_id: str | None = None, **facts):
        """Report a session with its student and case study; a new one without an id."""
        url = f"/v1/ingest/sessions/{session_id or new_id()}"
        return self.put(url, {**self.whose, **facts})

    def document(self, session_id: str, name: str, body: dict):
        return self.put(f"/v1/ingest/sessions/{session_id}/{name}", body)

    def bulk(self, *lines: dict | str | bytes, end: bytes = b"\n"):
        """Send lines: objects as JSON, text and bytes as they are."""
        encoded = [
            line
            if isinstance(line, bytes)
            else line.encode()
            if isinstance(line, str)
            else encode(line)
            for line in lines
        ]
        body = end.join([*encoded, b""])
        return self.post("/v1/ingest/sessions/bulk", body, "application/x-ndjson")

    def line(self, session_id: str | None = None, **facts) -> dict:
        """Return a line about a session of the student; a new one without an id."""
        return {"session_id": session_id or new_id(), **self.whose, **ENDED, **facts}


def encode(line: dict) -> bytes:
    return json.dumps(line).encode()


def faults(answer) -> dict[str, str]:
    """Return field → message of a 422."""
    assert answer.status_code == 422, answer.json()
    return {fault["field"]: fault["message"] for fault in answer.json()["details"]["errors"]}


def versions() -> list[tuple]:
    """Return the version of every row that a report could write."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT 'session', xmin::text, ctid::text FROM students_session UNION ALL
            SELECT 'transcript', xmin::text, ctid::text FROM students_transcript UNION ALL
            SELECT 'grade', xmin::text, ctid::text FROM students_grade UNION ALL
            SELECT 'student', xmin::text, ctid::text FROM accounts_user ORDER BY 1, 2, 3
            """
        )
        return cursor.fetchall()
