"""Where forms may come from: a deployment's own addresses, with their port (docs/operating.md)."""

import pytest
from django.test import Client, override_settings

from config.http.origins import own_origins
from tests.factories import PASSWORD, FacultyFactory

HOST = "console.example.edu"


@pytest.mark.parametrize(
    ("public_url", "hosts", "expected"),
    [
        (f"https://{HOST}", [HOST], [f"https://{HOST}"]),
        (f"https://{HOST}:8443", [HOST], [f"https://{HOST}:8443"]),
        (
            f"https://{HOST}",
            [HOST, "old.example.edu"],
            [f"https://{HOST}", "https://old.example.edu"],
        ),
        (
            f"https://{HOST}:8443",
            [".example.edu"],
            ["https://*.example.edu:8443", f"https://{HOST}:8443", "https://example.edu:8443"],
        ),
        ("https://[2001:db8::7]:8443", ["[2001:db8::7]"], ["https://[2001:db8::7]:8443"]),
        ("https://[2001:db8::7]", ["[2001:db8::7]"], ["https://[2001:db8::7]"]),
    ],
)
def test_own_origins_are_all_hosts_at_the_public_port(public_url, hosts, expected):
    assert own_origins(public_url, hosts) == expected


def signed_in_from(origin: str, host: str, user):
    """Return the answer to a sign-in by a page of this origin, which a proxy passed on."""
    browser = Client(enforce_csrf_checks=True, headers={"host": host})
    browser.get(f"/sign-in/{user.tenant.slug}", secure=True)
    token = browser.cookies["csrftoken"].value
    form = {"email": user.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
    return browser.post(
        f"/sign-in/{user.tenant.slug}", form, secure=True, headers={"origin": origin}
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("origin", "host"),
    [
        # A proxy that passes the host on without its port.
        (f"https://{HOST}:8443", HOST),
        (f"https://{HOST}:8443", f"{HOST}:8443"),
        ("https://old.example.edu:8443", "old.example.edu"),
    ],
)
def test_forms_are_taken_at_a_port_and_at_a_second_host(origin, host):
    hosts = [HOST, "old.example.edu"]
    with override_settings(
        ALLOWED_HOSTS=hosts, CSRF_TRUSTED_ORIGINS=own_origins(f"https://{HOST}:8443", hosts)
    ):
        assert signed_in_from(origin, host, FacultyFactory()).status_code == 302


@pytest.mark.django_db
def test_a_form_from_another_address_is_told_so_and_not_that_it_is_old():
    with override_settings(
        ALLOWED_HOSTS=[HOST],
        PUBLIC_URL=f"https://{HOST}",
        CSRF_TRUSTED_ORIGINS=own_origins(f"https://{HOST}", [HOST]),
    ):
        answer = signed_in_from(f"https://{HOST}:9443", HOST, FacultyFactory())

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "This address is not ours" in page
    assert "too old" not in page
    assert f'href="https://{HOST}/"' in page
