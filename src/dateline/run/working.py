"""What a job may use: the store, the annotators, the clock, the settings, and somebody to tell progress to."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from dateline.annotate.chain import Chain
from dateline.run.progress import Progress, Quiet
from dateline.settings import Settings
from dateline.store.base import Store


@dataclass(frozen=True, slots=True)
class Working:
    """The hands of a job. `now` is asked whenever a row is recorded; `chain` is made when first needed; `chance`
    spreads tries over time; `wait` sleeps for some seconds."""

    store: Store
    chain: Callable[[], Chain]
    now: Callable[[], datetime]
    settings: Settings = field(default_factory=Settings)
    progress: Progress = field(default_factory=Quiet)
    chance: random.Random = field(default_factory=random.Random)
    wait: Callable[[float], None] = time.sleep
