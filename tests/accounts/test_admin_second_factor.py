"""The second factor in the admin: the own one, and that of somebody who lost it (contract §16)."""

from datetime import timedelta

import pytest
from lxml import html

from accounts.models import SecondFactor
from tenants.models import AuditEvent
from tests.accounts.second_factors import Phone, give_second_factor
from tests.clients import ApiClient, OperatorClient, login
from tests.factories import PASSWORD, FacultyFactory, RoleFactory, SuperAdminFactory, UserFactory
from tests.operators import buttons, forms, page, queries, refused, told

pytestmark = pytest.mark.django_db

OWN = "/admin/accounts/user/me/second-factor/"
CODES, REMOVE = f"{OWN}recovery-codes/", f"{OWN}remove/"


@pytest.fixture
def user(clock, tenant):
    """Somebody who may do next to nothing here."""
    role = RoleFactory(tenant=tenant, permissions=["FEEDBACK.can_view"])
    return UserFactory(tenant=tenant, role=role, email="ada@state.edu")


@pytest.fixture
def operator(user) -> OperatorClient:
    return OperatorClient(user)


def offered(operator: OperatorClient, **proof: str) -> tuple[Phone, dict[str, str]]:
    """Begin a set-up; return the phone that scanned the page, and the page's hidden field."""
    answer = operator.post(OWN, proof)
    (secret,) = html.fromstring(answer.text).xpath("//code[@id='secret']/text()")
    (sealed,) = forms(answer)[-1].values["offer"]
    return Phone(secret), {"offer": sealed}


def codes_of(answer) -> list[str]:
    (text,) = html.fromstring(answer.text).xpath("//textarea/text()")
    return text.split()


# The own one ------------------------------------------------------------------------------------


def test_the_profile_leads_to_it(operator, user):
    assert f'href="{OWN}">Set one up' in operator.get("/admin/accounts/user/me/").text

    give_second_factor(user)

    assert "Active: see, replace or remove it" in operator.get("/admin/accounts/user/me/").text


def test_it_is_set_up_by_password_and_first_code(operator, user):
    phone, form = offered(operator, current_password=PASSWORD)
    assert not SecondFactor.objects.exists()

    wrong = operator.post(OWN, form | {"code": phone.wrong_code()})
    assert "The code is wrong. Type the one that the app shows now." in wrong.text
    assert phone.secret in wrong.text
    done = operator.post(OWN, form | {"code": phone.code()})

    codes = codes_of(done)
    assert len(set(codes)) == 10
    assert "nobody can show them again" in done.text
    assert "10 recovery codes remaining" in operator.get(OWN).text
    assert not set(codes) & set(operator.get(OWN).text.split())
    event = AuditEvent.objects.get(event_type="second_factor.added")
    assert (event.actor_user_id, event.target_id) == (user.pk, user.pk)


def test_its_qr_code_is_drawn_in_the_page_itself(operator, user):
    answer = operator.post(OWN, {"current_password": PASSWORD})

    (drawing,) = html.fromstring(answer.text).xpath("//p[@role='img']/svg")
    assert drawing.xpath(".//path")
    assert not drawing.xpath(".//@style | .//script | .//image")
    assert answer["Cache-Control"]


@pytest.mark.parametrize("password", ["", "wrong"])
def test_a_borrowed_browser_binds_nothing_to_the_account(operator, user, password):
    answer = operator.post(OWN, {"current_password": password})

    assert answer.status_code == 200
    assert (
        "<svg"
        not in html.tostring(html.fromstring(answer.text).find(".//form[@novalidate]")).decode()
    )
    assert refused(answer) == (
        {"": ["The current password is wrong."]}
        if password
        else {"current_password": ["This field is required."]}
    )


@pytest.mark.parametrize("what", ["old", "somebody else's", "none of ours"])
def test_an_offer_that_does_not_count_any_more_begins_again(operator, user, clock, tenant, what):
    phone, form = offered(operator, current_password=PASSWORD)
    if what == "old":
        clock.shift(timedelta(minutes=15, seconds=1))
    elif what == "somebody else's":
        phone, form = offered(
            OperatorClient(FacultyFactory(tenant=tenant)), current_password=PASSWORD
        )
    else:
        form = {"offer": "x"}

    answer = operator.post(OWN, form | {"code": phone.code()})

    assert told(answer) == ["The page was open for too long. Begin again."]
    assert answer.url == OWN
    assert not SecondFactor.objects.exists()


def test_a_second_tab_does_not_replace_what_the_first_has_set_up(operator, user):
    first, form = offered(operator, current_password=PASSWORD)
    late, late_form = offered(operator, current_password=PASSWORD)
    operator.post(OWN, form | {"code": first.code()})

    answer = operator.post(OWN, late_form | {"code": late.code()})

    assert refused(answer) == {
        "": ["Your second factor was changed meanwhile, in another window perhaps. Begin again."]
    }


