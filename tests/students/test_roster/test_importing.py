"""What a run does to the tenant's students, and to nobody else."""

import pytest

from accounts.models import LegacyRole, User, UserStatus
from config.errors import Conflict, RuleViolation
from config.ids import is_id
from programmes.models import Programme
from students.services.roster import (
    MaxChange,
    PlannedChange,
    PlannedCreation,
    RosterRefused,
    import_roster,
    importing,
)
from tenants.models import AuditEvent
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.students.test_roster.rosters import (
    CANVAS,
    ENROLLMENTS,
    EXPORT,
    ONEROSTER,
    ROLES,
    everything,
    export,
    people,
    roster,
    run,
)

ADA = "Adaeze Nwosu,adaeze.nwosu@uni.example,,active"


def programme(university, code):
    return Programme.objects.get(tenant=university, code=code)


@pytest.fixture
def student(university):
    """Ada Mary Obi, active, in MPH."""
    return StudentFactory(
        tenant=university,
        email="Ada.Obi@uni.example",
        first_name="Ada",
        middle_name="Mary",
        last_name="Obi",
        programmes=[programme(university, "MPH")],
    )


def stored(student) -> tuple:
    return people(student.tenant)[student.email]


# The three formats


def test_own_export_creates_students(university):
    assert run(university, roster(EXPORT)).counts == {
        "created": 3,
        "updated": 0,
        "addresses": 0,
        "deactivated": 0,
        "reactivated": 0,
        "unchanged": 0,
        "not_students": 0,
        "bad_rows": 0,
    }
    assert people(university) == {
        "adaeze.nwosu@uni.example": ("Adaeze", None, "Nwosu", "ACTIVE", "STUDENT", ["MPH"]),
        "bjorn@uni.example": ("Björn", None, "Åkesson", "ACTIVE", "STUDENT", ["MBA", "MPH"]),
        "chidi@uni.example": ("Chidi van der", None, "Merwe", "INACTIVE", "STUDENT", []),
    }


def test_canvas_creates_students_who_are_not_gone(university):
    plan = run(university, roster(CANVAS, enrolments=ENROLLMENTS))
    assert plan.counts["not_students"] == plan.counts["unchanged"] == 1
    assert plan.unknown_codes == {"ENG115": 1}
    assert people(university) == {
        "adaeze.nwosu@uni.example": ("Adaeze", None, "Nwosu", "ACTIVE", "STUDENT", ["MPH"]),
        "bjorn@uni.example": ("Björn", None, "Åkesson", "ACTIVE", "STUDENT", ["MBA", "MPH"]),
        "chidi@uni.example": ("Chidi", None, "van der Merwe", "INACTIVE", "STUDENT", []),
    }


def test_oneroster_creates_students(university):
    run(university, roster(ONEROSTER, roles=ROLES), programme="MBA")
    assert people(university) == {
        "adaeze.nwosu@uni.example": ("Adaeze", "Ngozi", "Nwosu", "ACTIVE", "STUDENT", ["MBA"]),
        "bjorn@uni.example": ("Björn", None, "Åkesson", "ACTIVE", "STUDENT", ["MBA"]),
        "chidi@uni.example": ("Chidi", None, "van der Merwe", "INACTIVE", "STUDENT", []),
    }


@pytest.mark.parametrize(
    "open_file",
    [
        lambda: roster(EXPORT),
        lambda: roster(CANVAS, enrolments=ENROLLMENTS),
        lambda: roster(CANVAS),
        lambda: roster(ONEROSTER, roles=ROLES),
        lambda: roster(ONEROSTER),
    ],
)
def test_second_run_changes_nothing(university, open_file):
    assert not run(university, open_file()).is_empty
    before = everything()
    assert run(university, open_file(), deactivate_missing=True).is_empty
    assert everything() == before


def test_new_students_have_no_password_and_are_found_by_the_panel(university):
    run(university, export(ADA))
    user = User.objects.get()
    assert not user.has_usable_password()
    assert (user.updated_at, user.last_seen_at, user.access_epoch) == (None, None, 0)
    assert (user.sort_name, user.unlimited_sessions) == ("adaeze nwosu", False)


# Students who are there


