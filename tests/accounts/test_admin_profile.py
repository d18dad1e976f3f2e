"""The own profile in the admin (contract §2)."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import check_password
from django.utils import timezone

from accounts.models import User
from tenants.models import AuditEvent
from tests.accounts.users import stored
from tests.clients import ApiClient, OperatorClient
from tests.factories import PASSWORD, RoleFactory, SuperAdminFactory, TenantFactory, UserFactory
from tests.operators import refused, told

pytestmark = pytest.mark.django_db

PROFILE = "/admin/accounts/user/me/"
TOO_COMMON = (
    "This password is too common. This password is too easy to guess. This is a top-10 common "
    "password. Three or four words that have nothing to do with each other are hard to guess."
)
PASSWORD_PAGE = "/admin/accounts/user/me/password/"
NEW = "another fine phrase"


@pytest.fixture
def user(tenant) -> User:
    """Somebody who may do next to nothing here."""
    role = RoleFactory(tenant=tenant, permissions=["FEEDBACK.can_view"])
    return UserFactory(tenant=tenant, role=role, first_name="Ada", last_name="Obi", title="Dr")


@pytest.fixture
def operator(user) -> OperatorClient:
    return OperatorClient(user)


def form(**changes) -> dict:
    return {"first_name": "Ada", "last_name": "Obi", "title": "Dr", "department": ""} | changes


def passwords(**changes) -> dict:
    asked = {"current_password": PASSWORD, "new_password": NEW, "repeated": NEW}
    return asked | changes


def test_the_account_menu_leads_to_the_profile(operator, user):
    assert PROFILE in operator.get("/admin/").content.decode()
    content = operator.get(PROFILE).content.decode()

    assert user.email in content
    assert user.role.name in content


def test_people_change_their_own_names(operator, user):
    assert told(operator.post(PROFILE, form(first_name="Adaora", department="Law"))) == [
        "Your profile is saved."
    ]

    changed = stored(user)
    assert (changed.first_name, changed.title, changed.department) == ("Adaora", "Dr", "Law")
    event = AuditEvent.objects.get()
    assert (event.actor_user_id, event.target_id, set(event.metadata["changes"])) == (
        user.pk,
        user.pk,
        {"first_name", "department"},
    )


def test_nothing_else_of_the_account_can_be_changed(operator, user):
    told(operator.post(PROFILE, form(email="eve@x.example", role="", status="DELETED")))

    assert User.objects.values().get(pk=user.pk) == User.objects.values().get(pk=user.pk) | {
        "email": user.email,
        "role_id": user.role_id,
        "status": "ACTIVE",
    }


def test_a_name_is_required(operator, user):
    answer = operator.post(PROFILE, form(first_name=" "))

    assert refused(answer) == {"first_name": ["This field is required."]}
    assert "Ada Obi" in answer.content.decode()  # in the menu, as it is stored
    assert stored(user).first_name == "Ada"


def test_a_super_admin_changes_the_own_profile_in_whatever_tenant(tenant):
    super_admin = SuperAdminFactory(tenant=tenant)
    client = OperatorClient(super_admin)
    client.work_in(TenantFactory())

    told(client.post(PROFILE, form()))

    assert stored(super_admin).display_name == "Ada Obi"


def test_a_changed_password_ends_all_other_sign_ins(operator, user):
    api, elsewhere = ApiClient(user), OperatorClient(user)

    told(operator.post(PASSWORD_PAGE, passwords()))

    assert check_password(NEW, stored(user).password)
    assert operator.get(PROFILE).status_code == 200
    assert elsewhere.get(PROFILE).status_code == 302
    assert api.get("/v1/users/me").status_code == 401
    assert AuditEvent.objects.get().event_type == "password.changed"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"current_password": "wrong"}, {"": ["The current password is wrong."]}),
        ({"repeated": "something else"}, {"repeated": ["The two passwords differ."]}),
        ({"new_password": "x" * 101, "repeated": "x" * 101}, ["new_password", "repeated"]),
        (
            {"new_password": "password", "repeated": "password"},
            {"": [TOO_COMMON]},
        ),
    ],
)
def test_a_password_that_is_refused_says_why(operator, user, changes, reason):
    answer = operator.post(PASSWORD_PAGE, passwords(**changes))

    found = refused(answer)
    assert (found if isinstance(reason, dict) else list(found)) == reason
    assert check_password(PASSWORD, stored(user).password)


def test_guessing_the_current_password_is_slowed_down(operator, user, settings):
    settings.PASSWORD_LIMIT_PER_USER = (1, 900)
    operator.post(PASSWORD_PAGE, passwords(current_password="wrong"))

    assert list(refused(operator.post(PASSWORD_PAGE, passwords()))) == [""]
    assert check_password(PASSWORD, stored(user).password)


def test_who_signs_in_elsewhere_has_no_password_here(operator, user):
    user.set_unusable_password()
    user.save()
    operator.force_login(user)

    content = operator.get(PROFILE).content.decode()

    assert PASSWORD_PAGE not in content
    assert "you sign in through your university" in content
    assert operator.get(PASSWORD_PAGE).status_code == 404


def test_browsing_the_panel_is_an_activity(operator, user):
    for path in ("/admin/", "/admin/accounts/user/"):  # shown, and refused
        later = stored(user).last_activity_at + timedelta(minutes=5)
        with time_machine.travel(later, tick=False):
            operator.get(path)

        assert stored(user).last_activity_at == later


def test_browsing_costs_nothing_within_the_minute(operator, user, django_assert_num_queries):
    before = stored(user).last_activity_at
    assert timezone.now() - before < timedelta(minutes=1)

    # The session, the user, the own programmes and second factor, and three about the sign-ins.
    with django_assert_num_queries(7) as queries:
        operator.get(PROFILE)

    assert not any("UPDATE" in query["sql"] for query in queries)
