"""Branding, single sign-on and AI settings of a tenant (contract §3)."""

import pytest

from tenants.models import AuditEvent, Tenant, TenantAIConfig, TenantBranding, TenantSSOConfig
from tests.config.refusals import (
    NO_BOOLEAN,
    NO_INTEGER,
    NO_TEXT,
    NOT_FOUND,
    ZERO,
    invalid,
    refusal,
    too_long,
    unseen,
)
from tests.factories import TenantFactory

pytestmark = pytest.mark.django_db

BRANDING = {
    "logo_url": None,
    "primary_color": None,
    "secondary_color": None,
    "widget_position": "bottom-right",
}
SSO = {
    "provider": "cas",
    "server_url": None,
    "callback_url": None,
    "is_enabled": False,
    "allow_password_login": True,
    "email_attribute": None,
    "user_is_email": False,
    "renew": False,
}
AI = {
    "default_llm_model": None,
    "default_tts_voice": None,
    "default_stt_language": None,
    "max_sessions_per_student": None,
    "pass_mark": None,
    "default_language": None,
    "admin_email": None,
    "support_email": None,
}
# Path → (field of the tenant, model, what it is when nothing is set).
CONFIGURATIONS = {
    "branding": ("branding", TenantBranding, BRANDING),
    "sso": ("sso_config", TenantSSOConfig, SSO),
    "ai-config": ("ai_config", TenantAIConfig, AI),
}

NOT_A_URL = "Give a web address: https://, a host, and what follows it."
NEEDS_URLS = "Single sign-on can be enabled once server and callback URL are set."


@pytest.fixture
def state() -> Tenant:
    return TenantFactory(slug="state")


@pytest.fixture
def configure(super_api, state):
    """Have a Super Admin of another tenant send a PATCH."""

    def send(path: str, body: dict):
        return super_api.patch(f"/v1/console/tenants/{state.pk}/{path}", body)

    return send


@pytest.fixture
def read(super_api, state):
    """What the whole tenant says of one configuration."""

    def get(field: str):
        return super_api.get(f"/v1/console/tenants/{state.pk}").json()["data"][field]

    return get


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("branding", {"logo_url": "https://cdn.example.com/logo.png"}),
        ("branding", {"primary_color": "#1E3A5F", "secondary_color": "#F5A623"}),
        ("branding", {"widget_position": "top-left"}),
        ("sso", {"server_url": "https://cas.state.edu/cas"}),
        ("sso", {"callback_url": "http://localhost:3000/cas/callback?a=b"}),
        (
            "sso",
            {"server_url": "https://a.edu", "callback_url": "https://b.edu", "is_enabled": True},
        ),
        ("ai-config", {"default_llm_model": "m" * 100, "default_tts_voice": "v" * 100}),
        ("ai-config", {"default_stt_language": "s" * 10, "default_language": "l" * 10}),
        ("ai-config", {"max_sessions_per_student": 1}),
        ("ai-config", {"max_sessions_per_student": 100}),
        ("ai-config", {"admin_email": "admin@state.edu", "support_email": "a+b@state.edu"}),
        # What is given makes the configuration exist, also where it is the default.
        ("branding", {"widget_position": "bottom-right"}),
        ("sso", {"is_enabled": False}),
        ("sso", {"provider": "cas"}),
        ("sso", {"email_attribute": "urn:oid:0.9.2342.19200300.100.1.3"}),
        ("sso", {"user_is_email": True, "renew": True}),
    ],
)
def test_first_values_make_the_configuration_and_the_rest_is_default(configure, read, path, body):
    field, model, blank = CONFIGURATIONS[path]
    assert read(field) is None

    answer = configure(path, body)

    assert answer.status_code == 200
    assert answer.json()["data"] == blank | body
    assert read(field) == blank | body
    assert model.objects.get().updated_at is None


