"""What the tests of the library share."""

import logging
from collections.abc import Callable
from io import StringIO

import pytest

from tests.config.probes import FaultView


@pytest.fixture
def log(monkeypatch) -> StringIO:
    """What the configured handler writes, formatted as in production."""
    (handler,) = (handler for handler in logging.getLogger().handlers if handler.name == "console")
    written = StringIO()
    monkeypatch.setattr(handler, "stream", written)
    return written


@pytest.fixture
def provoke(anonymous, monkeypatch) -> Callable:
    """Have a probe do something bad, and return what is answered."""

    def ask(fault: Callable[[], object], path: str = "/v1/probe/fault", method: str = "GET"):
        monkeypatch.setattr(FaultView, "fault", staticmethod(fault))
        return anonymous.generic(method, path)

    return ask
