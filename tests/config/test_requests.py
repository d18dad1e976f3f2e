"""Where a request comes from, looked at past the proxies that are ours."""

import pytest
from django.test import RequestFactory

from config.http.requests import NOWHERE, client_address

CALLER, OUTER, INNER = "203.0.113.7", "198.51.100.2", "10.0.0.3"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        # Nobody stands in front of us: the connection's own end is the caller.
        (0, None, INNER),
        (0, "1.1.1.1", INNER),
        (0, "1.1.1.1, 2.2.2.2", INNER),
        # One proxy appended its caller; what stands left of it is hearsay.
        (1, CALLER, CALLER),
        (1, f"1.1.1.1, {CALLER}", CALLER),
        (1, f"1.1.1.1,2.2.2.2,  {CALLER} ", CALLER),
        (1, f"1.1.1.1,,{CALLER}", CALLER),
        # Two of them: the inner one appended the outer one's address.
        (2, f"{CALLER}, {OUTER}", CALLER),
        (2, f"1.1.1.1, {CALLER}, {OUTER}", CALLER),
        # Fewer entries than proxies: the request did not come their way.
        (1, None, INNER),
        (1, "", INNER),
        (1, " , ", INNER),
        (2, CALLER, INNER),
    ],
)
def test_client_address_is_what_the_outermost_trusted_proxy_saw(
    settings, proxies, forwarded, address
):
    settings.TRUSTED_PROXIES = proxies
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}

    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=INNER)

    assert client_address(request) == address


@pytest.mark.parametrize(
    ("entry", "address"),
    [
        ("203.0.113.9:40001", "203.0.113.9"),
        ("[2001:db8::7]:40001", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"),
        ("2001:DB8:0::7", "2001:db8::7"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("fe80::7%eth0", "fe80::7"),
        ("[fe80::7%25eth0]:40001", "fe80::7"),
        ("unknown", "127.0.0.1"),
        ("_hidden", "127.0.0.1"),
    ],
)
def test_client_address_is_an_address_whatever_the_proxy_writes(settings, entry, address):
    settings.TRUSTED_PROXIES = 1

    request = RequestFactory().get("/", headers={"X-Forwarded-For": f"192.0.2.1, {entry}"})

    assert client_address(request) == address


def test_client_address_is_nowhere_where_the_server_names_none(settings):
    settings.TRUSTED_PROXIES = 0
    request = RequestFactory().get("/")
    del request.META["REMOTE_ADDR"]

    assert client_address(request) == NOWHERE
