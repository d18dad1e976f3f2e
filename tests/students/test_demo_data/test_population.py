"""What real data holds, the demo holds too."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import Count

from accounts.models import LegacyRole, User, UserStatus
from programmes.models import CaseStudy, Programme
from students.demo.sessions import EVERY_STATE
from students.demo.universities import DEMO, STATE
from students.models import AttemptTransaction, Grade, Session, Student, Transcript
from tenants.models import AuditEvent
from tests.students.test_demo_data.probes import assert_last_seen_is_true, sql


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
    enrolled = Student.objects.annotate(n=Count("programmes"))
    assert set(enrolled.values_list("n", flat=True)) == {0, 1, 2, 3}
    users = User.objects.filter(legacy_role=LegacyRole.STUDENT)
    for university in (DEMO, STATE):
        own = users.filter(tenant=university.id)
        assert set(own.values_list("status", flat=True)) == set(UserStatus.values)
        never = own.filter(last_seen_at=None)
        assert never.filter(sessions=None).exists()
        assert never.exclude(sessions=None).exists()
        assert own.filter(unlimited_sessions=True).exists()
    assert users.filter(tenant=DEMO.id).count() == 640
    assert users.filter(tenant=STATE.id).count() == 260
    assert not users.exclude(email__regex=r"^[!-~]+$").exists()
    for letters in ("[α-ω]", "[а-я]", "[一-龥]", "[ẹọṣ]", "[ışğ]", "ł", "'", "-"):
        assert users.filter(first_name__iregex=letters).exists() or (
            users.filter(last_name__iregex=letters).exists()
        )


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


@pytest.mark.parametrize("command", ["verify_ledger", "verify_derived"])
def test_nothing_differs_from_what_it_follows_from(demo, command):
    call_command(command, stdout=StringIO())


def test_everybody_but_the_documented_student_has_a_number_and_a_cohort(demo):
    for university, pattern in ((DEMO, r"DU/202[56]/[0-9]{5}"), (STATE, r"0[0-9]{7}")):
        students = Student.objects.for_tenant(university.id)
        numbered = students.filter(sis_id__regex=f"^{pattern}$", cohort__in=["2025", "2026"])
        assert students.count() - numbered.count() == (1 if university is DEMO else 0)
