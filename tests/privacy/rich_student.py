"""A student about whom every table holds something, by the doors that people use; and the texts."""

import csv
import io
from types import SimpleNamespace

from django.db import connection

from accounts.models import RateCounter, SSOIdentity, SSOLogin, User
from accounts.services.sign_ins import open_sign_in
from config.ids import new_id
from students.models import RosterImport
from students.services.roster.uploads import confirm_import, upload_roster
from tests.clients import PASSWORD, ApiClient, OperatorClient, ServiceClient, login
from tests.factories import (
    CaseStudyFactory,
    InvitationFactory,
    ProgrammeFactory,
    SecondFactorFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)
from tests.mail import work
from tests.students.reports import ENDED, GRADE, MESSAGES

# Texts that nothing else contains; each came in by another door.
FIRST_ADDRESS = "zebulonqua@uni.example"
ADDRESS = "zq.new@uni.example"
SECRETS = {
    "first name in the roster": "Zebulonqua",
    "first name later": "Zebedeequa",
    "middle name": "Wilhelminqua",
    "last name": "Okonkwoqua",
    "last name later": "Éziagquôr",
    "title": "Chieftainqua",
    "department": "Alchemyqua",
    "SIS id": "SIS-7788-QUA",
    "cohort": "Cohortqua-2026",
    "first address": FIRST_ADDRESS,
    "address": ADDRESS,
    "reason of a grant": "illnessqua in spring",
    "reason of a revocation": "mistakequa undone",
    "reason of a bulk grant": "zebedeequa and friends were cut off",
    "reason of a job of their own": "hospitalqua stay",
    "transcript": "myconfessionqua",
    "summary of a grade": "wavering-qua-summary",
    "feedback": "feedbackqua in words",
    "conversation": "conv-qua-77",
    "name at the CAS server": "zebsubjectqua",
    "program": "QuaBrowser/9.9",
    "address of the device": "203.0.113.77",
}


