"""Which feeds typed words mean, for every command alike."""

from __future__ import annotations

import pytest

from dateline.errors import NothingFound
from dateline.ingest.feeds.meant import meant
from dateline.model.feed import Feed, FeedState, feed_id
from dateline.model.outlet import Outlet

POST = Outlet("post.example", "The Post")


def kept(name: str, state: FeedState = FeedState.ACTIVE) -> Feed:
    url = f"https://post.example/{name}?key=secret"
    return Feed(feed_id(url), url, POST, name, state=state)


WORLD, SPORT = kept("world"), kept("sport", FeedState.ENDED)


def test_words_that_mean_a_feed_twice_give_it_once_in_the_order_typed() -> None:
    assert meant([WORLD, SPORT], [SPORT.url, "the post", WORLD.id]) == [SPORT, WORLD]


def test_only_feeds_in_the_states_asked_for() -> None:
    assert meant([WORLD, SPORT], ["the post"], {FeedState.ACTIVE}) == [WORLD]
    with pytest.raises(NothingFound):
        meant([WORLD, SPORT], [SPORT.id], {FeedState.ACTIVE})


def test_words_that_mean_none_are_told_without_secrets() -> None:
    with pytest.raises(NothingFound) as told:
        meant([WORLD], [WORLD.url, "https://other.example/?key=secret"])
    assert "other.example" in told.value.what and "secret" not in told.value.what