def test_students_are_known_by_their_address_in_any_case(student):
    before = everything()
    row = "Ada Obi,ADA.OBI@UNI.EXAMPLE,Masters in Public Health,active"
    assert run(student.tenant, export(row)).counts["unchanged"] == 1
    assert everything() == before


def test_addresses_are_compared_as_the_database_compares_them(university):
    """Python lowers this letter to two; a row would then be taken for new, and be refused."""
    StudentFactory(tenant=university, email="İda@izmir.example", first_name="A", last_name="B")
    assert run(university, export("A B,İda@izmir.example,,active")).counts["unchanged"] == 1


@pytest.mark.parametrize("stored", ["Ada@MÜLLER.example", "ada@mu\u0308ller.example"])
@pytest.mark.parametrize("told", ["ada@müller.example", "ADA@XN--MLLER-KVA.example"])
def test_a_domain_in_other_letters_is_the_same_student(university, stored, told):
    StudentFactory(tenant=university, email=stored, first_name="A", last_name="B")

    assert run(university, export(f"A B,{told},,active")).counts["unchanged"] == 1


def test_a_domain_is_kept_in_ascii(university):
    run(university, export("A B,ada@Müller.example,,active"))

    assert User.objects.get().email == "ada@xn--mller-kva.example"


@pytest.mark.parametrize("address", ["ada@localhost", "ada@[127.0.0.1]", f"{'a' * 65}@b.example"])
def test_an_address_that_no_mail_reaches_is_a_bad_row(university, address):
    with pytest.raises(RosterRefused, match="bad rows"):
        run(university, export(f"A B,{address},,active"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Obi", ("Ada", "Mary", "Obi")),
        ("  Ada   Obi ", ("Ada", "Mary", "Obi")),
        ("Adaeze Chi Obi", ("Adaeze Chi", "Mary", "Obi")),
        ("Ada van Dyke", ("Ada", "Mary", "van Dyke")),
        ("Eve van Dyke", ("Eve van", "Mary", "Dyke")),
        ("Sukarno", ("Sukarno", "Mary", "")),
    ],
)
def test_full_name_changes_as_little_as_it_can(student, text, names):
    row = f"{text},ada.obi@uni.example,Masters in Public Health,active"
    run(student.tenant, export(row))
    assert stored(student)[:3] == names
    assert run(student.tenant, export(row)).is_empty


def test_name_with_a_long_last_name_is_left_alone_when_it_reads_the_same(university):
    kept = StudentFactory(tenant=university, first_name="Ada Mary", last_name="van Dyke")
    row = f"Ada Mary van Dyke,{kept.email},,active"
    assert run(university, export(row)).is_empty


def test_updates_tell_when_and_leave_the_rest(student):
    User.objects.filter(pk=student.pk).update(title="Ms", unlimited_sessions=True)
    run(student.tenant, export("Ada Okafor,ada.obi@uni.example,,active"))
    assert stored(student) == ("Ada", "Mary", "Okafor", "ACTIVE", "STUDENT", [])
    student.refresh_from_db()
    assert student.updated_at > student.created_at
    assert (student.title, student.unlimited_sessions) == ("Ms", True)
    assert student.email == "Ada.Obi@uni.example"
    assert student.sort_name == "ada okafor"


def test_deactivation_ends_access_and_reactivation_does_not_revive_it(student):
    row = "Ada Obi,ada.obi@uni.example,Masters in Public Health"
    plan = run(student.tenant, export(f"{row},inactive"))
    assert plan.counts["deactivated"] == 1
    student.refresh_from_db()
    assert (student.status, student.access_epoch) == (UserStatus.INACTIVE, 1)
    plan = run(student.tenant, export(f"{row},active"))
    assert plan.counts["reactivated"] == 1
    student.refresh_from_db()
    assert (student.status, student.access_epoch) == (UserStatus.ACTIVE, 1)


def test_who_is_gone_becomes_inactive_and_keeps_everything(student):
    header = "user_id,login_id,first_name,last_name,status"
    file = roster(f"{header}\n1,ada.obi@uni.example,Other,Name,deleted\n")
    run(student.tenant, file)
    assert stored(student) == ("Ada", "Mary", "Obi", "INACTIVE", "STUDENT", ["MPH"])


