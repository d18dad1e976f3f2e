"""Where browser sessions are kept: found by their keys, stored under the keys' digests."""

import asyncio
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
import time_machine
from asgiref.sync import sync_to_async
from django.contrib.sessions.backends.base import UpdateError
from django.core.management import call_command
from django.db import connections

from accounts.models import BrowserSession
from accounts.models.session import SessionStore
from tests.clients import OperatorClient
from tests.threads import at_once

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 12, tzinfo=UTC)


@pytest.fixture
def session() -> SessionStore:
    session = SessionStore()
    session["who"] = "ada"
    session.save()
    return session


def keys() -> set[str]:
    return set(BrowserSession.objects.values_list("key_digest", flat=True))


def test_the_database_holds_the_digest_of_the_key_alone(admin):
    key = OperatorClient(admin).cookies["sessionid"].value

    assert keys() == {sha256(key.encode()).hexdigest()}
    assert key not in str(BrowserSession.objects.values())


def test_a_digest_opens_nothing(session):
    (stolen,) = keys()
    thief = SessionStore(stolen)

    assert thief.load() == {}
    assert thief.session_key is None
    assert not session.exists(stolen)


def test_a_session_is_read_written_and_deleted_by_its_key(session):
    again = SessionStore(session.session_key)
    assert again["who"] == "ada"
    again["who"] = "grace"
    again.save()
    assert SessionStore(session.session_key)["who"] == "grace"
    assert session.exists(session.session_key)

    again.delete()

    assert not session.exists(session.session_key)
    assert keys() == set()


def test_a_new_key_takes_the_content_along(session):
    before = session.session_key

    session.cycle_key()

    assert session.session_key != before
    assert SessionStore(session.session_key)["who"] == "ada"
    assert SessionStore(before).load() == {}
    assert len(keys()) == 1


def test_flushed_is_gone(session):
    session.flush()

    assert (session.session_key, keys()) == (None, set())


def test_what_was_deleted_meanwhile_does_not_come_back(session):
    other = SessionStore(session.session_key)
    other["who"] = "grace"
    session.delete()

    with pytest.raises(UpdateError):
        other.save()

    assert keys() == set()


def test_expired_sessions_open_nothing_and_are_cleared():
    with time_machine.travel(NOW, tick=False) as clock:
        session = SessionStore()
        session.set_expiry(60)
        session.save()
        clock.shift(timedelta(seconds=61))

        assert SessionStore(session.session_key).load() == {}
        kept = SessionStore()
        kept.save()
        call_command("clearsessions")

    assert keys() == {sha256(kept.session_key.encode()).hexdigest()}


@pytest.mark.parametrize("cookie", ["", "x", "\0" * 40, "é" * 40, "x" * 10_000, "'; --"])
def test_odd_cookies_are_no_session(cookie, client, session):
    assert SessionStore(cookie).load() == {}


@pytest.mark.django_db(transaction=True)
def test_sessions_that_begin_at_once_are_all_different():
    def begin(index: int) -> str:
        session = SessionStore()
        session["who"] = index
        session.save()
        return session.session_key

    begun = at_once(begin, 8)

    assert len({*begun}) == 8
    assert [SessionStore(key)["who"] for key in begun] == list(range(8))


@pytest.mark.django_db(transaction=True)
def test_coroutines_find_the_same_sessions():
    async def live() -> tuple[dict, bool, bool]:
        session = SessionStore()
        await session.aset("who", "ada")
        await session.asave()
        key = session.session_key
        held = await SessionStore(key).aload(), await session.aexists(key)
        await session.adelete()
        found = *held, await session.aexists(key)
        await sync_to_async(connections.close_all)()
        return found

    assert asyncio.run(live()) == ({"who": "ada"}, True, False)


# Whose it is ---------------------------------------------------------------------------------


def test_a_session_knows_whose_person_signed_in(admin, client):
    client.force_login(admin)

    assert BrowserSession.objects.get().tenant_id == admin.tenant_id


def test_a_session_of_nobody_has_no_tenant(client):
    session = client.session
    session["organisation"] = "x"
    session.save()

    assert BrowserSession.objects.get().tenant_id is None


def test_a_session_that_the_release_before_made_goes_on(admin):
    browser = OperatorClient(admin)
    BrowserSession.objects.update(tenant_id=None)

    assert browser.get("/admin/").status_code == 200
