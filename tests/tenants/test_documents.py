"""The documented requests of the tenants, answered word for word (contract §3)."""

from datetime import UTC, datetime

import pytest
import time_machine

from tenants.models import AllowedOrigin, Tenant, TenantAIConfig, TenantBranding, TenantSSOConfig
from tests.clients import ApiClient
from tests.factories import SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db

DEMO = {
    "id": "6650a1b2c3d4e5f6a7b8c9d0",
    "name": "Demo University",
    "slug": "demo-university",
    "domain": "demo.miva.university",
    "lms_type": "canvas",
}
STATE = {
    "id": "6650c3d4e5f6a7b8c9d0e1f2",
    "name": "State University",
    "slug": "state-university",
    "domain": "state.miva.university",
    "lms_type": "canvas",
}
BRANDING = {
    "logo_url": "https://cdn.example.com/logo.png",
    "primary_color": "#1E3A5F",
    "secondary_color": "#F5A623",
    "widget_position": "bottom-right",
}
SSO = {
    "provider": "cas",
    "server_url": "https://cas.state.edu",
    "callback_url": "https://app.state.edu/cas/callback",
    "is_enabled": True,
    # Beside what the document prints.
    "allow_password_login": True,
}
# What has come to be told since the documents were written; all else is theirs.
ADDED = {"time_zone": None, "move": None}
SSO_ADDED = {"email_attribute": None, "user_is_email": False, "renew": False}
AI = {
    "default_llm_model": "gpt-4o",
    "default_tts_voice": "alloy",
    "default_stt_language": "en",
    "max_sessions_per_student": 5,
    "default_language": "en",
    "admin_email": "admin@state.edu",
    "support_email": "support@state.edu",
}
# The same of these settings.
AI_ADDED = {"pass_mark": None}

TENANTS = "/v1/console/tenants"
TENANT = f"{TENANTS}/{STATE['id']}"


@pytest.fixture(autouse=True)
def caller():
    """A Super Admin of Demo University, on the afternoon on which State University is created."""
    with time_machine.travel(datetime(2025, 6, 1, 14, tzinfo=UTC), tick=False):
        demo = TenantFactory(**DEMO, created_at=datetime(2025, 1, 1, tzinfo=UTC))
        yield ApiClient(SuperAdminFactory(tenant=demo))


@pytest.fixture
def state() -> Tenant:
    return TenantFactory(**STATE)


@pytest.fixture
def configured(state) -> Tenant:
    TenantBranding.objects.create(tenant=state, **BRANDING)
    TenantSSOConfig.objects.create(tenant=state, **SSO)
    TenantAIConfig.objects.create(tenant=state, **AI)
    allow(state, "https://app.state.edu")
    return state


def allow(tenant: Tenant, *origins: str) -> None:
    for day, origin in enumerate(origins, start=1):
        at = datetime(2025, 1, day, tzinfo=UTC)
        AllowedOrigin.objects.create(tenant=tenant, origin=origin, created_at=at)


def full(**changes) -> dict:
    """Return State University in full, as it is when everything is set up."""
    return {
        **STATE,
        **ADDED,
        "is_active": True,
        "created_at": "2025-06-01T14:00:00Z",
        "updated_at": None,
        "branding": BRANDING,
        "sso_config": SSO | SSO_ADDED,
        "ai_config": AI | AI_ADDED,
        "allowed_origins": ["https://app.state.edu"],
        **changes,
    }


def success(data, message: str | None = None) -> dict:
    return {"success": True, "data": data, "message": message}


def test_list_tenants(caller):
    answer = caller.get(f"{TENANTS}?limit=10")

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": [{**DEMO, **ADDED, "is_active": True, "created_at": "2025-01-01T00:00:00Z"}],
        "total": 1,
        "page": 1,
        "page_size": 10,
        "total_pages": 1,
        "message": None,
    }


def test_create_tenant(caller):
    body = {
        "name": "State University",
        "slug": "state-university",
        "domain": "state.miva.university",
        "lms_type": "canvas",
    }

    answer = caller.post(TENANTS, body)

    assert answer.status_code == 201
    created = Tenant.objects.get(slug="state-university")
    empty_text = {"branding": None, "sso_config": None, "ai_config": None, "allowed_origins": []}
    assert answer.json() == success(
        full(id=created.pk, **empty_text), "Tenant created successfully"
    )


