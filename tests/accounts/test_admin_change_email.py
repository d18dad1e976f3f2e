"""The page of the admin on which an e-mail address is changed (contract §16)."""

import pytest
from django.utils import timezone

from accounts.models import SSOIdentity, User
from tenants.models import AuditEvent
from tests.accounts.invitations import enable_sso
from tests.clients import OperatorClient
from tests.factories import (
    FacultyFactory,
    InvitationFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    UserFactory,
)
from tests.operators import buttons, foretold, page, parsed, refused, told, words

pytestmark = pytest.mark.django_db

NEW = "new@example.com"
BUTTON = "Change the e-mail address"

ALWAYS = [
    "From now on the account is found by the new address alone; the former one becomes free.",
    "Open sign-ins, the password and all data stay.",
]
OWN = "This is your own account: make sure that you can sign in with the new address."
AT_SERVER = "The university’s sign-in server has to name the new address as well."
BOUND = "The name by which that server knows the person stays bound to this account."
ANEW = "The invitation is sent anew, to the new address; the link in the former mail stops working."
DEAD = "The link in the invitation that was sent stops working."
ROSTERS = "Rosters have to name the new address: the former one would add another student."


def url(user: User, name: str = "change_email") -> str:
    kind = "students_student" if user.legacy_role == "STUDENT" else "accounts_user"
    return page(f"{kind}_{name}", user.pk)


def stored(user: User) -> str:
    return User.objects.get(pk=user.pk).email


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture(params=[FacultyFactory, StudentFactory])
def person(request, tenant) -> User:
    return User.objects.get(pk=request.param(tenant=tenant, email="old@example.com").pk)


def test_the_page_shows_the_address_and_changes_it(operator, person):
    assert BUTTON in buttons(operator.get(url(person, "change")))

    asked = operator.get(url(person))

    (field,) = parsed(asked).xpath("//input[@name='email']")
    assert (field.get("type"), field.get("value")) == ("email", "old@example.com")
    assert "old@example.com" in words(parsed(asked).xpath("//main//strong")[0])
    (said,) = told(operator.post(url(person), {"email": NEW}))
    assert said == f"The address is changed. This is {person.display_name} <{NEW}> now."
    assert stored(person) == NEW
    assert AuditEvent.objects.get().metadata["changes"] == {
        "email": {"before": "old@example.com", "after": NEW}
    }


def test_the_same_address_says_that_nothing_was_changed(operator, person):
    assert told(operator.post(url(person), {"email": person.email})) == [
        "The address is the same as before; nothing was changed."
    ]
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("given", ["", "ada@", f"{'a' * 250}@b.io", "a\0@b.example"])
def test_what_is_no_address_is_refused_beside_the_field_and_kept_there(operator, person, given):
    answer = operator.post(url(person), {"email": given})

    assert list(refused(answer)) == ["email"]
    assert stored(person) == "old@example.com"


def test_an_address_that_is_taken_is_refused_in_the_form(operator, person):
    FacultyFactory(tenant=person.tenant, email=NEW, status="DELETED")

    answer = operator.post(url(person), {"email": NEW.upper()})

    said = "A deleted user has this e-mail address: activate them, or change their address first."
    assert refused(answer) == {"": [said]}
    (field,) = parsed(answer).xpath("//input[@name='email']")
    assert field.get("value") == NEW.upper()


def test_who_lacks_the_right_sees_no_button_and_is_refused(person):
    role = RoleFactory(tenant=person.tenant, permissions=["USER_MANAGEMENT.can_view"])
    client = OperatorClient(UserFactory(tenant=person.tenant, role=role))

    assert client.get(url(person)).status_code == 403
    assert client.post(url(person), {"email": NEW}).status_code == 403
    assert stored(person) == "old@example.com"


# What the page foretells ----------------------------------------------------------------------


def test_of_somebody_who_only_has_a_password_there_is_little_to_say(operator, tenant):
    assert foretold(operator.get(url(FacultyFactory(tenant=tenant)))) == ALWAYS


def test_an_operator_is_warned_about_their_own_account(operator, admin):
    assert foretold(operator.get(url(admin))) == [*ALWAYS, OWN]


def test_it_says_what_becomes_of_single_sign_on(operator, tenant):
    user = FacultyFactory(tenant=tenant)
    enable_sso(tenant)
    assert foretold(operator.get(url(user))) == [*ALWAYS, AT_SERVER]

    SSOIdentity.objects.create(
        tenant=tenant, user=user, server_url="https://cas.state.edu", subject="ada"
    )
    assert foretold(operator.get(url(user))) == [*ALWAYS, AT_SERVER, BOUND]


def test_it_says_what_becomes_of_the_invitation(operator, tenant):
    invitation = InvitationFactory(tenant=tenant)
    assert foretold(operator.get(url(invitation.user))) == [*ALWAYS, ANEW]

    User.objects.filter(pk=invitation.user_id).update(status="INACTIVE")
    assert foretold(operator.get(url(invitation.user))) == [*ALWAYS, DEAD]

    invitation.accepted_at = timezone.now()
    invitation.save()
    assert foretold(operator.get(url(invitation.user))) == ALWAYS


def test_it_says_what_rosters_do_with_the_former_address_of_a_student(operator, tenant):
    student = User.objects.get(pk=StudentFactory(tenant=tenant).pk)

    assert foretold(operator.get(url(student))) == [*ALWAYS, ROSTERS]


def test_the_mails_of_an_operator_are_counted(admin, tenant, settings):
    settings.RATE_LIMITS = settings.RATE_LIMITS | {"invite": (1, 60)}
    operator, user = OperatorClient(admin), InvitationFactory(tenant=tenant).user

    told(operator.post(url(user), {"email": NEW}))
    (refusals,) = refused(operator.post(url(user), {"email": user.email})).values()

    assert refusals[0].startswith("Too many")
    assert stored(user) == NEW
    # Without a mail there is nothing to count.
    told(operator.post(url(FacultyFactory(tenant=tenant)), {"email": user.email}))


def test_of_two_tabs_the_later_one_counts(operator, tenant):
    user = FacultyFactory(tenant=tenant)
    for _ in range(2):
        operator.get(url(user))

    told(operator.post(url(user), {"email": "first@example.com"}))
    told(operator.post(url(user), {"email": "second@example.com"}))

    assert stored(user) == "second@example.com"


def test_only_a_super_admin_changes_a_super_admins(operator, tenant):
    boss = SuperAdminFactory(tenant=tenant)

    assert operator.post(url(boss), {"email": NEW}).status_code == 403
    assert stored(boss) == boss.email
