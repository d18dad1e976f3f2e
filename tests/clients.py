"""Callers of the API."""

from django.test import Client

from accounts.models import User
from accounts.services.sign_ins import open_sign_in


class ApiClient(Client):
    """Speaks JSON, and for a user when it is given one; a fault of ours is answered, not raised."""

    def __init__(self, user: User | None = None) -> None:
        headers = {}
        if user is not None:
            self.tokens = open_sign_in(user=user)
            headers["Authorization"] = f"Bearer {self.tokens.access_token}"
        super().__init__(headers=headers, raise_request_exception=False)

    def post(self, path, data=None, content_type="application/json", **extra):
        return super().post(path, {} if data is None else data, content_type, **extra)
