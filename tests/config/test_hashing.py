"""Hashes of passwords: how many at once, and what those are told who come beyond."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.conf import settings as active
from django.contrib.auth.hashers import Argon2PasswordHasher, MD5PasswordHasher, get_hasher
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Invitation, User
from config import hashing
from config.hashing import FewArgon2Hasher, FewAtOnce
from tests import sandbox
from tests.clients import ApiClient, OperatorClient, login
from tests.factories import PASSWORD, UserFactory

MESSAGE = "Many people are signing in just now. Wait a few seconds, then try again."
REFUSED = {
    "success": False,
    "error": MESSAGE,
    "code": "INTERNAL_ERROR",
    "details": {"retry_after": 2},
}


class FewMD5Hasher(FewAtOnce, MD5PasswordHasher):
    """A hasher as in production, and cheap."""

    def verify(self, password, encoded):
        with hashing.place():
            return encoded == MD5PasswordHasher.encode(self, password, self.decode(encoded)["salt"])


@pytest.fixture
def stranger(tenant) -> User:
    """Somebody who has no account; asked for before all places are taken."""
    return UserFactory.build(tenant=tenant, email="nobody@example.com")


@pytest.fixture
def all_taken(settings) -> Iterator[ExitStack]:
    """All places are taken until the stack is closed."""
    settings.PASSWORD_HASHERS = ["tests.config.test_hashing.FewMD5Hasher"]
    with ExitStack() as places:
        for _ in range(hashing.places()):
            places.enter_context(hashing.place())
        yield places


@pytest.mark.parametrize(("threads", "places"), [(1, 1), (2, 1), (4, 2), (9, 4)])
def test_half_of_the_threads_may_hash_at_once(settings, threads, places):
    settings.WEB_THREADS = threads

    assert hashing.places() == places


class TellsItsNiceness:
    """Stands where a hasher of Django's stands."""

    def encode(self):
        return os.nice(0)


class FewNice(FewAtOnce, TellsItsNiceness):
    """A hasher as in production that tells how nice the thread is that hashes."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has nice threads")
def test_whoever_hashes_lets_all_others_go_first():
    ours = os.nice(0)

    assert FewNice().encode() == min(ours + 10, 19)  # the nicest
    assert os.nice(0) == ours


WHERE_NICENESS_IS_REFUSED = """
import os
from config.hashing import FewArgon2Hasher
from tests.sandbox import restrict_calls
restrict_calls(["@system-service", "~setpriority"], ["AF_UNIX"])
try:
    os.nice(1)
except PermissionError:
    print(FewArgon2Hasher().encode("password", "salted-well"))
"""


@pytest.mark.system
@pytest.mark.skipif(not sandbox.is_possible(), reason="this machine takes no rights from programs")
def test_a_machine_that_lets_nobody_be_nice_makes_the_same_hashes():
    said = subprocess.run(
        [sys.executable, "-c", WHERE_NICENESS_IS_REFUSED],
        cwd=active.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.stdout.strip() == FewArgon2Hasher().encode("password", "salted-well"), said.stderr


def test_hashes_are_as_strong_as_djangos(settings):
    settings.PASSWORD_HASHERS = ["config.hashing.FewArgon2Hasher"]
    ours, theirs = get_hasher(), Argon2PasswordHasher()

    assert (ours.algorithm, ours.time_cost, ours.memory_cost, ours.parallelism) == (
        *(theirs.algorithm, theirs.time_cost, theirs.memory_cost, theirs.parallelism),
    )
    assert theirs.verify("a", ours.encode("a", "saltsalt"))
    assert ours.verify("a", theirs.encode("a", "saltsalt"))


@pytest.mark.django_db
def test_known_and_unknown_accounts_are_told_the_same_and_no_try_is_counted(
    admin, stranger, anonymous, settings, all_taken
):
    settings.LOGIN_LIMIT_PER_ACCOUNT = (2, 900)

    for user in (admin, stranger) * 3:
        answer = login(anonymous, user)
        assert (answer.status_code, answer.json()) == (503, REFUSED)
        assert answer.headers["Retry-After"] == "2"

    all_taken.close()
    assert login(anonymous, admin).status_code == 200


@pytest.mark.django_db
def test_the_page_for_sign_in_says_so_above_its_form(admin, all_taken):
    page = reverse("sign-in", args=[admin.tenant.slug])

    answer = Client().post(page, {"email": admin.email, "password": PASSWORD})

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert MESSAGE in answer.text
    assert admin.email in answer.text


@pytest.mark.django_db
def test_who_changes_their_password_is_told_to_come_again(admin, all_taken):
    body = {"current_password": PASSWORD, "new_password": "keeps the door ajar"}

    answer = ApiClient(admin).post("/v1/users/me/change-password", body)

    assert (answer.status_code, answer.json()) == (503, REFUSED)


@pytest.mark.django_db
def test_a_page_of_the_admin_says_so(admin, all_taken, log):
    operator = OperatorClient(admin)
    body = {
        "current_password": PASSWORD,
        "new_password": "keeps the door ajar",
        "repeated": "keeps the door ajar",
    }

    answer = operator.post("/admin/accounts/user/me/password/", body)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert MESSAGE in answer.text
    assert "Traceback" not in log.getvalue()


@pytest.mark.django_db
def test_a_page_behind_a_mailed_link_says_so_and_the_link_stays_good(admin, settings):
    settings.PASSWORD_HASHERS = ["tests.config.test_hashing.FewMD5Hasher"]
    invited = UserFactory(tenant=admin.tenant)
    invitation = Invitation(
        tenant=admin.tenant, user=invited, invited_by_id=admin.pk, invited_by_name="Ada"
    )
    page = f"/invitations/{invitation.give_token()}"
    invitation.sent_at = timezone.now()
    invitation.save()
    typed = {"password1": "keeps the door ajar", "password2": "keeps the door ajar"}

    with ExitStack() as places:
        for _ in range(hashing.places()):
            places.enter_context(hashing.place())
        answer = Client().post(page, typed)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert MESSAGE in answer.text
    assert Client().post(page, typed).status_code == 200
    invited.refresh_from_db()
    assert invited.check_password("keeps the door ajar")