def test_canvas_enrolments_leave_other_memberships(student):
    users = "user_id,login_id,first_name,last_name,status\n1,ada.obi@uni.example,Ada,Obi,active\n"
    ProgrammeFactory(tenant=student.tenant, code="LAW")

    def enrol(*lines):
        head = "course_id,user_id,role,status\n"
        file = roster(users, enrolments=head + "".join(f"{line}\n" for line in lines))
        run(student.tenant, file)
        return stored(student)[-1]

    assert enrol("MBA,1,student,active") == ["MBA", "MPH"]
    assert enrol("MPH,1,student,completed", "LAW,1,student,active") == ["LAW", "MBA"]
    assert enrol("LAW,2,student,deleted") == ["LAW", "MBA"]


def test_programme_option_adds_one_to_the_active(student):
    rows = (
        "Ada Obi,ada.obi@uni.example,Masters in Public Health,active",
        "Ben Obi,ben@uni.example,,inactive",
    )
    run(student.tenant, export(*rows), programme="MBA")
    assert {email: row[-1] for email, row in people(student.tenant).items()} == {
        "Ada.Obi@uni.example": ["MBA", "MPH"],
        "ben@uni.example": [],
    }


def test_programme_option_names_an_active_programme(university):
    ProgrammeFactory(tenant=university, code="OLD", is_active=False)
    ProgrammeFactory(code="ELSEWHERE")
    with pytest.raises(RuleViolation, match="no programme ELSEWHERE"):
        run(university, export(ADA), programme="ELSEWHERE")
    with pytest.raises(RuleViolation, match="OLD is not active any more"):
        run(university, export(ADA), programme="OLD")
    assert people(university) == {}


# Programmes by their names


@pytest.mark.parametrize(
    ("label", "codes"),
    [
        ("", []),
        ("Masters in Public Health", ["MPH"]),
        ("Business, Law and Society", ["MBA"]),
        ("Business, Law and Society, Masters in Public Health", ["MBA", "MPH"]),
        ("Masters in Public Health, Business, Law and Society", ["MBA", "MPH"]),
    ],
)
def test_programme_names_may_hold_commas(university, label, codes):
    run(university, export(f'Ada Obi,ada@uni.example,"{label}",active'))
    assert people(university)["ada@uni.example"][-1] == codes


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("MPH", "'MPH' names no programmes of this university."),
        ("Masters in Public Health, Poetry", "names no programmes of this university"),
        ("Masters in Public Health, Masters in Public Health", "names no programmes"),
        ("Twins", "'Twins' may mean T1 or T2."),
        ("Arts, Music", "'Arts, Music' may mean A and M or AM."),
        ("Retired", "The programme OLD is not active any more."),
        ("Elsewhere", "names no programmes of this university"),
    ],
)
def test_programme_names_that_are_unclear_are_bad_rows(university, label, reason):
    for code, name in (
        *(("T1", "Twins"), ("T2", "Twins")),
        *(("A", "Arts"), ("M", "Music"), ("AM", "Arts, Music")),
    ):
        ProgrammeFactory(tenant=university, code=code, name=name)
    ProgrammeFactory(tenant=university, code="OLD", name="Retired", is_active=False)
    ProgrammeFactory(name="Elsewhere")
    with pytest.raises(RosterRefused) as refused:
        run(university, export(f'Ada Obi,ada@uni.example,"{label}",active'))
    (error,) = refused.value.plan.errors
    assert reason in error.reason


def test_memberships_stay_however_many_readings_their_label_has(university):
    twins = [ProgrammeFactory(tenant=university, code=f"T{n}", name="Twins") for n in (1, 2)]
    retired = ProgrammeFactory(tenant=university, code="OLD", name="Retired", is_active=False)
    StudentFactory(
        *(),
        tenant=university,
        email="ada@uni.example",
        first_name="A",
        last_name="B",
        programmes=[retired, twins[1]],
    )
    assert run(university, export('A B,ada@uni.example,"Retired, Twins",active')).is_empty


# Bad rows


