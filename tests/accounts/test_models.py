"""Users, roles and the ways in (contract §4, §5)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from accounts.models import (
    Invitation,
    LegacyRole,
    MailedLink,
    PasswordReset,
    ProgrammeMembership,
    RateCounter,
    Role,
    SecondFactor,
    ServiceKey,
    SSOLogin,
    User,
)
from config.permissions import ALL_FLAGS
from tests.factories import (
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.threads import at_once
from tests.violations import assert_refused, each

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)


def user_like(email: str, other: str) -> User:
    first = UserFactory(email=email)
    return UserFactory.build(tenant=first.tenant, role=None, email=other)


def role_like(name: str, other: str) -> Role:
    return RoleFactory.build(tenant=RoleFactory(name=name).tenant, name=other)


def second_system_role() -> Role:
    first = SystemRoleFactory(name="Admin")
    return RoleFactory.build(tenant=first.tenant, legacy_role=LegacyRole.ADMIN)


def role(**columns) -> Role:
    return RoleFactory.build(tenant=TenantFactory(), **columns)


def second_membership() -> ProgrammeMembership:
    programme = ProgrammeFactory()
    user = StudentFactory(tenant=programme.tenant, programmes=[programme])
    return ProgrammeMembership(tenant=programme.tenant, user=user, programme=programme)


def mailed[L: MailedLink](kind: type[L], user: User, token: str | None, **columns) -> L:
    return kind(tenant=user.tenant, user=user, token_hash=token, expires_at=NOW, **columns)


def second_link(kind: type[MailedLink]) -> MailedLink:
    user = UserFactory()
    mailed(kind, user, "a").save()
    return mailed(kind, user, "b")


def invitation(user: User, token: str | None, **columns) -> Invitation:
    return mailed(Invitation, user, token, **columns)


def violations_of(kind: type[MailedLink]) -> dict[str, list]:
    """Return what breaks the constraints of one kind of mailed links."""
    name = kind.__name__.lower()
    return {
        f"unique_live_{name}": [lambda: second_link(kind)],
        f"{name}_sent_with_token": [lambda: mailed(kind, UserFactory(), None, sent_at=NOW)],
        f"{name}_sent_or_failed": [
            lambda: mailed(kind, UserFactory(), "a", sent_at=NOW, failed_at=NOW)
        ],
    }


def second_factor(**columns) -> SecondFactor:
    user = UserFactory()
    return SecondFactor(tenant=user.tenant, user=user, **columns)


def second_login_by_a_ticket() -> SSOLogin:
    first = SSOLogin(tenant=(user := UserFactory()).tenant, user=user, ticket_digest="a")
    first.save()
    return SSOLogin(tenant=user.tenant, user=user, ticket_digest="a")


# Constraint → rows that break it and nothing else.
VIOLATIONS = {
    "unique_user_email": [
        lambda: user_like("ada@example.com", "ada@example.com"),
        lambda: user_like("ada@example.com", "ADA@Example.com"),
        lambda: user_like("jürgen@example.com", "JÜRGEN@example.com"),
        lambda: user_like("λ@example.com", "Λ@example.com"),
    ],
    "unique_user_sis_id": [
        lambda: UserFactory.build(
            tenant=UserFactory(sis_id="0007").tenant, role=None, sis_id="0007"
        ),
    ],
    "user_email_and_name_not_empty": [
        lambda: UserFactory.build(tenant=TenantFactory(), role=None, email=""),
        lambda: UserFactory.build(tenant=TenantFactory(), role=None, first_name=""),
    ],
    "user_status": [
        lambda: UserFactory.build(tenant=TenantFactory(), role=None, status="active"),
        lambda: UserFactory.build(tenant=TenantFactory(), role=None, status=""),
    ],
    "unique_role_name": [
        lambda: role_like("Dean", "Dean"),
        lambda: role_like("Übung", "übung"),
    ],
    "unique_system_role": [second_system_role],
    "role_legacy_role": [lambda: role(name="Root", legacy_role="ROOT")],
    "role_name_not_empty": [lambda: role(name="")],
    "role_permissions_known": [
        lambda: role(permissions=["USER_MANAGEMENT.can_fly"]),
        lambda: role(permissions=["PROGRAMMES.can_view", ""]),
        lambda: role(permissions=["programmes.can_view"]),
    ],
    "role_tenant_management": [
        lambda: role(permissions=["TENANT_MANAGEMENT.can_view"]),
        lambda: role(permissions=list(ALL_FLAGS)),
        lambda: role(legacy_role=LegacyRole.ADMIN, permissions=["TENANT_MANAGEMENT.can_edit"]),
    ],
    "role_student_without_permissions": [
        lambda: role(legacy_role=LegacyRole.STUDENT, permissions=["FEEDBACK.can_view"])
    ],
    "unique_programme_membership": [second_membership],
    **violations_of(Invitation),
    **violations_of(PasswordReset),
    "second_factor_active_with_secret": [
        lambda: second_factor(since=NOW),
        lambda: second_factor(secret="sealed"),
    ],
    "unique_sso_ticket": [second_login_by_a_ticket],
}


@pytest.mark.parametrize(("name", "build"), each(VIOLATIONS))
def test_constraint_refuses(name, build):
    assert_refused(build(), name)


def test_one_address_may_belong_to_users_of_two_tenants():
    first, second = UserFactory(email="ada@example.com"), UserFactory(email="Ada@Example.com")

    assert User.objects.for_tenant(first.tenant).with_email("ADA@EXAMPLE.COM").get() == first
    assert User.objects.for_tenant(second.tenant).with_email("ada@example.com").get() == second


def test_address_of_a_deleted_user_stays_taken():
    gone = UserFactory(email="ada@example.com", status="DELETED")

    assert_refused(
        UserFactory.build(tenant=gone.tenant, role=None, email="ada@example.com"),
        "unique_user_email",
    )


@pytest.mark.parametrize("asked", ["jürgen@example.com", "JÜRGEN@EXAMPLE.COM"])
def test_with_email_ignores_case_in_every_alphabet(asked):
    user = UserFactory(email="Jürgen@example.com")
    UserFactory(tenant=user.tenant, email="jurgen@example.com")

    assert list(User.objects.for_tenant(user.tenant).with_email(asked)) == [user]


def test_a_replaced_invitation_makes_room_for_the_next():
    user = UserFactory()
    invitation(user, "a", replaced_at=NOW).save()
    invitation(user, "b", replaced_at=NOW).save()
    invitation(user, "c").save()

    assert Invitation.objects.count() == 3


def test_many_invitations_may_wait_for_their_token():
    invitation(UserFactory(), None).save()
    invitation(UserFactory(), None).save()

    assert Invitation.objects.filter(token_hash=None).count() == 2


def legacy_role_of(user: User) -> str | None:
    return User.objects.values_list("legacy_role", flat=True).get(pk=user.pk)


def test_legacy_role_follows_the_role_under_the_orm():
    user = UserFactory(legacy_role=LegacyRole.SUPER_ADMIN)
    seen = [legacy_role_of(user)]

    for legacy_role in (LegacyRole.STUDENT, LegacyRole.FACULTY):
        user.role = SystemRoleFactory(tenant=user.tenant, legacy_role=legacy_role)
        user.save()
        seen.append(legacy_role_of(user))
    User.objects.filter(pk=user.pk).update(role=RoleFactory(tenant=user.tenant))
    seen.append(legacy_role_of(user))

    assert seen == ["ADMIN", "STUDENT", "FACULTY", None]


def test_legacy_role_follows_the_role_under_sql():
    user = UserFactory()
    student = SystemRoleFactory(tenant=user.tenant, legacy_role=LegacyRole.STUDENT)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET role_id = %s", [student.pk])
        followed = legacy_role_of(user)
        cursor.execute("UPDATE accounts_user SET role_id = NULL, legacy_role = 'ADMIN'")
        cleared = legacy_role_of(user)

    assert (followed, cleared) == ("STUDENT", None)


def test_legacy_role_of_a_user_can_not_be_forged():
    user = StudentFactory()

    User.objects.filter(pk=user.pk).update(legacy_role=LegacyRole.SUPER_ADMIN)
    bulk = UserFactory.build(tenant=user.tenant, role=user.role, legacy_role="ADMIN")
    User.objects.bulk_create([bulk])

    assert legacy_role_of(user) == legacy_role_of(bulk) == "STUDENT"


@pytest.mark.parametrize(
    ("before", "after"), [("ADMIN", "STUDENT"), ("ADMIN", None), (None, "ADMIN")]
)
def test_legacy_name_of_a_role_is_fixed(before, after):
    role = RoleFactory(legacy_role=before)

    with pytest.raises(IntegrityError, match="legacy name of a role"), transaction.atomic():
        Role.objects.update(legacy_role=after)

    role.refresh_from_db()
    assert role.legacy_role == before


def last_seen_of(user: User) -> datetime | None:
    return User.objects.values_list("last_seen_at", flat=True).get(pk=user.pk)


def test_last_seen_can_not_be_forged():
    truth = NOW - timedelta(days=1)
    student = StudentFactory(last_seen_at=NOW)
    assert last_seen_of(student) is None
    SessionFactory(user=student, start_time=truth, end_time=None)

    # The object still knows of no session: its save must not turn the clock back.
    student.first_name = "Renamed"
    student.save()
    assert last_seen_of(student) == truth
    User.objects.update(last_seen_at=NOW)
    assert last_seen_of(student) == truth
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET last_seen_at = NULL")
    assert last_seen_of(student) == truth
    bulk = StudentFactory.build(tenant=student.tenant, role=student.role, last_seen_at=NOW)
    User.objects.bulk_create([bulk])
    assert last_seen_of(bulk) is None


def test_last_seen_survives_a_change_of_role():
    session = SessionFactory(start_time=NOW, end_time=None)
    user = session.user
    user.role = SystemRoleFactory(tenant=user.tenant, legacy_role=LegacyRole.FACULTY)
    user.save()

    assert (legacy_role_of(user), last_seen_of(user)) == ("FACULTY", NOW)


def test_sort_name_folds_case_and_accents_and_follows_the_names():
    user = UserFactory(first_name="Ọlájídé", last_name="ÅNGSTRÖM-Ünal")
    user.refresh_from_db()
    assert user.sort_name == "olajide angstrom-unal"

    user.last_name = "Şahin"
    user.save()
    user.refresh_from_db()

    assert user.sort_name == "olajide sahin"
    assert user.display_name == "Ọlájídé Şahin"


@pytest.mark.parametrize(
    ("middle_name", "text"),
    [
        (None, "ada obi\nada obi\nada@example.com"),
        ("", "ada obi\nada obi\nada@example.com"),
        ("Grace", "ada obi\nada grace obi\nada@example.com"),
    ],
)
def test_search_text_holds_names_and_address_in_lower_case_without_accents(middle_name, text):
    user = UserFactory(
        first_name="Ada", middle_name=middle_name, last_name="ÖBI", email="Ada@example.com"
    )
    user.refresh_from_db()

    assert user.search_text == text


def test_updated_at_is_null_until_the_first_change_and_ignores_last_activity():
    user = UserFactory()
    User.objects.update(last_activity_at=NOW)
    assert User.objects.get().updated_at is None

    with time_machine.travel(NOW, tick=False):
        user.save()

    assert User.objects.get().updated_at == NOW


def test_flags_are_the_roles_and_all_for_a_super_admin():
    custom = RoleFactory(permissions=["FEEDBACK.can_view"])
    boss = SuperAdminFactory()
    boss.role.permissions = []

    assert UserFactory(tenant=custom.tenant, role=custom).flags == {"FEEDBACK.can_view"}
    assert UserFactory(role=None).flags == set()
    assert boss.flags == set(ALL_FLAGS)


def test_role_in_use_is_not_deleted():
    user = UserFactory()

    with pytest.raises(ProtectedError):
        user.role.delete()
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="user_role_fk"):
        cursor.execute("DELETE FROM accounts_role")


def test_service_key_is_made_and_found_inside_its_tenant():
    tenant = TenantFactory()
    key, secret = ServiceKey.objects.create_key(tenant=tenant, name="live service")

    assert ServiceKey.objects.for_tenant(tenant).get() == key
    assert ServiceKey.objects.get_from_key(secret) == key
    assert secret.split(".")[1] not in key.hashed_key
    assert list(ServiceKey.objects.for_tenant(TenantFactory())) == []


def test_rate_counter_counts_within_a_window_and_opens_the_next():
    with time_machine.travel(NOW, tick=False) as clock:
        end = NOW + timedelta(seconds=60)
        hits = [RateCounter.objects.hit("door", "Ada", seconds=60) for _ in range(3)]
        assert hits == [(1, end), (2, end), (3, end)]
        assert RateCounter.objects.hit("window", "Ada", seconds=10) == (
            1,
            NOW + timedelta(seconds=10),
        )

        clock.move_to(end - timedelta(microseconds=1))
        assert RateCounter.objects.hit("door", "Ada", seconds=60) == (4, end)
        clock.move_to(end)
        assert RateCounter.objects.hit("door", "Ada", seconds=60) == (
            1,
            end + timedelta(seconds=60),
        )


@pytest.mark.django_db(transaction=True)
def test_rate_counter_counts_every_one_of_parallel_tries():
    counts = at_once(
        lambda index: [RateCounter.objects.hit("door", "Ada", seconds=60)[0] for _ in range(5)], 20
    )

    assert sorted(hits for run in counts for hits in run) == list(range(1, 101))
    assert RateCounter.objects.get().hits == 100


def test_rate_counter_folds_case_as_addresses_are_compared_and_keeps_no_names():
    for who in ("tenant:ada@example.com", "tenant:ADA@EXAMPLE.COM", "tenant:ada@example.İnfo"):
        RateCounter.objects.hit("login", who, seconds=60)
    hits, _ = RateCounter.objects.hit("login", "tenant:Ada@example.com", seconds=60)

    assert hits == 3
    assert not any("ada" in counter.key for counter in RateCounter.objects.all())


def test_rate_counter_takes_back_one_try_and_forgets_all():
    for _ in range(3):
        RateCounter.objects.hit("login", "Ada", seconds=60)

    RateCounter.objects.refund("login", "ada")
    assert RateCounter.objects.hit("login", "Ada", seconds=60)[0] == 3

    RateCounter.objects.reset("login", "ADA")
    assert RateCounter.objects.hit("login", "Ada", seconds=60)[0] == 1
