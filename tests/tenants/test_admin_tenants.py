"""Universities in the admin, from their creation to their settings."""

import pytest
from django.urls import reverse

from accounts.models import Role
from tenants.models import AuditEvent, Tenant, TenantAIConfig, TenantBranding, TenantSSOConfig
from tenants.services import configuration
from tests.clients import OperatorClient
from tests.factories import ProgrammeFactory, SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def super_admin(tenant):
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def operator_client(super_admin) -> OperatorClient:
    return OperatorClient(super_admin)


@pytest.fixture
def other():
    return TenantFactory(name="State University")


def page(name: str, *args: str) -> str:
    return reverse(f"admin:tenants_tenant_{name}", args=args)


def events(tenant) -> list[str]:
    return list(AuditEvent.objects.for_tenant(tenant).values_list("event_type", flat=True))


def test_a_new_tenant_has_its_system_roles_and_stands_in_the_trail(operator_client):
    answer = operator_client.post(
        page("add"),
        {"name": "State University", "slug": "state", "domain": "state.edu", "lms_type": ""},
    )

    tenant = Tenant.objects.get(slug="state")
    assert answer.status_code == 302
    assert (tenant.name, tenant.domain, tenant.lms_type) == ("State University", "state.edu", None)
    assert Role.objects.for_tenant(tenant).count() == 4
    assert events(tenant) == ["tenant.created"]


def test_a_slug_that_is_taken_is_refused_beside_the_form_and_nothing_is_lost(
    operator_client, other
):
    answer = operator_client.post(page("add"), {"name": "Second State", "slug": other.slug})

    assert answer.status_code == 200
    assert "A university with this slug exists already." in answer.content.decode()
    assert 'value="Second State"' in answer.content.decode()
    assert not Tenant.objects.filter(name="Second State").exists()


def test_only_what_was_changed_is_written(operator_client, other):
    Tenant.objects.filter(pk=other.pk).update(lms_type="moodle")  # by somebody else, meanwhile

    operator_client.post(
        page("change", other.pk), {"name": "State", "domain": "", "lms_type": "moodle"}
    )

    (event,) = AuditEvent.objects.for_tenant(other)
    assert event.metadata["changes"] == {"name": {"before": "State University", "after": "State"}}


def test_the_slug_cannot_be_changed(operator_client, other):
    operator_client.post(page("change", other.pk), {"name": "State", "slug": "else"})

    other.refresh_from_db()
    assert (other.name, other.slug[:11]) == ("State", "university-")


SETTINGS = [
    (
        "branding",
        TenantBranding,
        {
            "logo_url": "https://cdn.example.com/logo.png",
            "primary_color": "#1E3A5F",
            "secondary_color": "#F5A623",
            "widget_position": "top-left",
        },
    ),
    (
        "single_sign_on",
        TenantSSOConfig,
        {
            "provider": "cas",
            "server_url": "https://cas.state.edu/cas",
            "callback_url": "https://app.state.edu/cas/callback",
            "is_enabled": True,
            "email_attribute": "uniMail",
            "user_is_email": True,
            "renew": True,
        },
    ),
    (
        "ai_settings",
        TenantAIConfig,
        {"max_sessions_per_student": 5, "support_email": "help@state.edu"},
    ),
]


@pytest.mark.parametrize("logo", ["http://cdn.state.edu/l.png", "HTTP://cdn.state.edu/l.png"])
def test_a_logo_without_tls_is_refused_with_a_reason(logo, operator_client, other):
    answer = operator_client.post(
        page("branding", other.pk), {"logo_url": logo, "widget_position": "top-left"}
    )

    assert "browsers show no logo of another kind on our pages." in answer.content.decode()
    assert not TenantBranding.objects.exists()


@pytest.mark.parametrize(("name", "model", "values"), SETTINGS, ids=lambda value: str(value)[:20])
def test_settings_are_saved_shown_again_and_recorded(name, model, values, operator_client, other):
    # What other attempts do has been seen before; nobody answers at the server of the example.
    besides = {"ai_settings": {"effect_seen": "3-5"}, "single_sign_on": {"although": "on"}}
    asked = values | besides.get(name, {})
    answer = operator_client.post(page(name, other.pk), asked, follow=True)

    assert "saved" in answer.content.decode()
    stored = model.objects.get(tenant=other)
    assert {field: getattr(stored, field) for field in values} == values
    assert events(other) == ["tenant.updated"]
    shown = operator_client.get(page(name, other.pk)).context["form"]
    assert {field: shown.initial[field] for field in values} == values


