"""Long work that somebody began in the browser: what goes on, what came of it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from dateline.errors import DatelineError
from dateline.serve.envelope import failure
from dateline.serve.web.desks import Desks

LONG = frozenset({"fetch", "annotate", "discover", "feeds.test", "feeds.starter"})  # jobs that nobody should wait for
KEPT = 20


@dataclass
class Task:
    """A piece of work: which job, begun when and by whom; `error` or `outcome` once it is done."""

    number: int
    job: str
    by: str
    begun: datetime
    ended: datetime | None = None
    outcome: Any = None
    error: dict[str, Any] | None = None

    @property
    def state(self) -> str:
        """How it stands, in a word."""
        if self.ended is None:
            return "going on"
        return "failed" if self.error else "done"


class Tasks:
    """The latest pieces of work, the newest first."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks
        self._numbers = count(1)
        self.latest: deque[Task] = deque(maxlen=KEPT)

    def begin(self, job: str, user: str, parameters: dict[str, Any]) -> Task:
        """Has a job done behind the page."""
        task = Task(next(self._numbers), job, user, self._desks.now())
        self.latest.appendleft(task)
        self._desks.later(job, user, parameters, lambda outcome: self._end(task, outcome))
        return task

    def _end(self, task: Task, outcome: Any) -> None:
        if isinstance(outcome, DatelineError):
            task.error = failure(outcome)["error"]
        elif isinstance(outcome, Exception):
            told = DatelineError(
                "this is a fault of the program, not yours", what=task.job, do="what was kept is whole"
            )
            task.error = failure(told)["error"]
        else:
            task.outcome = outcome
        task.ended = self._desks.now()

    @property
    def going_on(self) -> list[Task]:
        """What is not done yet."""
        return [t for t in self.latest if t.ended is None]
