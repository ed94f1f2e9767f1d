"""What an open store remembers of articles for as long as nobody changes it, in this process or in another.

To read some thousand rows costs a front page more than what it makes of them, and from one article that comes in to the
next hardly any of them changes. Triggers write down which do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from dateline.store.sqlite import Database

T = TypeVar("T")

SINCE = "SELECT seq, article_id FROM touched WHERE seq >= :last ORDER BY seq"
NOTHING = (0, "")  # the change before the first


class Touched:
    """Follows the changes of a store, and lets go what is remembered of the articles that they are of."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._last: tuple[Any, ...] = NOTHING
        self._remembered: list[dict[str, Any]] = []
        self._still = False

    @contextmanager
    def still(self) -> Iterator[None]:
        """One state of the store, looked at once for what changed."""
        if self._still or self._db.connection.in_transaction:
            yield
            return
        with self._db.snapshot():
            self._catch_up()
            self._still = True
            try:
                yield
            finally:
                self._still = False

    def follow(self, remembered: dict[str, Any]) -> None:
        """Lets go entries of this dict (by article id) from now on."""
        self._remembered.append(remembered)

    def settled(self) -> bool:
        """Whether what is remembered is so, and more may be; not inside a transaction, which may be undone."""
        if self._still:
            return True
        if self._db.connection.in_transaction:
            return False
        self._catch_up()
        return True

    def _catch_up(self) -> None:
        came = self._db.rows(SINCE, {"last": self._last[0]})
        if came[:1] == [self._last]:
            self._forget([article for _, article in came[1:]])
        elif came or self._last != NOTHING:
            # Too long ago, or another file was restored over this one.
            for one in self._remembered:
                one.clear()
        self._last = came[-1] if came else NOTHING

    def _forget(self, articles: Sequence[str]) -> None:
        for one in self._remembered if articles else ():
            for article in articles:
                one.pop(article, None)


class Remembered(Generic[T]):
    """Answers by article id, remembered: `read` gives those of some articles, `room` is how many articles are
    remembered at most; those that nobody asked for among the last half of that are forgotten then."""

    def __init__(self, touched: Touched, read: Callable[[Sequence[str]], Mapping[str, T]], room: int) -> None:
        self._touched, self._read, self._room = touched, read, room
        self._known: dict[str, T | None] = {}
        self._before: dict[str, T | None] = {}
        touched.follow(self._known)
        touched.follow(self._before)

    def get(self, article_ids: Collection[str]) -> Mapping[str, T]:
        """What is read of these articles, by id, in its order; those of which there is nothing are left out."""
        asked = sorted(set(article_ids))
        if not self._touched.settled():
            return self._read(asked)
        missing = [a for a in asked if a not in self._known]
        if missing and len(self._known) + len(missing) > self._room // 2:
            self._before.clear()
            self._before.update(self._known)
            self._known.clear()
            missing = asked
        if missing:
            self._known.update((a, self._before.pop(a)) for a in missing if a in self._before)
        if unread := [a for a in missing if a not in self._known]:
            found = self._read(unread)
            self._known.update((a, found.get(a)) for a in unread)
        return {a: one for a in asked if (one := self._known[a]) is not None}