@pytest.mark.parametrize("path", CONFIGURATIONS)
def test_patch_without_values_configures_nothing(configure, read, path):
    field, model, blank = CONFIGURATIONS[path]
    bodies = [{}, {"slug": "x"}, dict.fromkeys(blank)]

    answers = [configure(path, body) for body in bodies]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert [answer.json()["data"] for answer in answers] == [blank] * 3
    assert read(field) is None
    assert model.objects.count() == AuditEvent.objects.count() == 0


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("branding", {"primary_color": "#1E3A5F"}, {"secondary_color": "#F5A623"}),
        (
            "sso",
            {"server_url": "https://a.edu", "callback_url": "https://b.edu"},
            {"is_enabled": True},
        ),
        ("ai-config", {"max_sessions_per_student": 5}, {"default_language": "en"}),
    ],
)
def test_patch_keeps_what_it_leaves_out(configure, read, path, first, second):
    field, model, blank = CONFIGURATIONS[path]
    configure(path, first)

    answer = configure(path, second)

    assert answer.json()["data"] == read(field) == blank | first | second
    assert model.objects.get().updated_at is not None


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_null_and_blank_clear_what_may_be_null(configure, read, nothing):
    configure("branding", {"logo_url": "https://a.edu/l.png", "primary_color": "#000000"})
    configure("ai-config", AI | {"admin_email": "a@state.edu", "default_language": "en"})

    configure("branding", {"logo_url": nothing, "primary_color": nothing})
    configure("ai-config", {"admin_email": nothing, "default_language": nothing})

    assert (read("branding"), read("ai_config")) == (BRANDING, AI)


def test_null_clears_a_number(configure, read):
    configure("ai-config", {"max_sessions_per_student": 5})

    configure("ai-config", {"max_sessions_per_student": None})

    assert read("ai_config") == AI


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"server_url": "https://a.edu/cas?x=y"}, "The CAS server's address ends with its path"),
        ({"server_url": "https://a.edu/cas#x"}, "The CAS server's address ends with its path"),
        ({"callback_url": "https://a.edu/cas#x"}, "The callback URL has no # in it."),
    ],
)
def test_sso_urls_leave_room_for_what_is_appended(configure, read, body, message):
    answer = configure("sso", body)

    assert (answer.status_code, answer.json()["code"]) == (400, "VALIDATION_ERROR")
    assert answer.json()["error"].startswith(message)
    assert read("sso_config") is None


def test_null_leaves_what_cannot_be_null(configure, read):
    configure("branding", {"widget_position": "top-left"})
    configure(
        "sso", {"server_url": "https://a.edu", "callback_url": "https://b.edu", "is_enabled": True}
    )

    configure("branding", {"widget_position": None})
    configure("sso", {"provider": None, "is_enabled": None})

    assert read("branding")["widget_position"] == "top-left"
    assert (read("sso_config")["provider"], read("sso_config")["is_enabled"]) == ("cas", True)


def test_colours_are_stored_in_upper_case(configure, read):
    answer = configure("branding", {"primary_color": "#1e3a5f", "secondary_color": "#abcDEF"})

    assert answer.json()["data"]["primary_color"] == "#1E3A5F"
    assert read("branding")["secondary_color"] == "#ABCDEF"


@pytest.mark.parametrize("colour", ["#1e3a5f", " #1E3A5F "])
def test_a_colour_in_other_letters_changes_nothing(configure, colour):
    configure("branding", {"primary_color": "#1E3A5F"})

    configure("branding", {"primary_color": colour})

    assert AuditEvent.objects.filter(target_type="tenant").count() == 2  # one change, two trails
    assert TenantBranding.objects.get().updated_at is None


@pytest.mark.parametrize(
    ("path", "body", "field", "spelt"),
    [
        ("branding", {"widget_position": "TOP-Left"}, "widget_position", "top-left"),
        ("branding", {"widget_position": " top-right "}, "widget_position", "top-right"),
        ("sso", {"provider": "CAS"}, "provider", "cas"),
    ],
)
def test_enums_are_read_in_any_case(configure, path, body, field, spelt):
    answer = configure(path, body)

    assert (answer.status_code, answer.json()["data"][field]) == (200, spelt)


NO_TLS = "Give an https address: browsers show no logo of another kind on our pages."
LONG_URL = f"https://a.edu/{'x' * 487}"
COLOUR = "Write colours as #RRGGBB."
EMAIL = "Enter a valid email address."


def no_choice(value: object) -> str:
    return f'"{value}" is not a valid choice.'


