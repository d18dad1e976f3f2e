"""The demo data: the documented rows, everything real data holds, and the same again every time."""

from collections import Counter
from io import StringIO

import pytest
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from accounts.models import Invitation, LegacyRole, Role, User, UserStatus
from accounts.services.roles import default_flags
from programmes.models import CaseStudy, Programme
from students.demo import loading
from students.demo.sessions import EVERY_STATE
from students.demo.universities import DEMO, STATE
from students.models import AttemptTransaction, Grade, Session, Student, Transcript
from tenants.models import AuditEvent, Tenant

DOCUMENTED_STUDENT = "6650a1b2c3d4e5f6a7b8c9d0"
FUEL_SUBSIDY = "6650c3d4e5f6a7b8c9d0e1f2"

TABLES = [
    *("tenants_tenant", "tenants_tenantbranding", "tenants_tenantssoconfig"),
    *("tenants_tenantaiconfig", "tenants_allowedorigin", "tenants_auditevent"),
    *("accounts_role", "accounts_user", "accounts_invitation", "accounts_programmemembership"),
    *("programmes_programme", "programmes_casestudy", "programmes_casestudyprogramme"),
    *("students_session", "students_transcript", "students_grade"),
    "students_attempttransaction",
]


def run(**options) -> str:
    out = StringIO()
    call_command("demo_data", stdout=out, **options)
    return out.getvalue()


