"""deploy/release.sh and deploy/back.sh, with real servers behind the real proxy."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from tests.proxy import NAME, Proxy, running_proxy
from tests.releases import Installation
from tests.threads import meanwhile
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system, pytest.mark.drill]

PAGE = "/v1/docs"
ICON = "config/static/console/favicon.svg"


@pytest.fixture
def installation(tmp_path) -> Iterator[Installation]:
    made = Installation(tmp_path)
    made.commit("one")
    made.commit("two", {ICON: "<!-- two -->"})
    made.commit("broken", {"config/urls.py": "\nraise RuntimeError('broken')\n"})
    made.set_up("one")
    try:
        yield made
    finally:
        made.stop()


@contextmanager
def in_front(installation: Installation) -> Iterator[Proxy]:
    folder = installation.home / "nginx"
    folder.mkdir()
    first, second = map(int, installation.ports)
    with running_proxy(folder, first, second) as proxy:
        eventually(lambda: get(proxy, "/")[0] < 400)
        yield proxy


def get(proxy: Proxy, path: str) -> tuple[int, str]:
    with closing(proxy.connect()) as call:
        call.request("GET", path, headers={"Host": NAME})
        answer = call.getresponse()
        return answer.status, answer.read().decode()


def icon(proxy: Proxy) -> str:
    """Return the content of the icon that a page names."""
    status, page = get(proxy, "/sign-in")
    assert status == 200, page
    (path,) = set(re.findall(r'href="(/static/console/favicon\.[0-9a-f]+\.svg)"', page))
    status, content = get(proxy, path)
    assert status == 200
    return content


def respawn(installation: Installation, port: str) -> None:
    """Kill a process of a server as a lack of memory does, and wait for the one in its place."""
    server = installation.server(port)
    (process,) = server.children()
    process.kill()
    eventually(lambda: any(one != process for one in server.children()))


def test_a_release_takes_over_and_the_one_before_comes_back_without_a_lost_request(installation):
    first, second = installation.ports
    answers: Counter[int] = Counter()
    with in_front(installation) as proxy:
        before = icon(proxy)
        with meanwhile(lambda: answers.update([get(proxy, "/v1/schema")[0]])):
            released = installation.script("release.sh", "two")
            after = icon(proxy)
            back = installation.script("back.sh")

        assert (released.returncode, back.returncode) == (0, 0), released.stderr + back.stderr
        assert set(answers) == {200}
        assert answers[200] > 10
        assert "<!-- two -->" in after
        assert "<!-- two -->" not in before
        # The list of the newer release was written last; the old one still reads its own.
        respawn(installation, first)
        eventually(lambda: get(proxy, "/healthz")[0] == 200)
        assert icon(proxy) == before
    assert (installation.serving, installation.running) == (first, {first})
    assert [line for line in installation.asked if "@" not in line] == [
        "restart command-center-worker",
        "restart command-center-worker-mails",
        "restart command-center-worker-imports",
    ] * 2
    ways = [f"start command-center-web@{second}", f"stop command-center-web@{first}"]
    assert [line for line in installation.asked if line in ways] == ways


def test_a_release_that_does_not_start_leaves_the_other_one_serving(installation):
    first, second = installation.ports
    with in_front(installation) as proxy:
        result = installation.script("release.sh", "broken")

        assert result.returncode != 0
        assert f"The release in {installation.home}/{first} serves." in result.stderr
        assert get(proxy, PAGE)[0] == 200
    assert (installation.serving, installation.running) == (first, {first})
    assert f"start command-center-web@{second}" not in installation.asked


def test_what_cannot_be_done_is_said_and_nothing_is_touched(installation):
    refused = {
        ("release.sh", "no-such-release"): "error: there is no release no-such-release.",
        ("release.sh",): "usage: release.sh RELEASE",
        ("back.sh",): "never served; release.sh RELEASE brings any one back.",
        ("back.sh", "two"): "usage: back.sh",
    }
    for script, said in refused.items():
        result = installation.script(*script)
        assert result.returncode != 0
        assert said in result.stderr

    assert installation.running == {installation.serving}
    assert [line for line in installation.asked if not line.startswith("start")] == []
