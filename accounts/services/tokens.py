"""Access and refresh tokens (contract §2); the clocks of writer and reader may differ."""

import time
from functools import cache, lru_cache
from typing import Any

import jwt
from rest_framework_simplejwt import tokens
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import TokenBackendError, TokenBackendExpiredToken
from rest_framework_simplejwt.settings import api_settings

# The tokens whose signatures a process remembers.
_REMEMBERED = 2_000


class _Backend(TokenBackend):
    """The library's backend, with other rules for two claims.

    The time of issue decides nothing: a machine whose clock is a second behind, or was just
    corrected, would otherwise refuse a token that another machine, or it itself, has just written.
    The audience has to be us alone: we never write a list of audiences.
    """

    def decode(self, token: Any, verify: bool = True) -> dict[str, Any]:
        # ``token`` is a text; the library's own hint says otherwise.
        try:
            claims = dict(self._claims(token, self.get_verifying_key(token), verify))
        except jwt.InvalidTokenError as error:
            raise TokenBackendError from error
        end = claims.get("exp")
        if not isinstance(end, int | float):
            raise TokenBackendError  # the library takes a text of digits for a time, and then fails
        if verify and end <= time.time():
            raise TokenBackendExpiredToken
        return claims

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019 - there is one backend in a process
    def _claims(self, token: Any, key: Any, verify: bool) -> dict[str, Any]:
        """Return what a token claims; its end, which comes by itself, is left to the caller.

        A front end shows one token hundreds of times. What its signature proves under this key,
        it proves the next time as well; whether the sign-in goes on is asked each time.
        """
        return jwt.decode(
            token,
            key,
            algorithms=[self.algorithm],
            issuer=self.issuer,
            audience=self.audience,
            options={
                "verify_signature": verify,
                "verify_iat": False,
                "verify_exp": False,
                "strict_aud": True,
            },
        )


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
    """A token with which its holder may act for half an hour."""


class RefreshToken(_ReadByUs, tokens.RefreshToken):  # type: ignore[misc]  # in the library's bases
    """A token that is exchanged, once, for a new pair."""

    access_token_class = AccessToken
