from __future__ import annotations

from dateline.run.jobs import JOBS
from dateline.serve.cli.app import named
from dateline.serve.cli.index import index
from dateline.serve.cli.own import OWN
from dateline.views.every import VIEWS


def test_the_index_tells_what_the_declarations_tell() -> None:
    listed = {e.name: e.declared() for e in index()}
    declared = {d.name: d for registry in (VIEWS, JOBS, OWN) for d in registry.values()}
    assert listed == declared
    assert {e.name: e.doc for e in index()} == {n: d.doc for n, d in declared.items()}


def test_commands_are_listed_by_kind_then_by_name() -> None:
    kinds = [e.kind.panel for e in index()]
    assert kinds == sorted(kinds, key=["Ask", "Do", "More"].index)
    asked = [e.name for e in index() if e.kind.panel == "Ask"]
    assert asked == sorted(asked)


def test_the_command_is_found_among_the_words() -> None:
    assert named(["--store", "status", "search", "status"]) == "search"
    assert named(["--json", "-q", "--store=x", "show", "x"]) == "show"
    assert named(["--now", "2024-01-01"]) == ""
    assert named([]) == ""