def test_bad_rows_refuse_the_whole_file(university):
    before = everything()
    with pytest.raises(RosterRefused, match="bad rows") as refused:
        run(university, export(ADA, "Ben,ben@,,active", "Eve Obi,eve@uni.example"))
    assert [(error.line, error.reason[:12]) for error in refused.value.plan.errors] == [
        (3, "'ben@' is no"),
        (4, "The line is "),
    ]
    assert refused.value.details["errors"] == [
        {"file": "users.csv", "line": 3, "message": "'ben@' is not an e-mail address."},
        {
            "file": "users.csv",
            "line": 4,
            "message": "The line is cut off: it has 2 cells for 4 columns.",
        },
    ]
    assert everything() == before
    assert not AuditEvent.objects.exists()


def test_bad_rows_may_be_skipped(university):
    plan = run(university, export("Ben,ben@,,active", ADA), skip_bad_rows=True)
    assert (plan.counts["created"], plan.counts["bad_rows"]) == (1, 1)
    assert set(people(university)) == {"adaeze.nwosu@uni.example"}


def test_address_twice_in_the_file_is_a_bad_row(university):
    rows = (ADA, "Other Name,ADAEZE.Nwosu@uni.example,,active")
    plan = run(university, export(*rows), skip_bad_rows=True)
    (error,) = plan.errors
    assert str(error) == ("users.csv, line 3: ADAEZE.Nwosu@uni.example is in line 2 already.")
    assert people(university)["adaeze.nwosu@uni.example"][:3] == ("Adaeze", None, "Nwosu")


def test_address_twice_is_seen_over_any_distance(university, monkeypatch):
    monkeypatch.setattr("students.services.roster.planning.BATCH", 2)
    rows = [f"A B,p{n}@uni.example,,active" for n in range(5)]
    plan = run(university, export(*rows, "A B,p0@uni.example,,active"), skip_bad_rows=True)
    assert [(error.line, error.reason) for error in plan.errors] == [
        (7, "p0@uni.example is in line 2 already.")
    ]


@pytest.mark.parametrize("make", [FacultyFactory, UserFactory])
def test_staff_are_bad_rows(university, make):
    make(tenant=university, email="adaeze.nwosu@uni.example")
    before = everything()
    plan = run(university, export(ADA), skip_bad_rows=True)
    assert [error.reason for error in plan.errors] == [
        "adaeze.nwosu@uni.example is a member of staff here."
    ]
    assert everything() == before


def test_custom_roles_are_staff_too(university):
    role = RoleFactory(tenant=university, permissions=[])
    UserFactory(tenant=university, email="adaeze.nwosu@uni.example", role=role)
    with pytest.raises(RosterRefused):
        run(university, export(ADA))


def test_deleted_students_do_not_come_back_by_themselves(student):
    User.objects.filter(pk=student.pk).update(status=UserStatus.DELETED)
    before = everything()
    active = "Ada Changed,ada.obi@uni.example,,active"
    with pytest.raises(RosterRefused) as refused:
        run(student.tenant, export(active))
    assert [error.reason for error in refused.value.plan.errors] == [
        "ada.obi@uni.example was deleted here; activate the account first."
    ]
    # Who is not active there either stays deleted without further ado.
    assert run(student.tenant, export(active.replace(",active", ",inactive"))).is_empty
    assert everything() == before


# Those who are missing


@pytest.fixture
def class_of_ten(university):
    return [
        StudentFactory(
            tenant=university, email=f"s{n}@uni.example", first_name="S", last_name=f"{n}"
        )
        for n in range(10)
    ]


def rows_of(students):
    return [f"{student.display_name},{student.email},,active" for student in students]


def test_missing_students_stay_unless_asked(university, class_of_ten):
    assert run(university, export(*rows_of(class_of_ten[:3]))).is_empty


def test_missing_students_become_inactive(university, class_of_ten):
    other = StudentFactory()
    staff = FacultyFactory(tenant=university)
    gone = StudentFactory(tenant=university, status=UserStatus.DELETED)
    inactive = StudentFactory(tenant=university, status=UserStatus.INACTIVE)
    rows = rows_of(class_of_ten[:-1])
    plan = run(university, export(*rows), deactivate_missing=True, max_change=MaxChange(1))
    assert [(change.email, change.line) for change in plan.changes] == [("s9@uni.example", None)]
    assert plan.counts["deactivated"] == 1
    states = dict(User.objects.values_list("pk", "status"))
    assert [states.pop(student.pk) for student in class_of_ten] == ["ACTIVE"] * 9 + ["INACTIVE"]
    assert states == {
        other.pk: "ACTIVE",
        staff.pk: "ACTIVE",
        gone.pk: "DELETED",
        inactive.pk: "INACTIVE",
    }
    assert User.objects.get(email="s9@uni.example").access_epoch == 1


