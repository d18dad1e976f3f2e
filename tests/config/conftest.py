"""What the tests of the library share."""

from collections.abc import Callable

import pytest

from tests.config.probes import FaultView


@pytest.fixture
def provoke(anonymous, monkeypatch) -> Callable:
    """Have a probe do something bad, and return what is answered."""

    def ask(fault: Callable[[], object], path: str = "/v1/probe/fault", method: str = "GET"):
        monkeypatch.setattr(FaultView, "fault", staticmethod(fault))
        return anonymous.generic(method, path)

    return ask