def test_single_sign_on_is_not_enabled_without_its_addresses(operator_client, other):
    answer = operator_client.post(
        page("single_sign_on", other.pk), {"provider": "cas", "is_enabled": "on"}
    )

    assert "Single sign-on can be enabled once server and callback URL are set." in (
        answer.content.decode()
    )
    assert not TenantSSOConfig.objects.filter(tenant=other).exists()


def test_origins_are_replaced_as_a_whole_and_written_as_browsers_send_them(operator_client, other):
    for origin in ("https://old.edu", "https://app.edu"):
        configuration.add_allowed_origin(actor=None, tenant=other, origin=origin)

    operator_client.post(
        page("allowed_origins", other.pk), {"origins": "https://APP.edu/\nhttp://b.edu:80"}
    )

    assert configuration.allowed_origins(other) == ["https://app.edu", "http://b.edu"]
    latest = AuditEvent.objects.for_tenant(other).latest("event_time", "pk")
    assert latest.metadata["changes"]["allowed_origins"] == {
        "before": ["https://old.edu", "https://app.edu"],
        "after": ["https://app.edu", "http://b.edu"],
    }


def test_one_bad_origin_refuses_all_of_them_by_name(operator_client, other):
    answer = operator_client.post(
        page("allowed_origins", other.pk), {"origins": "https://app.edu\nhttps://app.edu/path"}
    )

    assert "https://app.edu/path: Give an origin" in answer.content.decode()
    assert configuration.allowed_origins(other) == []


def test_a_deleted_tenant_is_kept_and_can_be_restored(operator_client, other):
    operator_client.post(page("soft_delete", other.pk), {"confirm_name": other.name})
    other.refresh_from_db()
    assert not other.is_active
    assert operator_client.get(page("soft_delete", other.pk)).status_code == 404

    operator_client.post(page("restore", other.pk))
    other.refresh_from_db()
    assert other.is_active
    assert sorted(events(other)) == ["tenant.deleted", "tenant.updated"]


def test_ones_own_tenant_is_not_deleted_and_the_page_says_so(operator_client, tenant):
    answer = operator_client.post(page("soft_delete", tenant.pk), {"confirm_name": tenant.name})

    assert "You cannot delete your own university." in answer.content.decode()
    tenant.refresh_from_db()
    assert tenant.is_active


def test_asking_changes_nothing(operator_client, other):
    for name in ("soft_delete", "branding"):
        assert operator_client.get(page(name, other.pk)).status_code == 200

    other.refresh_from_db()
    assert other.is_active
    assert events(other) == []


def test_a_super_admin_works_in_the_chosen_tenant(operator_client, tenant, other):
    own, foreign = ProgrammeFactory(tenant=tenant), ProgrammeFactory(tenant=other)
    programmes = reverse("admin:programmes_programme_changelist")

    operator_client.work_in(other)
    shown = operator_client.get(programmes).content.decode()
    operator_client.post(reverse("admin:programmes_programme_add"), {"code": "NEW", "name": "New"})

    assert foreign.pk in shown
    assert own.pk not in shown
    assert "Working in State University" in shown
    assert other.pk == type(own).objects.get(code="NEW").tenant_id
    # What is done to another tenant stands in the trails of both.
    assert "programme.created" in events(tenant)
    assert "programme.created" in events(other)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number(
    rows, operator_client, django_assert_num_queries, tenant
):
    TenantFactory.create_batch(rows)

    with django_assert_num_queries(4):
        operator_client.get(page("changelist"))


def test_history_shows_what_was_changed_by_whom(operator_client, super_admin, other):
    operator_client.post(page("change", other.pk), {"name": "State", "domain": "", "lms_type": ""})

    shown = operator_client.get(page("history", other.pk)).content.decode()

    assert super_admin.display_name in shown
    assert "State University → State" in shown


def test_the_address_asks_for_no_column_that_the_list_does_not_filter_by(operator_client, other):
    answer = operator_client.get(page("changelist"), {"access_epoch__gt": "0"})

    assert (answer.status_code, answer["Location"]) == (302, page("changelist"))
