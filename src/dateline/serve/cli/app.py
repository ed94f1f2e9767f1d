"""The command line: one command for each view and job, the options of all, and what only a terminal needs."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

import typer

from dateline.errors import DatelineError, UsageError
from dateline.serve.cli.before import callback
from dateline.serve.cli.commands import attach
from dateline.serve.cli.given import Given
from dateline.serve.cli.help import Group
from dateline.serve.cli.index import index
from dateline.serve.cli.progress import Telling
from dateline.serve.cli.telling import tell, tell_error
from dateline.serve.parameters import Declared

VALUED = frozenset({"--store", "--html", "--now", "--today"})  # options before the command that take a value
INTERRUPTED = 130  # 128 and the signal, as shells have it
PIPE_CLOSED = 141
FAULT = 70  # EX_SOFTWARE; 1, Python's own, means that nothing was found

ABOUT = """A world-news desk: documents in, a cited chronology with disagreements out.

Exit status: 0 fine, 1 nothing found, 2 some input failed, 3 not understood, 4 a contradiction found (check)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Does what the words of a command line say; the exit status. Never raises."""
    words = list(sys.argv[1:] if argv is None else argv)
    given = Given(json="--json" in words, no_color="--no-color" in words)
    settle(sys.stdout, given)
    settle(sys.stderr, given)
    try:
        return _run(words, given)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except DatelineError as e:
        return tell_error(e, given)
    except (KeyboardInterrupt, typer.Abort):
        print("dateline: stopped", file=sys.stderr)
        return INTERRUPTED
    except OSError as e:
        told = DatelineError(e.strerror or str(e), what=str(e.filename or ""), do="see to that and try again")
        return tell_error(told, given)
    except Exception:
        traceback.print_exc()
        print("dateline: this is a fault of the program, not yours; what was kept is whole", file=sys.stderr)
        return FAULT


def settle(stream: TextIO, given: Given) -> None:
    """Makes a stream take any letter: JSON is always UTF-8, pages show "?" for what the stream's encoding has not."""
    if isinstance(stream, io.TextIOWrapper):
        if given.json:
            stream.reconfigure(encoding="utf-8")
        else:
            stream.reconfigure(errors="replace")


def _run(words: list[str], given: Given) -> int:
    try:
        status = app(named(words))(words or ["--help"], prog_name="dateline", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except typer.TyperException as e:
        return tell_error(misunderstood(e), given)


def misunderstood(error: typer.TyperException) -> UsageError:
    """An error of the command line's own grammar, as one of ours."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "dateline"
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    return UsageError(message.rstrip("."), do=f"`{path} --help` tells what it takes")


def app(command: str = "") -> typer.Typer:
    """The command line. Only the command that is named (the first part of its dotted name) is made of its declaration;
    the others stand in help, and nothing is imported for them."""
    made = typer.Typer(
        name="dateline",
        cls=Group,
        help=ABOUT,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback()(callback)
    groups: dict[str, typer.Typer] = {}
    for entry in index():
        if entry.name.split(".")[0] == command:
            attach(made, groups, entry.declared(), RUN[entry.kind.decorator], entry.kind.panel)
        else:
            made.command(entry.name.replace(".", " "), help=entry.doc, rich_help_panel=entry.kind.panel)(_elsewhere)
    return made


def _elsewhere() -> None:
    """Stands for a command that was not named."""


def named(words: Sequence[str]) -> str:
    """The command among the words: the first that is neither an option nor the value of one; "" if there is none."""
    rest = iter(words)
    for word in rest:
        if word in VALUED:
            next(rest, None)
        elif not word.startswith("-"):
            return word
    return ""


def run_view(declared: Declared, params: Mapping[str, Any], given: Given) -> int:
    """Asks the view and shows its answer; the exit status."""
    from dateline.serve.cli.opening import open_at

    with open_at(given, None) as desk:
        return tell(declared, params, desk.view(declared.name, **params), given)


def run_job(declared: Declared, params: Mapping[str, Any], given: Given) -> int:
    """Does the job and shows what came of it; the exit status. Broken off, it tells what is done and kept."""
    from dateline.serve.cli.opening import open_at

    with Telling(quiet=given.quiet) as telling:
        try:
            with open_at(given, telling) as desk:
                result = desk.job(declared.name, **params)
        except KeyboardInterrupt:
            telling.close()
            return _broken_off(telling)
    return tell(declared, params, result, given)


def run_own(declared: Declared, params: Mapping[str, Any], given: Given) -> int:
    """Runs a command of the terminal's own and shows what it gives, if anything; the exit status."""
    result = declared.function(given, **params)
    return 0 if result is None else tell(declared, params, result, given)


RUN = {"view": run_view, "job": run_job, "own": run_own}


def _broken_off(telling: Telling) -> int:
    done = "; ".join(telling.last.values()) or "nothing done yet"
    print(f"dateline: stopped. Kept: {done}. The same command goes on from there.", file=sys.stderr)
    return INTERRUPTED
