"""Hashes of passwords, a few at a time: each takes a tenth of a second and a hundred megabytes.

At most half of a process's threads hash at once. Nobody waits: that would hold a thread as well,
and a hundred sign-ins would leave none for anything else. They hash in threads of their own, which
get the processor when others leave it to them: a hash takes all cores it can have.
"""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from threading import Lock
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.utils.translation import gettext as _

from config.errors import Unavailable
from config.observability import metrics

# Seconds until somebody who was refused may come again.
RETRY_AFTER = 2

# How much hashing threads let others go first (nice): the weight of a tenth of another thread.
_NICENESS = 10

_lock = Lock()
_hashing = 0


class TooManyAtOnce(Unavailable):
    """Enough passwords are being checked; nothing was done, and the next try may be right."""

    def __init__(self) -> None:
        message = _("Many people are signing in just now. Wait a few seconds, then try again.")
        super().__init__(message, retry_after=RETRY_AFTER)


def places() -> int:
    """Return how many hashes a process makes at once: half of its threads, at least one."""
    return max(settings.WEB_THREADS // 2, 1)


def require_place() -> None:
    """Raise TooManyAtOnce while all places are taken: call it before work that would be in vain."""
    if _hashing >= places():
        metrics.count_refused_hash()
        raise TooManyAtOnce


@contextmanager
def place() -> Iterator[None]:
    """Take a place for one hash; raises TooManyAtOnce without one."""
    global _hashing  # noqa: PLW0603 - one number for the process
    with _lock:
        if _hashing >= places():
            metrics.count_refused_hash()
            raise TooManyAtOnce
        _hashing += 1
    try:
        yield
    finally:
        with _lock:
            _hashing -= 1


def _quietly[T](hash_it: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """Do it in a thread that lets others go first; threads that it starts do so as well."""
    return _threads().submit(hash_it, *args, **kwargs).result()


@cache
def _threads() -> ThreadPoolExecutor:
    # Places decide how many work.
    return ThreadPoolExecutor(64, "hashing", initializer=_let_others_go_first)


def _let_others_go_first() -> None:
    if sys.platform != "linux":
        return  # it would be the whole process that does
    # Some machines let nobody ask for that: hashes are made there as anything else is.
    with suppress(PermissionError):
        os.nice(_NICENESS)


class FewAtOnce:
    """A hasher that takes a place for each hash, to make one or to compare with it."""

    def encode(self, *args: Any, **kwargs: Any) -> str:
        with place():
            return _quietly(super().encode, *args, **kwargs)  # type: ignore[misc] # the hasher's

    def verify(self, *args: Any, **kwargs: Any) -> bool:
        with place():
            return _quietly(super().verify, *args, **kwargs)  # type: ignore[misc] # the hasher's


class FewArgon2Hasher(FewAtOnce, Argon2PasswordHasher):
    """Argon2 as Django has it, a few at a time."""
