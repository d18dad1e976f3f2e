"""Users in the admin: found, invited, changed, switched off and on (contract §5)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from accounts.models import Invitation, LegacyRole, ProgrammeMembership, User, UserStatus
from accounts.queries.membership import programme_codes
from tenants.models import AuditEvent
from tests.accounts.users import stored
from tests.clients import OperatorClient
from tests.factories import (
    FacultyFactory,
    InvitationFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)
from tests.operators import buttons, listed, offered, page, queries, refused, told

pytestmark = pytest.mark.django_db

LIST = "/admin/accounts/user/"
ADD = "/admin/accounts/user/add/"
ADDRESS = "Change the e-mail address"  # a button
SIGN_INS = "Sign-ins"  # likewise


def act(user: User, action: str = "change") -> str:
    return page(f"accounts_user_{action}", user.pk)


def form_of(user: User, **changes) -> dict:
    """Return what a browser sends when the form of a user is saved."""
    names = ("first_name", "middle_name", "last_name", "title", "department")
    values = {name: getattr(user, name) or "" for name in names}
    return values | {"role": user.role_id, "programme_codes": programme_codes(user)} | changes


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture
def super_operator(tenant) -> OperatorClient:
    return OperatorClient(SuperAdminFactory(tenant=tenant))


# List -----------------------------------------------------------------------------------------


def test_list_shows_who_the_users_are(tenant):
    super_admin = SuperAdminFactory(
        tenant=tenant, first_name="Sol", last_name="Lund", email="s@x.example"
    )
    user = FacultyFactory(
        tenant=tenant,
        first_name="Grace",
        last_name="Hopper",
        email="g@x.example",
        last_activity_at=datetime(2026, 1, 2, 9, 30, tzinfo=UTC),
    )
    for code in ("MPH", "MBA"):
        ProgrammeMembership.objects.create(
            tenant=tenant, user=user, programme=ProgrammeFactory(tenant=tenant, code=code)
        )
    StudentFactory(tenant=tenant, first_name="Not", last_name="Listed")
    UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant), first_name="Permissionless")
    UserFactory(first_name="Other university's")
    client = OperatorClient(super_admin)
    User.objects.filter(pk=super_admin.pk).update(last_activity_at=None)

    rows = [[cell for cell in row if cell != "-"] for row in listed(client.get(LIST))]

    assert rows[0] == [
        "Grace Hopper",
        "g@x.example",
        "Faculty",
        "MPH, MBA",
        "Active",
        "2 Jan 2026, 09:30 UTC",
    ]
    assert [row[0] for row in rows] == ["Grace Hopper", "Sol Lund"]


@pytest.mark.parametrize(
    ("columns", "word"),
    [
        ({}, "Being sent"),
        ({"sent": True}, "Pending"),
        ({"sent": True, "expires_at": timezone.now() - timedelta(days=1)}, "Expired"),
        ({"failed_at": timezone.now(), "failure": "550 no such user"}, "Mail failed"),
        ({"sent": True, "accepted_at": timezone.now()}, "Accepted"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_list_says_how_far_an_invitation_has_come(operator, tenant, columns, word):
    if columns.pop("sent", False):
        columns |= {"sent_at": timezone.now(), "token_hash": "0" * 64}
    InvitationFactory(
        tenant=tenant, replaced_at=timezone.now(), user=(user := FacultyFactory(tenant=tenant))
    )
    invitation = InvitationFactory(tenant=tenant, user=user, **columns)

    (row,) = (row for row in listed(operator.get(LIST)) if invitation.user.email in row)

    assert word in row


def test_page_says_why_a_mail_failed(operator, tenant):
    invitation = InvitationFactory(
        tenant=tenant, failed_at=timezone.now(), failure="550 no such user"
    )

    answer = operator.get(act(invitation.user))

    assert "The mail could not be delivered: 550 no such user" in answer.content.decode()


@pytest.mark.parametrize("term", ["hopp", "GRACE H", "g.h@"])
def test_search_finds_names_and_addresses(operator, tenant, term):
    user = FacultyFactory(
        tenant=tenant, first_name="Grace", last_name="Hopper", email="g.h@x.example"
    )
    FacultyFactory(tenant=tenant, first_name="Alan", last_name="Turing")

    rows = listed(operator.get(LIST, {"q": term}))

    assert [row[0] for row in rows] == [user.display_name]


def test_search_takes_percent_signs_as_they_are(operator):
    assert "Nothing matches" in operator.get(LIST, {"q": "%"}).content.decode()


def test_filters_narrow_the_list(operator, admin, tenant):
    programme = ProgrammeFactory(tenant=tenant)
    faculty = FacultyFactory(tenant=tenant, status=UserStatus.INACTIVE)
    deleted = FacultyFactory(tenant=tenant, status=UserStatus.DELETED)
    ProgrammeMembership.objects.create(tenant=tenant, user=faculty, programme=programme)
    role, own = faculty.role_id, admin.display_name

    def found(**asked) -> list[str]:
        return [row[0] for row in listed(operator.get(LIST, asked))]

    assert found() == [faculty.display_name, own]
    assert found(status="active") == [own]
    assert found(status="inactive") == [faculty.display_name]
    assert found(status="deleted") == [deleted.display_name]
    assert found(status="all") == [deleted.display_name, faculty.display_name, own]
    assert found(role__id__exact=role) == [faculty.display_name]
    assert found(programmes__id__exact=programme.pk) == [faculty.display_name]


def test_list_costs_the_same_for_one_and_three_rows(operator, tenant):
    def add(code: str) -> None:
        user = InvitationFactory(tenant=tenant).user
        programme = ProgrammeFactory(tenant=tenant, code=code)
        ProgrammeMembership.objects.create(tenant=tenant, user=user, programme=programme)

    add("A")
    one = queries(operator, LIST)
    add("B")
    add("C")

    assert queries(operator, LIST) == one


# Invite ---------------------------------------------------------------------------------------


def test_an_invitation_adds_the_user_and_sends_the_mail(operator, admin, tenant):
    role = SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.FACULTY)
    for code in ("MPH", "MBA"):
        ProgrammeFactory(tenant=tenant, code=code)

    answer = operator.post(
        ADD,
        {
            "email": "grace@example.com",
            "first_name": "Grace",
            "middle_name": "",
            "last_name": "Hopper",
            "role": role.pk,
            "programme_codes": ["MBA", "MPH"],
        },
    )

    assert told(answer) == ["Grace Hopper <grace@example.com> is invited. The mail is on its way."]
    user = User.objects.get(email="grace@example.com")
    assert (user.tenant, user.role, user.middle_name) == (tenant, role, None)
    assert programme_codes(user) == ["MBA", "MPH"]
    assert user.invitations.get().invited_by_id == admin.pk
    event = AuditEvent.objects.get(event_type="user.created")
    assert (event.actor_user_id, event.target_id) == (admin.pk, user.pk)


def test_only_what_can_be_assigned_is_offered(operator, tenant):
    for legacy_role in LegacyRole:
        SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)
    RoleFactory(tenant=tenant, name="Tutor")
    RoleFactory(name="Foreign")
    ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    ProgrammeFactory(tenant=tenant, code="OLD", is_active=False)
    ProgrammeFactory(code="FOREIGN")

    answer = operator.get(ADD)

    assert offered(answer, "role") == ["Admin", "Faculty", "Tutor"]
    assert offered(answer, "programme_codes") == ["MBA · Business"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"email": "no address"}, {"email": ["Enter a valid email address."]}),
        ({"first_name": ""}, {"first_name": ["This field is required."]}),
        ({"email": "TAKEN@example.com"}, {"": ["A user with this e-mail address exists already."]}),
    ],
)
def test_an_invitation_that_is_refused_says_why(operator, tenant, changes, reason):
    role = SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.FACULTY)
    FacultyFactory(tenant=tenant, email="taken@example.com", status=UserStatus.DELETED)
    person = {"email": "a@b.example", "first_name": "A", "last_name": "B", "role": role.pk}
    before = User.objects.count()

    assert refused(operator.post(ADD, person | changes)) == reason
    assert User.objects.count() == before


def test_nobody_invites_somebody_who_may_do_more(tenant):
    role = RoleFactory(
        tenant=tenant, permissions=["USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_create"]
    )
    client = OperatorClient(UserFactory(tenant=tenant, role=role))
    more = SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.ADMIN)
    person = {"email": "a@b.example", "first_name": "A", "last_name": "B", "role": more.pk}

    assert refused(client.post(ADD, person)) == {
        "": ["Permission denied: USER_MANAGEMENT.can_edit required"]
    }
    assert not User.objects.filter(email="a@b.example").exists()


# Change ---------------------------------------------------------------------------------------


def test_saved_changes_and_nothing_else_are_made(operator, tenant):
    user = FacultyFactory(tenant=tenant, first_name="John", title="Mr")
    tutor = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    programme = ProgrammeFactory(tenant=tenant, code="MBA")
    sent = form_of(
        user, title="Dr", role=tutor.pk, programme_codes=["MBA"], unlimited_sessions="on"
    )

    told(operator.post(act(user), sent))

    changed = stored(user)
    assert (changed.title, changed.role, changed.unlimited_sessions) == ("Dr", tutor, True)
    assert list(changed.programmes.all()) == [programme]
    event = AuditEvent.objects.get(event_type="user.updated")
    assert event.metadata["changes"] == {
        "title": {"before": "Mr", "after": "Dr"},
        "unlimited_sessions": {"before": False, "after": True},
        "role_id": {"before": user.role_id, "after": tutor.pk},
        "role_name": {"before": "Faculty", "after": tutor.name},
        "programme_codes": {"before": [], "after": ["MBA"]},
    }


def test_what_is_saved_unchanged_leaves_no_trace(operator, tenant):
    user = FacultyFactory(tenant=tenant)
    old = ProgrammeFactory(tenant=tenant, code="OLD", is_active=False)
    new = ProgrammeFactory(tenant=tenant, code="NEW")
    for programme in (old, new):
        ProgrammeMembership.objects.create(tenant=tenant, user=user, programme=programme)

    told(operator.post(act(user), form_of(user)))

    assert programme_codes(user) == ["OLD", "NEW"]
    assert stored(user).updated_at is None
    assert not AuditEvent.objects.exists()


def test_students_are_found_by_their_address_alone(operator, tenant):
    """Their programmes and sessions are changed here too (contract §5)."""
    student = StudentFactory(tenant=tenant)
    ProgrammeFactory(tenant=tenant, code="MBA")

    told(operator.post(act(student), form_of(student, programme_codes=["MBA"])))

    assert programme_codes(student) == ["MBA"]
    assert stored(student).role.legacy_role == LegacyRole.STUDENT


@pytest.mark.parametrize("action", ["change", "deactivate", "remove"])
def test_only_a_super_admin_changes_a_super_admin(operator, tenant, action):
    user = SuperAdminFactory(tenant=tenant, first_name="Sol")

    answer = operator.post(act(user, action), form_of(user, first_name="Eve"))

    assert answer.status_code == 403
    assert (stored(user).first_name, stored(user).status) == ("Sol", UserStatus.ACTIVE)


def test_the_own_role_stays(operator, admin, tenant):
    faculty = SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.FACULTY)

    answer = operator.post(act(admin), form_of(admin, role=faculty.pk))

    assert refused(answer) == {"": ["You cannot change the role of your own account."]}


@pytest.mark.parametrize("foreign", ["role", "programme_codes"])
def test_another_tenants_rows_cannot_be_chosen(operator, tenant, foreign):
    user = FacultyFactory(tenant=tenant)
    value = {"role": RoleFactory().pk, "programme_codes": [ProgrammeFactory(code="FOREIGN").code]}

    answer = operator.post(act(user), form_of(user, **{foreign: value[foreign]}))

    assert list(refused(answer)) == [foreign]


def test_who_may_only_look_sees_a_page_without_controls(tenant):
    client = OperatorClient(FacultyFactory(tenant=tenant))
    user = FacultyFactory(tenant=tenant, title="Dean")

    answer = client.get(act(user))

    assert "Dean" in answer.content.decode()
    assert 'name="title"' not in answer.content.decode()
    assert buttons(answer) == [SIGN_INS]
    assert client.post(act(user), form_of(user, title="Eve")).status_code == 403


# Switch off and on ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "action", "after", "event"),
    [
        (UserStatus.ACTIVE, "deactivate", UserStatus.INACTIVE, "user.deactivated"),
        (UserStatus.ACTIVE, "remove", UserStatus.DELETED, "user.deleted"),
        (UserStatus.INACTIVE, "remove", UserStatus.DELETED, "user.deleted"),
        (UserStatus.INACTIVE, "activate", UserStatus.ACTIVE, "user.activated"),
        (UserStatus.DELETED, "activate", UserStatus.ACTIVE, "user.activated"),
    ],
)
def test_a_status_is_changed_after_a_question(operator, tenant, before, action, after, event):
    user = FacultyFactory(tenant=tenant, status=before)

    question = operator.get(act(user, action))

    assert user.email in question.content.decode()
    assert stored(user).status == before
    (message,) = told(operator.post(act(user, action)))
    assert message.startswith(str(user))
    assert stored(user).status == after
    assert AuditEvent.objects.get().event_type == event


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        (
            UserStatus.ACTIVE,
            [
                *("Resend the invitation", SIGN_INS, ADDRESS, "Reset the password"),
                *("Deactivate", "Delete"),
            ],
        ),
        (UserStatus.INACTIVE, [SIGN_INS, ADDRESS, "Activate", "Delete"]),
        (UserStatus.DELETED, [SIGN_INS, ADDRESS, "Activate"]),
    ],
)
def test_buttons_are_those_that_mean_something(operator, tenant, status, shown):
    user = FacultyFactory(tenant=tenant, status=status)
    InvitationFactory(tenant=tenant, user=user)

    assert buttons(operator.get(act(user))) == shown


def test_nobody_deletes_themselves(operator, admin):
    answer = operator.post(act(admin, "remove"))

    assert refused(answer) == {"": ["You cannot deactivate or delete your own account."]}
    assert stored(admin).is_active


# Invite again ---------------------------------------------------------------------------------


def test_a_resent_invitation_replaces_the_former(operator, tenant):
    former = InvitationFactory(tenant=tenant)
    user = former.user

    (message,) = told(operator.post(act(user, "resend_invitation")))

    assert message == f"{user} is invited again. The mail is on its way."
    assert user.invitations.count() == 2
    assert Invitation.objects.get(pk=former.pk).replaced_at is not None


def test_too_many_invitations_are_refused(operator, tenant, settings):
    settings.INVITATION_RESEND_LIMIT = (1, 3600)
    user = InvitationFactory(tenant=tenant).user
    told(operator.post(act(user, "resend_invitation")))

    (reasons,) = refused(operator.post(act(user, "resend_invitation"))).values()

    assert len(reasons) == 1
    assert user.invitations.count() == 2


def test_an_accepted_invitation_is_not_sent_again(operator, tenant):
    user = InvitationFactory(tenant=tenant, accepted_at=timezone.now()).user

    assert operator.post(act(user, "resend_invitation")).status_code == 404
    assert user.invitations.count() == 1


# Another tenant -------------------------------------------------------------------------------


def test_a_super_admin_invites_into_the_current_tenant(super_operator, tenant):
    other = FacultyFactory()
    super_operator.work_in(other.tenant)
    person = {"email": "a@b.example", "first_name": "A", "last_name": "B", "role": other.role_id}

    told(super_operator.post(ADD, person))

    assert User.objects.get(email="a@b.example").tenant == other.tenant
    assert [row[1] for row in listed(super_operator.get(LIST))] == ["a@b.example", other.email]
