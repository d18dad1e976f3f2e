"""Fixtures for the tests of ``config``."""

from collections.abc import Callable

import pytest

from tests.config.deployments import sound
from tests.config.probes import FaultView

__all__ = ["provoke", "sound"]


@pytest.fixture
def provoke(anonymous, monkeypatch) -> Callable:
    """Return a function that makes a probe fail, and returns the answer."""

    def ask(fault: Callable[[], object], path: str = "/v1/probe/fault", method: str = "GET"):
        monkeypatch.setattr(FaultView, "fault", staticmethod(fault))
        return anonymous.generic(method, path)

    return ask
