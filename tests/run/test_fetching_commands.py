"""The commands of feeds and fetching together, in real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "servers"))

from loopback import Loopback, page
from newsroom import article, item, rss, stories


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as made:
        for host in ("one", "two"):
            listed = "".join(item(made, s, whole=s.number % 2 == 0) for s in stories(host, 4))
            made.on("/rss", page(rss(listed, host)), host)
            for s in stories(host, 4):
                made.on(f"/a/{s.number}", page(article(s)), host)
        yield made


def test_the_commands_work_together_in_a_real_process(server: Loopback, tmp_path: Path) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith("DATELINE_")}
    env |= {"DATELINE_STORE": str(tmp_path / "s.sqlite"), "HOME": str(tmp_path), "DATELINE_PAUSE": "0"}

    def dateline(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "dateline", *words]
        return subprocess.run(command, capture_output=True, text=True, env=env | more, timeout=60, check=False)

    assert "1 feed added" in dateline("feeds", "add", server.url("/rss", "one")).stdout
    refused = dateline("fetch", "--later")
    assert refused.returncode == 2 and "loopback" in refused.stdout and server.log == []
    fetched = dateline("fetch", server.url("/rss", "one"), "--later", DATELINE_ALLOW_HOSTS=".localhost")
    assert fetched.returncode == 0 and "4 new articles" in fetched.stdout
    assert "Dateline/" in server.log[0].headers["user-agent"]
    assert "1 good" in dateline("feeds", "list").stdout
    exported = dateline("feeds", "export").stdout
    assert exported.startswith("<?xml") and server.url("/rss", "one") in exported
