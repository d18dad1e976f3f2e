"""Addresses that a roster changes: chains, swaps, what follows, and what may not happen."""

from itertools import permutations

import pytest
from django_tasks_db.models import DBTaskResult

from accounts.models import Invitation, PasswordReset, SSOIdentity, User, UserStatus
from config.errors import Conflict
from students.services.roster import MaxChange, RosterRefused, import_roster, importing
from tenants.models import AuditEvent
from tests.factories import (
    InvitationFactory,
    PasswordResetFactory,
    StudentFactory,
    SuperAdminFactory,
)
from tests.students.test_roster.rosters import canvas, everything, refused, run

CHAIN = (
    "S1,A,One,two@uni.example",
    "S2,A,Two,three@uni.example",
    "S3,A,Three,new@uni.example",
)


@pytest.fixture
def three(university):
    """Students with the SIS ids S1 to S3, called after their numbers."""
    return [
        StudentFactory(
            tenant=university,
            sis_id=f"S{n}",
            email=f"{name.lower()}@uni.example",
            first_name="A",
            last_name=name,
        )
        for n, name in enumerate(("One", "Two", "Three"), start=1)
    ]


@pytest.fixture(params=[1, 2, 50])
def batch(request, monkeypatch):
    for module in ("planning", "applying"):
        monkeypatch.setattr(f"students.services.roster.{module}.BATCH", request.param)


def known(tenant) -> dict[str | None, str]:
    return dict(User.objects.for_tenant(tenant).values_list("sis_id", "email"))


# From one to the next


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_each_takes_the_former_address_of_the_next(university, three, batch, order):
    ids = {student.pk for student in three}

    plan = run(university, canvas(*(CHAIN[n] for n in order)))

    assert plan.counts["addresses"] == 3
    assert {student.pk for student in User.objects.all()} == ids
    assert known(university) == {
        "S1": "two@uni.example",
        "S2": "three@uni.example",
        "S3": "new@uni.example",
    }
    assert run(university, canvas(*CHAIN)).is_empty


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_people_in_a_ring_swap_their_addresses(university, three, batch, order):
    ring = (*CHAIN[:2], "S3,A,Three,ONE@uni.example")

    run(university, canvas(*(ring[n] for n in order)))

    assert known(university) == {
        "S1": "two@uni.example",
        "S2": "three@uni.example",
        "S3": "ONE@uni.example",
    }


@pytest.mark.parametrize("new_first", [True, False])
def test_somebody_new_may_get_an_address_that_becomes_free(university, three, batch, new_first):
    rows = ["S9,New,Obi,one@uni.example", "S1,A,One,married@uni.example"]

    plan = run(university, canvas(*(rows if new_first else rows[::-1])))

    assert (plan.counts["created"], plan.counts["addresses"]) == (1, 1)
    assert known(university)["S9"] == "one@uni.example"
    assert User.objects.get(pk=three[0].pk).email == "married@uni.example"


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_a_chain_that_ends_at_somebody_who_stays_moves_nobody(university, three, batch, order):
    StudentFactory(tenant=university, email="new@uni.example", sis_id="S4")
    rows = (*CHAIN, "S9,New,Obi,one@uni.example")
    before = everything()

    errors = refused(university, canvas(*(rows[n] for n in order)))

    assert [line for line, _ in errors] == [2, 3, 4, 5]
    assert everything() == before


def test_a_bad_row_keeps_its_address_from_the_next_one(university, three):
    rows = (CHAIN[0], "S2,Ad?le,Two,three@uni.example", CHAIN[2])

    assert [line for line, _ in refused(university, canvas(*rows))] == [2, 3]
    assert known(university) == {
        "S1": "one@uni.example",
        "S2": "two@uni.example",
        "S3": "new@uni.example",
    }


def test_who_becomes_inactive_may_still_hand_an_address_on(university, three):
    rows = (CHAIN[0], "S2,A,Two,free@uni.example,suspended")

    run(university, canvas(*rows), deactivate_missing=True)

    assert dict(User.objects.values_list("email", "status")) == {
        "two@uni.example": "ACTIVE",
        "free@uni.example": "INACTIVE",
        "three@uni.example": "INACTIVE",
    }


# What follows


def test_each_address_stands_in_the_trail_with_the_former_one(university, three):
    actor = SuperAdminFactory(tenant=university)
    file = canvas("S1,Ada,One,new@uni.example", "S2,Ben,Two,two@uni.example")

    import_roster(
        actor=actor, tenant=university, roster=file, source="test", max_change=MaxChange(2)
    )

    event = AuditEvent.objects.get(event_type="user.updated")
    whole = AuditEvent.objects.get(event_type="roster.imported")
    assert (event.target_id, event.actor_user_id) == (three[0].pk, actor.pk)
    assert event.metadata == {
        "part_of": whole.metadata["run_id"],
        "user_id": three[0].pk,
        "tenant_id": university.pk,
        "roster_id": file.sha256,
        "changes": {"email": {"before": "one@uni.example", "after": "new@uni.example"}},
    }
    assert (whole.target_id, whole.metadata["counts"]["addresses"]) == (file.sha256, 1)


