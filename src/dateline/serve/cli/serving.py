"""`dateline serve` and `dateline users`: the desk in the browser, and who may log in to it."""

from __future__ import annotations

import contextlib
import getpass
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from dateline.errors import UsageError
from dateline.serve.cli.given import Given
from dateline.serve.cli.opening import open_at, store_path
from dateline.serve.cli.own import own
from dateline.views.base import Answer


@dataclass(frozen=True, slots=True)
class Served(Answer):
    """Where the desk was served, and from which store."""

    address: str
    store: Path


@dataclass(frozen=True, slots=True)
class UsersNamed:
    """Who may log in."""

    users: tuple[str, ...]


@own("serve", doc="Serve the desk to a browser on this machine, beside the worker; Ctrl-C ends it.")
def serve(
    given: Given,
    *,
    host: Annotated[str, "The address to listen on; any but a loopback one needs users who log in."] = "127.0.0.1",
    port: Annotated[int, "The port; 0 for any that is free."] = 8777,
    read_only: Annotated[bool, "Nothing can be changed in the browser."] = False,
    login: Annotated[bool, "People log in even on this machine (dateline users add)."] = False,
    name: Annotated[tuple[str, ...], "Other names that the desk is known by: desk.example."] = (),
    idle: Annotated[int, "End after so many seconds without a request; 0: never."] = 0,
) -> Served:
    """Serves until it is ended."""
    import asyncio
    from datetime import UTC, datetime

    from dateline.serve.web.server import Serving, run, site_for
    from dateline.settings import load

    if not 0 <= port <= 65535:
        raise UsageError("is no port", what=str(port), do="give one from 1 to 65535, or 0 for any")
    place = store_path(given)
    with open_at(given, None):  # the file is made and brought up to date before anybody asks
        pass
    serving = Serving(host, port, tuple(name), read_only, login, float(idle))
    site = site_for(place, load(), serving, given.clock or (lambda: datetime.now(UTC)))
    told: list[str] = []

    def begun(address: str) -> None:
        told.append(address)
        print(f"The desk is at {address} (Ctrl-C ends it)", file=sys.stderr if given.json else sys.stdout, flush=True)

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(site, serving, begun))
    return Served(told[0] if told else "", place)


def open_for_visitors(given: Given, place: Path) -> None:
    """Serves the store in a terminal until Ctrl-C; behind it, for a quarter of an hour after the last request, where
    nobody sits at one."""
    from dateline.serve.cli import background

    background.end(place)
    if sys.stdout.isatty() and not given.json:
        port = 0 if background.health(background.PORT) else background.PORT
        serve(replace(given, store=place), port=port)
        return
    behind = background.begin(place)
    stream = sys.stderr if given.json else sys.stdout
    print(f"\nThe desk is at {behind.address}", file=stream)
    print(
        f"It ends by itself after {background.IDLE // 60} minutes without a request; now: kill {behind.pid}",
        file=stream,
    )


@own("users.add", doc="Let somebody log in, or give them a new password; it is asked for, or read from standard input.")
def users_add(given: Given, name: Annotated[str, "The name to log in with."]) -> UsersNamed:
    """Adds a user beside the store."""
    from dateline.serve.web.passwords import users_beside

    users = users_beside(store_path(given))
    users.put(name, _password())
    _log_out(given, name)
    return UsersNamed(users.names())


@own("users.remove", doc="Let somebody log in no more.")
def users_remove(given: Given, name: Annotated[str, "The name."]) -> UsersNamed:
    """Takes a user out. Raises UsageError for one who is not there."""
    from dateline.serve.web.passwords import users_beside

    users = users_beside(store_path(given))
    if not users.drop(name):
        raise UsageError("there is no such user", what=name, do="dateline users list names them")
    _log_out(given, name)
    return UsersNamed(users.names())


def _log_out(given: Given, name: str) -> None:
    """Ends the sessions that somebody began with a password that holds no more."""
    from dateline.store.open import open_store

    place = store_path(given)
    if place.exists():
        with contextlib.closing(open_store(place)) as store:
            store.sessions.drop_user(name)


@own("users.list", doc="Who may log in.")
def users_list(given: Given) -> UsersNamed:
    """All names."""
    from dateline.serve.web.passwords import users_beside

    return UsersNamed(users_beside(store_path(given)).names())


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Again: "):
        raise UsageError("the two are not the same", what="the password", do="try again")
    return first
