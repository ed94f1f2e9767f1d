"""The article that another of its story stands nearest to is found without comparing all in full."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from dateline.link.stories.affinity import affinity
from dateline.link.stories.profile import Compared, profile
from dateline.views import story

WORDS = (
    "minister border talks ceasefire harbour grain convoy court ruling election envoy summit treaty army village flood "
    "rescue bridge strike union wages prices bank budget parliament vote Oslo Lagos Quito Hanoi Minsk Cairo"
).split()
FIRST = date(2025, 3, 3)


def _made(random: Random, number: int) -> Compared:
    day = FIRST + timedelta(days=random.randrange(12))
    text = " ".join(random.choices(WORDS, k=random.randrange(3, 40)))
    told = (day + timedelta(days=random.randrange(-3, 6)),) if random.random() < 0.7 else ()
    plain = profile(f"article-{number:02}", " ".join(random.choices(WORDS, k=4)), text, day, told)
    lands = tuple(random.sample(("NO", "NG", "EC"), 2))
    return Compared(replace(plain, spot=random.random() < 0.3, lands=lands, ahead=random.random() < 0.2))


@pytest.mark.parametrize("seed", range(8))
def test_the_nearest_is_that_of_all_compared_in_full(seed: int) -> None:
    random = Random(seed)
    made = [_made(random, n) for n in random.sample(range(30), 30)]
    for at, own in enumerate(made[1:], 1):
        near, other = max(((affinity(own, o), o) for o in made[:at]), key=lambda found: (found[0], found[1].id))
        assert story._nearest(own, made[:at]) == (near, other)


def test_the_first_stands_near_to_none() -> None:
    assert story._nearest(_made(Random(0), 0), []) == (0.0, None)
