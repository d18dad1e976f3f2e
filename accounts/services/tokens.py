"""Access and refresh tokens (contract §2), whose reader's clock may be behind their writer's."""

from functools import cache
from typing import Any

import jwt
from rest_framework_simplejwt import tokens
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import TokenBackendError, TokenBackendExpiredToken
from rest_framework_simplejwt.settings import api_settings


class _Backend(TokenBackend):
    """The library's, but for two claims.

    When a token was issued decides nothing: a machine whose clock is a second behind, or was just
    put right, would otherwise refuse what another, or it itself, has only now written. For whom it
    is has to be us alone: a list of audiences is nothing that we write.
    """

    def decode(self, token: Any, verify: bool = True) -> dict[str, Any]:
        # ``token`` is a text; the library's own hint says otherwise.
        try:
            claims = jwt.decode(
                token,
                self.get_verifying_key(token),
                algorithms=[self.algorithm],
                issuer=self.issuer,
                audience=self.audience,
                options={"verify_signature": verify, "verify_iat": False, "strict_aud": True},
            )
        except jwt.ExpiredSignatureError as error:
            raise TokenBackendExpiredToken from error
        except jwt.InvalidTokenError as error:
            raise TokenBackendError from error
        if not isinstance(claims.get("exp"), int | float):
            raise TokenBackendError  # the library takes a text of digits for a time, and then fails
        return claims


@cache
def _backend() -> _Backend:
    return _Backend(
        api_settings.ALGORITHM,
        api_settings.SIGNING_KEY,
        issuer=api_settings.ISSUER,
        audience=api_settings.AUDIENCE,
    )


class _ReadByUs:
    @property
    def token_backend(self) -> TokenBackend:
        return _backend()


class AccessToken(_ReadByUs, tokens.AccessToken):
    """Lets its bearer act for half an hour."""


class RefreshToken(_ReadByUs, tokens.RefreshToken):  # type: ignore[misc]  # the library's own
    """Is exchanged, once, for a new pair."""

    access_token_class = AccessToken
