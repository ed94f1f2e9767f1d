"""Every job there is; importing this module declares them."""

from __future__ import annotations

from dateline.run import adding, annotating, deciding, keeping, removing
from dateline.run.base import JOBS, Job, job

__all__ = ["JOBS", "Job", "adding", "annotating", "deciding", "job", "keeping", "removing"]
