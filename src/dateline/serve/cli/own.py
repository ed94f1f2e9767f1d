"""Commands that belong to the terminal alone, declared like views and jobs; their functions take what was given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, ParamSpec, TypeVar

from dateline.errors import UsageError
from dateline.serve.cli.given import Given
from dateline.serve.cli.opening import open_at, store_path
from dateline.serve.cli.progress import Telling
from dateline.views.base import Answer
from dateline.views.chronology import Chronology
from dateline.views.coverage import Coverage
from dateline.views.disagreements import Disagreements


@dataclass(frozen=True, slots=True)
class Own:
    """A command of the terminal's own; see View for the rules of its function's parameters."""

    name: str
    doc: str
    function: Callable[..., Any]
    sample: Mapping[str, Any] = field(default_factory=dict)
    schema: int = 1


OWN: dict[str, Own] = {}
P = ParamSpec("P")
R = TypeVar("R")


def own(name: str, *, doc: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declares a function as a command of the terminal's own."""

    def declare(function: Callable[P, R]) -> Callable[P, R]:
        OWN[name] = Own(name, doc, function)
        return function

    return declare


@dataclass(frozen=True, slots=True)
class Version:
    """The version of Dateline."""

    dateline: str


@dataclass(frozen=True, slots=True)
class Restored:
    """The store that now holds what the backup held, and where its former state was put aside, if there was one."""

    store: Path
    backup: Path
    aside: Path | None


@dataclass(frozen=True, slots=True)
class Demo(Answer):
    """The sample corpus in a store of its own: what it covers, one chronology, and its disagreements."""

    store: Path
    coverage: Coverage
    chronology: Chronology
    disagreements: Disagreements

    @property
    def next(self) -> tuple[str, ...]:
        """How to look around."""
        return (f"--store {self.store} search election", f"--store {self.store} show ID --why")


@own("version", doc="The version of Dateline.")
def version(given: Given) -> Version:
    """The installed version."""
    from importlib.metadata import version as installed

    return Version(installed("dateline"))


@own("restore", doc="Put a backup in the place of the store; the former state is put aside.")
def restore(given: Given, file: Annotated[Path, "A file that `dateline backup` wrote."]) -> Restored:
    """Puts a backup in the place of the store."""
    from dateline.store.backup import restore as put_back

    path = store_path(given)
    return Restored(path, file, put_back(file, path))


@own("demo", doc="Load the sample corpus into a store of its own; show coverage, a chronology, disagreements.")
def demo(
    given: Given,
    query: Annotated[str, "The matter that is told."] = "Ukraine NATO",
    sample: Annotated[Path | None, "The folder of the sample corpus."] = None,
    serve: Annotated[bool, "End by serving the desk to a browser."] = False,
) -> Demo | None:
    """Loads the sample corpus and asks it; a second run finds all in place."""
    place = given.store or store_path(given).with_name("demo.sqlite")
    with Telling(quiet=given.quiet) as telling, open_at(replace(given, store=place), telling) as desk:
        desk.job("add", paths=(sample or sample_folder(),))
        desk.job("annotate", stale=True)
        if not desk.view("dossier.list").dossiers:
            desk.job("dossier.new", name="Ukraine and NATO", query="Ukraine NATO")
        asked = {name: desk.view(name, query=query) for name in ("chronology", "disagreements")}
        result = Demo(place, desk.view("coverage"), **asked)
    if not serve:
        return result
    from dateline.serve.cli.serving import open_for_visitors
    from dateline.serve.cli.telling import tell

    tell(OWN["demo"], {}, result, given)
    open_for_visitors(given, place)
    return None


def sample_folder() -> Path:
    """Where the sample corpus is: below the working folder, else beside the sources."""
    for root in (Path.cwd(), Path(__file__).resolve().parents[4]):
        if (root / "sample" / "articles").is_dir():
            return root / "sample" / "articles"
    raise UsageError("the sample corpus is not here", do="run it in a clone of the project, or give --sample FOLDER")


@own("docs", doc="Print the reference of all commands in Markdown.")
def docs(given: Given) -> None:
    """Prints the reference of all commands in Markdown."""
    from dateline.serve.cli.reference import reference

    print(reference(), end="")