def test_create_tenant_with_a_slug_that_is_taken(caller, state):
    answer = caller.post(TENANTS, {"name": "Another one", "slug": "state-university"})

    assert answer.status_code == 409
    assert answer.json() == {
        "success": False,
        "error": "A university with this slug exists already.",
        "code": "CONFLICT",
        "details": {},
    }


def test_create_tenant_with_an_invalid_slug(caller):
    answer = caller.post(TENANTS, {"name": "State University", "slug": "State University"})

    assert answer.status_code == 422
    said = "Use lower-case letters, digits and hyphens only."
    assert answer.json() == {
        "success": False,
        "error": "The request is not valid.",
        "code": "VALIDATION_ERROR",
        "details": {"errors": [{"field": "slug", "message": said}]},
    }


def test_get_tenant(caller, configured):
    answer = caller.get(TENANT)

    assert answer.status_code == 200
    assert answer.json() == success(full())


def test_update_tenant(caller, configured):
    answer = caller.patch(TENANT, {"lms_type": "blackboard"})

    assert answer.status_code == 200
    changed = {"lms_type": "blackboard", "updated_at": "2025-06-01T14:00:00Z"}
    assert answer.json() == success(full(**changed), "Tenant updated successfully")


def test_delete_tenant(caller, configured):
    answer = caller.delete(TENANT)

    assert answer.status_code == 200
    changed = {"is_active": False, "updated_at": "2025-06-01T14:00:00Z"}
    assert answer.json() == success(full(**changed), "Tenant deleted successfully")


def test_update_branding(caller, state):
    body = {"primary_color": "#1E3A5F", "secondary_color": "#F5A623"}

    answer = caller.patch(f"{TENANT}/branding", body)

    assert answer.status_code == 200
    assert answer.json() == success(
        {
            "logo_url": None,
            "primary_color": "#1E3A5F",
            "secondary_color": "#F5A623",
            "widget_position": "bottom-right",
        },
        "Branding updated successfully",
    )


def test_update_sso_config(caller, state):
    answer = caller.patch(f"{TENANT}/sso", SSO)

    assert answer.status_code == 200
    assert answer.json() == success(SSO | SSO_ADDED, "SSO config updated successfully")


def test_update_ai_config(caller, state):
    body = {"default_llm_model": "gpt-4o", "max_sessions_per_student": 5}

    answer = caller.patch(f"{TENANT}/ai-config", body)

    assert answer.status_code == 200
    assert answer.json() == success(
        {
            "default_llm_model": "gpt-4o",
            "default_tts_voice": None,
            "default_stt_language": None,
            "max_sessions_per_student": 5,
            "default_language": None,
            "admin_email": None,
            "support_email": None,
        }
        | AI_ADDED,
        "AI config updated successfully",
    )


def test_get_allowed_origins(caller, state):
    allow(state, "https://app.state.edu", "https://staging.state.edu")

    answer = caller.get(f"{TENANT}/allowed-origins")

    assert answer.status_code == 200
    assert answer.json() == success(["https://app.state.edu", "https://staging.state.edu"])


def test_add_allowed_origin(caller, state):
    allow(state, "https://app.state.edu")

    answer = caller.post(f"{TENANT}/allowed-origins", {"origin": "https://newapp.state.edu"})

    assert answer.status_code == 200
    assert answer.json() == success(
        ["https://app.state.edu", "https://newapp.state.edu"], "Origin added successfully"
    )


def test_remove_allowed_origin(caller, state):
    allow(state, "https://app.state.edu", "https://newapp.state.edu")

    answer = caller.delete(f"{TENANT}/allowed-origins/https%3A%2F%2Fnewapp.state.edu")

    assert answer.status_code == 200
    assert answer.json() == success(None, "Origin removed successfully")
    left = caller.get(f"{TENANT}/allowed-origins")
    assert left.json()["data"] == ["https://app.state.edu"]
