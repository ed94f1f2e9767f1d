"""The desk: the one object that every front calls. It asks views and does jobs; it decides nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from dateline.errors import UsageError
from dateline.model.actor import OwnName, own_names
from dateline.run.jobs import JOBS
from dateline.run.progress import Progress, Quiet
from dateline.run.working import Working
from dateline.settings import Settings
from dateline.store.base import Store
from dateline.store.open import open_store
from dateline.views.base import Reading
from dateline.views.every import VIEWS

if TYPE_CHECKING:
    from dateline.annotate.chain import Chain


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, as an argument: `now` for what is recorded, `today` for what is asked."""

    now: Callable[[], datetime]

    @property
    def today(self) -> date:
        """The day of `now`."""
        return self.now().date()


def _system_time() -> datetime:
    return datetime.now(UTC)


class Desk:
    """A store with everything that can be asked of it and done to it. Close it, or use it in a with statement."""

    def __init__(self, store: Store, settings: Settings, clock: Clock, progress: Progress) -> None:
        self.store = store
        self.settings = settings
        self._clock = clock
        self._progress = progress

    def view(self, name: str, /, **parameters: Any) -> Any:
        """The answer of a view; raises UsageError for an unknown one."""
        return _named(VIEWS, name, "view").function(self.reading, **parameters)

    def job(self, name: str, /, **parameters: Any) -> Any:
        """The outcome of a job; raises UsageError for an unknown one."""
        return _named(JOBS, name, "job").function(self.working, **parameters)

    def add(self, paths: Sequence[Path], **given: Any) -> Any:
        """Adds files and folders; see the job."""
        return self.job("add", paths=tuple(paths), **given)

    @property
    def reading(self) -> Reading:
        """What views read."""
        return Reading(self.store, self._chain, self._clock.today, self._clock.now(), self.settings)

    @property
    def working(self) -> Working:
        """What jobs work with."""
        return Working(self.store, self._chain, self._clock.now, self.settings, self._progress)

    def _chain(self) -> Chain:
        """The annotators, with the names of parties that the desk has added by now."""
        return chain_for(self.settings.model, own_names(self.store.actors.edits()))

    def close(self) -> None:
        """Closes the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_desk(
    path: Path | None,
    settings: Settings | None = None,
    *,
    now: Callable[[], datetime] = _system_time,
    progress: Progress | None = None,
) -> Desk:
    """A desk on the store at `path` (made if there is none), or on one in memory for None."""
    return Desk(open_store(path), settings or Settings(), Clock(now), progress or Quiet())


@cache
def chain_for(model: str, own: tuple[OwnName, ...] = ()) -> Chain:
    """The annotators with this pipeline and the desk's own names of parties, made once a process."""
    from dateline.flow import annotators

    return annotators(model, own)


def _named(declared: dict[str, Any], name: str, kind: str) -> Any:
    if name not in declared:
        raise UsageError(f"no such {kind}", what=name, do=f"there are {', '.join(sorted(declared))}")
    return declared[name]
