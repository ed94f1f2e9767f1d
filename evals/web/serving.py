"""A server of the desk in a process of its own, with a clock that stands: python -m evals.web.serving STORE."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dateline.serve.web.server import Serving, run, site_for
from dateline.settings import Settings
from evals.shared import ROOT
from evals.web.stock import NOW


@dataclass(frozen=True)
class Served:
    """A running server: its process and port, and the seconds from its start until it told its address."""

    pid: int
    port: int
    start: float = 0.0

    def processor(self) -> float:
        """Seconds of the processor that it and its own processes have taken by now (Linux: the clocks of others)."""
        return sum(time.clock_gettime((~pid << 3) | 2) for pid in self._processes())

    def memory(self) -> dict[str, int]:
        """In MB, all of these processes: the largest resident sizes by now, together; and what of the memory now is
        their own and what of files (what two of them share is counted once)."""
        return {
            "largest": self._told("status", "VmHWM:"),
            "own": self._told("smaps_rollup", "Pss_Anon:"),
            "of files": self._told("smaps_rollup", "Pss_File:"),
        }

    def _told(self, file: str, name: str) -> int:
        told = [Path(f"/proc/{pid}/{file}").read_text("ascii") for pid in self._processes()]
        return sum(int(one.partition(name)[2].split()[0]) for one in told) // 1024

    def _processes(self) -> list[int]:
        tasks = Path(f"/proc/{self.pid}/task").glob("*/children")
        return [self.pid, *(int(pid) for task in tasks for pid in task.read_text("ascii").split())]


@contextmanager
def served(store: Path) -> Iterator[Served]:
    """A server on the store; it has ended when the block is left."""
    words = [sys.executable, "-m", "evals.web.serving", str(store)]
    begun = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT, text=True)
    try:
        assert process.stdout
        port = int(process.stdout.readline())
        yield Served(process.pid, port, time.monotonic() - begun)
    finally:
        process.terminate()
        process.wait(15)


def main(argv: list[str]) -> int:
    """Serves until it is ended; the first line that it prints is its port."""
    store = Path(argv[0])
    serving = Serving(port=0)
    site = site_for(store, Settings(store=store), serving, lambda: NOW)
    asyncio.run(run(site, serving, lambda where: print(where.rstrip("/").rpartition(":")[2], flush=True)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
