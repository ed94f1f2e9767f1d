"""Every job there is; importing this module declares them."""

from __future__ import annotations

from dateline.run.actors import add as add_actor
from dateline.run.actors import alias
from dateline.run.adding import add
from dateline.run.annotating import annotate
from dateline.run.base import JOBS, Job
from dateline.run.deciding import correct, judge, undo
from dateline.run.discovering import find
from dateline.run.dossiers import new
from dateline.run.extracting import extract
from dateline.run.feeds import add as add_feeds
from dateline.run.fetching import fetch, run
from dateline.run.importing import import_all
from dateline.run.keeping import backup
from dateline.run.outlets import edit
from dateline.run.removing import remove
from dateline.run.shelving import shelve
from dateline.run.stories import merge, mute, pin, split

__all__ = [
    "JOBS", "Job", "add", "add_actor", "add_feeds", "alias", "annotate", "backup", "correct", "edit",
    "extract", "fetch",
    "find", "import_all", "judge", "merge", "mute", "new", "pin", "remove", "run", "shelve", "split",
    "undo",
]  # fmt: skip
