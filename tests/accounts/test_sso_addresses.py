"""Which machines we call for a tenant: none that only we can reach."""

import socket
from ipaddress import ip_address, ip_network

import pytest

from accounts.sso import http
from accounts.sso.addresses import may_be_called, resolve
from accounts.sso.faults import CASFault

PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]
OURS = ["127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "::1", "fd00::1"]
NEVER = [
    "0.0.0.0",  # noqa: S104 - to be called, not listened on
    "169.254.169.254",
    "224.0.0.1",
    "239.255.255.255",
    "::",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "::ffff:169.254.169.254",
    "2002:a9fe:a9fe::1",
    "64:ff9b::a9fe:a9fe",
]
NOBODYS = [
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "2001:db8::1",
    "::127.0.0.1",
    # A public server in Teredo's name that leads to a private machine.
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",
]
DISGUISED = ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::1", "64:ff9b::a00:1"]


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("is_lenient", [False, True])
def test_public_machines_may_be_called(address, is_lenient, settings):
    settings.SSO_ALLOWS_PRIVATE_NETWORKS = is_lenient

    assert may_be_called(ip_address(address))


@pytest.mark.parametrize("address", OURS + NEVER + NOBODYS + DISGUISED)
def test_other_machines_may_not(address, settings):
    settings.SSO_ALLOWS_PRIVATE_NETWORKS = False

    assert not may_be_called(ip_address(address))


@pytest.mark.parametrize("address", OURS + DISGUISED)
def test_private_machines_may_where_the_settings_say_so(address, settings):
    settings.SSO_ALLOWS_PRIVATE_NETWORKS = True

    assert may_be_called(ip_address(address))


@pytest.mark.parametrize("address", NEVER)
def test_machines_that_hold_a_clouds_secrets_never_may(address, settings):
    settings.SSO_ALLOWS_PRIVATE_NETWORKS = True
    settings.SSO_PRIVATE_NETWORKS = [ip_network("0.0.0.0/0"), ip_network("::/0")]

    assert not may_be_called(ip_address(address))


def test_networks_can_be_opened_one_by_one(settings):
    settings.SSO_ALLOWS_PRIVATE_NETWORKS = False
    settings.SSO_PRIVATE_NETWORKS = [ip_network("10.3.0.0/16"), ip_network("fd00:7::/32")]

    opened = ["10.3.0.1", "10.4.0.1", "fd00:7::1", "fd00:8::1", "127.0.0.1", "::ffff:10.3.0.1"]
    assert [may_be_called(ip_address(one)) for one in opened] == [
        True,
        False,
        True,
        False,
        False,
        True,
    ]


@pytest.fixture
def dns(monkeypatch):
    """A DNS in which a name has the given addresses; it counts how often it is asked."""
    asked = []

    def answer(*addresses: str):
        def look_up(host, port, **options):
            asked.append(host)
            return [
                (socket.AF_INET6 if ":" in one else socket.AF_INET, 1, 6, "", (one, port))
                for one in addresses
            ]

        monkeypatch.setattr("accounts.sso.addresses.socket.getaddrinfo", look_up)
        return asked

    return answer


def test_name_with_one_private_address_is_refused_altogether(dns, settings):
    settings.SSO_ALLOWS_PRIVATE_NETWORKS = False
    dns("93.184.216.34", "10.0.0.1")

    with pytest.raises(CASFault, match=r"has the address 10\.0\.0\.1, which is not on the public"):
        resolve("cas.state.edu", 443)


@pytest.mark.parametrize("host", ["no.such.host.invalid", "x" * 64 + ".edu", "a..b"])
def test_name_that_is_unknown_or_none_is_refused(host):
    with pytest.raises(CASFault, match="is not known"):
        resolve(host, 443)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_address_in_any_spelling_is_judged_before_it_is_called(host, settings):
    settings.SSO_ALLOWS_PRIVATE_NETWORKS = False

    with pytest.raises(CASFault, match="which is not on the public"):
        http.fetch(f"http://{host}:1/cas/login")


def test_name_is_looked_up_once_and_that_address_called(dns, cas):
    """A second answer, as a rebinding DNS gives it, comes too late."""
    asked = dns("127.0.0.1")

    assert http.fetch(f"http://cas.state.edu:{cas.port}/cas/login").status == 200

    assert asked == ["cas.state.edu"]


def test_dead_address_leaves_time_for_the_next(dns, cas, settings):
    dns("::1", "127.0.0.1")

    assert http.fetch(f"http://cas.state.edu:{cas.port}/cas/login").status == 200


def test_name_without_an_address_is_refused(dns):
    dns()

    with pytest.raises(CASFault, match="could not be asked"):
        http.fetch("http://cas.state.edu/cas/login")
