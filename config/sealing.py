"""Texts that this program alone can read again: encrypted under keys made of SECRET_KEY.

Whoever has the database, or a cookie, has none of them. After SECRET_KEY was replaced, those of
before are read by SECRET_KEY_FALLBACKS.
"""

from base64 import urlsafe_b64encode
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.crypto import salted_hmac


class Unreadable(Exception):
    """The text was not sealed here for this purpose, too long ago, or under a key that is gone."""


def seal(text: str, purpose: str) -> str:
    """Return a text encrypted; what is sealed for one purpose is unreadable for any other."""
    return _key(settings.SECRET_KEY, purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str, *, max_age: int | None = None) -> str:
    """Return a sealed text; raises Unreadable, also when it is older than ``max_age`` seconds."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    try:
        return (
            MultiFernet(_key(key, purpose) for key in keys)
            .decrypt(sealed.encode(), ttl=max_age)
            .decode()
        )
    except InvalidToken as error:
        raise Unreadable from error


def is_current(sealed: str, purpose: str) -> bool:
    """Return whether a text is sealed under the present SECRET_KEY."""
    try:
        _key(settings.SECRET_KEY, purpose).decrypt(sealed.encode())
    except InvalidToken:
        return False
    return True


def keyed_digests(text: str, purpose: str) -> list[str]:
    """Return digests by which a text is recognised here, and nowhere without SECRET_KEY.

    The first is for storing; the others are those of the keys before.
    """
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [salted_hmac(purpose, text, secret=key, algorithm="sha256").hexdigest() for key in keys]


@lru_cache(maxsize=32)
def _key(secret: str | bytes, purpose: str) -> Fernet:
    secret = secret.encode() if isinstance(secret, str) else secret
    derived = HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret)
    return Fernet(urlsafe_b64encode(derived))