def test_it_is_replaced_by_a_code_of_the_one_before(operator, user, anonymous, clock):
    former, _ = give_second_factor(user)
    assert refused(operator.post(OWN, {"code": former.wrong_code()}))[""][0].startswith("The code")

    phone, form = offered(operator, code=former.code())
    operator.post(OWN, form | {"code": phone.code()})

    clock.shift(timedelta(seconds=60))
    assert login(anonymous, user, code=former.code()).status_code == 401
    assert login(anonymous, user, code=phone.code()).status_code == 200


def test_it_is_removed_by_a_code(operator, user, anonymous):
    phone, _ = give_second_factor(user)
    assert refused(operator.post(REMOVE, {"code": phone.wrong_code()}))[""]

    assert told(operator.post(REMOVE, {"code": phone.code()})) == ["Your second factor is removed."]

    assert login(anonymous, user).status_code == 200


def test_new_recovery_codes_are_shown_once(operator, user, anonymous):
    _, former = give_second_factor(user)

    fresh = codes_of(operator.post(CODES, {"code": former[0].replace("-", " ")}))

    assert len(set(fresh) - set(former)) == 10
    assert login(anonymous, user, code=former[1]).status_code == 401
    assert login(anonymous, user, code=fresh[1]).status_code == 200


def test_a_super_admin_who_needs_one_may_not_remove_it(clock, tenant, settings):
    settings.SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS = True
    owner = SuperAdminFactory(tenant=tenant)
    phone, _ = give_second_factor(owner)
    operator = OperatorClient(owner)

    assert REMOVE not in operator.get(OWN).text
    assert "You can replace it" in refused(operator.post(REMOVE, {"code": phone.code()}))[""][0]


@pytest.mark.parametrize("address", [CODES, REMOVE])
def test_pages_about_a_second_factor_lead_to_the_set_up_without_one(operator, address):
    answer = operator.get(address)

    assert told(answer) == ["There is no second factor yet."]
    assert answer.url == OWN


@pytest.mark.parametrize("address", [OWN, CODES, REMOVE])
def test_accounts_without_a_password_have_no_such_pages(operator, user, address):
    user.set_unusable_password()
    user.save()
    operator.force_login(user)

    assert operator.get(address).status_code == 404
    assert OWN not in operator.get("/admin/accounts/user/me/").text


def test_a_super_admin_who_works_elsewhere_sets_up_their_own(clock, tenant):
    owner, elsewhere = SuperAdminFactory(), tenant
    operator = OperatorClient(owner)
    operator.work_in(elsewhere)

    phone, form = offered(operator, current_password=PASSWORD)
    operator.post(OWN, form | {"code": phone.code()})

    assert SecondFactor.objects.get().tenant_id == owner.tenant_id


# That of others ---------------------------------------------------------------------------------


@pytest.fixture
def boss(clock, tenant) -> OperatorClient:
    return OperatorClient(SuperAdminFactory(tenant=tenant))


def test_an_operator_removes_it_for_somebody_who_has_lost_it(boss, user, anonymous):
    give_second_factor(user)
    card = page("accounts_user_change", user.pk)
    assert "Active since" in boss.get(card).text
    assert "Remove the second factor" in buttons(boss.get(card))

    answer = boss.post(page("accounts_user_take_second_factor", user.pk))

    assert told(answer) == [f"The second factor of {user} is removed."]
    assert login(anonymous, user).status_code == 200
    assert "Remove the second factor" not in buttons(boss.get(card))
    event = AuditEvent.objects.get(event_type="second_factor.removed")
    assert (event.actor_user_id, event.target_id) == (boss._user.pk, user.pk)


def test_nobody_removes_that_of_somebody_who_may_do_more(clock, tenant):
    owner = SuperAdminFactory(tenant=tenant)
    give_second_factor(owner)
    role = RoleFactory(
        tenant=tenant, permissions=["USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_edit"]
    )
    helper = UserFactory(tenant=tenant, role=role)

    by_page = OperatorClient(helper).post(page("accounts_user_take_second_factor", owner.pk))
    by_api = ApiClient(helper).delete(f"/v1/console/users/{owner.pk}/second-factor")

    assert (by_page.status_code, by_api.status_code) == (403, 403)
    assert SecondFactor.objects.exists()


def test_the_list_of_users_costs_no_query_per_user(boss, tenant):
    def cost() -> int:
        return queries(boss, page("accounts_user_changelist"))

    give_second_factor(FacultyFactory(tenant=tenant))
    one = cost()
    for user in FacultyFactory.create_batch(4, tenant=tenant):
        give_second_factor(user)

    assert cost() == one