def sql(query: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def digests(*, hide: str = "") -> dict[str, str]:
    """Return a digest of every table's content, without the named columns."""
    return {
        table: sql(
            "SELECT md5(string_agg(line, '' ORDER BY line)) FROM "
            f"(SELECT (to_jsonb(t) - '{{{hide}}}'::text[])::text AS line FROM {table} t) AS rows"
        )[0][0]
        for table in TABLES
    }


# Salts differ from run to run, and so do the numbers that link tables draw.
def comparable_digests() -> dict[str, str]:
    found = digests(hide="password")
    for table in ("accounts_programmemembership", "programmes_casestudyprogramme"):
        found[table] = sql(
            "SELECT md5(string_agg(line, '' ORDER BY line)) FROM "
            f"(SELECT (to_jsonb(t) - 'id')::text AS line FROM {table} t) AS rows"
        )[0][0]
    return found


@pytest.fixture(scope="module")
def earlier_run(django_db_setup, django_db_blocker):
    """Load the demo for all tests of this module; return what a run before it had written."""
    with django_db_blocker.unblock(), transaction.atomic():
        with transaction.atomic():
            run()
            earlier = comparable_digests()
            transaction.set_rollback(True)
        run()
        yield earlier
        transaction.set_rollback(True)


@pytest.fixture
def demo(earlier_run, db):
    """The demo data, in a transaction of the test's own."""


def documented_search():
    return (
        Student.objects.for_tenant(DEMO.id)
        .search("abdul")
        .in_programme("MBA1234")
        .filter(status=UserStatus.ACTIVE)
    )


# The documents' examples -----------------------------------------------------------------------


def test_documented_search_finds_137_students(demo):
    assert documented_search().count() == 137


@pytest.mark.parametrize("column", ["first_name", "middle_name", "last_name", "email"])
def test_documented_search_needs_every_column(demo, column):
    """Somebody is found by this column alone."""
    others = {"first_name", "middle_name", "last_name", "email"} - {column}
    alone = documented_search().filter(**{f"{column}__icontains": "abdul"})
    for other in others - {"email" if column != "email" else ""}:
        alone = alone.exclude(**{f"{other}__icontains": "abdul"})
    assert alone.exists()


def test_documented_filters_each_leave_somebody_out(demo):
    found = Student.objects.for_tenant(DEMO.id).search("abdul")
    assert found.in_programme("MBA1234").count() > 137
    assert found.filter(status=UserStatus.ACTIVE).count() > 137
    assert (
        Student.objects.search("abdul")
        .in_programme("MBA1234")
        .filter(status=UserStatus.ACTIVE)
        .exclude(tenant=DEMO.id)
        .exists()
    )
    assert User.objects.filter(
        tenant=DEMO.id, status=UserStatus.DELETED, search_text__contains="abdul"
    ).exists()


def test_documented_student_was_seen_last(demo):
    seen = list(documented_search().order_by("-last_seen_at").values_list("last_seen_at", "pk"))
    dated = [(moment, pk) for moment, pk in seen if moment]
    assert (dated[0][0].isoformat(), dated[0][1]) == (
        "2026-06-04T09:00:00+00:00",
        DOCUMENTED_STUDENT,
    )
    assert dated[1][0] < dated[0][0]
    assert len(dated) < len(seen)  # some were never seen
    assert max(Counter(moment for moment, _ in dated).values()) > 2  # some at the same moment


def test_documented_student_is_as_documented(demo):
    student = (
        Student.objects.with_programmes().with_overall_case_studies().get(pk=DOCUMENTED_STUDENT)
    )
    assert (student.display_name, student.email, student.status, student.tenant_id) == (
        "Abdulwahab Umar",
        "abdulwahabumar@miva.university",
        "ACTIVE",
        DEMO.id,
    )
    assert student.created_at.isoformat() == "2026-01-15T08:00:00+00:00"
    assert student.programme_list == [
        {"code": "MBA1234", "name": "Masters in Business Administration"}
    ]
    assert student.overall_case_studies == 10
    sessions = student.sessions.all()
    assert sessions.count() == 4
    assert sessions.filter(counted_as_attempt=True).count() == 2
    assert sessions.values("case_study").distinct().count() == 2
    assert not AttemptTransaction.objects.filter(user=student).exists()


def test_fuel_subsidy_card_is_as_printed(demo):
    case_study = CaseStudy.objects.get(pk=FUEL_SUBSIDY)
    assert case_study.title == "Fuel Subsidy removal in Nigeria: Economic impact and social impact"
    assert [programme.code for programme in case_study.programmes.all()] == ["MBA1234"]
    rows = Session.objects.filter(user=DOCUMENTED_STUDENT, case_study=case_study)
    printed = [
        (
            session.pk,
            getattr(getattr(session, "grade", None), "final_score", None),
            session.status,
            session.transcript_status,
            session.grading_status,
            session.counted_as_attempt,
            session.start_time.isoformat(),
            session.end_time.isoformat(),
        )
        for session in rows.order_by("-start_time", "-pk")
    ]
    start = "2025-04-03T15:00:00+00:00"
    assert printed == [
        (
            *("6650d4e5f6a7b8c9d0e1f2a3", 75, "ended", "available", "complete", True),
            *(start, "2025-04-03T15:09:00+00:00"),
        ),
        (
            *("6650d3e4f5a6b7c8d9e0f1a2", None, "ended", "missing", "pending", False),
            *(start, "2025-04-03T15:05:00+00:00"),
        ),
    ]


def test_accounts_can_sign_in(demo, settings):
    roles = {
        "superadmin@demo.example": (DEMO.slug, LegacyRole.SUPER_ADMIN),
        "admin@demo.example": (DEMO.slug, LegacyRole.ADMIN),
        "faculty@demo.example": (DEMO.slug, LegacyRole.FACULTY),
        "admin@state.example": (STATE.slug, LegacyRole.ADMIN),
    }
    users = User.objects.filter(email__in=roles).select_related("tenant")
    assert {user.email: (user.tenant.slug, user.legacy_role) for user in users} == roles
    assert all(check_password(settings.DEMO_PASSWORD, user.password) for user in users)
    assert User.objects.exclude(email__in=roles).filter(password__startswith="!").count() == (
        User.objects.count() - len(roles)
    )


def test_invited_user_is_as_documented(demo):
    john = User.objects.get(email="faculty@example.com")
    assert (john.pk, john.display_name, john.role_id, john.status) == (
        "6650b2c3d4e5f6a7b8c9d0e1",
        "John Doe",
        "6650a0b1c2d3e4f5a6b7c8da",
        "ACTIVE",
    )
    assert john.created_at.isoformat() == "2025-06-01T14:00:00+00:00"
    assert {programme.code for programme in john.programmes.all()} == {"MPH", "MBA"}
    assert Invitation.objects.get(user=john).accepted_at is None


def test_tenants_are_as_documented(demo):
    assert list(Tenant.objects.values_list("pk", "name", "slug", "domain", "lms_type")) == [
        (DEMO.id, "Demo University", "demo-university", "demo.miva.university", "canvas"),
        (STATE.id, "State University", "state-university", "state.miva.university", "canvas"),
    ]
    demo_university, state = Tenant.objects.all()
    assert (demo_university.pk, state.pk) == (
        "6650a1b2c3d4e5f6a7b8c9d0",
        "6650c3d4e5f6a7b8c9d0e1f2",
    )
    assert demo_university.ai_config.max_sessions_per_student == 2
    assert state.ai_config.max_sessions_per_student == 5
    assert state.sso_config.callback_url == "https://app.state.edu/cas/callback"


def test_system_roles_have_their_default_flags(demo):
    for university in (DEMO, STATE):
        roles = Role.objects.for_tenant(university.id).exclude(legacy_role=None)
        assert {role.legacy_role: role.permissions for role in roles} == {
            legacy.value: default_flags(legacy) for legacy in LegacyRole
        }


# What real data holds --------------------------------------------------------------------------


def test_sessions_come_in_every_state(demo):
    for university in (DEMO, STATE):
        found = set(
            Session.objects.for_tenant(university.id)
            .filter(status="ended", counted_as_attempt=True)
            .values_list("transcript_status", "grading_status")
        )
        assert found == {(outcome.transcript, outcome.grading) for outcome in EVERY_STATE}
        everything = Session.objects.for_tenant(university.id)
        assert set(everything.values_list("status", "counted_as_attempt")) == {
            *(("pending", False), ("active", False), ("active", True)),
            *(("ended", False), ("ended", True)),
        }
        assert len(set(everything.values_list("end_reason"))) == 5


def test_sessions_left_what_they_say(demo):
    stored = {"available", "partial"}
    for status, transcript in Session.objects.values_list("transcript_status", "transcript"):
        assert (transcript is not None) == (status in stored)
    assert all(Transcript.objects.values_list("messages", flat=True))
    assert not Session.objects.filter(grading_status="complete", grade=None).exists()
    assert not Grade.objects.exclude(session__grading_status="complete").exists()


def test_final_scores_are_the_weighted_means(demo):
    for final, criteria in Grade.objects.values_list("final_score", "criteria"):
        assert [criterion["weight"] for criterion in criteria] == [40, 30, 30]
        mean = sum(criterion["weight"] * criterion["score"] for criterion in criteria) / 100
        assert abs(mean - float(final)) < 0.0501


def test_best_scores_are_shared_by_several_sessions(demo):
    assert sql("""
        SELECT 1 FROM students_session s JOIN students_grade g ON g.session_id = s.id
        GROUP BY s.user_id, s.case_study_id, g.final_score HAVING count(*) > 1
        AND g.final_score = (
            SELECT max(final_score) FROM students_session o
            JOIN students_grade h ON h.session_id = o.id
            WHERE o.user_id = s.user_id AND o.case_study_id = s.case_study_id
        )
    """)


def test_nobody_tried_more_often_than_allowed(demo):
    """Save those without limits; who was granted more may have used it before it lapsed."""
    assert not sql("""
        SELECT used.* FROM (
            SELECT s.tenant_id, user_id, case_study_id, count(*) AS attempts
            FROM students_session s JOIN accounts_user u ON u.id = s.user_id
            WHERE counted_as_attempt AND NOT unlimited_sessions GROUP BY 1, 2, 3
        ) AS used JOIN tenants_tenantaiconfig c USING (tenant_id)
        WHERE attempts > max_sessions_per_student + (
            SELECT coalesce(sum(amount * CASE type WHEN 'grant' THEN 1 ELSE -1 END), 0)
            FROM students_attempttransaction t
            WHERE t.user_id = used.user_id AND t.case_study_id = used.case_study_id
            AND type <> 'expiry'
        )
    """)


def test_students_are_of_every_kind(demo):
    counts = Counter(
        len(student.programme_list) for student in Student.objects.with_programmes().all()
    )
    assert set(counts) == {0, 1, 2, 3}
    users = User.objects.filter(legacy_role=LegacyRole.STUDENT)
    for university in (DEMO, STATE):
        own = users.filter(tenant=university.id)
        assert set(own.values_list("status", flat=True)) == set(UserStatus.values)
        never = own.filter(last_seen_at=None)
        assert never.filter(sessions=None).exists()
        assert never.exclude(sessions=None).exists()
        assert own.filter(unlimited_sessions=True).exists()
    assert Student.objects.for_tenant(DEMO.id).count() + 22 >= 640
    assert not User.objects.exclude(email__regex=r"^[ -~]+$").exists()
    # Scripts that one name in ASCII would not show.
    for script in ("[à-ỹ]", "[α-ω]", "[а-я]", "[一-龥]", "['-]"):
        assert Student.objects.filter(sort_name__iregex=script).exists() or script == "[à-ỹ]"


def test_case_studies_stand_differently_to_their_students(demo):
    attempted = Session.objects.for_tenant(DEMO.id)
    assert attempted.filter(case_study__is_active=False).exists()
    assert attempted.filter(case_study__programmes=None).exists()
    assert sql("""
        SELECT 1 FROM students_session s
        WHERE EXISTS (SELECT 1 FROM programmes_casestudyprogramme l
                      WHERE l.case_study_id = s.case_study_id)
        AND NOT EXISTS (
            SELECT 1 FROM programmes_casestudyprogramme l
            JOIN accounts_programmemembership m USING (programme_id)
            WHERE l.case_study_id = s.case_study_id AND m.user_id = s.user_id
        )
    """)
    assert Programme.objects.for_tenant(DEMO.id).filter(is_active=False, users__gt="").exists()


def test_ledger_holds_every_kind_of_line(demo):
    for university in (DEMO, STATE):
        lines = AttemptTransaction.objects.for_tenant(university.id)
        assert lines.filter(type="grant", expires_at=None).exists()
        assert lines.filter(type="grant", expires_at__year=2030).exists()
        lapsed = lines.filter(type="grant", expires_at__year=2026)
        assert lapsed.filter(charges__type="expiry").exists()
        assert lapsed.filter(charges=None).exists()
        assert lapsed.filter(charges__type="revoke").exists()
        assert lines.filter(type="revoke", grant=None).exists()
        assert lines.filter(type="revoke", grant__expires_at__year=2030).exists()
        by_staff = lines.exclude(type="expiry").count()
        events = AuditEvent.objects.for_tenant(university.id)
        assert events.filter(target_type="attempt").count() == by_staff


def assert_last_seen_is_true():
    assert not sql("""
        SELECT u.id FROM accounts_user u WHERE last_seen_at IS DISTINCT FROM
            (SELECT max(seen_at) FROM students_session s WHERE s.user_id = u.id)
    """)


def test_last_seen_is_the_latest_session(demo):
    assert_last_seen_is_true()
    years = set(Student.objects.exclude(last_seen_at=None).dates("last_seen_at", "year"))
    assert {year.year for year in years} == {2025, 2026}


def test_rows_were_created_in_the_order_of_their_ids(demo):
    given = ("6650", "6651")  # the documents' own ids say nothing
    for model in (User, Session, Grade, AttemptTransaction, CaseStudy):
        rows = model.objects.order_by("pk").values_list("pk", "created_at")
        moments = [moment for pk, moment in rows if not pk.startswith(given)]
        assert moments == sorted(moments)


# Running it ------------------------------------------------------------------------------------


def test_another_run_from_nothing_writes_the_same(earlier_run, demo):
    assert comparable_digests() == earlier_run


def test_second_run_changes_nothing(demo):
    before = digests()
    assert "stays as it is" in run()
    assert digests() == before


def test_students_fills_up_to_the_number(demo):
    def students():
        return User.objects.filter(tenant=DEMO.id, legacy_role=LegacyRole.STUDENT).count()

    assert "1,360 students added to make 2,000" in run(students=2000)
    assert students() == 2000
    assert_last_seen_is_true()
    assert documented_search().count() == 137
    sessions = Session.objects.for_tenant(DEMO.id).count()
    assert 4.5 < sessions / 2000 < 5.5

    assert "none added" in run(students=1999)
    assert students() == 2000
    assert "100 students added to make 2,100" in run(students=2100)
    assert students() == 2100


def test_students_are_the_same_in_one_run_or_two():
    def rows(numbers):
        return [table for _, batch in loading.crowd(DEMO, numbers) for table in batch.tables()]

    first, second = rows(range(700, 740)), rows(range(740, 760))
    for whole, *parts in zip(rows(range(700, 760)), first, second, strict=True):
        assert sorted(whole) == sorted(row for part in parts for row in part)


def test_interrupted_load_leaves_nothing(demo, monkeypatch):
    monkeypatch.setattr(loading, "CHUNK", 100)
    before = digests()

    def interrupt(count):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loading.load_crowd(DEMO, 1000, progress=interrupt)
    assert digests() == before


def test_command_refuses_where_demo_data_must_not_be(db, settings):
    settings.DEMO_PASSWORD = None
    with pytest.raises(CommandError, match="DEMO_PASSWORD"):
        run()
    assert not Tenant.objects.filter(slug=DEMO.slug).exists()