def test_bad_rows_do_not_make_their_students_missing(university, class_of_ten):
    rows = [*rows_of(class_of_ten[:9]), "S 9,s9@uni.example,Poetry,active"]
    plan = run(university, export(*rows), deactivate_missing=True, skip_bad_rows=True)
    assert plan.is_empty
    assert plan.counts["bad_rows"] == 1
    rows[-1] = "S 9,s9@uni.example,,on leave"
    assert run(university, export(*rows), deactivate_missing=True, skip_bad_rows=True).is_empty


def test_who_stands_in_a_skipped_line_is_not_missing(university):
    StudentFactory(tenant=university, email="ada@uni.example")
    StudentFactory(tenant=university, email="ben@uni.example")
    lines = "user_id,login_id,first_name,last_name,status\n,ada@uni.example,Ada,Obi,active\n"
    plan = run(university, roster(lines), deactivate_missing=True)
    assert [change.email for change in plan.changes] == ["ben@uni.example"]


def test_files_that_do_not_belong_together_are_refused(university):
    before = everything()
    users = "user_id,login_id,first_name,last_name,status\n1,ada@uni.example,Ada,Obi,active\n"
    courses = "course_id,user_id,role,status\nMPH,X1,student,active\n"
    for dry_run in (True, False):
        with pytest.raises(RosterRefused, match=r"1 of 1 enrolments .*'X1'.*Export both files"):
            run(university, roster(users, enrolments=courses), dry_run=dry_run)
    assert everything() == before


def test_bad_rows_about_nobody_in_particular_stop_a_deactivation(university, class_of_ten):
    rows = [*rows_of(class_of_ten[:9]), "S 9,s9@@uni.example,,active"]
    before = everything()
    with pytest.raises(RosterRefused, match="do not say whom they are about"):
        run(university, export(*rows), deactivate_missing=True, skip_bad_rows=True)
    assert everything() == before


# How much may change


@pytest.mark.parametrize(
    ("limit", "missing", "is_allowed"),
    [("10%", 1, True), ("10%", 2, False), ("2", 2, True), ("1", 2, False), ("0", 0, True)],
)
def test_run_that_would_change_too_much_stops(university, class_of_ten, limit, missing, is_allowed):
    rows = rows_of(class_of_ten[missing:])
    file = export(*rows)
    options = {"deactivate_missing": True, "max_change": MaxChange.parse(limit)}
    if is_allowed:
        assert run(university, file, **options).counts["deactivated"] == missing
        return
    before = everything()
    for dry_run in (True, False):
        with pytest.raises(RosterRefused, match=r"2 students, and 1 may .* 2 deactivated"):
            run(university, file, dry_run=dry_run, **options)
    assert everything() == before


def test_every_kind_of_change_counts_and_new_students_too(university, class_of_ten):
    rows = rows_of(class_of_ten)
    rows[0] = rows[0].replace("S 0", "T 0")
    rows[1] = rows[1].replace(",active", ",inactive")
    rows[2] = rows[2].replace(",,", ",Masters in Public Health,")
    new = [f"N {n},n{n}@uni.example,,active" for n in range(2)]
    said = (
        r"5 students, and 4 may \(49%; 10 are active\)\. They are: 2 new students, 2 changed, 1 dea"
    )
    with pytest.raises(RosterRefused, match=said):
        run(university, export(*rows, *new), max_change=MaxChange.parse("49%"))
    plan = run(university, export(*rows, *new), max_change=MaxChange.parse("50%"))
    assert (len(plan.changes), len(plan.creations)) == (3, 2)


