"""A desk that is served behind the terminal: begun, found again, ended."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from dateline.errors import DatelineError

PATIENCE = 30.0  # seconds until it has to answer
IDLE = 900  # seconds without a request after which it ends by itself
PORT = 8777


@dataclass(frozen=True, slots=True)
class Behind:
    """A server behind: its process, where it answers, and the file that it writes to."""

    pid: int
    port: int
    log: str

    @property
    def address(self) -> str:
        """Where it can be opened."""
        return f"http://127.0.0.1:{self.port}/"


def begin(store: Path) -> Behind:
    """A server on the store, begun anew: one that was left from before is ended first. Raises DatelineError if it does
    not answer."""
    end(store)
    log = _beside(store, ".log")
    for port in (PORT, 0):
        log.write_text("", "utf-8")
        process = _started(store, port, log)
        found = _answering(process, log)
        if found:
            behind = Behind(process.pid, found, str(log))
            _beside(store, ".serving").write_text(json.dumps(asdict(behind)), "utf-8")
            return behind
    told = log.read_text("utf-8").strip().splitlines()[-1:]
    raise DatelineError(f"the server did not begin: {' '.join(told)}", what=str(log), do="read there why")


def end(store: Path) -> bool:
    """Ends the server that was begun on the store, if it still answers; whether it did."""
    try:
        behind = Behind(**json.loads(_beside(store, ".serving").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return False
    ours = health(behind.port) == f"ok {behind.pid}"  # the number of a process may be another's by now
    if ours:
        with contextlib.suppress(ProcessLookupError):
            os.kill(behind.pid, signal.SIGTERM)
        until = time.monotonic() + 5
        while health(behind.port) and time.monotonic() < until:
            time.sleep(0.05)
    _beside(store, ".serving").unlink(missing_ok=True)
    return ours


def health(port: int) -> str:
    """What a server on a port of this machine says of itself; "" if nobody answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().read(100).decode("ascii", "replace").strip()
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()


def _started(store: Path, port: int, log: Path) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "dateline", "--store", str(store.absolute()), "serve"]
    with log.open("ab") as file:
        return subprocess.Popen(
            [*words, "--port", str(port), "--idle", str(IDLE)],
            stdin=subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True,
        )  # fmt: skip


def _answering(process: subprocess.Popen[bytes], log: Path) -> int:
    """The port on which the process answers; 0 if it ended, or says nothing for too long."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        said = log.read_text("utf-8", "replace")
        port = said.partition("http://127.0.0.1:")[2].partition("/")[0]
        if port.isdigit() and health(int(port)) == f"ok {process.pid}":
            return int(port)
        time.sleep(0.05)
    if process.poll() is None:
        process.terminate()
    return 0


def _beside(store: Path, ending: str) -> Path:
    return store.with_name(store.name + ending)
