"""Who is logged in, as a store keeps it."""

from __future__ import annotations

from store_records import at

from dateline.store.base import Store
from dateline.store.base_sessions import LoggedIn


def test_sessions_are_kept_renewed_and_dropped(store: Store) -> None:
    one, other = LoggedIn("a1", "ada", at(0)), LoggedIn("b2", "ben", at(1))
    for session in (one, other):
        store.sessions.put(session)
    assert (store.sessions.get("a1"), store.sessions.get("c3")) == (one, None)
    store.sessions.put(LoggedIn("a1", "ada", at(7)))
    assert store.sessions.get("a1") == LoggedIn("a1", "ada", at(7))
    store.sessions.drop("a1")
    store.sessions.drop("a1")
    assert (store.sessions.get("a1"), store.sessions.get("b2")) == (None, other)


def test_all_sessions_of_somebody_end(store: Store) -> None:
    for n, user in enumerate(("ada", "ben", "ada")):
        store.sessions.put(LoggedIn(str(n), user, at(n)))
    store.sessions.drop_user("ada")
    assert [store.sessions.get(str(n)) is None for n in range(3)] == [True, False, True]


def test_old_sessions_and_too_many_of_them_end(store: Store) -> None:
    for n in range(5):
        store.sessions.put(LoggedIn(str(n), "ada", at(n)))
    store.sessions.prune(at(1), 3)
    assert [n for n in range(5) if store.sessions.get(str(n))] == [2, 3, 4]
    store.sessions.prune(at(3.5), 3)
    assert [n for n in range(5) if store.sessions.get(str(n))] == [4]
