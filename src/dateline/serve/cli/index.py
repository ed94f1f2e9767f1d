"""Which commands there are, read from their modules without running them: help must not wait for what it does not need.

A declaration is a function under `@view("name", doc="...")`, `@job(...)` or `@own(...)`. A test proves that the index
tells what the declarations tell.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from dateline.serve.parameters import Declared

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of declaration: its decorator, the folder of its modules, where they are kept, and its heading in help."""

    decorator: str
    folder: str
    registry: str
    panel: str


KINDS = (
    Kind("view", "views", "dateline.views.base:VIEWS", "Ask"),
    Kind("job", "run", "dateline.run.base:JOBS", "Do"),
    Kind("own", "serve/cli", "dateline.serve.cli.own:OWN", "More"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its dotted name, its doc, its kind, and the module that declares it."""

    name: str
    doc: str
    kind: Kind
    module: str

    def declared(self) -> Declared:
        """The declaration; its module is imported."""
        import_module(self.module)
        module, _, registry = self.kind.registry.partition(":")
        found: Declared = getattr(import_module(module), registry)[self.name]
        return found


def index() -> tuple[Entry, ...]:
    """All commands by kind, then by name."""
    return tuple(entry for kind in KINDS for entry in sorted(_of_kind(kind), key=lambda e: e.name))


def _of_kind(kind: Kind) -> Iterator[Entry]:
    for path in sorted((ROOT / kind.folder).glob("*.py")):
        code = path.read_text("utf-8")
        if f"\n@{kind.decorator}(" in code:
            module = f"dateline.{kind.folder.replace('/', '.')}.{path.stem}"
            yield from (Entry(name, doc, kind, module) for name, doc in _declarations(code, kind.decorator))


def _declarations(code: str, decorator: str) -> Iterator[tuple[str, str]]:
    """The name and doc of each declaration in a module."""
    for statement in ast.parse(code).body:
        for call in getattr(statement, "decorator_list", ()):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == decorator:
                docs = [k.value for k in call.keywords if k.arg == "doc"]
                yield ast.literal_eval(call.args[0]), ast.literal_eval(docs[0])
