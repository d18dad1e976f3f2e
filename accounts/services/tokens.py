"""Access and refresh tokens (contract §2); the clocks of writer and reader may differ.

They are signed with JWT_SIGNING_KEY. Those under JWT_SIGNING_KEY_FALLBACKS are read as well: a
former key, or the next one, with which other servers sign already.
"""

import time
from contextlib import suppress
from functools import lru_cache
from typing import Any

import jwt
from django.conf import settings
from rest_framework_simplejwt import tokens
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import TokenBackendError, TokenBackendExpiredToken

# The tokens whose signatures a process remembers.
_REMEMBERED = 2_000


class _Backend(TokenBackend):
    """The library's backend, with other rules for two claims.

    The time of issue decides nothing: a machine whose clock is a second behind, or was just
    corrected, would otherwise refuse a token that another machine, or it itself, has just written.
    The audience has to be us alone: we never write a list of audiences.
    """

    other_keys: tuple[str, ...] = ()

    def decode(self, token: Any, verify: bool = True) -> dict[str, Any]:
        # ``token`` is a text; the library's own hint says otherwise.
        try:
            claims = dict(self._read(token, verify=verify))
        except jwt.InvalidTokenError as error:
            raise TokenBackendError from error
        end = claims.get("exp")
        if not isinstance(end, int | float):
            raise TokenBackendError  # the library takes a text of digits for a time, and then fails
        if verify and end <= time.time():
            raise TokenBackendExpiredToken
        return claims

    def _read(self, token: Any, *, verify: bool) -> dict[str, Any]:
        """Return the claims under the first key that the token is signed with."""
        *others, last = (self.get_verifying_key(token), *self.other_keys)
        for key in others:
            with suppress(jwt.InvalidSignatureError):
                return self._claims(token, key, verify)
        return self._claims(token, last, verify)

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019 - a process has few backends
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


def _backend() -> _Backend:
    rules = settings.SIMPLE_JWT
    return _backend_of(
        rules["ALGORITHM"],
        (rules["SIGNING_KEY"], *settings.JWT_SIGNING_KEY_FALLBACKS),
        rules["ISSUER"],
        rules["AUDIENCE"],
    )


@lru_cache(maxsize=8)
def _backend_of(algorithm: str, keys: tuple[str, ...], issuer: str, audience: str) -> _Backend:
    backend = _Backend(algorithm, keys[0], issuer=issuer, audience=audience)
    backend.other_keys = keys[1:]
    return backend


class _ReadByUs:
    @property
    def token_backend(self) -> TokenBackend:
        return _backend()


class AccessToken(_ReadByUs, tokens.AccessToken):
    """A token with which its holder may act for half an hour."""


class RefreshToken(_ReadByUs, tokens.RefreshToken):  # type: ignore[misc]  # in the library's bases
    """A token that is exchanged, once, for a new pair."""

    access_token_class = AccessToken