@pytest.mark.parametrize(
    ("path", "field", "value", "message"),
    [
        ("branding", "logo_url", LONG_URL, too_long(500)),
        ("branding", "logo_url", "javascript:alert(1)", NOT_A_URL),
        ("branding", "logo_url", "data:image/png;base64,AA==", NOT_A_URL),
        ("branding", "logo_url", "//a.edu/logo.png", NOT_A_URL),
        ("branding", "logo_url", "http://a.edu/logo.png", NO_TLS),
        ("branding", "logo_url", "HTTP://a.edu:443/logo.png", NO_TLS),
        ("branding", "logo_url", "/logo.png", NOT_A_URL),
        ("branding", "logo_url", "https://user:secret@a.edu/logo.png", NOT_A_URL),
        ("branding", "logo_url", 5, NO_TEXT),
        ("branding", "logo_url", ["https://a.edu"], NO_TEXT),
        ("branding", "primary_color", "1E3A5F", COLOUR),
        ("branding", "primary_color", "#1E3A5", COLOUR),
        ("branding", "secondary_color", "#1E3A5G", COLOUR),
        ("branding", "secondary_color", 0x1E3A5F, NO_TEXT),
        ("branding", "widget_position", "middle", no_choice("middle")),
        ("branding", "widget_position", "", no_choice("")),
        ("branding", "widget_position", 1, no_choice(1)),
        ("branding", "widget_position", ["top-left"], no_choice(["top-left"])),
        ("sso", "provider", "saml", no_choice("saml")),
        ("sso", "server_url", "ftp://cas.state.edu", NOT_A_URL),
        ("sso", "server_url", LONG_URL, too_long(500)),
        ("sso", "callback_url", "https://[::1", NOT_A_URL),
        ("sso", "callback_url", "https://a.edu/\\", NOT_A_URL),
        ("sso", "is_enabled", "true", NO_BOOLEAN),
        ("sso", "is_enabled", 1, NO_BOOLEAN),
        ("ai-config", "default_llm_model", "m" * 101, too_long(100)),
        ("ai-config", "default_tts_voice", "v" * 101, too_long(100)),
        ("ai-config", "default_stt_language", "s" * 11, too_long(10)),
        ("ai-config", "default_language", "l" * 11, too_long(10)),
        ("ai-config", "default_language", False, NO_TEXT),
        ("ai-config", "default_language", "e\0n", unseen(2, ZERO)),
        (
            "ai-config",
            "max_sessions_per_student",
            0,
            "Ensure this value is greater than or equal to 1.",
        ),
        (
            "ai-config",
            "max_sessions_per_student",
            101,
            "Ensure this value is less than or equal to 100.",
        ),
        ("ai-config", "max_sessions_per_student", "5", NO_INTEGER),
        ("ai-config", "pass_mark", 0, "Ensure this value is greater than or equal to 1."),
        ("ai-config", "pass_mark", 101, "Ensure this value is less than or equal to 100."),
        ("ai-config", "pass_mark", 59.5, NO_INTEGER),
        ("ai-config", "max_sessions_per_student", 5.0, NO_INTEGER),
        ("ai-config", "max_sessions_per_student", True, NO_INTEGER),
        ("ai-config", "max_sessions_per_student", 10**400, None),
        ("ai-config", "admin_email", "admin", EMAIL),
        ("ai-config", "admin_email", "a" * 250 + "@b.edu", too_long(254)),
        ("ai-config", "support_email", 5, EMAIL),
    ],
)
def test_a_bad_value_is_refused_and_nothing_stored(configure, read, path, field, value, message):
    answer = configure(path, {field: value})

    assert answer.status_code == 422
    if message:
        assert answer.json() == invalid((field, message))
    assert read(CONFIGURATIONS[path][0]) is None


def test_a_url_of_full_length_is_taken(configure):
    url = LONG_URL[:500]

    assert configure("branding", {"logo_url": url}).json()["data"]["logo_url"] == url


