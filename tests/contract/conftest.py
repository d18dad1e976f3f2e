"""What tests of the texts of pages need."""

import pytest
from django.utils import translation

from tests.contract.marked import bracketed


@pytest.fixture
def brackets(monkeypatch):
    """Turn each marked text into one in brackets."""
    for name in ("gettext", "pgettext", "ngettext", "npgettext"):
        real = getattr(translation.trans_real, name)
        monkeypatch.setattr(translation._trans, name, bracketed(real), raising=False)
