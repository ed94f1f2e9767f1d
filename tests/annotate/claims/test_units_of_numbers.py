"""What numbers count: the unit beside them, and those whom a participle tells of."""

from __future__ import annotations

import pytest
from claims_of_text import claims_of


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Inflation rose to 5 per cent in May 2015.", (5.0, "percent")),
        ("Inflation rose to 5 percent in May 2015.", (5.0, "percent")),
        ("Ninety-four sailors arrested in Oldford in July 2022 went home.", (94.0, "sailor")),
        ("The trip costs 5 euros per person since 2015.", (5.0, "euro")),
    ],
)
def test_a_number_has_its_unit(text: str, counted: tuple[float, str]) -> None:
    assert counted in [(q.value, q.unit) for c in claims_of(text) for q in c.quantities]


def test_a_participle_counts_only_those_beside_it() -> None:
    assert not [q for c in claims_of("Men arrested in July 2022 went home.") for q in c.quantities]
