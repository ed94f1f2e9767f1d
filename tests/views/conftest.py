from __future__ import annotations

import pytest
from small_matter import fill, reading

from dateline.store.open import open_store
from dateline.views.base import Reading


@pytest.fixture
def small() -> Reading:
    """A desk with two matters, made by hand."""
    return reading(fill(open_store(None)))
