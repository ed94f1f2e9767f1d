"""Every job there is; importing this module declares them."""

from __future__ import annotations

from dateline.run.adding import add
from dateline.run.annotating import annotate
from dateline.run.base import JOBS, Job
from dateline.run.deciding import correct, judge, undo
from dateline.run.fetching import fetch, run
from dateline.run.keeping import backup
from dateline.run.removing import remove

__all__ = ["JOBS", "Job", "add", "annotate", "backup", "correct", "fetch", "judge", "remove", "run", "undo"]