@pytest.mark.parametrize("limit", ["10%", "0", "1"])
def test_a_first_roster_has_nobody_to_harm(university, limit):
    """Where no student is active, any share of them would be nobody."""
    for status in (UserStatus.INACTIVE, UserStatus.DELETED):
        StudentFactory(tenant=university, status=status)
    FacultyFactory(tenant=university)
    new = [f"N {n},n{n}@uni.example,,active" for n in range(30)]
    plan = run(university, export(*new), max_change=MaxChange.parse(limit))
    assert plan.counts["created"] == 30


def test_a_roster_of_other_people_is_no_first_one(university, class_of_ten):
    new = [f"N {n},n{n}@other.example,,active" for n in range(2)]
    before = everything()
    with pytest.raises(RosterRefused, match=r"2 students, and 1 may .* 2 new students"):
        run(university, export(*new), max_change=MaxChange.parse("10%"))
    assert everything() == before


def test_ten_percent_is_the_limit_unless_told(university, class_of_ten):
    file = export(*rows_of(class_of_ten[2:]))
    with pytest.raises(RosterRefused, match=r"and 1 may \(10%; 10 are active\)"):
        import_roster(
            actor=None, tenant=university, roster=file, source="test", deactivate_missing=True
        )


@pytest.mark.parametrize("text", ["", "ten", "-1", "101%", "1.5", "10 %", "1e3", "١"])
def test_limits_that_are_none_are_refused(text):
    with pytest.raises(ValueError, match="neither a number"):
        MaxChange.parse(text)


def test_hundred_percent_is_no_limit(university):
    """Where nobody is active, any share of the active ones would be nobody."""
    student = StudentFactory(tenant=university, status=UserStatus.INACTIVE)
    file = export(*rows_of([student]))
    with pytest.raises(RosterRefused, match=r"and 0 may \(99%; 0 are active\)"):
        run(university, file, max_change=MaxChange.parse("99%"))
    assert run(university, file, max_change=MaxChange.parse("100%")).counts["reactivated"] == 1


# Dry runs, the trail, others


def test_dry_run_plans_what_the_real_run_does(student):
    rows = (ADA, "Ada Okafor,ada.obi@uni.example,Masters in Public Health,active")
    before = everything()
    planned = run(student.tenant, export(*rows), dry_run=True)
    assert everything() == before
    assert not AuditEvent.objects.exists()
    assert planned == run(student.tenant, export(*rows))
    assert (type(planned.creations[0]), type(planned.changes[0])) == (
        PlannedCreation,
        PlannedChange,
    )
    assert set(people(student.tenant)) == {"adaeze.nwosu@uni.example", "Ada.Obi@uni.example"}


def test_run_leaves_one_event(university, admin):
    file = roster(CANVAS, enrolments=ENROLLMENTS)
    users, enrolments = (table.file for table in file.tables)
    run(university, file, deactivate_missing=True, programme="MPH")
    event = AuditEvent.objects.get()
    assert (event.event_type, event.tenant, event.actor_user_id, event.target_id) == (
        "roster.imported",
        university,
        None,
        users.sha256,
    )
    assert is_id(event.metadata.pop("run_id"))
    assert event.metadata == {
        "roster_id": users.sha256,
        "tenant_id": university.pk,
        "source": "test",
        "files": [
            {"name": "users.csv", "sha256": users.sha256, "bytes": len(CANVAS.encode())},
            {"name": "enrollments.csv", "sha256": enrolments.sha256, "bytes": len(ENROLLMENTS)},
        ],
        "format": "Canvas SIS users.csv",
        "counts": {
            "created": 3,
            "updated": 0,
            "addresses": 0,
            "deactivated": 0,
            "reactivated": 0,
            "unchanged": 1,
            "not_students": 1,
            "bad_rows": 0,
        },
        "options": {
            "deactivate_missing": True,
            "max_change": "100%",
            "programme": "MPH",
            "skip_bad_rows": False,
            "allow_erased": False,
        },
    }


def test_other_tenants_students_are_others(university):
    """The same address elsewhere is another person; so is a programme of the same name."""
    other = TenantFactory()
    SystemRoleFactory(tenant=other, legacy_role=LegacyRole.STUDENT)
    theirs = ProgrammeFactory(tenant=other, code="MPH", name="Masters in Public Health")
    StudentFactory(tenant=other, email="adaeze.nwosu@uni.example", programmes=[theirs])
    StudentFactory(tenant=other, email="missing@uni.example")
    before = people(other)
    run(university, roster(EXPORT), deactivate_missing=True)
    assert people(other) == before
    assert len(people(university)) == 3


