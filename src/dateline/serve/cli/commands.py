"""A command for each declared view and job, made of its declaration."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.errors import DatelineError, InputError
from dateline.serve.cli.given import TYPES, Given, merged, options
from dateline.serve.cli.help import OWN, Command, Group
from dateline.serve.parameters import REQUIRED, Declared, Parameter, metavar, parameters, read_day, read_moment

Run = Callable[[Declared, Mapping[str, Any], Given], int]
READERS: dict[type[Any], Callable[[str], Any]] = {date: read_day, datetime: read_moment}


def attach(app: typer.Typer, groups: dict[str, typer.Typer], declared: Declared, run: Run, panel: str) -> None:
    """Adds the command of a declaration to the app; a dotted name stands in a group of its own."""
    *path, name = declared.name.split(".")
    home = app
    for depth in range(len(path)):
        home = _group(home, groups, ".".join(path[: depth + 1]))
    home.command(name, cls=Command, help=declared.doc, rich_help_panel=panel)(command(declared, run))


def _group(home: typer.Typer, groups: dict[str, typer.Typer], dotted: str) -> typer.Typer:
    if dotted not in groups:
        groups[dotted] = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
        name = dotted.rsplit(".", maxsplit=1)[-1]
        own = [c for c in home.registered_commands if c.name == name]
        for one in own:  # "story ID" beside "story merge A B": what is no command of the group goes to its own
            home.registered_commands.remove(one)
            one.name = OWN
            groups[dotted].registered_commands.append(one)
        home.add_typer(groups[dotted], name=name)
    return groups[dotted]


def command(declared: Declared, run: Run) -> Callable[..., None]:
    """A function with the signature that Typer makes a command of: the declared parameters, then those of all."""
    declared_ones = parameters(declared)

    def call(ctx: typer.Context, **values: Any) -> None:
        given = merged(ctx.obj or Given(), values)
        params = {p.name: value for p in declared_ones if (value := _value(p, values[p.name])) is not None}
        status = run(declared, params, given)
        if status:
            raise typer.Exit(status)

    signature = inspect.Signature([_context(), *map(_parameter, declared_ones), *everywhere()])
    call.__signature__ = signature  # type: ignore[attr-defined]
    call.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()}
    call.__doc__ = declared.doc
    return call


def _context() -> inspect.Parameter:
    return inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)


def everywhere() -> list[inspect.Parameter]:
    """The options that every command takes, as parameters."""
    return [_keyword(name, TYPES.get(name, bool), info, _unset(name)) for name, info in options().items()]


def _unset(name: str) -> Any:
    return None if name in TYPES else False


def _keyword(name: str, kind: Any, info: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, info])


def _parameter(parameter: Parameter) -> inspect.Parameter:
    """The parameter as Typer takes it; days and times are read by us, so that the error says what to write."""
    kind: Any = str if parameter.kind in READERS else parameter.kind
    listed = parameter.many or parameter.words
    kind = list[kind] if listed else kind
    about: dict[str, Any] = {"help": parameter.doc or None, "metavar": _metavar(parameter)}
    if parameter.positional:
        info = typer.Argument(**about)
        default = REQUIRED if parameter.required else None
    else:
        info = typer.Option(parameter.option, show_default=bool(parameter.default), **about)
        default = REQUIRED if parameter.required else parameter.default
    optional = kind if default is not None else kind | None
    return _keyword(parameter.name, optional, info, default)


def _metavar(parameter: Parameter) -> str:
    if parameter.kind is bool:
        return ""
    word = metavar(parameter)
    word = f"{word}..." if parameter.many or parameter.words else word
    return word if parameter.required or not parameter.positional else f"[{word}]"


def _value(parameter: Parameter, typed: Any) -> Any:
    """What was typed, as the view or job takes it; None if nothing was."""
    if typed is None:
        return None
    if parameter.words:
        return " ".join(typed) or None
    if parameter.text:
        return read_text(typed)
    try:
        return tuple(_read(parameter, t) for t in typed) if parameter.many else _read(parameter, typed)
    except DatelineError as e:
        e.what = f"{metavar(parameter) if parameter.positional else parameter.option} {e.what}"
        raise


def read_text(typed: str) -> str:
    """The text in a file, or on standard input for "-". Raises InputError if it cannot be read as UTF-8."""
    try:
        content = sys.stdin.buffer.read() if typed == "-" else Path(typed).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as e:
        raise InputError(e.strerror or str(e), what=typed, do="give the path of a text file, or - for input") from e
    except UnicodeDecodeError as e:
        raise InputError("is not text in UTF-8", what=typed, do="save it as plain text in UTF-8") from e


def _read(parameter: Parameter, typed: Any) -> Any:
    return READERS[parameter.kind](typed) if parameter.kind in READERS else typed
