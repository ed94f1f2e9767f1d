"""What the repository holds: nothing of one machine, every licence told, every data file packed."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOTS = ("work", "root", "home", "opt", "Users")
MACHINE = re.compile(rf"(?<![\w.\-/])/(?:{'|'.join(ROOTS)})/\w|\b[A-Z]:\\\w")
INDEXES = ("py" + "pi.", "python" + "hosted", "--extra-" + "index-url", "artifact" + "ory")
NAMED = re.compile(r"`((?:src|docs|evals|tests|tools|sample|requirements|changelog\.d)/[\w./-]*)`")
LOCKED = re.compile(r"^([a-z0-9._-]+)==", re.MULTILINE)


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[str]:
    """The paths of the tracked files; without a checkout the tests skip, and fail under CI=true."""
    if (root / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
        return [name for name in listed.stdout.split("\0") if name]
    told = f"no git checkout at {root}, so it is not known which files belong to it: clone the repository to test it"
    if os.environ.get("CI") == "true":
        pytest.fail(told)
    pytest.skip(told)


@pytest.fixture(scope="module")
def texts(root: Path, tracked: list[str]) -> dict[str, str]:
    """The tracked files that are text, by path."""
    found: dict[str, str] = {}
    for name in tracked:
        content = (root / name).read_bytes() if (root / name).is_file() else b""
        if b"\0" not in content:
            found[name] = content.decode("utf-8", errors="replace")
    assert "README.md" in found
    return found


def test_no_file_names_a_path_of_a_machine(texts: dict[str, str]) -> None:
    assert {name: m[0] for name, text in texts.items() if (m := MACHINE.search(text))} == {}


def test_no_file_names_a_package_index(texts: dict[str, str]) -> None:
    assert [name for name, text in texts.items() if any(i in text for i in INDEXES)] == []


def test_locks_hold_hashes_and_no_addresses(texts: dict[str, str]) -> None:
    locks = {name: text for name, text in texts.items() if name.endswith(".lock")}
    assert set(locks) == {f"requirements/{name}.lock" for name in ("base", "test", "fuzz")}
    for text in locks.values():
        assert "://" not in text
        parts = re.split(r"\n(?=\S)", text)
        assert all("--hash=sha256:" in part for part in parts if LOCKED.match(part))


def test_every_locked_package_has_its_licence_told(texts: dict[str, str]) -> None:
    told = set(re.findall(r"[a-z0-9._-]+", texts["docs/dependencies.md"]))
    assert set(LOCKED.findall(texts["requirements/base.lock"])) - told == set()


def test_every_data_file_is_packed(root: Path, tracked: list[str], texts: dict[str, str]) -> None:
    project = tomllib.loads(texts["pyproject.toml"])
    package = root / "src" / "dateline"
    packed = {p for pattern in project["tool"]["setuptools"]["package-data"]["dateline"] for p in package.glob(pattern)}
    ours = (name for name in tracked if name.startswith("src/dateline/"))
    data = {root / name for name in ours if not name.endswith((".py", "py.typed"))}
    assert data
    assert sorted(str(p) for p in data - packed) == []


def test_pages_name_files_that_are_there(root: Path, texts: dict[str, str]) -> None:
    pages = [name for name in texts if name.endswith(".md") and "/" not in name.removeprefix("docs/")]
    named = [(name, path) for name in pages for path in NAMED.findall(texts[name])]
    assert named
    assert [f"{name}: {path}" for name, path in named if not (root / path).exists()] == []
