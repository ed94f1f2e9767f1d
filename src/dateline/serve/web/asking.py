"""What a request asks a view or job for: words of an address or a form become parameters."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.serve.parameters import Declared, Parameter, parameters, read_day, read_moment

Words = Mapping[str, Sequence[str]]
YES = frozenset({"1", "on", "true", "yes"})
NO = frozenset({"0", "off", "false", "no"})
MOST = 100  # values of one parameter
LONGEST = 2_000  # characters of a value that is no whole text


def asked(declared: Declared, words: Words, rest: str = "", beside: Collection[str] = ()) -> dict[str, Any]:
    """The parameters of a call. `rest` is the value of the first parameter, from the path; `beside` are names that the
    page itself takes. Raises UsageError for unknown names, values that cannot be read, and what is missing."""
    known = parameters(declared)
    given = dict(words)
    if rest and known:
        given[known[0].name] = [rest]
    odd = sorted(set(given) - {p.name for p in known} - set(beside))
    if odd:
        named = ", ".join(p.name for p in known) or "none"
        raise UsageError("no such parameter", what=odd[0][:100], do=f"there are: {named}")
    found = {p.name: value for p in known if (value := _value(p, given.get(p.name, ()))) is not None}
    missing = [p.name for p in known if p.required and p.name not in found]
    if missing:
        raise UsageError("is missing", what=missing[0], do="give it in the address or in the form")
    return found


def _value(parameter: Parameter, typed: Sequence[str]) -> Any:
    """What was typed, as the view or job takes it; None if nothing was."""
    kept = [t for t in typed if t.strip()]
    if not kept:
        return None
    if parameter.text:
        return kept[0]
    if len(kept) > MOST or any(len(t) > LONGEST for t in kept):
        raise UsageError("is too long", what=parameter.name, do=f"give at most {LONGEST} characters")
    if parameter.many:
        return tuple(_read(parameter, one) for t in kept for one in t.split(",") if one.strip())
    return _read(parameter, " ".join(kept) if parameter.words else kept[-1])


def _read(parameter: Parameter, typed: str) -> Any:
    typed, kind = typed.strip(), parameter.kind
    try:
        if kind is date:
            return read_day(typed)
        if kind is datetime:
            return read_moment(typed)
        if kind is bool:
            return _yes_or_no(typed)
        if kind is Path:
            raise UsageError("files of the server cannot be named here", do="use the command line")
        if issubclass(kind, StrEnum):
            return _member(kind, typed)
        return kind(typed)
    except UsageError as e:
        e.what = f"{parameter.name} {e.what}".strip()
        raise
    except (TypeError, ValueError) as e:
        raise UsageError(f"is no {kind.__name__}", what=f"{parameter.name} {typed}", do="write it as a number") from e


def _yes_or_no(typed: str) -> bool:
    if typed.lower() not in YES | NO:
        raise UsageError("is neither yes nor no", what=typed, do="write 1 or 0")
    return typed.lower() in YES


def _member(kind: type[StrEnum], typed: str) -> StrEnum:
    try:
        return kind(typed)
    except ValueError as e:
        raise UsageError("is none of the choices", what=typed, do=f"choose {', '.join(kind)}") from e
