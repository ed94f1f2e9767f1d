"""Every command of the reference is called by a test: a view by its sample, the others by name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from dateline.run.jobs import JOBS
from dateline.serve.cli.index import Entry, index
from dateline.serve.cli.own import OWN
from dateline.serve.parameters import parameters
from dateline.views.every import VIEWS

RUNNERS = frozenset({"dateline", "process", "run", "command"})  # what tests call with the words of a command line
ASKERS = frozenset({"job", "view"})


@pytest.fixture(scope="module")
def called(root: Path) -> set[str]:
    """What the tests call: `module:function` for what they import, dotted names of commands for what they say."""
    found: set[str] = set()
    for path in sorted((root / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            found |= set(_imported(node)) | set(_said(node))
    return found


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}:{a.name}" for a in node.names]
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return [f"dateline.run.{node.value.id}:{node.attr}"]
    return []


def _said(node: ast.AST) -> list[str]:
    """The commands that a call or a row of words may begin with."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        given = node.args if name in RUNNERS | ASKERS else []
    else:
        given = node.elts if isinstance(node, (ast.List, ast.Tuple)) else []
    words = [w.value for w in given[:2] if isinstance(w, ast.Constant) and isinstance(w.value, str)]
    return [".".join(words[:n]) for n in range(1, len(words) + 1)]


@pytest.mark.parametrize("entry", [e for e in index() if e.kind.decorator != "view"], ids=lambda e: e.name)
def test_a_command_that_does_something_is_called(entry: Entry, called: set[str]) -> None:
    function = entry.declared().function
    assert {entry.name, f"{function.__module__}:{function.__name__}"} & called


def test_a_command_that_nobody_calls_would_be_seen(called: set[str]) -> None:
    assert not {"feeds.nothing", "dateline.run.feeds:nothing"} & called


@pytest.mark.parametrize("name", sorted([*VIEWS, *JOBS, *OWN]))
def test_samples_name_parameters_and_leave_none_out_that_must_be_given(name: str) -> None:
    declared = {**VIEWS, **JOBS, **OWN}[name]
    known = {p.name: p for p in parameters(declared)}
    assert set(declared.sample) <= set(known)
    if name not in OWN:
        assert {n for n, p in known.items() if p.required} <= set(declared.sample)


def test_the_readme_names_commands_that_there_are(root: Path) -> None:
    table = (root / "README.md").read_text("utf-8").split("## What you can ask and do")[1].split("\n## ")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {words.split()[0] for cell in cells for words in re.findall(r"`([^`]+)`", cell)}
    assert named
    assert named <= {e.name.split(".")[0] for e in index()}
