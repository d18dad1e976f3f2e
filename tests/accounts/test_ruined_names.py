"""Names that another program has ruined are refused at every door where people write them (§17)."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.services.users import update_user
from config.errors import RuleViolation
from tenants.models import AuditEvent
from tests.accounts.test_admin_profile import PROFILE, form
from tests.accounts.test_admin_users import ADD, act, form_of
from tests.accounts.users import stored, url
from tests.clients import ApiClient, OperatorClient
from tests.factories import FacultyFactory, RoleFactory, StudentFactory
from tests.operators import refused, told

pytestmark = pytest.mark.django_db

USERS, ME = "/v1/console/users", "/v1/users/me"
RUINED = ["Ad?la", "Ad\ufffdle", "AdÃ©le", "Ad&eacute;le", "=?utf-8?Q?Ad=C3=A9le?=", "Adele_x000D_"]
REMEDY = "Type it in as the person writes it, or send it anew as UTF-8."


@pytest.fixture
def user(tenant) -> User:
    """Somebody whose last name and title end in letters beyond ASCII."""
    return FacultyFactory(
        tenant=tenant, first_name="Ada", last_name="Ng Ẩ", title="Mme É", department="Law"
    )


def faults(answer) -> dict[str, str]:
    assert answer.status_code == 422
    return {one["field"]: one["message"] for one in answer.json()["details"]["errors"]}


@pytest.mark.parametrize("name", RUINED)
@pytest.mark.parametrize("field", ["first_name", "middle_name", "last_name", "title", "department"])
def test_a_ruined_text_about_a_user_is_refused(api, user, field, name):
    ((told_field, message),) = faults(
        api.patch(url(user), {field: name, "status": "INACTIVE"})
    ).items()

    assert told_field == field
    assert message.startswith(
        f"The {field.replace('_', ' ')} {name} was ruined by another program:"
    )
    assert message.endswith(REMEDY)
    assert stored(user).status == "ACTIVE"
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("field", ["first_name", "middle_name", "last_name"])
def test_nobody_is_invited_under_a_ruined_name(api, tenant, field):
    role = RoleFactory(tenant=tenant)
    names = {"first_name": "Ada", "last_name": "Obi", "middle_name": None, field: "Ad?la"}

    answer = api.post(USERS, names | {"email": "a@b.example", "role_id": role.pk})

    assert set(faults(answer)) == {field}
    assert not User.objects.filter(email="a@b.example").exists()


@pytest.mark.parametrize("field", ["first_name", "last_name", "title", "department"])
def test_people_do_not_ruin_their_own_profile(user, field):
    answer = ApiClient(user).patch(ME, {field: "Ad?la"}, "application/json")

    assert set(faults(answer)) == {field}
    assert getattr(stored(user), field) == getattr(user, field)


@pytest.mark.parametrize(("field", "text"), [("last_name", "Ng ?"), ("title", "Mme ?")])
@pytest.mark.parametrize("own", [True, False])
def test_question_marks_for_the_letters_of_the_stored_text_are_refused(api, user, field, text, own):
    client, address = (ApiClient(user), ME) if own else (api, url(user))

    answer = client.patch(address, {field: text}, "application/json")

    assert answer.status_code == 400
    kept = getattr(user, field)
    assert answer.json()["error"] == (
        f"The {field.replace('_', ' ')} {text} was ruined by another program: letters in it were "
        f"replaced by question marks or by �; here it is {kept}. {REMEDY}"
    )
    assert getattr(stored(user), field) == kept


def test_a_cohort_is_held_against_the_same_rule(tenant):
    student = StudentFactory(tenant=tenant, cohort="Année É")

    with pytest.raises(RuleViolation, match="The cohort Année \\? was ruined"):
        update_user(actor=None, user=student, cohort="Année ?")


def test_what_was_stored_before_the_rule_keeps_nobody_from_changing_the_rest(api, tenant, admin):
    user = FacultyFactory(tenant=tenant, first_name="Ad?", last_name="Obi")

    answer = api.patch(url(user), {"first_name": "Ad?", "last_name": "Eze"})
    saved = OperatorClient(admin).post(act(user), form_of(user, last_name="Obi"))

    assert (answer.status_code, stored(user).first_name) == (200, "Ad?")
    assert told(saved)
    assert stored(user).last_name == "Obi"
    assert api.patch(url(user), {"first_name": "Adé"}).status_code == 200


def test_the_admin_says_it_beside_the_field(admin, user):
    client = OperatorClient(admin)

    (told_field,) = refused(client.post(act(user), form_of(user, first_name="AdÃ©le")))
    own = refused(OperatorClient(user).post(PROFILE, form(last_name="Ob?i", title="Mme É")))
    invited = refused(
        client.post(
            ADD,
            {
                "email": "new@b.example",
                "first_name": "Ad?la",
                "last_name": "Obi",
                "role": user.role_id,
            },
        )
    )

    assert told_field == "first_name"
    assert (set(own), set(invited)) == ({"last_name"}, {"first_name"})
    assert stored(user).first_name == "Ada"
    assert not User.objects.filter(email="new@b.example").exists()


def test_the_admin_says_what_is_stored_where_letters_would_be_lost(admin, user):
    answer = OperatorClient(admin).post(act(user), form_of(user, last_name="Ng ?"))

    assert "here it is Ng Ẩ" in answer.content.decode()
    assert stored(user).last_name == "Ng Ẩ"


def test_the_command_invites_nobody_under_a_ruined_name(tenant):
    role = RoleFactory(tenant=tenant, name="Dean", permissions=["FEEDBACK.can_view"])
    arguments = ["--tenant", tenant.slug, "--role", role.name, "--last-name", "Obi"]

    with pytest.raises(CommandError, match="first_name: The first name Ad\\?la was ruined"):
        call_command("invite", "a@b.example", *arguments, "--first-name", "Ad?la")
    assert not User.objects.filter(email="a@b.example").exists()


@pytest.mark.parametrize("name", ["O’Brien & Sons", "Ã", "São", "-Ann", "Ng Ẩ", "Łukasz"])
def test_names_as_people_bear_them_pass(api, user, name):
    assert api.patch(url(user), {"first_name": name}).status_code == 200
    assert stored(user).first_name == name
