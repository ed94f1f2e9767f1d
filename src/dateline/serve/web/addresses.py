"""Where each view stands: its name is its address, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from dateline.errors import NothingFound
from dateline.serve.parameters import Declared, Parameter, parameters
from dateline.views.every import VIEWS

FORMS = ("json", "atom")
SHORT = ("show", "list")  # the last part of a name that its address leaves out: dossier.show is /dossier/NAME


@dataclass(frozen=True, slots=True)
class Address:
    """What an address means: a view, the rest of the path (the value of its first parameter, "" for none), and the form
    that is asked for ("html", "json" or "atom")."""

    view: str
    rest: str
    form: str


def path_of(name: str) -> str:
    """The path of a view by its name: glance is /, feeds.list is /feeds, dossier.show is /dossier."""
    if name == "glance":
        return "/"
    *groups, last = name.split(".")
    kept = groups if groups and last in SHORT else [*groups, last]
    return "/" + "/".join(kept)


def first(declared: Declared) -> Parameter | None:
    """The parameter that may stand in the path: the first one, if it stands by position and is no whole text."""
    found = parameters(declared)
    return found[0] if found and found[0].positional and not found[0].text else None


def _table() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(VIEWS):
        found[path_of(name)] = (*found.get(path_of(name), ()), name)
    return found


TABLE = _table()


def read_path(path: str) -> Address:
    """The view at a path; raises NothingFound if there is none. Where a list and a thing share an address, that
    with a rest is the thing."""
    stem, form = _form(path)
    if stem in ("/", "/glance", ""):
        return Address("glance", "", form)
    parts = stem.strip("/").split("/")
    for length in range(len(parts), 0, -1):
        names = TABLE.get("/" + "/".join(parts[:length]), ())
        rest = "/".join(parts[length:])
        if name := _fitting(names, rest):
            return Address(name, rest, form)
    raise NothingFound("no such page", what=path[:200], do="/ is the front page, /help lists all pages")


def _form(path: str) -> tuple[str, str]:
    for form in FORMS:
        if path.endswith("." + form):
            return path[: -len(form) - 1], form
    return path, "html"


def _fitting(names: tuple[str, ...], rest: str) -> str:
    """Of the views at one address that which takes the rest; "" if none does."""
    takes = [n for n in names if first(VIEWS[n])]
    if rest:
        return takes[0] if takes else ""
    lists = [n for n in names if n not in takes]
    return (lists or takes or [""])[0]


def address(name: str, value: str = "", form: str = "", **query: Any) -> str:
    """The address of a view; what is None or "" is left out of the query."""
    path = path_of(name)
    if value:
        path = f"{path.rstrip('/')}/{quote(value, safe='')}"
    if form:
        path = f"{path if path != '/' else '/glance'}.{form}"
    asked = [(k, v) for k, v in query.items() if v not in (None, "", False)]
    return path + ("?" + urlencode(asked, doseq=True) if asked else "")
