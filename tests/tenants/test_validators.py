"""Web addresses and origins, honest and crooked (contract §3)."""

import pytest
from django.core.exceptions import ValidationError

from config.settings import base
from tenants.validators import (
    normalise_origin,
    validate_colour,
    validate_logo_url,
    validate_slug,
    validate_sso_url,
    validate_web_url,
)

NOT_A_URL = "Give a web address: https://, a host, and what follows it."
NOT_AN_ORIGIN = "Give an origin: http:// or https://, a host and, if need be, a port; no path."


def refusal(check, text: str) -> str:
    with pytest.raises(ValidationError) as error:
        check(text)
    return error.value.messages[0]


# What people type → what is stored.
ORIGINS = [
    ("https://app.state.edu", "https://app.state.edu"),
    ("HTTPS://App.State.EDU", "https://app.state.edu"),
    ("https://app.state.edu/", "https://app.state.edu"),
    # Browsers leave the port out where it is the scheme's own, and only there.
    ("https://app.state.edu:443", "https://app.state.edu"),
    ("https://app.state.edu:00443", "https://app.state.edu"),
    ("http://app.state.edu:80/", "http://app.state.edu"),
    ("http://app.state.edu:443", "http://app.state.edu:443"),
    ("https://app.state.edu:80", "https://app.state.edu:80"),
    ("https://app.state.edu:65535", "https://app.state.edu:65535"),
    ("http://localhost:3000", "http://localhost:3000"),
    ("http://my_host", "http://my_host"),
    ("https://a--b.state.edu", "https://a--b.state.edu"),
    # A trailing dot names another origin, and browsers keep it.
    ("https://app.state.edu.", "https://app.state.edu."),
    # Names in other scripts, as letters and as their punycode.
    ("https://bücher.example", "https://xn--bcher-kva.example"),
    ("https://BÜCHER.example:8443", "https://xn--bcher-kva.example:8443"),
    ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
    ("https://XN--BCHER-KVA.example", "https://xn--bcher-kva.example"),
    ("https://straße.example", "https://xn--strae-oqa.example"),
    ("https://例え。テスト", "https://xn--r8jz45g.xn--zckzah"),
    ("https://ａｐｐ.example", "https://app.example"),
    ("https://xn--i-7iq.example", "https://xn--i-7iq.example"),
    # Addresses.
    ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
    ("http://[::1]", "http://[::1]"),
    ("http://[0:0:0:0:0:0:0:1]:3000", "http://[::1]:3000"),
    ("https://[2001:DB8:0:0:1::0001]:443", "https://[2001:db8::1:0:0:1]"),
    ("https://[2001:db8:0:1:1:1:1:1]", "https://[2001:db8:0:1:1:1:1:1]"),
]


@pytest.mark.parametrize(("text", "origin"), ORIGINS)
def test_origin_is_stored_as_browsers_send_it(text, origin):
    assert normalise_origin(text) == origin
    # What is stored is found again by what a browser sends.
    assert normalise_origin(origin) == origin


def test_chromium_sends_what_is_stored(on_page):
    script = "texts => texts.map(text => new URL(text).origin)"
    texts, stored = map(list, zip(*ORIGINS, strict=True))

    assert on_page(lambda page: page.evaluate(script, texts)) == stored


# What is no address of a web page at all.
CROOKED = [
    "",
    "app.state.edu",
    "//app.state.edu",
    "https:",
    "https://",
    "https:///",
    "https:app.state.edu",
    "https:/app.state.edu",
    "https:///app.state.edu",
    "javascript:alert(1)",
    "javascript://app.state.edu/%0aalert(1)",
    "data:text/html,x",
    "ftp://app.state.edu",
    "file:///etc/passwd",
    "null",
    "*",
    # Users and passwords, empty ones too.
    "https://user@app.state.edu",
    "https://user:password@app.state.edu",
    "https://@app.state.edu",
    "https://:@app.state.edu",
    "https://app.state.edu@evil.example",
    # Ports.
    "https://app.state.edu:",
    "https://app.state.edu:0",
    "https://app.state.edu:65536",
    "https://app.state.edu:-1",
    "https://app.state.edu:+443",
    "https://app.state.edu:8_0",
    "https://app.state.edu:443x",
    "https://app.state.edu:４４３",
    "https://app.state.edu:1:2",
    # Hosts.
    "https://.",
    "https://.state.edu",
    "https://app..state.edu",
    "https://app.state.edu..",
    "https://-app.state.edu",
    "https://app-.state.edu",
    "https://*.state.edu",
    "https://app,state.edu",
    "https://app;state.edu",
    "https://app%2estate.edu",
    "https://app%00.state.edu",
    "https://app!.state.edu",
    "https://ü_.example",
    f"https://{'a' * 64}.example",
    f"https://{'ü' * 64}.example",
    f"https://{'.'.join(['a' * 63] * 4)}.example",
    # Numbers that browsers read as some IPv4 address.
    "http://1.2.3",
    "http://1",
    "http://256.1.1.1",
    "http://01.2.3.4",
    "http://1.2.3.4.",
    "http://1.2.3.4.5",
    "http://0x7f000001",
    "http://127.0.0.0x1",
    "http://app.0x",
    "http://2130706433",
    "http://１.2.3",
    # IPv6.
    "http://::1",
    "http://[::1",
    "http://::1]",
    "http://[]",
    "http://[::1]evil.example",
    "http://[::1].evil.example",
    "http://evil.example[::1]",
    "http://[::g]",
    "http://[1.2.3.4]",
    "http://[v1.abc]",
    "http://[fe80::1%25eth0]",
    "http://[fe80::1%eth0]",
    "http://[::ffff:127.0.0.1]",
    # What browsers and servers repair, each in its own way.
    " https://app.state.edu",
    "https://app.state.edu ",
    "https://app.state.edu\n",
    "https://app\t.state.edu",
    "https://app.sta\nte.edu",
    "https://app.state.edu\x00",
    "https://app.state.edu\x7f",
    "https://app.state.edu\u00a0",
    "https://app.state.edu\u3000",
    "https://app.state.edu\u2028",
    "https:\\\\app.state.edu",
    "https://evil.example\\@app.state.edu",
    "https://app.state.edu\\",
    "ht\ntps://app.state.edu",
    # A slash that only looks like none.
    "https://app.state.edu\u2044evil",
    "https://evil\u2100.example",
]


