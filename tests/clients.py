"""Callers of the API, and people at the admin."""

import weakref
from io import IOBase

import jwt
from django.conf import settings
from django.test import Client

from accounts.models import ServiceKey, User
from accounts.services.activity import note_activity
from accounts.services.sign_ins import open_sign_in
from tenants.addresses import home_of, slug_in
from tenants.current_tenant import PAGE_TENANT
from tenants.models import Tenant
from tests.factories import PASSWORD

LOGIN = "/v1/auth/login"


class FileClosingClient(Client):
    """A client that closes the files of its answers, as a server does, read or not."""

    def request(self, **request):
        answer = super().request(**request)
        for close in answer._resource_closers:
            if isinstance(getattr(close, "__self__", None), IOBase):
                weakref.finalize(answer, close)
        return answer


class ApiClient(FileClosingClient):
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


class OperatorClient(FileClosingClient):
    """A browser in which somebody is signed in to the admin."""

    def __init__(self, user: User) -> None:
        super().__init__()
        self.force_login(user)
        note_activity(user)
        self._user = user
        self._tenant: Tenant | None = None

    def post(self, path, data=None, **options):
        """Post a form of a page that was opened just now, with the mark of its tenant."""
        return self.post_as_it_is(path, self.mark() | (data or {}), **options)

    def mark(self) -> dict[str, str]:
        """Return the mark of the tenant in forms of a page that is opened now."""
        return {PAGE_TENANT: self._tenant.pk if self._tenant else self._user.tenant_id}

    def work_in(self, tenant: Tenant) -> None:
        """Go over to a tenant: addresses that name none are meant to be of it.

        Whether it lets them in is seen on the smallest page: the first one counts all students.
        """
        self._tenant = tenant
        assert self.get("/admin/jsi18n/").status_code == 200

    def post_as_it_is(self, path, data=None, **options):
        """Post exactly these data, without a mark."""
        return super().post(path, data, **options)

    def generic(self, method, path, *args, **options):
        return super().generic(method, self._in_tenant(path), *args, **options)

    def get(self, path, data=None, **options):
        return super().get(self._in_tenant(path), data, **options)

    def _in_tenant(self, path: str) -> str:
        if self._tenant is None or slug_in(path) or not path.startswith("/admin/"):
            return path
        return path.replace("/admin/", home_of(self._tenant.slug), 1)
