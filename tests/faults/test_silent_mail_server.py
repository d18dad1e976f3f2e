"""A mail server that says nothing: mails are put off, and nothing else waits."""

import socket
from contextlib import contextmanager
from threading import Thread

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from accounts.models import Invitation
from accounts.services.invitations import issue_invitation
from tenants.tasks import seal_events_of
from tests.factories import UserFactory
from tests.waiting import eventually
from tests.workers import running_worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

MAILS = 20


class MuteServer:
    """Takes connections and says nothing, or a byte now and then and never a whole line."""

    def __init__(self, *, trickles: bool) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"smtp://127.0.0.1:{self._listener.getsockname()[1]}"
        self.trickles = trickles
        self.calls: list[socket.socket] = []

    def serve(self) -> None:
        while True:
            try:
                call, _ = self._listener.accept()
            except OSError:
                return
            self.calls.append(call)
            if self.trickles:
                Thread(target=self._trickle, args=[call], daemon=True).start()

    def _trickle(self, call: socket.socket) -> None:
        call.settimeout(1)
        try:
            while True:
                call.sendall(b"2")
                try:
                    if not call.recv(1):
                        return
                except TimeoutError:
                    continue
        except OSError:
            return

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for call in self.calls:
            call.close()


@contextmanager
def mute(*, trickles: bool):
    server = MuteServer(trickles=trickles)
    thread = Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join()


@pytest.mark.parametrize("trickles", [False, True], ids=["silent", "slow"])
def test_all_mails_are_put_off_after_one_has_waited(admin, tenant, trickles):
    with mute(trickles=trickles) as server:
        with transaction.atomic():
            for user in UserFactory.create_batch(MAILS, tenant=tenant):
                issue_invitation(actor=admin, user=user)
        with running_worker("--queue-name", "mails", EMAIL_URL=server.url):
            done = DBTaskResult.objects.successful()
            eventually(lambda: done.count() == MAILS)

        # One has waited, which counts as its first attempt; the others were not begun.
        assert len(server.calls) == 1
    assert Invitation.objects.filter(attempts=1).count() == 1
    assert Invitation.objects.filter(attempts=0).count() == MAILS - 1
    assert DBTaskResult.objects.filter(status="READY", queue_name="mails").count() == MAILS
    assert not DBTaskResult.objects.ready().exists()
    assert list(Invitation.objects.undelivered()) == []


def test_other_queues_wait_for_no_mail(admin, tenant):
    with (
        mute(trickles=False) as server,
        running_worker("--queue-name", "mails", EMAIL_URL=server.url),
        running_worker("--queue-name", "default,imports", EMAIL_URL=server.url),
    ):
        issue_invitation(actor=admin, user=UserFactory(tenant=tenant))
        eventually(lambda: server.calls)
        seal = seal_events_of.enqueue(tenant.pk)
        eventually(lambda: DBTaskResult.objects.successful().filter(pk=seal.id).exists())
        # The mail's ten seconds are not over, or it is put off by now; it held up nothing.
        assert not Invitation.objects.exclude(sent_at=None).exists()
