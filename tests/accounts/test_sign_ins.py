"""Sign-ins under concurrency, against the real database."""

import pytest

from accounts.models import SignIn
from accounts.services.sign_ins import open_sign_in
from tests.clients import ApiClient, bearer
from tests.factories import PASSWORD, UserFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def refresh(token: str, agent: str = "Tab"):
    client = ApiClient(HTTP_USER_AGENT=agent)
    return client.post("/v1/auth/refresh", {"refresh_token": token})


def test_a_refresh_token_wins_once_however_many_tabs_use_it_at_the_same_time():
    token = open_sign_in(user=UserFactory()).refresh_token

    answers = at_once(lambda index: refresh(token), 8)

    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
    # The losers come late and harm nobody: the winner's pair works.
    (won,) = (answer.json()["data"] for answer in answers if answer.status_code == 200)
    assert ApiClient().get("/v1/users/me", headers=bearer(won)).status_code == 200
    assert refresh(won["refresh_token"]).status_code == 200


def test_a_refresh_token_wins_once_however_many_clients_use_it_at_the_same_time():
    token = open_sign_in(user=UserFactory()).refresh_token

    answers = at_once(lambda index: refresh(token, agent=f"Program {index}"), 8)

    assert sorted(answer.status_code for answer in answers) == [200] + [401] * 7
    # The losers used a dead token, which ends the family of the winner too.
    assert SignIn.objects.open().count() == 0


def test_parallel_guesses_are_all_counted(settings):
    settings.LOGIN_LIMIT_PER_ACCOUNT = (5, 900)
    settings.LOGIN_FREE_MISTAKES = 5  # whoever comes late has to wait for nobody
    user = UserFactory()

    def guess(index: int) -> int:
        body = {"email": user.email, "password": f"guess {index}", "tenant_slug": user.tenant.slug}
        return ApiClient().post("/v1/auth/login", body).status_code

    assert sorted(at_once(guess, 12)) == [401] * 5 + [429] * 7


def test_many_may_sign_in_at_once_as_one_user():
    user = UserFactory()
    body = {"email": user.email, "password": PASSWORD, "tenant_slug": user.tenant.slug}

    codes = at_once(lambda index: ApiClient().post("/v1/auth/login", body).status_code, 6)

    assert codes == [200] * 6
    assert SignIn.objects.open().count() == 6
