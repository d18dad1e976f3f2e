"""One address, one person (contract §16), where an address is changed or somebody is looked up."""

import pytest
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from accounts.models import PasswordReset, SecondFactor, User
from tenants.models import AuditEvent
from tests.accounts.resets import ask
from tests.accounts.second_factors import give_second_factor
from tests.accounts.test_addresses import KEPT, SPELLED, TAKEN, UNREACHABLE
from tests.accounts.users import stored, url
from tests.clients import OperatorClient
from tests.factories import FacultyFactory, UserFactory
from tests.operators import page, refused, told

pytestmark = pytest.mark.django_db

OLD = "ada@Müller.example"
IN_USE = "Another user has this e-mail address: change theirs first."


@pytest.fixture
def person(tenant) -> User:
    return FacultyFactory(tenant=tenant, email="old@state.example")


def form(user: User) -> str:
    return page("accounts_user_change_email", user.pk)


# A changed address ------------------------------------------------------------------------------


@pytest.mark.parametrize(("address", "why"), UNREACHABLE.items())
def test_nobody_is_given_an_address_that_no_mail_reaches(api, admin, person, address, why):
    answer = api.post(url(person, "change-email"), {"email": address})
    assert answer.json()["details"]["errors"] == [{"field": "email", "message": why}]

    assert refused(OperatorClient(admin).post(form(person), {"email": address})) == {"email": [why]}
    assert stored(person).email == "old@state.example"


@pytest.mark.parametrize("given", SPELLED)
def test_it_is_kept_as_an_invited_one(api, admin, person, given):
    kept = f"{given[:3]}{KEPT[3:]}"

    assert api.post(url(person, "change-email"), {"email": given}).json()["data"]["email"] == kept

    User.objects.filter(pk=person.pk).update(email="old@state.example")
    told(OperatorClient(admin).post(form(person), {"email": given}))
    assert stored(person).email == kept


@pytest.mark.parametrize("held", [KEPT, OLD])
@pytest.mark.parametrize("given", SPELLED)
def test_another_persons_address_is_refused_in_other_letters(
    api, admin, tenant, person, held, given
):
    UserFactory(tenant=tenant, email=held)

    answer = api.post(url(person, "change-email"), {"email": given})
    assert (answer.status_code, answer.json()["error"]) == (409, IN_USE)
    assert refused(OperatorClient(admin).post(form(person), {"email": given})) == {"": [IN_USE]}


@pytest.mark.parametrize("given", SPELLED)
def test_ones_own_address_from_before_is_written_as_it_is_kept_now(api, tenant, given):
    old = FacultyFactory(tenant=tenant, email=OLD)

    answer = api.post(url(old, "change-email"), {"email": given})

    assert answer.json()["data"]["email"] == f"{given[:3]}{KEPT[3:]}"
    assert AuditEvent.objects.get().metadata["changes"]["email"]["before"] == OLD


def test_an_address_from_before_that_is_left_as_it_is_changes_nothing(admin, tenant):
    old = FacultyFactory(tenant=tenant, email="ada@localhost")

    said = told(OperatorClient(admin).post(form(old), {"email": "ada@localhost"}))

    assert said == ["The address is the same as before; nothing was changed."]
    assert not AuditEvent.objects.exists()


# A person who is looked up ----------------------------------------------------------------------


HELD = [(held, one) for held in (KEPT, OLD) for one in SPELLED] + [("a@localhost", "A@localhost ")]


@pytest.mark.parametrize(("held", "spelled"), HELD)
def test_who_has_lost_a_password_is_found(tenant, client, held, spelled):
    user = UserFactory(tenant=tenant, email=held)

    assert ask(user, email=spelled).status_code == 200
    asked = client.post(f"/sign-in/{tenant.slug}/forgotten-password", {"email": spelled})

    assert asked.status_code == 200
    tasks = DBTaskResult.objects.all()
    assert [task.args_kwargs["args"][0] for task in tasks] == [user.pk, user.pk]


@pytest.mark.parametrize(("held", "spelled"), HELD)
def test_the_command_finds_who_has_lost_a_password(tenant, held, spelled):
    user = UserFactory(tenant=tenant, email=held)

    call_command("reset_password", spelled, tenant=tenant.slug)

    assert PasswordReset.objects.get().user_id == user.pk


@pytest.mark.parametrize("held", [KEPT, OLD])
@pytest.mark.parametrize("spelled", SPELLED)
def test_a_second_factor_is_removed_by_any_spelling(tenant, held, spelled):
    user = UserFactory(tenant=tenant, email=held)
    give_second_factor(user)

    call_command("remove_second_factor", f" {spelled} ", tenant=tenant.slug)

    assert not SecondFactor.objects.exists()


@pytest.mark.parametrize("held", [KEPT, OLD])
@pytest.mark.parametrize("spelled", SPELLED)
def test_the_command_invites_nobody_twice(tenant, person, held, spelled):
    UserFactory(tenant=tenant, email=held)
    options = {"tenant": tenant.slug, "role": person.role.name, "first_name": "A", "last_name": "B"}

    with pytest.raises(CommandError, match=TAKEN):
        call_command("invite", spelled, **options)