@pytest.mark.parametrize("path", CONFIGURATIONS)
@pytest.mark.parametrize("body", [b"[]", b'"text"', b"null", b"[{}]", b"{"])
def test_a_body_that_is_no_object_is_refused(super_api, state, read, path, body):
    url = f"/v1/console/tenants/{state.pk}/{path}"

    answer = super_api.generic("PATCH", url, body, content_type="application/json")

    assert answer.status_code == 422
    assert read(CONFIGURATIONS[path][0]) is None


# Single sign-on ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        {"is_enabled": True},
        {"is_enabled": True, "server_url": "https://cas.state.edu"},
        {"is_enabled": True, "callback_url": "https://app.state.edu"},
        {"is_enabled": True, "server_url": "https://cas.state.edu", "callback_url": ""},
    ],
)
def test_sso_is_not_enabled_without_both_urls(configure, read, body):
    answer = configure("sso", body)

    assert (answer.status_code, answer.json()) == (400, refusal(NEEDS_URLS, "VALIDATION_ERROR"))
    assert read("sso_config") is None
    assert AuditEvent.objects.count() == 0


@pytest.mark.parametrize("url", ["server_url", "callback_url"])
def test_sso_that_is_enabled_keeps_its_urls(configure, read, url):
    enabled = {"server_url": "https://a.edu", "callback_url": "https://b.edu", "is_enabled": True}
    configure("sso", enabled)

    refused = configure("sso", {url: None})
    assert (refused.status_code, refused.json()) == (400, refusal(NEEDS_URLS, "VALIDATION_ERROR"))
    assert read("sso_config") == SSO | enabled

    both = configure("sso", {url: None, "is_enabled": False})
    assert both.json()["data"] == SSO | enabled | {url: None, "is_enabled": False}


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_sso_forgets_the_name_of_an_attribute(configure, read, nothing):
    configure("sso", {"email_attribute": "uniMail"})

    assert configure("sso", {"email_attribute": nothing}).json()["data"] == SSO
    assert read("sso_config") == SSO


@pytest.mark.parametrize("name", ["two words", "a,b", "<mail>", "größe", "mail\nx"])
def test_sso_takes_the_name_of_one_attribute(configure, read, name):
    answer = configure("sso", {"email_attribute": name})

    said = "Give the name of one attribute as the CAS server writes it, such as mail: no blanks."
    assert (answer.status_code, answer.json()) == (422, invalid(("email_attribute", said)))
    assert read("sso_config") is None


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"email_attribute": "x" * 256}, too_long(255)),
        ({"email_attribute": 5}, NO_TEXT),
        ({"user_is_email": "yes"}, NO_BOOLEAN),
        ({"renew": 1}, NO_BOOLEAN),
    ],
)
def test_what_sso_takes_has_its_type_and_length(configure, body, message):
    (field,) = body

    answer = configure("sso", body)

    assert (answer.status_code, answer.json()) == (422, invalid((field, message)))


def test_sso_needs_tls_where_the_settings_say_so(configure, settings):
    settings.SSO_REQUIRES_HTTPS = True

    answer = configure(
        "sso", {"server_url": "http://cas.state.edu", "callback_url": "http://app.state.edu"}
    )

    said = "Single sign-on needs an https address."
    assert answer.json() == invalid(("server_url", said), ("callback_url", said))


# Which tenant -----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", CONFIGURATIONS)
def test_a_deleted_tenant_can_be_configured(configure, super_api, state, path):
    super_api.delete(f"/v1/console/tenants/{state.pk}")

    assert configure(path, {}).status_code == 200


@pytest.mark.parametrize("path", CONFIGURATIONS)
def test_a_malformed_body_goes_before_an_unknown_tenant(super_api, path):
    url = f"/v1/console/tenants/{'0' * 24}/{path}"
    field = next(iter(CONFIGURATIONS[path][2]))

    assert super_api.patch(url, {field: 5}).status_code == 422
    answer = super_api.patch(url, {})
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


def test_each_tenant_has_its_own(configure, read, super_api, tenant):
    own = f"/v1/console/tenants/{tenant.pk}/branding"
    super_api.patch(own, {"primary_color": "#000000"})

    configure("branding", {"secondary_color": "#FFFFFF"})

    assert read("branding") == BRANDING | {"secondary_color": "#FFFFFF"}
    assert super_api.patch(own, {}).json()["data"] == BRANDING | {"primary_color": "#000000"}
