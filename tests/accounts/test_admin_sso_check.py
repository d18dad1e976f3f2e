"""The test of a tenant's single sign-on in the admin."""

import pytest
from django.urls import reverse

from tests.accounts.cas import configure
from tests.clients import OperatorClient
from tests.factories import SuperAdminFactory

pytestmark = pytest.mark.django_db


def page(tenant) -> str:
    return reverse("admin:tenants_tenant_test_single_sign_on", args=[tenant.pk])


def test_a_sound_server_is_told_of_once_the_button_is_pressed(tenant, cas):
    configure(tenant, cas.url, is_enabled=False)
    operator_client = OperatorClient(SuperAdminFactory(tenant=tenant))

    asked = operator_client.get(page(tenant))
    answer = operator_client.post(page(tenant)).content.decode()

    assert asked.context["findings"] is None
    assert "People can sign in like this" in answer
    assert "The server validates tickets, and refuses a made-up one." in answer


def test_what_is_wrong_is_said_with_what_to_do(tenant):
    operator_client = OperatorClient(SuperAdminFactory(tenant=tenant))

    answer = operator_client.post(page(tenant)).content.decode()

    assert "Nobody can sign in like this yet." in answer
    assert "Wrong:" in answer