def roster_of(*rows: tuple[str, str, str]) -> io.BytesIO:
    """Return an export of ours with these people: (name, address, status)."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Student Name", "Email", "Programme", "Status"])
    for name, address, status in rows:
        writer.writerow([name, address, "MPH", status])
    file = io.BytesIO(text.getvalue().encode())
    file.name = "students.csv"
    return file


def uploaded(admin: User, *rows: tuple[str, str, str]) -> RosterImport:
    """Return the upload of a roster, checked by the worker."""
    row = upload_roster(
        actor=admin, tenant=admin.tenant, people=roster_of(*rows), max_change="100%"
    )
    work()
    row.refresh_from_db()
    return row


def rich_world(tenant) -> SimpleNamespace:
    """Return a student by every door, and whoever did something to them."""
    world = SimpleNamespace(tenant=tenant)
    world.root = SuperAdminFactory(tenant=tenant)
    world.admin = UserFactory(tenant=tenant, first_name="Grace", last_name="Eze")
    SystemRoleFactory(tenant=tenant, legacy_role="STUDENT")
    ProgrammeFactory(tenant=tenant, code="MPH", name="MPH")
    world.case_study = CaseStudyFactory(tenant=tenant)
    world.other = StudentFactory(tenant=tenant, email="ben@uni.example", first_name="Ben")
    world.api = ApiClient(world.admin)
    _by_roster(world)
    _by_changes(world)
    _by_signing_in(world)
    _by_study(world)
    _by_attempts(world)
    _by_others(world)
    world.student.refresh_from_db()
    return world


def _by_roster(world) -> None:
    name = "Zebulonqua Okonkwoqua"
    row = uploaded(world.admin, (name, FIRST_ADDRESS, "active"))
    confirm_import(actor=world.admin, row=row, plan_hash=row.plan_hash)
    work()
    world.student = User.objects.get(email=FIRST_ADDRESS)
    # One that waits for somebody to confirm it, one that was refused.
    uploaded(world.admin, (f"{name}x", FIRST_ADDRESS, "active"))
    uploaded(world.admin, ("", FIRST_ADDRESS, "active"), ("", FIRST_ADDRESS, "active"))


def _by_changes(world) -> None:
    url = f"/v1/console/users/{world.student.pk}"
    for body in (
        {"first_name": "Zebedeequa", "middle_name": "Wilhelminqua", "last_name": "Éziagquôr"},
        {"title": "Chieftainqua", "department": "Alchemyqua"},
    ):
        assert world.api.patch(url, body).status_code == 200
    assert world.api.post(f"{url}/change-email", {"email": ADDRESS}).status_code == 200
    User.objects.filter(pk=world.student.pk).update(sis_id="SIS-7788-QUA", cohort="Cohortqua-2026")


def _by_signing_in(world) -> None:
    """Sign in by password, by token and at a CAS server; ask for links; be refused."""
    world.student.refresh_from_db()
    world.student.set_password(PASSWORD)
    world.student.save()
    there = {"REMOTE_ADDR": "203.0.113.77", "HTTP_USER_AGENT": "QuaBrowser/9.9"}
    caller = ApiClient(**there)
    assert login(caller, world.student, "a wrong guess").status_code == 401
    assert login(caller, world.student).status_code == 200
    signed_in = ApiClient(world.student, **there)
    assert signed_in.get("/v1/console/students").status_code == 403
    assert signed_in.patch("/v1/users/me", {"title": "Chieftainqua II"}).status_code in {200, 403}
    body = {"email": ADDRESS, "tenant": world.tenant.slug}
    caller.post("/v1/auth/password-reset", body)
    work()
    InvitationFactory(user=world.student, tenant=world.tenant, failure=f"No {ADDRESS} here")
    SecondFactorFactory(user=world.student, tenant=world.tenant)
    login_row = SSOLogin.objects.create(
        tenant=world.tenant, user=world.student, ticket_digest="d" * 64
    )
    open_sign_in(user=world.student, sso_login=login_row)
    SSOIdentity.objects.create(
        tenant=world.tenant,
        user=world.student,
        server_url="https://cas.uni.example",
        subject="zebsubjectqua",
    )
    OperatorClient(world.student).get("/admin/", **there)


def _by_study(world) -> None:
    live = ServiceClient(world.tenant)
    whose = {"user_id": world.student.pk, "case_study_id": world.case_study.pk}
    world.sessions = [new_id(), new_id()]
    url = "/v1/ingest/sessions"
    for session_id in world.sessions:
        report = {**whose, **ENDED, "conversation_id": "conv-qua-77"}
        answer = live.put(f"{url}/{session_id}", report)
        if answer.status_code == 422:
            report.pop("conversation_id")
            answer = live.put(f"{url}/{session_id}", report)
        assert answer.status_code in {200, 201}, answer.json()
        said = {"status": "available", "messages": [{**MESSAGES[1], "content": "myconfessionqua"}]}
        assert live.put(f"{url}/{session_id}/transcript", said).status_code == 200
        criteria = [{**GRADE["criteria"][0], "feedback": "feedbackqua in words"}]
        grade = {**GRADE, "overall_summary": "wavering-qua-summary", "criteria": criteria}
        assert live.put(f"{url}/{session_id}/grade", grade).status_code == 200
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE students_session SET conversation_id = 'conv-qua-77' WHERE user_id = %s",
            [world.student.pk],
        )
    world.live = live


def _by_attempts(world) -> None:
    url, whose = "/v1/console/attempts", {"case_study_id": world.case_study.pk}
    one = {**whose, "user_id": world.student.pk}
    many = {**whose, "user_ids": [world.student.pk, world.other.pk], "amount": 1}
    alone = {**whose, "user_ids": [world.student.pk], "amount": 1}
    for path, body in (
        ("grant", {**one, "amount": 3, "reason": "illnessqua in spring"}),
        ("revoke", {**one, "amount": 1, "reason": "mistakequa undone"}),
        ("grant/bulk", {**many, "reason": "zebedeequa and friends were cut off"}),
        ("grant/bulk", {**many, "reason": "The server was down on Monday"}),
        ("grant/bulk", {**alone, "reason": "hospitalqua stay"}),
    ):
        key = {"idempotency_key": f"{path} for {ADDRESS} {body['reason'][:4]}"}
        answer = world.api.post(f"{url}/{path}", body | key)
        assert answer.status_code in {200, 202}, answer.json()


def _by_others(world) -> None:
    """Be read about, and be staff for a while."""
    performance = "/v1/console/student-performance"
    for session_id in world.sessions:
        path = f"{performance}/{world.student.pk}/{world.case_study.pk}"
        world.api.get(f"{path}/sessions/{session_id}/transcript")
    faculty = SystemRoleFactory(tenant=world.tenant, legacy_role="FACULTY")
    url = f"/v1/console/users/{world.student.pk}"
    assert world.api.patch(url, {"role_id": faculty.pk}).status_code == 200
    world.student.refresh_from_db()
    assert ApiClient(User.objects.get(pk=world.student.pk)).get("/v1/users/me").status_code == 200
    assert world.api.post(f"{url}/return-to-students").status_code == 200
    RateCounter.objects.hit("failed-sign-in", f"{world.tenant.pk}:{ADDRESS}", seconds=60)
