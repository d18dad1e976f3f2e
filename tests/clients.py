"""Callers of the API, and people at the admin."""

from types import SimpleNamespace

import jwt
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts.models import ServiceKey, User
from accounts.services.activity import note_activity
from accounts.services.sign_ins import open_sign_in
from tenants.current_tenant import PAGE_TENANT, current_tenant
from tenants.models import Tenant
from tests.factories import PASSWORD

LOGIN = "/v1/auth/login"


class ApiClient(Client):
    """A JSON client, for a user when one is given; a fault of ours is an answer, and not raised."""

    def __init__(self, user: User | None = None, **environment: str) -> None:
        headers = {}
        if user is not None:
            self.tokens = open_sign_in(user=user)
            headers["Authorization"] = f"Bearer {self.tokens.access_token}"
        super().__init__(headers=headers, raise_request_exception=False, **environment)

    def post(self, path, data=None, content_type="application/json", **extra):
        return super().post(path, {} if data is None else data, content_type, **extra)

    def patch(self, path, data=None, content_type="application/json", **extra):
        return super().patch(path, {} if data is None else data, content_type, **extra)

    def put(self, path, data=None, content_type="application/json", **extra):
        return super().put(path, {} if data is None else data, content_type, **extra)


class ServiceClient(ApiClient):
    """A tenant's live service calling with a key of its own."""

    def __init__(self, tenant, **environment: str) -> None:
        super().__init__(**environment)
        self.key, secret = ServiceKey.objects.create_key(name="Live service", tenant=tenant)
        self.defaults["HTTP_AUTHORIZATION"] = f"Api-Key {secret}"


def login(client: Client, user: User, password: str = PASSWORD, **body):
    """Sign in over HTTP; ``body`` changes what is sent."""
    asked = {"email": user.email, "password": password, "tenant_slug": user.tenant.slug}
    return client.post(LOGIN, asked | body)


def bearer(pair: dict) -> dict[str, str]:
    """Return the header that a pair of tokens from a login is used with."""
    return {"Authorization": f"Bearer {pair['access_token']}"}


def claims(token: str) -> dict:
    """Return the claims of a token of ours, checked by our own code."""
    rules = settings.SIMPLE_JWT
    return jwt.decode(
        token,
        rules["SIGNING_KEY"],
        algorithms=["HS256"],
        issuer=rules["ISSUER"],
        audience=rules["AUDIENCE"],
    )


class OperatorClient(Client):
    """A browser in which somebody is signed in to the admin."""

    def __init__(self, user: User) -> None:
        super().__init__()
        self.force_login(user)
        note_activity(user)
        self._user = user

    def post(self, path, data=None, **options):
        """Post a form of a page that was opened just now, with the mark of its tenant."""
        return self.post_as_it_is(path, self.mark() | (data or {}), **options)

    def mark(self) -> dict[str, str]:
        """Return the mark of the tenant in forms of a page that is opened now."""
        self._user.refresh_from_db()
        tenant = current_tenant(SimpleNamespace(user=self._user, session=self.session))
        return {PAGE_TENANT: tenant.pk}

    def work_in(self, tenant: Tenant) -> None:
        """Switch to a tenant, as in a second tab: tabs share the session."""
        url = reverse("admin:tenants_tenant_work_here", args=[tenant.pk])
        answer = self.post(url)
        assert (answer.status_code, answer.url) == (302, reverse("admin:index"))

    def post_as_it_is(self, path, data=None, **options):
        """Post exactly these data, without a mark."""
        return super().post(path, data, **options)