@pytest.mark.parametrize("size", [1, 40])
def test_number_of_queries_does_not_grow_with_the_rows(university, django_assert_num_queries, size):
    for n in range(size):
        StudentFactory(tenant=university, email=f"c{n}@uni.example", first_name="Old")
        StudentFactory(tenant=university, email=f"m{n}@uni.example")
    label = "Masters in Public Health"
    rows = [
        line
        for n in range(size)
        for line in (
            f"New {n},n{n}@uni.example,{label},active",
            f"Changed {n},c{n}@uni.example,{label},active",
        )
    ]
    file = export(*rows)
    # The savepoint's two, the lock, programmes, active students; folding, users, memberships; who
    # was erased; the missing and their rows and memberships; changes: held with memberships,
    # updated, memberships copied; creations: the role, users and memberships copied; of both, whom
    # it was about; the trail.
    with django_assert_num_queries(22):
        run(university, file, deactivate_missing=True)


def test_refused_files_leave_nothing(university):
    file = roster(EXPORT + 'X Y,"x@uni.example,,active,,\r\n')
    with pytest.raises(RuleViolation, match="line 5 opens a quotation mark"):
        run(university, file)
    assert people(university) == {}


def test_interrupted_run_leaves_nothing(university, class_of_ten):
    def interrupt(stage, steps):
        def advance(done):
            if stage == "Writing":
                raise KeyboardInterrupt

        return advance

    before = everything()
    file = export(ADA, *rows_of(class_of_ten[:9]))
    with pytest.raises(KeyboardInterrupt):
        run(university, file, deactivate_missing=True, watch=interrupt)
    assert everything() == before


def test_conflict_is_what_a_unique_address_is_called(university, monkeypatch):
    """Somebody took the address after the plan was made: the database refuses the second one."""
    apply_import = importing.apply_import

    def late(**arguments):
        StudentFactory(tenant=university, email="Adaeze.Nwosu@uni.example")
        apply_import(**arguments)

    monkeypatch.setattr(importing, "apply_import", late)
    with pytest.raises(Conflict, match="Nothing was written"):
        run(university, export(ADA))
    assert people(university) == {}


def test_programme_deleted_since_the_plan_is_a_conflict(student, monkeypatch):
    apply_import = importing.apply_import

    def late(**arguments):
        programme(student.tenant, "MBA").delete()
        apply_import(**arguments)

    monkeypatch.setattr(importing, "apply_import", late)
    before = everything()
    for row in (ADA, "Ada Obi,ada.obi@uni.example,Masters in Public Health,active"):
        with pytest.raises(Conflict, match="or their programmes"):
            run(student.tenant, export(row), programme="MBA")
    assert everything() == before


@pytest.mark.parametrize(
    "change",
    [
        {"last_name": "Okoye"},
        {"status": UserStatus.DELETED},
    ],
)
def test_edits_made_since_the_plan_are_not_lost(student, monkeypatch, change):
    apply_import = importing.apply_import

    def late(**arguments):
        User.objects.filter(pk=student.pk).update(**change)
        apply_import(**arguments)

    monkeypatch.setattr(importing, "apply_import", late)
    with pytest.raises(Conflict, match="Somebody else changed"):
        run(student.tenant, export("Ada Okafor,ada.obi@uni.example,,active", ADA))


def test_whoever_became_staff_since_the_plan_is_left_alone(student, monkeypatch):
    """An import is no way to act upon staff (G36)."""
    apply_import = importing.apply_import
    role = SystemRoleFactory(tenant=student.tenant)

    def late(**arguments):
        User.objects.filter(pk=student.pk).update(role=role)
        apply_import(**arguments)

    monkeypatch.setattr(importing, "apply_import", late)
    gone = "Ada Obi,ada.obi@uni.example,,inactive"
    for options in ({}, {"deactivate_missing": True, "max_change": MaxChange(9)}):
        with pytest.raises(Conflict, match="Somebody else changed"):
            run(student.tenant, export(ADA if options else gone), **options)
    assert User.objects.get(pk=student.pk).status == UserStatus.ACTIVE
