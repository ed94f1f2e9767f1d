"""The options that every command takes: before the command or after it, the one after it counting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import typer

from dateline.errors import UsageError
from dateline.serve.parameters import read_day, read_moment

PANEL = "Everywhere"


@dataclass(frozen=True, slots=True)
class Given:
    """How to answer: in which form, from which store, at which time (None: the system's)."""

    store: Path | None = None
    json: bool = False
    markdown: bool = False
    html: Path | None = None
    quiet: bool = False
    no_color: bool = False
    now: str | None = None
    today: str | None = None

    @property
    def clock(self) -> Callable[[], datetime] | None:
        """A clock that stands at --now, or at noon of --today (UTC); None if the system's is to be used."""
        if self.now and self.today:
            raise UsageError("--now and --today both set the clock", do="give one of them")
        if self.today:
            moment = datetime.combine(read_day(self.today), time(12), UTC)
        elif self.now:
            moment = read_moment(self.now)
        else:
            return None
        return lambda: moment


def options() -> dict[str, Any]:
    """The options as Typer wants them, by name."""
    return {
        "store": typer.Option(
            "--store", metavar="PATH", help="The file that everything is kept in.", rich_help_panel=PANEL
        ),
        "json": typer.Option("--json", help="Answer as JSON.", rich_help_panel=PANEL),
        "markdown": typer.Option("--markdown", help="Answer as Markdown.", rich_help_panel=PANEL),
        "html": typer.Option(
            "--html", metavar="FILE", help="Write the answer to FILE as a page of HTML, too.", rich_help_panel=PANEL
        ),
        "quiet": typer.Option("--quiet", "-q", help="No progress, no notes.", rich_help_panel=PANEL),
        "no_color": typer.Option("--no-color", help="No colours.", rich_help_panel=PANEL),
        "now": typer.Option("--now", metavar="TIME", help="Take this for the present time.", rich_help_panel=PANEL),
        "today": typer.Option("--today", metavar="DAY", help="Take this for the present day.", rich_help_panel=PANEL),
    }


TYPES: Mapping[str, Any] = {"store": Path | None, "html": Path | None, "now": str | None, "today": str | None}


def merged(before: Given, after: Mapping[str, Any]) -> Given:
    """The options given before the command, overruled by those after it."""
    stated = {f.name: after[f.name] for f in fields(Given) if after.get(f.name)}
    given = replace(before, **stated)
    if given.json and given.markdown:
        raise UsageError("--json and --markdown are two forms", do="give one of them")
    return given