@pytest.mark.parametrize("text", CROOKED)
def test_crooked_address_is_neither_origin_nor_url(text):
    assert refusal(normalise_origin, text) == NOT_AN_ORIGIN
    assert refusal(validate_web_url, text) == NOT_A_URL
    assert refusal(validate_logo_url, text) == NOT_A_URL
    assert refusal(validate_sso_url, text) == NOT_A_URL


@pytest.mark.parametrize(
    "rest", ["/path", "//", "/?", "?", "?a=b", "#", "/#top", "/.", "/;", "/%2f", "/index.html"]
)
def test_url_that_is_more_than_an_origin_is_none(rest):
    text = f"https://app.state.edu{rest}"

    validate_web_url(text)
    assert refusal(normalise_origin, text) == NOT_AN_ORIGIN


def test_origin_fits_its_column():
    host = ".".join(["a" * 62] * 4)  # 251 characters, a host name by all rules

    assert refusal(normalise_origin, f"https://{host}") == "An origin has at most 255 characters."
    assert len(normalise_origin(f"http://{host[7:]}:123")) == 255


@pytest.mark.parametrize(
    "text",
    [
        "https://cdn.example.com/logo.png",
        "http://cdn.example.com/logo.png?size=2#top",
        "https://bücher.example/ümlaut@2x.png",
        "https://[2001:db8::1]:8443/cas/callback",
        "https://192.0.2.1/logo.png",
        "HTTPS://CDN.example.com",
    ],
)
def test_web_url_is_any_absolute_address_of_a_host(text):
    validate_web_url(text)
    validate_sso_url(text)


def test_sso_url_needs_tls_where_the_settings_say_so(settings):
    settings.SSO_REQUIRES_HTTPS = True

    validate_sso_url("https://cas.state.edu")
    validate_sso_url("HTTPS://cas.state.edu")
    validate_web_url("http://cas.state.edu")
    said = refusal(validate_sso_url, "http://cas.state.edu")
    assert said == "Single sign-on needs an https address."


def test_logo_needs_tls_everywhere(settings):
    settings.SSO_REQUIRES_HTTPS = False

    validate_logo_url("HTTPS://cdn.state.edu/logo.png")
    said = "Give an https address: browsers show no logo of another kind on our pages."
    assert refusal(validate_logo_url, "http://cdn.state.edu/logo.png") == said
    assert refusal(validate_logo_url, "HTTP://cdn.state.edu/logo.png") == said


def test_a_logo_of_this_server_needs_no_tls_where_the_server_has_none(settings):
    settings.PUBLIC_URL = "http://127.0.0.1:8000"

    validate_logo_url("http://127.0.0.1:8000/static/logo.svg")

    for other in ("http://127.0.0.1:8001/logo.svg", "http://127.0.0.1/logo.svg"):
        assert refusal(validate_logo_url, other).startswith("Give an https address")


def test_production_needs_tls_for_single_sign_on():
    assert base.SSO_REQUIRES_HTTPS is True


@pytest.mark.parametrize("text", ["#1e3A5F", "#000000"])
def test_colour_is_six_hexadecimal_digits(text):
    validate_colour(text)


@pytest.mark.parametrize(
    "text", ["", "#", "#12345", "#1234567", "123456", "#12345g", "red", "#123456\n", "#１23456"]
)
def test_another_colour_is_refused(text):
    assert refusal(validate_colour, text) == "Write colours as #RRGGBB."


@pytest.mark.parametrize("text", ["a", "-", "state-university", "0", "a--b"])
def test_slug_is_lower_case_letters_digits_and_hyphens(text):
    validate_slug(text)


@pytest.mark.parametrize("text", ["", "A", "a b", "a_b", "a.b", "ä", "a\n", "a/b", "١", "a\0"])
def test_another_slug_is_refused(text):
    said = refusal(validate_slug, text)
    assert said == "Use lower-case letters, digits and hyphens only."
