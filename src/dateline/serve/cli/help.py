"""Help without boxes: what a command takes, then what all take; commands by what they are for, with their whole doc."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup

from dateline.serve.cli.given import PANEL

OWN = "ID"  # the command of a group that bears the group's own name: "story ID" beside "story merge A B"


class Command(TyperCommand):
    """A command whose help has its own options first."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Options, then arguments as declared."""
        return ["[OPTIONS]", *(p.display_name_raw for p in self.get_params(ctx) if isinstance(p, TyperArgument))]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments, options, and the options of all commands."""
        _sections(self.get_params(ctx), ctx, formatter)


class Group(TyperGroup):
    """The program or a group of commands; its help has the commands first."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names; where it names none, the group's own one, if it has one."""
        owned = OWN in self.commands and bool(args) and args[0] not in self.commands
        return super().resolve_command(ctx, [OWN, *args] if owned else args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Commands, then options."""
        self.format_commands(ctx, formatter)
        _sections(self.get_params(ctx), ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands by panel, in the order in which they were made, each with its whole doc."""
        panels: dict[str, list[tuple[str, str]]] = {}
        for name, made in self.commands.items():
            panel = getattr(made, "rich_help_panel", "") or "Commands"
            panels.setdefault(str(panel), []).append((name, made.help or made.get_short_help_str()))
        width = max((len(name) for rows in panels.values() for name, _ in rows), default=0)
        for panel, rows in panels.items():
            _section(formatter, panel, [(f"{name:<{width}}", doc) for name, doc in rows])


def _sections(params: Iterable[Any], ctx: Any, formatter: Any) -> None:
    sections: dict[str, list[tuple[str, str]]] = {"Arguments": [], "Options": [], PANEL: []}
    for param in params:
        if isinstance(param, TyperArgument):
            sections["Arguments"].append((param.display_name_raw, getattr(param, "help", None) or ""))
        elif record := param.get_help_record(ctx):
            of_all = getattr(param, "rich_help_panel", None) == PANEL or "--help" in param.opts
            sections[PANEL if of_all else "Options"].append(record)
    for title, rows in sections.items():
        _section(formatter, title, rows)


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)