def test_sign_ins_stay_and_links_to_the_former_address_do_not(university, three):
    """As after a change of one address by an operator."""
    moved, stays, off = three
    of_server = {"tenant": university, "server_url": "https://cas.example", "subject": "one"}
    SSOIdentity.objects.create(user=moved, **of_server)
    moved.set_password("keeps the door ajar")
    moved.save()
    for student in three:
        InvitationFactory(tenant=university, user=student)
        PasswordResetFactory(tenant=university, user=student)

    run(
        university,
        canvas(
            "S1,A,One,new@uni.example",
            "S2,A,Two-Obi,two@uni.example",
            "S3,A,Three,other@uni.example,suspended",
        ),
    )

    assert SSOIdentity.objects.get(user=moved).subject == "one"
    moved.refresh_from_db()
    assert (moved.access_epoch, moved.check_password("keeps the door ajar")) == (0, True)
    assert list(PasswordReset.objects.unused().values_list("user", flat=True)) == [stays.pk]
    states = {
        student.pk: sorted(
            invitation.state for invitation in Invitation.objects.filter(user=student)
        )
        for student in three
    }
    assert states == {
        moved.pk: ["open", "replaced"],
        stays.pk: ["open"],
        off.pk: ["closed"],
    }
    User.objects.filter(pk=off.pk).update(status=UserStatus.ACTIVE)
    assert Invitation.objects.get(user=off).state == "expired"
    (mail,) = DBTaskResult.objects.filter(task_path="accounts.tasks.send_invitation")
    new = Invitation.objects.get(user=moved, replaced_at=None)
    assert mail.args_kwargs["args"][0] == new.pk
    (event,) = AuditEvent.objects.filter(target_id=moved.pk)
    assert event.metadata["invitation"] == "resent"


@pytest.mark.parametrize("size", [2, 40])
def test_statements_do_not_grow_with_the_addresses(university, django_assert_num_queries, size):
    for n in range(size):
        StudentFactory(tenant=university, sis_id=f"S{n}", email=f"s{n}@uni.example")
    ring = [f"S{n},A,B,s{(n + 1) % size}@uni.example" for n in range(size)]
    file = canvas(*ring)
    # The savepoint's two, the lock, programmes, active students; folding, users by id, those of an
    # address and their rows, memberships; changes: held with memberships, addresses given up,
    # updated; links withdrawn, who was invited, their former ones (2); new ones are none; events;
    # whom it was about; the trail.
    with django_assert_num_queries(20):
        plan = run(university, file)
    assert plan.counts["addresses"] == size


# What may not happen


def test_a_university_that_changes_its_domain_has_nobody_twice(university):
    for n in range(30):
        StudentFactory(tenant=university, sis_id=f"{n:05}", email=f"s{n}@old.example")
    ids = set(User.objects.values_list("pk", flat=True))
    rows = [f"{n:05},First{n},Last{n},s{n}@new.example" for n in range(30)]
    before = everything()

    with pytest.raises(RosterRefused, match=r"30 students, and 3 may .* 30 addresses change"):
        run(university, canvas(*rows), max_change=MaxChange.parse("10%"))
    assert everything() == before

    plan = run(university, canvas(*rows))
    assert (plan.counts["addresses"], plan.counts["created"]) == (30, 0)
    assert set(User.objects.values_list("pk", flat=True)) == ids
    assert {user.email.partition("@")[2] for user in User.objects.all()} == {"new.example"}
    assert run(university, canvas(*rows)).is_empty


@pytest.mark.parametrize(
    "late",
    [
        {"email": "NEW@uni.example"},
        {"email": "x@uni.example", "sis_id": "S9"},
    ],
)
def test_an_address_or_an_id_that_is_taken_meanwhile_is_a_conflict(
    university, three, monkeypatch, late
):
    apply_import = importing.apply_import
    before = everything()

    def after_somebody(**arguments):
        StudentFactory(tenant=university, **late)
        apply_import(**arguments)

    monkeypatch.setattr(importing, "apply_import", after_somebody)
    with pytest.raises(Conflict, match="Nothing was written"):
        run(university, canvas(*CHAIN, "S9,New,Obi,nine@uni.example"))
    assert everything() == before


@pytest.mark.parametrize(
    "edit", [{"email": "else@uni.example"}, {"sis_id": "S8"}, {"cohort": "2027"}]
)
def test_an_edit_meanwhile_is_not_lost(university, three, monkeypatch, edit):
    apply_import = importing.apply_import

    def after_edit(**arguments):
        User.objects.filter(pk=three[1].pk).update(**edit)
        apply_import(**arguments)

    monkeypatch.setattr(importing, "apply_import", after_edit)
    before = everything()
    with pytest.raises(Conflict, match="Somebody else changed"):
        run(university, canvas(*CHAIN))
    assert everything() == before


def test_a_run_that_breaks_off_leaves_every_address_as_it_was(university, three, monkeypatch):
    """Those that are handed on stand aside for a moment, and never longer than the run."""
    seen = []

    def broken(**arguments):
        seen.append(known(university))
        raise KeyboardInterrupt

    monkeypatch.setattr("students.services.roster.applying.follow_addresses", broken)
    before = everything()
    with pytest.raises(KeyboardInterrupt):
        run(university, canvas(*CHAIN))
    assert seen[0]["S1"] == "two@uni.example"
    assert everything() == before
