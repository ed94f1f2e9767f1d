"""The reference page, made of the declarations: each command with its parameters and the shape of its answer."""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from dateline.serve.cli.index import KINDS, index
from dateline.serve.parameters import Declared, Parameter, metavar, parameters, result_type

HEAD = """# Reference

Made from the declarations of views and jobs by `dateline docs`; do not edit.

Every command takes `--store PATH`, `--json`, `--markdown`, `--quiet`, `--no-color`, `--now TIME` and `--today DAY`,
before its name or after it. Exit status: 0 fine, 1 nothing found, 2 some input failed, 3 not understood,
4 a contradiction found (`check`).

With `--json` every answer is one envelope, `{"view", "schema", "params", "data", "warnings", "next"}`: the name of the
view or job, the version of its shape, what was asked, the answer as described below, sentences for the reader, and
commands that lead on. Every error is `{"error": {"kind", "message", "what", "do"}}`. Days are `YYYY-MM-DD`, times are
ISO 8601 with a zone, days that a source states inexactly are intervals with both ends included, `null` for an open end.
"""


def reference() -> str:
    """The whole page."""
    declared = {kind.decorator: [e.declared() for e in index() if e.kind is kind] for kind in KINDS}
    views, jobs, own = declared["view"], declared["job"], declared["own"]
    sections = (("Views", views), ("Jobs", jobs), ("Of the terminal alone", own))
    commands = "\n".join(f"## {title}\n\n{_commands(these)}" for title, these in sections)
    return f"{HEAD}\n{commands}\n## Records\n\n{_records([*views, *jobs, *own])}"


def _commands(declared: Sequence[Declared]) -> str:
    return "".join(_command(d) for d in declared)


def _command(declared: Declared) -> str:
    given = parameters(declared)
    usage = " ".join([f"dateline {declared.name.replace('.', ' ')}", *map(_usage, given)])
    told = [f"- `{p.option if not p.positional else metavar(p)}`: {p.doc}" for p in given if p.doc]
    kind = result_type(declared)
    answer = (
        f"Answers with a [{kind.__name__}](#{kind.__name__.lower()}).\n"
        if is_dataclass(kind) and isinstance(kind, type)
        else ""
    )
    listed = "\n".join(told) + "\n\n" if told else ""
    return f"### {declared.name}\n\n{declared.doc}\n\n    {usage}\n\n{listed}{answer}\n"


def _usage(parameter: Parameter) -> str:
    if parameter.positional:
        word = metavar(parameter) + "..." * parameter.many
        return word if parameter.required else f"[{word}]"
    value = "" if parameter.kind is bool else f" {metavar(parameter)}"
    return f"{parameter.option}{value}" if parameter.required else f"[{parameter.option}{value}]"


def _records(declared: Sequence[Declared]) -> str:
    found: dict[str, type[Any]] = {}
    for one in declared:
        _collect(result_type(one), found)
    return "\n".join(_record(found[name]) for name in sorted(found))


def _collect(hint: Any, found: dict[str, type[Any]]) -> None:
    """All records inside a type, by name."""
    if is_dataclass(hint) and isinstance(hint, type) and hint.__name__ not in found:
        found[hint.__name__] = hint
        for inner in _hints(hint).values():
            _collect(inner, found)
    for inner in get_args(hint):
        _collect(inner, found)


def _hints(record: type[Any]) -> Mapping[str, Any]:
    return get_type_hints(record, vars(sys.modules[record.__module__]))


def _record(record: type[Any]) -> str:
    hints = _hints(record)
    rows = "\n".join(f"- `{f.name}`: {_named(hints[f.name])}" for f in fields(record))
    return f"### {record.__name__}\n\n{inspect.cleandoc(record.__doc__ or '')}\n\n{rows}\n"


def _named(hint: Any) -> str:
    """A type in the words of JSON."""
    if get_origin(hint) is Annotated:
        return _named(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        return " or ".join(_named(a) for a in get_args(hint))
    if get_origin(hint) is tuple:
        return _list(get_args(hint))
    if get_origin(hint) is not None:
        return f"object of {_named(get_args(hint)[-1])}"
    if is_dataclass(hint) and isinstance(hint, type):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    return _PLAIN.get(hint.__name__, _choices(hint))


def _list(inner: Sequence[Any]) -> str:
    if inner[-1] is Ellipsis:
        return f"list of {_named(inner[0])}"
    return f"list: {', '.join(_named(a) for a in inner)}"


_PLAIN = {
    "str": "text",
    "int": "number",
    "float": "number",
    "bool": "true or false",
    "date": "day",
    "datetime": "time",
    "NoneType": "null",
    "Path": "path",
    "Any": "anything",
}


def _choices(kind: Any) -> str:
    try:
        return " or ".join(f"`{member.value}`" for member in _members(kind))
    except TypeError:
        return str(kind.__name__)


def _members(kind: Any) -> Iterator[Any]:
    return iter(kind)
